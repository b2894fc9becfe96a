"""What is amiss on the whole site, worst first: the same four queries for any number of items."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, QuerySet
from django.urls import reverse

from images.models import Image
from publishing import references
from publishing.checklist import questions
from publishing.findings import Finding, rank
from publishing.models import BrokenLink, publishables

# Of more than this all are asked for: a database takes no question of any length.
MOST_KEYS = 500


@dataclass(frozen=True)
class Place:
    """A finding, on which item it is, and the address of the very field in the admin."""

    finding: Finding
    model: Any
    key: int
    title: str = ""
    target: tuple[Any, int] | None = None

    @property
    def url(self) -> str:
        name = f"admin:{self.model._meta.app_label}_{self.model._meta.model_name}_change"
        return f"{reverse(name, args=[self.key])}#id_{self.finding.field}"


def places(
    models: Collection[Any] | None = None, *, drafts: bool = False, limit: int | None = None, without: str = ""
) -> tuple[list[Place], int]:
    """What is amiss with the items of these models (by default of all), worst first, and how much there is of it.

    Of what is public or waits for its moment, with `drafts` of drafts too; of places to fill in these are always told.
    At most `limit` are given, and nothing that the rule `without` says where a question of its own asks for that.
    """
    looked_at = [model for model in (*publishables(), Image) if models is None or model in models]
    broken = _broken(questions.of_items(looked_at, drafts=drafts))
    rows = questions.rows(looked_at, drafts=drafts, without=without)
    others = list(map(_place, rows[:limit]))
    found = sorted([*broken, *others], key=lambda place: rank(place.finding.rule))
    return _with_titles(found[:limit]), len(broken) + (rows.count() if len(others) == limit else len(others))


def _place(row):
    target = (_model(row["to_type"]), row["to_key"]) if row["to_type"] else None
    finding = Finding(row["told"], row["in_field"], row["what"])
    return Place(finding, _model(row["on_type"]), row["on_key"], target=target)


def _model(type_id):
    return ContentType.objects.get_for_id(type_id).model_class()


def _broken(condition: Q) -> list[Place]:
    """Links and insertables for which there is nothing; what the site itself answers is known to its code only."""
    is_answered = cache(references.is_answered)
    rows = BrokenLink.objects.filter(condition).order_by("source_type", "source_id", "path")
    return [
        Place(Finding("unknown" if path.startswith("[[") else "no_page", detail=path), _model(type_id), key)
        for type_id, key, path in rows.values_list("source_type", "source_id", "path")
        if path.startswith("[[") or not is_answered(path)
    ]


def _with_titles(found: list[Place]) -> list[Place]:
    """The same with what the items are called, in one query."""
    keys: dict[Any, set[int]] = defaultdict(set)
    for place in found:
        for model, key in filter(None, [(place.model, place.key), place.target]):
            keys[model].add(key)
    named = [_named(model, wanted) for model, wanted in keys.items()]
    rows = named[0].union(*named[1:], all=True) if named else ()
    titles = {(_model(type_id), key): title for type_id, key, title in rows}
    return [_titled(place, titles) for place in found]


def _named(model: Any, keys: Collection[int]) -> QuerySet:
    items = model._base_manager.filter(pk__in=keys) if len(keys) < MOST_KEYS else model._base_manager.all()
    kind = questions.constant(ContentType.objects.get_for_model(model).pk)
    return items.order_by().values_list(kind, F("pk"), F("title"))


def _titled(place: Place, titles: dict[tuple[Any, int], str]) -> Place:
    finding = replace(place.finding, detail=titles[place.target]) if place.target in titles else place.finding
    return replace(place, finding=finding, title=titles[place.model, place.key])
