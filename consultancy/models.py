"""The one table of the roof: derived from the content of the rooms, and made anew from it at any time."""

from django.db import models


class SearchEntry(models.Model):
    """An item whose words are kept in the search index, under this primary key, as it was when it last `changed`.

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
