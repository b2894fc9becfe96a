"""How styles, scripts and typefaces are kept for serving."""

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from pages.sheet import as_served


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Compressed, under names with a hash of what is in them.

    Scripts that import each other do so by these names, so that one of before never meets one of today.
    """

    support_js_module_import_aggregation = True

    def _save(self, name, content):
        if name.endswith(".css"):
            # Django has read it already, for the hash in its name.
            content.seek(0)
            content = ContentFile(as_served(content.read().decode()).encode())
        return super()._save(name, content)
