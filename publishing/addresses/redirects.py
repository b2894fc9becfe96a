"""Addresses that were public once: they lead to where the item is now, or say that it is gone.

Only an answer that is already 404 looks here, so an ordinary page pays nothing for redirects.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from publishing.addresses import not_found

MAX_AGE = 3600  # seconds: a permanent redirect that browsers forget, so that it can be taken back


class Redirect(models.Model):
    """A former address. It points to the item itself, so there is only ever one hop; to what is no item by `location`.

    `path` may hold a question (`/index.php?id=3`), for an older site had such addresses.
    """

    path = models.CharField(_("old address"), max_length=2100, unique=True)
    target_type = models.ForeignKey(ContentType, models.CASCADE, null=True, blank=True, editable=False)
    target_id = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    target = GenericForeignKey("target_type", "target_id")
    location = models.CharField(max_length=2100, blank=True, editable=False)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    # Where it leads, a redirect to here stood before: a browser may remember that one for an hour, and turn in circles.
    returning = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["path"]
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        indexes = [models.Index(fields=["target_type", "target_id"])]

    def __str__(self):
        return self.path

    @property
    def gone(self) -> bool:
        """Whether what stood here was deleted."""
        return self.target_id is None and not self.location

    @property
    def destination(self) -> str | None:
        """Where a visitor is led; None where there is nothing that visitors may see."""
        if self.location:
            return self.location
        target: Any = self.target
        return target.get_absolute_url() if getattr(target, "is_published", False) else None

    @property
    def may_turn_in_circles(self) -> bool:
        """Whether a browser may still remember the redirect of the opposite direction."""
        return self.returning and timezone.now() < self.created + timedelta(seconds=MAX_AGE)

    @classmethod
    def for_request(cls, request) -> "Redirect | None":
        """The one that answers a request: of its whole address first, then without question, then without slash."""
        path = request.path_info
        asked = [f"{path}?{request.META.get('QUERY_STRING', '')}", path, path.rstrip("/")]
        found = {redirect.path: redirect for redirect in cls.objects.filter(path__in=asked).prefetch_related("target")}
        return next((found[path] for path in asked if path in found), None)


def leave(former: Mapping[str, models.Model], returned: Collection[str] = ()) -> None:
    """Remember which items were public at these addresses ({address with its slashes: item}) and have moved.

    `returned` are those of their new addresses that led elsewhere until now (see `returning`).
    """
    end(former)
    Redirect.objects.bulk_create(
        Redirect(path=path, target=item, returning=item.get_absolute_url() in returned)  # type: ignore[attr-defined]
        for path, item in former.items()
    )


def returning(items: Iterable[models.Model]) -> set[str]:
    """The addresses of those items that led to these very items until now: they come back to where they were."""
    by_path = {item.get_absolute_url(): item for item in items}  # type: ignore[attr-defined]
    there = Redirect.objects.filter(path__in=by_path, target_id__isnull=False).select_related("target_type")
    return {one.path for one in there if _is(by_path[one.path], one)}


def _is(item, redirect):
    return item.pk == redirect.target_id and ContentType.objects.get_for_model(item) == redirect.target_type


def close(item, *, path: str | None) -> None:
    """Remember that `item` is deleted: `path`, where it was public, and all that led to it are gone."""
    leading_here(item).update(target_type=None, target_id=None)
    if path:
        nowhere: Any = {"unique_fields": ["path"], "update_fields": ["target_type", "target_id"]}
        Redirect.objects.bulk_create([Redirect(path=path)], update_conflicts=True, **nowhere)


def end(paths: Iterable[str]) -> None:
    """Items have taken these addresses: whatever stood there before is over."""
    Redirect.objects.filter(path__in=list(paths)).delete()


def leading_here(item) -> models.QuerySet:
    """The redirects that lead to `item`."""
    return Redirect.objects.filter(target_type=ContentType.objects.get_for_model(item), target_id=item.pk)


class RedirectFallbackMiddleware:
    """Answers 301 or 410 in place of a 404 where the address was public once (RFC 9110, 15.4.2 and 15.5.11)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        return self.answer(request) or response

    def answer(self, request):
        redirect = Redirect.for_request(request)
        if redirect is None:
            not_found.note(request.path_info)
            return None
        if redirect.gone:
            return _gone(request)
        if redirect.destination is None:
            return None
        if redirect.may_turn_in_circles:
            return _past_what_is_remembered(redirect.destination)
        query = "" if set("?#") & set(redirect.path + redirect.destination) else request.META.get("QUERY_STRING")
        response = HttpResponsePermanentRedirect(redirect.destination + (f"?{query}" if query else ""))
        response["Cache-Control"] = f"max-age={MAX_AGE}"
        return response


def _past_what_is_remembered(address):
    """To an address that no browser remembers: with a question that means nothing, the page is the same."""
    response = HttpResponseRedirect(f"{address}{'&' if '?' in address else '?'}back")
    response["Cache-Control"] = "no-store"
    return response


def _gone(request):
    with translation.override(import_string(settings.LANGUAGE_OF_ADDRESS)(request)):
        response = render(request, "410.html", status=410)
    # Browsers remember a 410 by themselves (RFC 9110, 15.5.11), and what was deleted may come back.
    response["Cache-Control"] = "no-cache"
    return response
