"""The items that wait or are coming: two queries for all parts of the page, however many items there are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse

from consultancy.start.rights import changed_by, published_by
from images.models import Image
from pages.models import Page
from publishing.confirmations import Confirmation, stale
from publishing.models import Revision, Status, publishables
from testimonials.models import Testimonial

SHOWN = 6


@dataclass(frozen=True)
class Line:
    """An item in one part of the page: since or from when, by whom where that is known, and a yes or no of the part."""

    part: str
    model: Any
    key: int
    title: str
    moment: datetime
    who: str
    flag: bool

    @property
    def url(self) -> str:
        """Its form."""
        return reverse(f"admin:{self.model._meta.app_label}_{self.model._meta.model_name}_change", args=[self.key])

    @property
    def kind(self) -> str:
        """What it is, for within a sentence."""
        return str(self.model._meta.verbose_name)


@dataclass(frozen=True)
class Part:
    """A part of the page: the first lines, and how many there are in all."""

    lines: list[Line]
    number: int

    @property
    def more(self) -> int:
        return self.number - len(self.lines)

    def __bool__(self):
        return bool(self.lines)


@dataclass(frozen=True)
class _Question:
    """The items of a model that belong into a part, in its order, and what their lines say."""

    part: str
    items: QuerySet
    order: str
    moment: Any
    flag: Any = False


def parts_for(user: Any) -> tuple[dict[str, Part], int]:
    """The parts of the page by name, as far as this user may touch what they name; and how many items there are."""
    asked = list(_questions(user))
    numbers = _numbers(asked)
    lines: dict[str, list[Line]] = defaultdict(list)
    for line in _lines(asked):
        lines[line.part].append(line)
    parts = {name: Part(_in_order(name, found)[:SHOWN], numbers[name]) for name, found in lines.items()}
    return parts, numbers["all"]


def _in_order(name, lines):
    return sorted(lines, key=lambda line: line.moment, reverse=name in ("drafts", "testimonials"))


def _questions(user) -> Iterator[_Question]:
    deciding = published_by(user)
    for model in changed_by(user):
        items = model._default_manager
        drafts = items.filter(status=Status.DRAFT)
        # What was public before is for whoever may publish it again.
        drafts = drafts if model in deciding else drafts.filter(was_public=False)
        if model is Testimonial:
            yield _Question("testimonials", drafts, "-changed", F("changed"), Q(consent_on__isnull=False))
        else:
            yield _Question("drafts", drafts, "-changed", F("changed"))
    for model in deciding:
        yield from _of_live_items(model)


def _of_live_items(model) -> Iterator[_Question]:
    items = model._default_manager
    pending = Revision.objects.of_model(model).pending().order_by()
    waits = Revision.objects.pending().filter(item_type=ContentType.objects.get_for_model(model)).order_by()
    waiting = items.filter(uuid__in=waits.values("item_uuid"))
    yield _Question("drafts", waiting, "-when", Subquery(pending.values("moment")), True)
    if model.timeless:
        yield _Question("stale", stale(model), "when", _looked_at(model))
    yield _Question("coming", items.scheduled(), "published_at", F("published_at"), True)
    ending = items.published().filter(expires_at__isnull=False)
    yield _Question("coming", ending, "expires_at", F("expires_at"))


def _looked_at(model):
    kind = ContentType.objects.get_for_model(model)
    confirmed = Confirmation.objects.filter(item_type=kind, item_uuid=OuterRef("uuid"))
    return Coalesce(Subquery(confirmed.values("moment")), F("changed"))


def _lines(asked) -> list[Line]:
    rows = _union([_rows(question) for question in asked])
    return [
        Line(part, _model(kind), key, title, moment, who, bool(flag))
        for part, kind, key, title, moment, who, flag in rows
    ]


def _rows(question):
    model, when = question.items.model, {"when": question.moment}
    first = question.items.annotate(**when).order_by(question.order, "pk")[:SHOWN].values("pk")
    columns = {
        "part": _constant(question.part),
        "kind": _constant(ContentType.objects.get_for_model(model).pk),
        "who": _written_by(model),
        "flag": _as_number(question.flag),
    }
    return (
        model._base_manager.filter(pk__in=first)
        .order_by()
        .annotate(**columns, when=question.moment)
        .values_list("part", "kind", "pk", "title", "when", "who", "flag")
    )


def _written_by(model):
    """Who wrote the latest version of an item; nobody is told where it was never edited here."""
    written = Revision.objects.of_model(model).exclude(kind=Revision.Kind.TYPED).order_by("-pk")
    return Coalesce(Subquery(written.values("by_name")[:1]), Value(""), output_field=CharField())


def _as_number(flag):
    if isinstance(flag, bool):
        return _constant(int(flag))
    return Case(When(flag, then=1), default=0, output_field=IntegerField())


def _numbers(asked: Iterable[_Question]) -> Counter[str]:
    """How many items there are in each part, and in all: those that are part of every site are none."""
    own = [Page.objects.filter(section=""), *(model._default_manager.all() for model in _besides_pages())]
    groups = [*(_number(one.part, one.items) for one in asked), *(_number("all", items) for items in own)]
    numbers: Counter[str] = Counter()
    for part, number in _union(groups):
        numbers[part] += number
    return numbers


def _besides_pages():
    return [Image, *(model for model in publishables() if model is not Page)]


def _number(part, items):
    return items.order_by().values(part=_constant(part)).annotate(number=Count("pk")).values_list("part", "number")


def _union(queries):
    return queries[0].union(*queries[1:], all=True) if queries else ()


def _constant(value):
    return Value(value, output_field=CharField() if isinstance(value, str) else IntegerField())


def _model(kind):
    return ContentType.objects.get_for_id(kind).model_class()
