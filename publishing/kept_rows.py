"""Rows that tell something of a source, such as what its text refers to: brought up to date for many at once."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

Row = tuple[Any, ...]


def keep_exactly(model: Any, names: tuple[str, ...], wanted: Mapping[models.Model, Iterable[Row]]) -> None:
    """Keep exactly these rows of each source, each row given by its fields `names`; the sources are of one kind.

    One query where nothing changed, whatever the number of sources.
    """
    source_type = ContentType.objects.get_for_model(next(iter(wanted)))
    kept = model.objects.filter(source_type=source_type, source_id__in=[source.pk for source in wanted])
    names = ("source_id", *names)
    rows = {(source.pk, *row) for source, of_source in wanted.items() for row in of_source}
    present = {tuple(row): pk for pk, *row in kept.values_list("pk", *names)}
    if gone := present.keys() - rows:
        kept.filter(pk__in=[present[row] for row in gone]).delete()
    new = sorted(rows - present.keys())
    model.objects.bulk_create(model(source_type=source_type, **dict(zip(names, row, strict=True))) for row in new)
