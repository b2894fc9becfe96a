"""Addresses that were asked for and not found, so that those which people still follow can be led on.

Counting must cost a site under a scanner nothing: a process collects what it counts and stores it at most once in ten
seconds, and the table never holds more than the most asked.
"""

import logging
import re
from threading import Lock

from django.db import DatabaseError, models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from images.locks import without_waiting

MOST_ADDRESSES = 500
MOST_COLLECTED = 200
PAUSE = 10  # seconds
MAX_LENGTH = 500

# What nobody follows a link to; scanners ask for it all day.
_SCANNED = re.compile(r"/(\.|wp-|cgi-bin|xmlrpc|phpmyadmin|vendor/|actuator)", re.IGNORECASE)

logger = logging.getLogger(__name__)


class NotFoundAddress(models.Model):
    """An address at which there is nothing, and how often it was asked for."""

    path = models.CharField(_("address"), max_length=MAX_LENGTH, unique=True)
    count = models.PositiveIntegerField(_("times asked"), default=0)
    last_asked = models.DateTimeField(_("last asked"))

    class Meta:
        default_permissions = ("view", "delete")
        ordering = ["-count", "-last_asked"]
        verbose_name = _("address not found")
        verbose_name_plural = _("addresses not found")

    def __str__(self):
        return self.path


_lock = Lock()
_collected: dict[str, int] = {}
_stored_at = None


def note(path: str) -> None:
    """Count that `path` was asked for in vain. Never raises: whoever asked gets the same answer in any case."""
    if len(path) > MAX_LENGTH or not path.isprintable() or _SCANNED.search(path):
        return
    due = _collect(path, timezone.now())
    if due:
        try:
            with without_waiting():
                _store(due)
        except DatabaseError as error:
            logger.warning("Addresses not found could not be counted: %s", error)


def _collect(path, now):
    """Add to what is collected; gives all of it when it is time to store it."""
    global _stored_at
    with _lock:
        if path in _collected or len(_collected) < MOST_COLLECTED:
            _collected[path] = _collected.get(path, 0) + 1
        if _stored_at and abs((now - _stored_at).total_seconds()) < PAUSE:
            return None
        _stored_at = now
        due = dict(_collected)
        _collected.clear()
        return due


def _store(counts):
    now = timezone.now()
    with transaction.atomic():
        known = NotFoundAddress.objects.filter(path__in=counts).values_list("path", flat=True)
        new = counts.keys() - set(known)
        for path in counts.keys() - new:
            NotFoundAddress.objects.filter(path=path).update(count=F("count") + counts[path], last_asked=now)
        NotFoundAddress.objects.bulk_create(
            [NotFoundAddress(path=path, count=counts[path], last_asked=now) for path in new], ignore_conflicts=True
        )
        _keep_the_most_and_the_latest()


def _keep_the_most_and_the_latest():
    """A fifth of the room is for what was asked last, or nothing new would ever be counted twice."""
    for_latest = MOST_ADDRESSES // 5
    most = NotFoundAddress.objects.values("pk")[: MOST_ADDRESSES - for_latest]
    latest = NotFoundAddress.objects.order_by("-last_asked", "-pk").values("pk")[:for_latest]
    NotFoundAddress.objects.exclude(pk__in=most).exclude(pk__in=latest).delete()
