"""Links that show an item to somebody before visitors see it: unguessable, for some time, withdrawn at any moment."""

import secrets
from datetime import datetime, timedelta
from string import ascii_uppercase
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils import timezone

# Capitals only: no slug holds one, so that no page can ever stand at the address of a link.
TOKEN_LENGTH = 28  # 131 bits
DAYS = (1, 14, 60)
USUAL_DAYS = 14

# A `Publishable`, which stands a floor higher.
Item = Any


def new_token() -> str:
    """What nobody guesses: a hundred and thirty bits from the system's own source."""
    return "".join(secrets.choice(ascii_uppercase) for _letter in range(TOKEN_LENGTH))


class SharedPreviewQuerySet(models.QuerySet["SharedPreview"]):
    """Questions about links, latest first."""

    def of(self, item: Item) -> "SharedPreviewQuerySet":
        """Those of one item."""
        return self.filter(item_type=ContentType.objects.get_for_model(item), item_uuid=item.uuid)

    def usable(self, at: datetime | None = None) -> "SharedPreviewQuerySet":
        """Those that still show something at a moment, by default now."""
        return self.filter(withdrawn=None, expires__gt=at or timezone.now())

    def share(self, item: Item, by: Any, days: int) -> "SharedPreview":
        """Make a link to a stored item for so many days."""
        return self.create(
            item_type=ContentType.objects.get_for_model(item),
            item_uuid=item.uuid,
            by=by,
            expires=timezone.now() + timedelta(days=days),
        )


class SharedPreview(models.Model):
    """One link. It finds its item by the lasting `uuid`: what comes back from the bin is shown again."""

    item_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    item_uuid = models.UUIDField()
    token = models.CharField(max_length=TOKEN_LENGTH, unique=True, default=new_token)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField(db_index=True)
    withdrawn = models.DateTimeField(null=True)

    objects = SharedPreviewQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["-pk"]
        indexes = [models.Index(fields=["item_type", "item_uuid"], name="links_to_an_item")]

    def __str__(self):
        return f"{self.item_type} {self.created:%Y-%m-%d}"

    @property
    def address(self) -> str:
        """The absolute address to give away."""
        return settings.SITE_URL + reverse("concept", args=[self.token])

    @property
    def item(self) -> Item | None:
        """What it shows, as stored; None where that is deleted."""
        model: Any = self.item_type.model_class()
        return model and model._default_manager.filter(uuid=self.item_uuid).first()


def delete_old_links() -> None:
    """Delete the links whose time is over."""
    SharedPreview.objects.filter(expires__lte=timezone.now()).delete()
