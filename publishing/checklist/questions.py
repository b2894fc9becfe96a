"""The questions about all items, as one query: each part gives rows of the same columns."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, Count, F, IntegerField, Max, Q, QuerySet, Value, When

from images.models import Image
from publishing.confirmations import stale
from publishing.findings import RULES, KeptFinding, rank
from publishing.models import Publishable, Reference, Status, publishables

_BY_RANK = Case(
    *(When(rule=rule, then=place) for place, rule in enumerate(RULES)),
    default=len(RULES),
    output_field=IntegerField(),
)


def rows(models: Sequence[Any], *, drafts: bool, without: str = "") -> QuerySet:
    """What is amiss with items of these models, worst first, as mappings; but for what the rule `without` says.

    `told` is the rule, `in_field` and `what` as in `Finding`; `on_type` and `on_key` are the item, `to_type` and
    `to_key` the item that it refers to, else 0.
    """
    first, *others = _parts(models, drafts, without)
    return first.union(*others, all=True).order_by("place", "on_type", "on_key")


def of_items(models: Sequence[Any], *, drafts: bool) -> Q:
    """The condition that the `source` of a row is public or waits for its moment; with `drafts` drafts too."""
    condition = Q(pk__in=[])
    for model in filter(_is_publishable, models):
        every = model._default_manager
        unseen = every.filter(status=Status.DRAFT) if drafts else every.none()
        items = every.published() | every.scheduled() | unseen
        condition |= Q(source_type=_type(model), source_id__in=items.order_by().values("pk"))
    return condition


def constant(value: int | str) -> Value:
    """A value in a column of a query."""
    return Value(value, output_field=CharField() if isinstance(value, str) else IntegerField())


def _parts(models, drafts, without) -> Iterator[QuerySet]:
    yield _kept(models, drafts)
    yield _not_public(of_items(models, drafts=drafts))
    for model in filter(_is_publishable, models):
        if model._meta.get_field("title").editable:
            yield _same_titles(model)
        if model.timeless and without != "stale":
            yield _stale(model)
    if Image in models:
        picture = {"in_field": "alternative_text", "what": F("title"), "on_type": _type(Image)}
        yield _columns(Image.objects.to_describe(), "undescribed", **picture)


def _kept(models, drafts):
    to_fill_in = of_items(models, drafts=True) & Q(rule="to_fill_in")
    kept = KeptFinding.objects.filter(of_items(models, drafts=drafts) | to_fill_in)
    source = {"on_type": F("source_type_id"), "on_key": F("source_id")}
    return _columns(kept, F("rule"), place=_BY_RANK, in_field=F("field"), what=F("detail"), **source)


def _not_public(of_source):
    hidden = Q(pk__in=[])
    for model in publishables():
        hidden |= Q(target_type=_type(model)) & ~Q(target_id__in=model._default_manager.published().values("pk"))
    source = {"on_type": F("source_type_id"), "on_key": F("source_id")}
    target = {"to_type": F("target_type_id"), "to_key": F("target_id")}
    return _columns(Reference.objects.filter(hidden & of_source), "not_public", **source, **target)


def _same_titles(model):
    public = model._default_manager.published().order_by()
    groups = public.values("title", "language").annotate(number=Count("pk"), newest=Max("pk")).filter(number__gt=1)
    column = {"in_field": "title", "what": F("title"), "on_type": _type(model), "on_key": F("newest")}
    return _columns(groups, "same_title", **column)


def _stale(model):
    return _columns(stale(model), "stale", on_type=_type(model))


def _columns(queryset, told, **columns):
    usual = {"place": rank(told) if isinstance(told, str) else None, "told": told, "in_field": "text", "what": ""}
    target = {"on_key": F("pk"), "to_type": 0, "to_key": 0}
    every = usual | target | columns
    given = {name: constant(value) if isinstance(value, int | str) else value for name, value in every.items()}
    order = ("place", "told", "in_field", "what", "on_type", "on_key", "to_type", "to_key")
    return queryset.order_by().annotate(**given).values(*order)


def _type(model):
    return ContentType.objects.get_for_model(model).pk


def _is_publishable(model):
    return issubclass(model, Publishable)
