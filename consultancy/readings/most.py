"""What was read most in the last thirty days, beside the thirty days before."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, Min, Q, Sum, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from consultancy.models import Reading

DAYS = 30
SHOWN = 5


class Trend:
    """How a number differs from the one before; where counting is younger nothing can be said of that."""

    count: int
    before: int | None

    @property
    def more(self) -> int:
        return max(0, self.count - self.before) if self.before is not None else 0

    @property
    def fewer(self) -> int:
        return max(0, self.before - self.count) if self.before is not None else 0


@dataclass(frozen=True)
class Read(Trend):
    """An item, its form in the admin, and how often it was read in both periods."""

    title: str
    url: str
    count: int
    before: int | None


@dataclass(frozen=True)
class ReadLately(Trend):
    """What was read most, and all readings together; of the period before nothing where counting is younger."""

    items: list[Read]
    count: int = 0
    before: int | None = None
    since: date | None = None


def most_read(models: Collection[Any]) -> ReadLately:
    """Of items of these models; three queries at most."""
    types = [kind.pk for kind in ContentType.objects.get_for_models(*models).values()] if models else []
    today = timezone.localdate()
    lately, earlier = Q(day__gt=today - timedelta(days=DAYS)), Q(day__lte=today - timedelta(days=DAYS))
    sums = {"now": Coalesce(Sum("count", filter=lately), 0), "then": Coalesce(Sum("count", filter=earlier), 0)}
    counted = Reading.objects.filter(item_type__in=types, day__gt=today - timedelta(days=2 * DAYS))
    total = counted.aggregate(**sums, since=Min("day"))
    if not total["now"]:
        return ReadLately([])
    rows = counted.values("item_type", "item_uuid").annotate(**sums).order_by("-now", "item_uuid")
    items = _named(list(rows.filter(now__gt=0)[: 2 * SHOWN]))
    # Of less than half of the earlier period nothing can be said.
    young = total["since"] > today - timedelta(days=2 * DAYS - 5)
    return ReadLately(items[:SHOWN], total["now"], None if young else total["then"], total["since"])


def _named(rows) -> list[Read]:
    """The items of these rows that still exist, in the same order; one query."""
    wanted: dict[int, set[Any]] = defaultdict(set)
    for row in rows:
        wanted[row["item_type"]].add(row["item_uuid"])
    parts = [_titles(type_id, uuids) for type_id, uuids in wanted.items()]
    found = {uuid: (type_id, key, title) for type_id, uuid, key, title in parts[0].union(*parts[1:], all=True)}
    return [_read(row, *found[row["item_uuid"]]) for row in rows if row["item_uuid"] in found]


def _titles(type_id, uuids):
    items = ContentType.objects.get_for_id(type_id).model_class()._default_manager.filter(uuid__in=uuids)
    kind = Value(type_id, output_field=IntegerField())
    return items.order_by().annotate(kind=kind).values_list("kind", "uuid", "pk", "title")


def _read(row, type_id, key, title):
    options = ContentType.objects.get_for_id(type_id).model_class()._meta
    form = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[key])
    return Read(title, form, row["now"], row["then"])
