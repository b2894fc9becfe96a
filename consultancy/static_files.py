"""How styles, scripts and typefaces are kept for serving."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Compressed, under names with a hash of what is in them.

    Scripts that import each other do so by these names, so that one of before never meets one of today.
    """

    support_js_module_import_aggregation = True
