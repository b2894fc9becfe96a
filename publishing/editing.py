"""The way from the site into the admin, for whoever may edit."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers


def has_session(request: HttpRequest) -> bool:
    """Whether somebody may be signed in: asks nothing of the database, and makes no session."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def keep_apart(request: HttpRequest, response: HttpResponse) -> None:
    """Tell caches that an answer with a way to the form is for one person, and that without a session for all."""
    patch_vary_headers(response, ["Cookie"])
    if has_session(request):
        patch_cache_control(response, private=True, no_store=True)


def edit_url(request: HttpRequest, item) -> str | None:
    """Where this user edits this item, or None. A visitor without a session costs no query and gets no cookie."""
    if not has_session(request) or item.pk is None:
        return None
    user, meta = request.user, item._meta
    if not (user.is_active and user.is_staff and user.has_perm(f"{meta.app_label}.change_{meta.model_name}")):
        return None
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[item.pk])
