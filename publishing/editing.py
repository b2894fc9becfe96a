"""The way from the site into the admin, for whoever may edit."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


def edit_url(request: HttpRequest, item) -> str | None:
    """Where this user edits this item, or None. A visitor without a session costs no query and gets no cookie."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or item.pk is None:
        return None
    user, meta = request.user, item._meta
    if not (user.is_active and user.is_staff and user.has_perm(f"{meta.app_label}.change_{meta.model_name}")):
        return None
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[item.pk])
