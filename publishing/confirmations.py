"""What is timeless is to be looked at once a year: saved anew, or read in its form and confirmed to be still true."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

A_YEAR = timedelta(days=365)
# A `Publishable`, which stands a floor higher.
Item = Any


class Confirmation(models.Model):
    """When somebody last said that all of an item is still true. By its lasting uuid, so that it outlives the row."""

    item_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    item_uuid = models.UUIDField()
    moment = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["item_type", "item_uuid"], name="one_confirmation_per_item")]

    def __str__(self):
        return f"{self.item_uuid}: {self.moment:%Y-%m-%d}"


def confirm(item: Item, by: Any) -> None:
    """Keep that this user has read all of a stored item and found it true. Nothing of what visitors see changes."""
    present = {"moment": timezone.now(), "by": by}
    kind = ContentType.objects.get_for_model(item)
    Confirmation.objects.update_or_create(item_type=kind, item_uuid=item.uuid, defaults=present)


def looked_at(item: Item) -> datetime:
    """When somebody last saved or confirmed a stored item; one query."""
    kind = ContentType.objects.get_for_model(item)
    confirmed = Confirmation.objects.filter(item_type=kind, item_uuid=item.uuid).values_list("moment", flat=True)
    return max(item.changed, confirmed.first() or item.changed)


def is_stale(item: Item) -> bool:
    """Whether visitors see an item that nobody has looked at for a year, though it is to be true today."""
    old = timezone.now() - A_YEAR
    return bool(item.timeless and item.is_published and item.changed < old and looked_at(item) < old)


def stale(model: Any) -> models.QuerySet:
    """The items of a model for which that holds."""
    old = timezone.now() - A_YEAR
    kind = ContentType.objects.get_for_model(model)
    confirmed = Confirmation.objects.filter(item_type=kind, item_uuid=models.OuterRef("uuid"), moment__gte=old)
    public = model._default_manager.published().filter(changed__lt=old)
    return public.exclude(models.Exists(confirmed)) if model.timeless else public.none()
