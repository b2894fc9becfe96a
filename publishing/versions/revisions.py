"""What was written of each item, version after version: a revision is never changed and never overwritten.

The row of an item is what visitors see, or would. Of a live item the words that wait for their publication are in its
one pending revision, and the working copy is the row with that applied. A revision is found by the lasting `uuid` of
its item, so that it outlives the row.
"""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publishing import history, references
from publishing.addresses.slugs import as_slug
from publishing.fields import one_line_end
from publishing.markdown import replace_links

# A `Publishable`, which stands a floor higher.
Item = Any


class RevisionQuerySet(models.QuerySet):
    """Questions about revisions, latest first."""

    def of(self, item: Item) -> "RevisionQuerySet":
        """Those of one item."""
        return self.filter(item_type=ContentType.objects.get_for_model(item), item_uuid=item.uuid)

    def of_model(self, model: type[models.Model]) -> "RevisionQuerySet":
        """Those of the item in the row that a query is about: for a subquery."""
        kind = ContentType.objects.get_for_model(model)
        return self.filter(item_type=kind, item_uuid=models.OuterRef("uuid"))

    def pending(self) -> "RevisionQuerySet":
        """What visitors do not see yet: one of each live item that was changed."""
        return self.filter(pending=True)

    def saved(self) -> "RevisionQuerySet":
        """What somebody saved or published; not what was only typed."""
        return self.exclude(kind=Revision.Kind.TYPED)

    def published(self) -> "RevisionQuerySet":
        """What visitors have come to see."""
        return self.filter(kind=Revision.Kind.PUBLISHED)


class Revision(models.Model):
    """One version of an item: what stood in its fields, who wrote it, and when."""

    class Kind(models.TextChoices):
        """What was done with it."""

        SAVED = "saved", _("saved")
        PUBLISHED = "published", _("published")
        TYPED = "typed", _("typed, not saved")

    item_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    item_uuid = models.UUIDField()
    kind = models.CharField(max_length=10, choices=Kind)
    moment = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    # Who it was is known when the account is no more.
    by_name = models.CharField(max_length=150, blank=True)
    content = models.JSONField()
    # {path in the text: [kind, uuid]} of the own items that it links to, wherever they come to stand.
    links = models.JSONField(default=dict)
    pending = models.BooleanField(default=False)
    # Of a publication: the status that it put an end to.
    former_status = models.CharField(max_length=10, blank=True)
    restored_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")

    objects = RevisionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["item_type", "item_uuid", "-id"], name="revisions_of_an_item"),
            models.Index(fields=["kind", "moment"], name="revisions_by_age"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["item_type", "item_uuid"], condition=models.Q(pending=True), name="one_pending_revision"
            )
        ]

    def __str__(self):
        return f"{self.content.get('title', '')} {self.moment:%Y-%m-%d %H:%M}"

    @property
    def writer(self) -> str:
        """Who wrote it, in words for within a sentence; empty where nobody knows."""
        return history.signed(self.by_name)


def revised_fields(model: type[models.Model]) -> list[Any]:
    """The fields that wait for publication, those of other items (topics) included; the rest takes effect at once."""
    options: Any = model._meta
    fields = [*options.concrete_fields, *options.many_to_many]
    return [field for field in fields if field.editable and not field.primary_key and field.name not in model.at_once]  # type: ignore[attr-defined]


def content_of(item: Item) -> dict[str, Any]:
    """What stands in the revised fields of an item, as JSON can hold it."""
    return {field.name: _as_json(field, item) for field in revised_fields(type(item))}


def _as_json(field, item):
    if field.many_to_many:
        return sorted(other.pk for other in getattr(item, field.name).all())
    return as_json(field.value_from_object(item))


def as_json(value: Any) -> Any:
    """The value of a field as a content holds it: of one moment always the same words, of one text the same lines."""
    if isinstance(value, str):
        return one_line_end(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if hasattr(value, "isoformat") else value


def apply(item: Item, content: dict[str, Any]) -> Item:
    """Put a content into the fields of an item, which is not stored; gives the item.

    It may have been written by another version of the model: a field that it does not know keeps its value, one that
    is no more is passed over, and so is what can't be a value or is an item that was deleted.
    """
    for field in revised_fields(type(item)):
        if field.name not in content:
            continue
        if field.many_to_many:
            take_related(item, field.name, field.related_model._base_manager.filter(pk__in=content[field.name]))
        else:
            _take(item, field, content[field.name])
    return item


def take_related(item: Item, name: str, others: models.QuerySet) -> None:
    """Have an item show these others (topics, themes) as its own, whatever is stored."""
    item.__dict__.setdefault("_prefetched_objects_cache", {})[name] = others


def related(item: Item, name: str) -> list[Any]:
    """The others (topics, themes) that an item shows as its own: those it was given, else the stored ones.

    Of an item that is not stored, none.
    """
    given = item.__dict__.get("_prefetched_objects_cache", {})
    return list(given[name] if name in given else getattr(item, name).all() if item.pk else ())


def _take(item, field, written):
    try:
        value = field.to_python(written)
    except (ValidationError, TypeError):
        return
    if (value is None and not field.null) or value == field.value_from_object(item):
        return
    if field.related_model and value is not None and not field.related_model._base_manager.filter(pk=value).exists():
        return
    setattr(item, field.attname, value)


def with_present_links(text: str, links: dict[str, list[str]]) -> str:
    """A text with the links that it was written with, led to where these items are now."""
    moved = {path: address for path, address in references.addresses_now(links).items() if address != path}
    return replace_links(text, moved) if moved else text


def applied(item: Item, revision: Revision) -> Item:
    """An item as a revision of it has it, not stored: `item` itself, changed, at an address that it can have."""
    former = item.slug
    apply(item, revision.content)
    item.slug = as_slug(item.slug, otherwise=former)
    item.text = with_present_links(item.text, revision.links)
    return item


def working_copy(item: Item) -> Item:
    """A stored item as its editors see it: `item` itself, with what waits for publication; not to be saved as it is.

    `item.pending_revision` is what was applied, or None.
    """
    item.pending_revision = Revision.objects.of(item).pending().select_related("by").first()
    return applied(item, item.pending_revision) if item.pending_revision else item


def keep(item: Item, kind: str, by: Any = None, **fields: Any) -> Revision:
    """Keep what stands in an item as its latest revision, by a user, nobody or what acts by itself (`history.IMPORT`).

    `item.rendered` is of its text, as `save` leaves it.
    """
    return Revision.objects.create(
        item_type=ContentType.objects.get_for_model(item),
        item_uuid=item.uuid,
        kind=kind,
        by=None if isinstance(by, str) else by,
        by_name=history.signature(by),
        content=content_of(item),
        links=references.identities(item.rendered.links),
        **fields,
    )


def forget(item: Item) -> None:
    """Delete every revision of an item: it is gone for good."""
    Revision.objects.of(item).delete()
