"""The index follows the items, in the transaction of each save and deletion, and can be made anew from them."""

from collections.abc import Iterator
from itertools import islice

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from consultancy.search.documents import BY_MODEL, KINDS, Kind, document
from consultancy.search.index import Index, current
from publishing.models import stored_together

# So few at a time that nobody who saves meanwhile waits long.
BATCH = 100


def follow() -> None:
    """From now on follow every save and deletion of what can be found."""
    for kind in KINDS:
        post_save.connect(_keep, sender=kind.model)
        stored_together.connect(_keep_all, sender=kind.model)
        post_delete.connect(_forget, sender=kind.model)


def _keep(instance, raw=False, **_signal) -> None:
    # A row that is stored raw, as from the bin, is brought up to date with others.
    if not raw:
        _keep_all([instance])


def _keep_all(items, **_signal) -> None:
    if index := _standing():
        index.put(map(document, items))


def _forget(instance, **_signal) -> None:
    if index := _standing():
        index.remove(BY_MODEL[type(instance)].name, [instance.pk])


def _standing() -> Index | None:
    index = current()
    return index if index and index.exists() else None


def rebuild() -> int | None:
    """Make the index anew from all items, in short transactions, while the site runs; their number.

    None where this site has no index.
    """
    index = _standing()
    return sum(_rebuild(index, kind) for kind in KINDS) if index else None


def refresh() -> None:
    """Make the index anew where it does not hold the items as they are, or was made by another version of the site."""
    index = _standing()
    if index and not index.is_complete():
        rebuild()


def _rebuild(index: Index, kind: Kind) -> int:
    number = 0
    for ids in _batches(kind):
        with transaction.atomic():
            items = list(kind.model.objects.filter(pk__in=ids))
            index.put(map(document, items))
        number += len(items)
    with transaction.atomic():
        index.keep_only(kind.name, kind.model.objects.values_list("pk", flat=True))
    return number


def _batches(kind: Kind) -> Iterator[list[int]]:
    ids = iter(list(kind.model.objects.order_by("pk").values_list("pk", flat=True)))
    while batch := list(islice(ids, BATCH)):
        yield batch
