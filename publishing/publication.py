"""When visitors see an item: from its moment of publication on, and until its end where it has one.

The end is called `expires_at`, after Wagtail's `expire_at` and schema.org's `expires`. Nothing runs at these moments:
each question is answered by the clock.
"""

from datetime import MAXYEAR, MINYEAR, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def within_calendar(moment: datetime) -> None:
    """Refuse a moment that can't be told in every time zone: raises ValidationError."""
    if not MINYEAR < moment.year < MAXYEAR:
        raise ValidationError(_("That moment is too far away."), code="beyond_calendar")


class Status(models.TextChoices):
    """What is stored. A published item is called scheduled before its moment, and expired after its end."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    ARCHIVED = "archived", _("archived")


class PublicationQuerySet(models.QuerySet):
    """What is public, or will be, or was until its end; at a moment (an aware datetime), by default now."""

    def published(self, at=None):
        """What visitors may see."""
        at = at or timezone.now()
        return self._not_expired(at).filter(published_at__lte=at)

    def scheduled(self, at=None):
        """What waits for its moment."""
        at = at or timezone.now()
        return self._not_expired(at).filter(published_at__gt=at)

    def expired(self, at=None):
        """What visitors saw until its end."""
        return self.filter(status=Status.PUBLISHED, expires_at__lte=at or timezone.now())

    def ever_public(self, at=None):
        """What visitors see or have seen: its address may be kept by somebody."""
        appeared = models.Q(status=Status.PUBLISHED, published_at__lte=at or timezone.now())
        return self.filter(models.Q(was_public=True) | appeared)

    def _not_expired(self, at):
        open_ended = models.Q(expires_at=None)
        return self.filter(open_ended | models.Q(expires_at__gt=at), status=Status.PUBLISHED)

    def next_moment(self, after=None):
        """When the next of these appears or disappears (an aware datetime), or None; one query."""
        after = after or timezone.now()
        coming = {
            name: models.Min(name, filter=models.Q(**{f"{name}__gt": after})) for name in ("published_at", "expires_at")
        }
        found = self.filter(status=Status.PUBLISHED).aggregate(**coming)
        return min(filter(None, found.values()), default=None)


class Publication(models.Model):
    """What is stored of this, and what follows from it at the present moment."""

    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT, db_index=True)
    published_at = models.DateTimeField(
        _("visible from"),
        null=True,
        blank=True,
        validators=[within_calendar],
        help_text=_("Visitors see it from this moment on. Empty: at once."),
    )
    expires_at = models.DateTimeField(
        _("visible until"),
        null=True,
        blank=True,
        validators=[within_calendar],
        help_text=_("From this moment on visitors don't see it any more; it is kept here. Empty: it stays."),
    )
    was_public = models.BooleanField(default=False, editable=False)

    # Of the publishable that this is a part of.
    stored: Any

    # Whether the site can do without it.
    may_be_hidden = True

    class Meta:
        abstract = True

    @property
    def is_published(self) -> bool:
        """Whether visitors see it now: `published()` for one item at hand."""
        return self.has_appeared and not self.is_expired

    @property
    def is_scheduled(self) -> bool:
        """Whether it waits for its moment."""
        waits = self.status == Status.PUBLISHED and self.published_at is not None and not self.has_appeared
        return waits and not self.is_expired

    @property
    def is_expired(self) -> bool:
        """Whether its end has passed."""
        return self.status == Status.PUBLISHED and self.expires_at is not None and self.expires_at <= timezone.now()

    @property
    def has_appeared(self) -> bool:
        """Whether its moment has come, also where its end has too."""
        return self.status == Status.PUBLISHED and self.published_at is not None and self.published_at <= timezone.now()

    @property
    def ever_public(self) -> bool:
        """Whether visitors see it or have seen it: its address may be kept by somebody."""
        return self.was_public or self.has_appeared

    @property
    def needs_publisher(self) -> bool:
        """Whether a change of it reaches visitors, now or at its moment."""
        return self.ever_public or self.is_scheduled

    def publish(self) -> None:
        """Make it public now, not yet stored: what was public keeps its moment, and an end that has passed goes."""
        self.status = Status.PUBLISHED
        if self.is_expired:
            self.expires_at = None
        if self.published_at is None or self.is_scheduled:
            self.published_at = timezone.now()

    def clean(self):
        super().clean()
        self.clean_end()

    def clean_end(self):
        """Refuse an end that leaves visitors nothing to see: raises ValidationError."""
        if self.expires_at and self.published_at and self.expires_at <= self.published_at:
            raise ValidationError({"expires_at": _("This end comes before the beginning. Choose a later moment.")})
        if self.is_expired and not self._had_expired():
            message = _("This end has passed, so visitors would not see it. Choose a later moment, or leave it empty.")
            raise ValidationError({"expires_at": message})

    def _had_expired(self):
        """What has ended can still be edited as it is."""
        stored = self.stored()
        return stored is not None and stored.is_expired and stored.expires_at == self.expires_at
