"""What lies in the bin: each deletion with the rows that it took away."""

from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trash.signals import purged

KEPT_FOR = timedelta(days=60)


class DeletionQuerySet(models.QuerySet):
    """Questions about the bin."""

    def outdated(self):
        """What has lain there as long as is promised."""
        return self.filter(moment__lt=timezone.now() - KEPT_FOR)

    def holding(self, model, keys):
        """The deletions in which these items lie."""
        rows = DeletedRow.objects.filter(kind=model._meta.label_lower, key__in=keys)
        return self.filter(pk__in=rows.values("deletion"))


class Deletion(models.Model):
    """Something that was deleted and can be brought back: an item, with all that went along.

    `number` is that of the items, it among them. `changes` holds what the deletion altered in rows that stayed, as
    [{"model", "pk", "before", "after"}].
    """

    title = models.CharField(_("what"), max_length=300)
    kind = models.CharField(_("kind"), max_length=100, db_index=True)
    key = models.BigIntegerField()
    number = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("deleted by")
    )
    moment = models.DateTimeField(_("deleted on"), default=timezone.now, db_index=True)
    needs_publisher = models.BooleanField(default=False)
    changes = models.JSONField(default=list)

    objects = DeletionQuerySet.as_manager()

    class Meta:
        # Who may delete a kind of item may bring it back: `trash.permissions`.
        default_permissions = ()
        ordering = ["-moment", "-pk"]
        verbose_name = _("deleted item")
        verbose_name_plural = _("deleted items")

    def __str__(self):
        return self.title

    @property
    def end(self) -> datetime:
        """Until when it can be brought back."""
        return self.moment + KEPT_FOR

    @property
    def days_left(self) -> int:
        """The days until then, by the calendar; 0 on the last."""
        return max(0, (timezone.localdate(self.end) - timezone.localdate()).days)

    @property
    def name(self) -> str:
        """Its title, and how many items went along."""
        below = self.number - 1
        if not below:
            return self.title
        return ngettext("%(title)s, with %(below)d below it", "%(title)s, with %(below)d below it", below) % {
            "title": self.title,
            "below": below,
        }

    @property
    def model(self) -> Any:
        """The kind of item that it is; None where the site no longer has that kind."""
        return model_of(self.kind)

    @property
    def kind_in_words(self) -> str:
        """Its kind as the admin calls it."""
        return capfirst(str(self.model._meta.verbose_name)) if self.model else self.kind

    def purge(self) -> None:
        """Delete it for good, in one transaction."""
        with transaction.atomic():
            rows = self.rows.order_by("kind")
            for kind, of_kind in groupby(rows, key=lambda row: row.kind):
                if model := model_of(kind):
                    purged.send(sender=model, rows=list(of_kind))
            self.delete()


def model_of(kind: str) -> Any:
    """The model with this label, or None."""
    try:
        return apps.get_model(kind)
    except LookupError:
        return None


class DeletedRow(models.Model):
    """A row that a deletion took away. `is_item`: it was asked to be deleted, not one that depends on such a row.

    `fields` are as Django's serializers write them, `extras` what the rooms keep beside it.
    """

    deletion = models.ForeignKey(Deletion, models.CASCADE, related_name="rows")
    place = models.PositiveIntegerField()
    kind = models.CharField(max_length=100)
    key = models.BigIntegerField()
    is_item = models.BooleanField(default=False)
    fields = models.JSONField()
    extras = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()
        ordering = ["place", "pk"]
        indexes = [models.Index(fields=["kind", "key"])]

    def __str__(self):
        return f"{self.kind} {self.key}"
