"""Where imported items came from, so that an import run twice changes nothing and never overwrites later edits."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Origin(models.Model):
    """An item that was made by an import."""

    source = models.CharField(max_length=500, unique=True)
    item_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    item_id = models.PositiveBigIntegerField()
    item = GenericForeignKey("item_type", "item_id")
    source_digest = models.CharField(max_length=64)
    item_digest = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["item_type", "item_id"])]

    def __str__(self):
        return self.source
