"""Where a file of the library is used. The rooms above know; they answer a signal, so that this room knows none."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, Model, QuerySet, Value
from django.dispatch import Signal

from trash.consequences import in_the_way

# Sent with `item`; each receiver answers a list of the objects whose text shows that item.
asked_where_used = Signal()

# Sent with `items`, all of one model; each receiver answers what of them its texts show, as `Use`s.
asked_for_uses = Signal()

# The key of an item; the key of the type of what shows it, and its own.
Use = tuple[int, int, int]


def used_in(item: Model) -> list[Model]:
    """The objects whose text shows this picture or document."""
    answers: list[Any] = asked_where_used.send(type(item), item=item)
    return [user for _receiver, users in answers for user in users]


def places_of(item: Model) -> list[Model]:
    """All that shows this picture or document, in a text or in a field of its own, each once."""
    return list(dict.fromkeys([*in_the_way([item]), *used_in(item)]))


def number_of_uses(items: Sequence[Model]) -> Counter[int]:
    """How many objects show each of these items of one model, by its key: a bounded number of queries for all."""
    if not items:
        return Counter()
    model = type(items[0])
    answers: list[Any] = asked_for_uses.send(model, items=items)
    uses: set[Use] = set(_chosen(model, [item.pk for item in items]))
    uses.update(*(answer for _receiver, answer in answers))
    return Counter(item for item, _type, _key in uses)


def _chosen(model: type[Model], keys: Sequence[int]) -> Iterable[Use]:
    """Where a field of another model holds one of these; one query."""
    fields = [relation.field for relation in _relations(model)]
    types = ContentType.objects.get_for_models(*(field.model for field in fields))
    questions = [_holding(field, types[field.model].pk, keys) for field in fields]
    return questions[0].union(*questions[1:], all=True) if questions else ()


def _relations(model: type[Model]) -> list[Any]:
    return [field for field in model._meta.get_fields(include_hidden=True) if field.one_to_many or field.one_to_one]


def _holding(field: Any, type_key: int, keys: Sequence[int]) -> QuerySet[Any, Use]:
    held = field.model._base_manager.filter(**{f"{field.name}__in": keys}).order_by()
    return held.values_list(field.attname, Value(type_key, IntegerField()), "pk")
