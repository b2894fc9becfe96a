"""What somebody is typing in the form of an item, kept as it was typed until it is saved or set aside.

One row a person and item, found by the lasting `uuid` of the item, which one that was never saved has too.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from publishing import references
from publishing.history import signature
from publishing.markdown import possible_links
from publishing.versions.revisions import Revision, with_present_links

# As long as this after a person's last key that person is said to be at work.
AT_WORK = timedelta(minutes=2)
# As long as this something new that was put aside is offered again.
PUT_ASIDE = timedelta(days=60)
# What a form sends beside its fields.
_CONTROLS = ("csrfmiddlewaretoken", "uuid")

Typed = dict[str, list[str]]


class Opened(NamedTuple):
    """What one opened form knows: the version of its item that it shows, and of what was typed in it."""

    based_on: int = 0
    version: int = 0
    # Of this opened form alone; empty without script.
    tab: str = ""


class AutosaveQuerySet(models.QuerySet):
    """Questions about what is being typed."""

    def of(self, kind: ContentType, uuid: UUID) -> "AutosaveQuerySet":
        """All that is typed in the forms of one item."""
        return self.filter(item_type=kind, item_uuid=uuid)

    def around(self, user: Any) -> "AutosaveQuerySet":
        """What this person typed, and what others typed just now."""
        return self.filter(Q(by=user) | Q(moment__gt=timezone.now() - AT_WORK)).select_related("by")

    def known_to(self, opened: Opened) -> "AutosaveQuerySet":
        """What was typed in this opened form, or was there when it was opened."""
        same = Q(version=opened.version)
        return self.filter(same | Q(tab=opened.tab) if opened.tab else same)


class Autosave(models.Model):
    """The fields of one form as one person typed them, invalid ones too."""

    item_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    item_uuid = models.UUIDField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # {name in the form: the values that it sends}
    typed = models.JSONField()
    # {path in the text: [kind, uuid]} of the own items that it may link to, wherever they come to stand.
    links = models.JSONField(default=dict)
    # The latest revision of the item when the form was opened; 0 where there was none.
    based_on = models.BigIntegerField(default=0)
    # Counts up from the clock (ms), so that a row never has the number of one that was there before it.
    version = models.BigIntegerField()
    tab = models.CharField(max_length=36, blank=True)
    moment = models.DateTimeField()

    objects = AutosaveQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["item_type", "item_uuid", "by"], name="one_autosave_per_person")]

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        """What the item is called in it."""
        return title_of({name: " ".join(values) for name, values in self.typed.items()})

    @property
    def data(self) -> QueryDict:
        """What was typed, as a form takes it: the links in its text lead to where these items are now."""
        texts = [with_present_links(text, self.links) for text in self.typed.get("text", [])]
        return as_data({**self.typed, **({"text": texts} if texts else {})})

    def is_known_to(self, opened: Opened) -> bool:
        """Whether this was typed in that opened form, or was there when it was opened."""
        return self.version == opened.version or bool(self.tab and self.tab == opened.tab)


class OvertakenError(Exception):
    """The same person has typed on in another opened form; `row` is what is kept of that."""

    def __init__(self, row: Autosave | None):
        super().__init__("typed on elsewhere")
        self.row = row


def title_of(content: Mapping[str, Any]) -> str:
    """What an item is called in what was written of it."""
    return next(filter(None, (content.get(name, "").strip() for name in ("title", "name"))), _("untitled"))


def typed_in(data: QueryDict) -> Typed:
    """The fields of a form as it sends them."""
    return {name: data.getlist(name) for name in data if is_field(name)}


def is_field(name: str) -> bool:
    """Whether a form sends a field of its item by this name."""
    return not name.startswith("_") and name not in _CONTROLS


def as_data(typed: Typed) -> QueryDict:
    """The same as a form takes it."""
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, values)
    return data


def find(kind: ContentType, uuid: UUID, by: Any) -> Autosave | None:
    """What this person typed of an item and did not save."""
    return Autosave.objects.of(kind, uuid).filter(by=by).first()


def keep(own: Autosave, former: Autosave | None, opened: Opened) -> Autosave:
    """Keep what was typed in an opened form in the place of `former`; one statement, which waits for no other.

    `own` is not stored yet: its `version` and `moment` are given here. Raises OvertakenError.
    """
    own.based_on, own.tab, own.moment = opened.based_on, opened.tab, timezone.now()
    own.links = _links_in(own.typed, former.links if former and opened.tab and former.tab == opened.tab else {})
    if former is None:
        return _begin(own, opened)
    own.pk, own.version = former.pk, former.version + 1
    fields = {name: getattr(own, name) for name in ("typed", "links", "based_on", "version", "tab", "moment")}
    # As it was read: an other opened form may have come first since.
    same = Autosave.objects.filter(pk=former.pk, version=former.version)
    if not former.is_known_to(opened) or not same.update(**fields):
        raise OvertakenError(former)
    return own


def _begin(own, opened):
    own.version = max(opened.version + 1, int(own.moment.timestamp() * 1000))
    try:
        own.save(force_insert=True)
    except IntegrityError as error:
        raise OvertakenError(None) from error
    return own


def _links_in(typed, known):
    """The own items that a text may link to; within one opened form a link stays the one that it was."""
    links = possible_links(" ".join(typed.get("text", ())))
    return {link: known[link] for link in links & known.keys()} | references.identities(links - known.keys())


def end(kind: ContentType, uuid: UUID, by: Any, opened: Opened) -> None:
    """What was typed in this opened form is saved: no longer keep it; what was typed in another one stays."""
    Autosave.objects.of(kind, uuid).filter(by=by).known_to(opened).delete()


@transaction.atomic
def set_aside(row: Autosave, content: dict[str, Any]) -> Revision:
    """Put what was typed among the versions of its item, beside what was set aside before: each was to be kept."""
    if row.pk:
        row.delete()
    of_item = {"item_type": row.item_type, "item_uuid": row.item_uuid}
    links = references.identities(possible_links(content.get("text") or ""))
    return Revision.objects.create(
        **of_item, kind=Revision.Kind.TYPED, by=row.by, by_name=signature(row.by), content=content, links=links
    )


def unsaved_of(user: Any, models: Iterable[Any]) -> list[Autosave]:
    """What this person typed in forms of new items of these kinds and never saved, latest first.

    One query where nothing is being typed, else one more for each kind of which something is.
    """
    typing = set(Autosave.objects.filter(by=user).values_list("item_type", flat=True))
    kinds = [model for model in models if ContentType.objects.get_for_model(model).pk in typing]
    found = [row for model in kinds for row in _unsaved(user, model)]
    return sorted(found, key=lambda row: row.moment, reverse=True)


def _unsaved(user, model):
    kind = ContentType.objects.get_for_model(model)
    return _of_no_item(Autosave.objects.filter(by=user, item_type=kind), model, kind).select_related("item_type", "by")


def put_aside_of(user: Any, model: Any) -> models.QuerySet:
    """What this person put aside of new items of a kind in the last two months, and never saved; latest first."""
    kind = ContentType.objects.get_for_model(model)
    rows = Revision.objects.filter(by=user, item_type=kind, kind=Revision.Kind.TYPED)
    return _of_no_item(rows.filter(moment__gt=timezone.now() - PUT_ASIDE), model, kind)


def _of_no_item(rows, model, kind):
    saved = Revision.objects.saved().filter(item_type=kind, item_uuid=OuterRef("item_uuid"))
    items = model._base_manager.filter(uuid=OuterRef("item_uuid"))
    return rows.exclude(Exists(items)).exclude(Exists(saved))
