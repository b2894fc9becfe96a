"""What another address of an item brings about, told before it is given. Nothing is stored here."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.forms import ModelChoiceField

from publishing.models import Redirect, Reference

# So many are named, the rest is counted.
MOST_NAMED = 20
# Of so many old addresses below the new one it is seen whether they are needed.
MOST_LOOKED_AT = 500

# An item with an address of its own, a `WebPage`.
Item = Any


@dataclass(frozen=True)
class Some:
    """Some of many: those that are named, and how many there are in all."""

    named: Sequence[Any] = ()
    count: int = 0

    @property
    def more(self) -> int:
        return self.count - len(self.named)


@dataclass(frozen=True)
class Change:
    """An item whose address changes; where it was public, the old one leads to the new."""

    item: Item
    old: str
    new: str
    leads_on: bool


@dataclass(frozen=True)
class Consequences:
    """What follows where `item` is stored as it is at hand; of a new one only where it will stand.

    `changes` are the addresses that change, the item's own first. `taken` are old addresses of something else that
    end, as they become those of what changes. `links` and `buttons` lead here, or to what stands below, and follow.
    """

    item: Item
    former: Item
    old: str = ""
    new: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)
    changes: Some = Some()
    led_on: int = 0
    below: int = 0
    taken: Some = Some()
    links: Some = Some()
    buttons: Some = Some()

    @property
    def moves(self) -> bool:
        """Whether the address of something that is stored changes."""
        return bool(self.old) and self.old != self.new and not self.faults

    @property
    def is_live(self) -> bool:
        """Whether visitors see it now or at a moment to come: then its slug waits for “Publish”."""
        former = self.former
        return former is not None and (former.is_published or former.is_scheduled)

    @property
    def waits(self) -> bool:
        """Whether the last part of the address changes only when the item is published anew."""
        return self.moves and self.is_live and _last_part(self.old) != _last_part(self.new)

    @property
    def is_split(self) -> bool:
        """Whether what comes before that changes too, which takes effect at once."""
        return self.waits and self.old.removesuffix(_last_part(self.old)) != self.new.removesuffix(_last_part(self.new))

    @property
    def pointed_at(self) -> bool:
        """Whether anything leads here."""
        return bool(self.links.count or self.buttons.count or self.item.menu_place or self.item.translation)


def consequences(item: Item, faults: Mapping[str, str] | None = None, *, former: Item = None) -> Consequences:
    """Those of storing `item` as it is at hand; `faults` are sentences by field about what was typed, if any.

    `former` is the item as it is stored, asked for where it is not given. The queries, about ten, are as many for a
    large branch as for none, and no more of it is read than is named.
    """
    former = former or item.stored()
    found = {**({} if _stays(item, former) else place_faults(item)), **(faults or {})}
    if former is None:
        return _of_new(item, found)
    branch = former.branch()
    here = type(former)._default_manager.filter(pk=former.pk) | branch
    below, old = branch.count(), former.get_absolute_url()
    new = old if found else item.get_absolute_url()
    return Consequences(
        item=item,
        former=former,
        old=old,
        new=new,
        faults=found,
        changes=_changes(former, branch, old, new, below),
        led_on=here.ever_public().count() if old != new else 0,
        below=below,
        taken=_taken(former, old, new),
        links=_links_to(former, here),
        buttons=_some(type(former).with_button_to(here.order_by().values("pk"))),
    )


def _of_new(item, faults):
    if faults:
        return Consequences(item, None, faults=faults)
    new = item.get_absolute_url()
    redirects = Redirect.objects.filter(path=new).prefetch_related("target")
    return Consequences(item, None, new=new, taken=Some(redirects, len(redirects)))


def _stays(item, former):
    """Whether all that decides its place is as it is stored."""
    names = [item._meta.get_field(name).attname for name in item.place_fields]
    return former is not None and all(getattr(item, name) == getattr(former, name) for name in names)


def _last_part(address):
    return address.rstrip("/").rpartition("/")[2] + "/"


def place_faults(item: Item) -> dict[str, str]:
    """Why an item can't stand where it is put, as {field: sentence}; its address is settled by this where it can."""
    try:
        item.clean_place()
    except ValidationError as refusal:
        return {name: " ".join(sentences) for name, sentences in refusal.message_dict.items()}
    return {}


def as_typed(item: Item, data: Mapping[str, str]) -> tuple[Item, dict[str, str]]:
    """The item with what `data` has for the fields that decide its place, and what is wrong with those."""
    typed, faults = copy(item), {}
    for name in item.place_fields:
        model_field = item._meta.get_field(name)
        if name not in data or not model_field.editable:
            continue
        try:
            _take(typed, model_field, data[name])
        except ValidationError as refusal:
            if getattr(refusal, "code", "") not in ("blank", "null"):
                faults[name] = " ".join(refusal.messages)
    return typed, faults


def _take(item, field, written):
    """Raises ValidationError where this can be no value of the field."""
    if not field.related_model:
        setattr(item, field.name, field.clean(written or field.get_default(), item))
        return
    key = field.target_field.to_python(written or None)
    other = None if key is None else field.related_model._default_manager.filter(pk=key).first()
    if other is None and key is not None:
        raise ValidationError(ModelChoiceField.default_error_messages["invalid_choice"], params={"value": written})
    setattr(item, field.name, other)


def _changes(former, branch, old, new, below):
    if old == new:
        return Some()
    named = [former, *branch.defer("text", "body_html")[: MOST_NAMED - 1]]
    moved = [(item, item.get_absolute_url()) for item in named]
    changes = [Change(item, at, new + at.removeprefix(old), item.ever_public) for item, at in moved]
    return Some(changes, 1 + below)


def _taken(former, old, new):
    """The old addresses that lead to something else, or to nothing any more, and come to belong to this branch."""
    if old == new and former.ever_public:
        return Some()  # nothing leads on from where visitors find something
    leading = Redirect.objects.filter(path__startswith=new).prefetch_related("target")[:MOST_LOOKED_AT]
    by_former = {old + redirect.path.removeprefix(new): redirect for redirect in leading}
    standing = former.at_addresses(by_former) if by_former else {}
    taken = [by_former[at] for at, item in standing.items() if by_former[at].target != item]
    return Some(taken[:MOST_NAMED], len(taken))


def _links_to(former, here):
    """The items whose text links to any of these, but for the one that is changed itself."""
    target_type = ContentType.objects.get_for_model(former)
    references = Reference.objects.filter(target_type=target_type, target_id__in=here.order_by().values("pk"))
    others = references.exclude(source_type=target_type, source_id=former.pk).order_by("source_type", "source_id")
    keys = list(others.values_list("source_type", "source_id").distinct())
    return Some(_loaded(keys[:MOST_NAMED]), len(keys))


def _loaded(keys):
    by_type = defaultdict(list)
    for source_type, key in keys:
        by_type[source_type].append(key)
    models = {ContentType.objects.get_for_id(one).model_class(): ids for one, ids in by_type.items()}
    return [item for model, ids in models.items() for item in model._base_manager.filter(pk__in=ids).defer("text")]


def _some(items):
    """Those that are named, in one query; counted in another where there are more."""
    named = list(items.defer("text", "body_html")[: MOST_NAMED + 1])
    return Some(named[:MOST_NAMED], len(named) if len(named) <= MOST_NAMED else items.count())
