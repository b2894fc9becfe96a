"""Into the bin: what is deleted is written down first, with all that depends on it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models, router, transaction
from django.db.models.deletion import Collector

from trash.models import DeletedRow, Deletion
from trash.rows import Fields, fields_of
from trash.signals import put_away

BATCH = 100
# Rows by what tells them apart.
Snapshot = dict[tuple[Any, Any], Fields]


def put(items: Sequence[models.Model], *, by: Any) -> Deletion:
    """Delete `items` (of one model) into the bin, in one transaction; `by` is a user or None.

    The first gives the deletion its name. Their order is that in which they are restored: what stands under another
    comes behind it. Raises ProtectedError or RestrictedError where something else needs one of them,
    ObjectDoesNotExist where the first is there no longer, and ValidationError where a room can't keep what goes along.
    """
    model = type(items[0])
    with transaction.atomic():
        stored = _as_stored(model, [item.pk for item in items])
        collector = collect(stored)
        before = _snapshot(_touched(collector))
        deletion = _write_down(stored, _going_along(collector, model), by)
        collector.delete()
        deletion.changes = list(_changes(before))
        deletion.save(update_fields=["changes"])
    return deletion


def collect(items: Sequence[models.Model]) -> Collector:
    """What deleting these items (of one model) would do. Raises ProtectedError or RestrictedError as `put` does."""
    collector = Collector(router.db_for_write(type(items[0])), origin=items[0])
    collector.collect(items)
    return collector


def losing(collector: Collector) -> list[tuple[Any, Any]]:
    """What stays and loses a reference, as (field, item)."""
    going = {(model, item.pk) for model, items in collector.data.items() for item in items}
    updates: Any = collector.field_updates
    groups = ((field, group) for (field, _value), groups in updates.items() for group in groups)
    return [(field, item) for field, group in groups for item in group if (field.model, item.pk) not in going]


def _as_stored(model, keys):
    found = model._base_manager.in_bulk(keys)
    if keys[0] not in found:
        raise ObjectDoesNotExist
    return [found[key] for key in keys if key in found]


def _touched(collector) -> dict[Any, set]:
    keys: dict[Any, set] = defaultdict(set)
    for field, item in losing(collector):
        keys[field.model].add(item.pk)
    return keys


def _snapshot(keys_by_model) -> Snapshot:
    found: Snapshot = {}
    for model, keys in keys_by_model.items():
        instances = list(model._base_manager.filter(pk__in=keys))
        found |= {
            (model, instance.pk): fields for instance, fields in zip(instances, fields_of(instances), strict=True)
        }
    return found


def _going_along(collector, model):
    """What depends on the items and goes with them, each row behind those that it depends on."""
    collector.sort()
    for other in reversed(collector.data):
        if other is not model:
            yield from collector.data[other]
    for queryset in collector.fast_deletes:
        yield from queryset


def _write_down(items: Sequence[Any], dependent: Iterable[models.Model], by) -> Deletion:
    first = items[0]
    deletion = Deletion.objects.create(
        title=str(first)[:300],
        kind=first._meta.label_lower,
        key=first.pk,
        number=len(items),
        by=by,
        needs_publisher=getattr(first, "needs_publisher", False),
    )
    extras = _extras(items)
    rows = [*_rows(items, is_item=True, extras=extras), *_rows(list(dependent))]
    for place, row in enumerate(rows):
        row.deletion, row.place = deletion, place
    DeletedRow.objects.bulk_create(rows, batch_size=BATCH)
    return deletion


def _extras(items):
    extras: dict[Any, dict] = defaultdict(dict)
    for _receiver, answer in put_away.send(sender=type(items[0]), items=items):
        for key, kept in (answer or {}).items():
            extras[key] |= kept
    return extras


def _rows(instances, *, is_item=False, extras=None):
    for instance, fields in zip(instances, fields_of(instances), strict=True):
        kept = extras.get(instance.pk, {}) if extras else {}
        kind = instance._meta.label_lower
        yield DeletedRow(kind=kind, key=instance.pk, is_item=is_item, fields=fields, extras=kept)


def _changes(before: Snapshot):
    """What is different now, whichever part of the deletion did it."""
    keys = defaultdict(set)
    for model, key in before:
        keys[model].add(key)
    for (model, key), after in _snapshot(keys).items():
        was = before[model, key]
        names = [name for name in was if was[name] != after[name]]
        if names:
            pair = {"before": {name: was[name] for name in names}, "after": {name: after[name] for name in names}}
            yield {"model": model._meta.label_lower, "pk": key, **pair}
