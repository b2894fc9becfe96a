"""What `manage.py check --deploy` says about a site that visitors reach."""

from django.conf import settings
from django.core.checks import Warning as CheckWarning
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _


def check_operation(app_configs, **kwargs):
    if settings.SITE_IS_LOCAL:
        return []
    return [*_proxy(), *_mail(), *_store()]


def _proxy():
    if settings.SITE_IS_HTTPS and not settings.TRUSTED_PROXIES:
        yield CheckWarning(
            _("SITE_URL is https, but no proxy is trusted to say that a request came over https."),
            hint=_("Write the address of your proxy in TRUSTED_PROXIES."),
            id="consultancy.W001",
        )


def _mail():
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        yield CheckWarning(
            _("Mail is written to the log and reaches nobody."),
            hint=_("Write the address of your mail server in EMAIL_URL."),
            id="consultancy.W002",
        )


def _store():
    if settings.OBJECT_STORE is None:
        return
    try:
        default_storage.check()
    except OSError as error:
        yield CheckWarning(
            _("The store of pictures and files can't be used: %(reason)s.") % {"reason": error},
            hint=_("Look at the variables S3_*, and at what the key may do."),
            id="consultancy.W003",
        )
