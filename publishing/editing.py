"""Who may edit, and the way there from the site."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers

from publishing.models import publishables


def has_session(request: HttpRequest) -> bool:
    """Whether somebody may be signed in: asks nothing of the database, and makes no session."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def keep_apart(request: HttpRequest, response: HttpResponse) -> None:
    """Tell caches that an answer with a way to the form is for one person, and that without a session for all."""
    patch_vary_headers(response, ["Cookie"])
    if has_session(request):
        patch_cache_control(response, private=True, no_store=True)


def may_publish(user, model) -> bool:
    """Whether this user decides what visitors see of this kind of content."""
    return _may(user, "change", model) and _may(user, "publish", model)


def may_write(user, model) -> bool:
    """Whether this user makes or changes items of this kind."""
    return _may(user, "add", model) or _may(user, "change", model)


def may_see(user, model) -> bool:
    """Whether this user sees items of this kind in the admin."""
    return _may(user, "view", model) or _may(user, "change", model)


def writes(user) -> bool:
    """Whether this user is of the staff and makes or changes texts of any kind."""
    return user.is_active and user.is_staff and any(may_write(user, model) for model in publishables())


def may_touch(user, item) -> bool:
    """Whether this user may change or delete this item as far as visitors are concerned: drafts are for everyone."""
    return may_publish(user, type(item)) or not item.needs_publisher


def may_edit(user, item) -> bool:
    """Whether this user may change this item in the admin."""
    return user.is_active and user.is_staff and _may(user, "change", type(item)) and may_touch(user, item)


def may_add(user, model) -> bool:
    """Whether this user may make an item of this kind in the admin."""
    return user.is_active and user.is_staff and _may(user, "add", model)


def _may(user, verb, model):
    return user.has_perm(f"{model._meta.app_label}.{verb}_{model._meta.model_name}")


def edit_url(request: HttpRequest, item) -> str | None:
    """Where this user edits this item, or None. A visitor without a session costs no query and gets no cookie."""
    if not has_session(request) or item.pk is None or not may_edit(request.user, item):
        return None
    return reverse(f"admin:{item._meta.app_label}_{item._meta.model_name}_change", args=[item.pk])
