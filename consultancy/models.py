"""The tables of the roof: what is derived from the content of the rooms, and numbers about the whole site."""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class SearchEntry(models.Model):
    """An item whose words are kept in the search index, under this primary key, as it was when it last `changed`.

    Made anew from the content at any time.
    The index itself holds no texts: it needs `words` again to forget them. `fts5.words` packs and unpacks these.
    """

    kind = models.CharField(max_length=20)
    item_id = models.PositiveBigIntegerField()
    version = models.CharField(max_length=40)
    changed = models.DateTimeField(null=True)
    words = models.BinaryField(default=bytes)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "item_id"], name="one_search_entry_per_item")]

    def __str__(self):
        return f"{self.kind} {self.item_id}"


class Reading(models.Model):
    """How often an item was read on a day of the site's time zone; by its lasting uuid, so that it outlives the row."""

    day = models.DateField()
    item_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+", db_index=False)
    item_uuid = models.UUIDField()
    count = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["day", "item_type", "item_uuid"], name="one_number_per_item_and_day")
        ]

    def __str__(self):
        return f"{self.day}: {self.count}"
