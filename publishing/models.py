"""The life of a piece of content. Rooms build on two abstract models:

`Publishable`  a text with a status and a moment; `published()` alone decides what is public
`WebPage`      a publishable with an address of its own, which never breaks once it was public

Below this module are the Markdown renderer, references and redirects; above it the admin. Nothing here knows a room.
"""

import uuid
from collections.abc import Collection, Iterator
from copy import copy
from datetime import datetime
from typing import Any, ClassVar

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.db.models.signals import class_prepared, post_delete
from django.dispatch import Signal, receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from publishing import insertables, markdown, references, stamp
from publishing.addresses import redirects
from publishing.addresses.not_found import NotFoundAddress
from publishing.addresses.redirects import Redirect
from publishing.autosave.autosaves import Autosave
from publishing.confirmations import Confirmation
from publishing.fields import LineField, without_turning_signs
from publishing.findings import KeptFinding
from publishing.origins import Origin
from publishing.previews.shared_previews import SharedPreview
from publishing.publication import Publication, PublicationQuerySet, Status, within_calendar
from publishing.references import BrokenLink, Reference
from publishing.stamp import ChangeStamp
from publishing.translations import UNREAD, Translatable
from publishing.versions.revisions import Revision

__all__ = [
    "Autosave",
    "BrokenLink",
    "ChangeStamp",
    "Confirmation",
    "KeptFinding",
    "LineField",
    "NotFoundAddress",
    "Origin",
    "Publishable",
    "Redirect",
    "Reference",
    "Revision",
    "SharedPreview",
    "Status",
    "WebPage",
    "within_calendar",
]


# After items of one model were stored together, in place of `post_save`; with these `items`.
stored_together = Signal()


def default_language() -> str:
    """The site's own language, for migrations and new items."""
    return settings.LANGUAGE_CODE


class PublishableQuerySet(PublicationQuerySet):
    """Questions that every room asks of its content."""

    def in_languages(self, languages: Collection[str] | None):
        """Those in these languages; all where none are given."""
        return self.filter(language__in=languages) if languages else self

    def with_translation(self):
        """Each with its translation, whichever of the two is the original; in the same query."""
        return self.select_related("translation_of", "translated_as").defer(*UNREAD)

    def without_translation(self):
        """Those that may get a translation: they neither are one nor have one."""
        return self.filter(translation_of=None, translated_as=None)


LAST_KEY = 2**63 - 1


class Publishable(Publication):
    """A text that is written, published at a moment and archived.

    `body_html` is made from `text` at each save by the one renderer, and its references are kept. Subclasses with
    more Markdown or other computed fields extend `prepare`.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = LineField(_("title"), max_length=300)
    slug = models.SlugField(
        _("address"),
        max_length=100,
        blank=True,
        help_text=_("The last part of the address on the site. Leave it empty and it is made from the title."),
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default=default_language)
    text = MarkdownxField(_("text"), blank=True, validators=[MaxLengthValidator(markdown.MAX_LENGTH)])
    body_html = models.TextField(editable=False, default="")
    created = models.DateTimeField(_("created"), auto_now_add=True)
    changed = models.DateTimeField(_("changed"), auto_now=True)

    computed_fields: ClassVar[tuple[str, ...]] = ("text", "body_html", "was_public", "published_at")
    # What takes effect as soon as it is saved, on a live item too: no part of a revision.
    at_once: ClassVar[tuple[str, ...]] = ("status",)
    # What stands on a page as it was typed, in more than one line.
    passages: ClassVar[tuple[str, ...]] = ()
    # Whether it tells its readers no date, and so is to be true today.
    timeless: ClassVar[bool] = False

    # Of what is looked at before visitors do: the HTML that they see now, None where they see nothing.
    public_html: str | None = None

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ("add", "change", "delete", "view", "publish")

    def __str__(self):
        return self.title

    def save(self, *args, update_fields=None, **kwargs):
        """Store it with all that follows from it (HTML, references, addresses) in one transaction."""
        if update_fields is not None:
            update_fields = {*update_fields, *self.computed_fields, *self.passages}
        with transaction.atomic():
            stored = self.stored()
            linked = self.prepare(stored)
            super().save(*args, update_fields=update_fields, **kwargs)
            references.record({self: self.with_inserted(linked)})
            self.settle(stored)
            stamp.touch()

    @classmethod
    def store_together(cls, items: Collection[Any]) -> None:
        """Store what follows from the texts of these, whose rows stand as they are, in the caller's transaction."""
        linked = {item: item.with_inserted(item.prepare(item)) for item in items}
        cls._base_manager.bulk_update(linked, {"text", *cls.computed_fields, *cls.passages})
        references.record(linked)
        stored_together.send(sender=cls, items=items)

    @property
    def order_key(self) -> int:
        """Its key, to tell items of one moment or place apart: what is not stored yet comes last."""
        return self.pk or LAST_KEY

    @property
    def last_changed(self) -> datetime:
        """When what visitors see of it last changed: an edit before it appeared is none."""
        return max(self.changed, self.published_at or self.changed)

    def stored(self):
        """The item as it stands in the database, or None."""
        return type(self)._default_manager.filter(pk=self.pk).first() if self.pk else None

    def prepare(self, stored):
        """Compute what is stored beside what was typed; returns what the text links to."""
        if self.status == Status.PUBLISHED and self.published_at is None:
            self.published_at = timezone.now()
        for name in self.passages:
            setattr(self, name, without_turning_signs(getattr(self, name)))
        self.was_public = self.is_published or (stored is not None and stored.ever_public)
        linked = self.render()
        self.body_html = self.rendered.html
        return linked

    def render(self) -> references.Linked:
        """Bring the links in the text up to date and keep it as `rendered`; gives what it links to."""
        self.rendered = markdown.render(self.text, language=self.language)
        text, linked = references.bring_up_to_date(self.text, self.rendered.links)
        if text != self.text:
            self.text = text
            self.rendered = markdown.render(text, language=self.language)
        return linked

    def with_inserted(self, linked: references.Linked) -> references.Linked:
        """What the text, as it is `rendered`, links to or inserts."""
        inserted = insertables.referred_to(self.rendered.insertables)
        return references.Linked((*linked.items, *inserted.items), (*linked.missing, *inserted.missing))

    def show_as_written(self):
        """What is made from the text as it stands in the fields, to look at it; gives the item, which is not stored."""
        self.render()
        self.public_html = self.body_html if self.is_published else None
        self.body_html = self.rendered.html
        return self

    def settle(self, stored):
        """What must follow the row, in the same transaction; `stored` is the item as it stood before, or None."""

    def clean(self):
        super().clean()
        self.clean_status()

    def clean_status(self):
        """Refuse a status that this item can't have: raises ValidationError."""

    def duplicate(self):
        """A copy as a draft, not yet stored; a room frees what must be its own."""
        twin = copy(self)
        twin.pk, twin.uuid, twin._state = None, uuid.uuid4(), models.base.ModelState()
        twin.__dict__.pop("_prefetched_objects_cache", None)
        twin.title = _("%(title)s (copy)") % {"title": self.title[:280]}
        twin.status, twin.was_public = Status.DRAFT, False
        twin.published_at = twin.expires_at = None
        return twin

    def rewrite_links(self, new) -> bool:
        """Give the links in the text their new addresses, where they are in `new` ({old address: new address}).

        Says whether that changed the text and its HTML; neither is stored by this.
        """
        text = markdown.replace_links(self.text, new)
        if text == self.text:
            return False
        self.text, self.body_html = text, markdown.render(text, language=self.language).html
        return True


LEAD_LENGTH = 600
# What search engines show of a description in Dutch and English.
SUMMARY_LENGTH = 155
# Of a text this much is read to find its first words.
BEGINNING = 4_000


class WebPage(Translatable, Publishable):
    """A publishable that visitors reach at an address of its own.

    A subclass says what that address is (`get_absolute_url`), how one is found that is free (`free_slug`), which items
    stand at given addresses (`at_addresses`), and what moves along when its address changes (`move_along`).
    """

    lead = models.TextField(
        _("introduction"), blank=True, max_length=LEAD_LENGTH, help_text=_("One or two sentences below the title.")
    )
    description = LineField(
        _("description for search engines"),
        max_length=300,
        blank=True,
        help_text=_("Shown below the title there; best at most 155 characters. Empty: the introduction."),
    )
    noindex = models.BooleanField(
        _("hide from search engines"),
        default=False,
        help_text=_("Visitors can still read it."),
    )

    at_once: ClassVar[tuple[str, ...]] = (*Publishable.at_once, "translation_of")
    # Its kind in the terms of schema.org.
    schema_type: ClassVar[str] = "WebPage"
    # What of its form decides where it is found.
    place_fields: ClassVar[tuple[str, ...]] = ("title", "slug")

    passages: ClassVar[tuple[str, ...]] = ("lead",)

    class Meta(Publishable.Meta):
        abstract = True

    def get_absolute_url(self) -> str:
        raise NotImplementedError

    def free_slug(self, wanted: str = "") -> str:
        """The wanted slug (by default one made from what it is called), in a form that is free."""
        raise NotImplementedError

    def duplicate(self):
        twin = super().duplicate()
        twin.translation_of = None
        return twin

    @property
    def summary(self) -> str:
        """What search engines and links elsewhere show: the description, else the introduction, else first words."""
        return self.description or self.lead or self._first_words()

    def _first_words(self):
        beginning = self.body_html[:BEGINNING]
        if beginning.rfind("<") > beginning.rfind(">"):
            beginning = beginning[: beginning.rfind("<")]
        return markdown.plain_text(beginning, limit=SUMMARY_LENGTH)

    @classmethod
    def at_addresses(cls, paths):
        """The items of this kind at these addresses, public or not, as {address: item}; in at most one query."""
        raise NotImplementedError

    def clean(self):
        super().clean()
        # Of a text field Django holds a form to the length, and nothing else.
        try:
            MaxLengthValidator(LEAD_LENGTH)(self.lead or "")
        except ValidationError as refusal:
            raise ValidationError({"lead": refusal}) from refusal

    def clean_place(self):
        """Settle its address from what decides it; raises ValidationError, by field, where it can't stand there."""
        raise NotImplementedError

    def branch(self) -> models.QuerySet:
        """The items whose address begins with this one's, and so changes along with it."""
        return type(self)._default_manager.none()

    @classmethod
    def with_button_to(cls, items: Collection[Any]) -> models.QuerySet:
        """Those of this kind that have a button to any of these items of the same kind."""
        return cls._default_manager.none()

    @property
    def menu_place(self) -> str:
        """Which menu shows it, in words; empty for none."""
        return ""

    def move_along(self, stored):
        """Move what depends on this item's address, which was that of `stored`; returns {item: former address}."""
        return {}

    def settle(self, stored):
        super().settle(stored)
        if stored is not None and stored.get_absolute_url() != self.get_absolute_url():
            self._move(stored)
        elif stored is None:
            references.adopt([self.get_absolute_url()])
        if self.ever_public:
            redirects.end([self.get_absolute_url()])

    def _move(self, stored):
        moved = {self: stored.get_absolute_url()} | self.move_along(stored)
        was_public = [item for item in moved if (stored if item is self else item).ever_public]
        returned = redirects.returning(was_public)
        redirects.end(item.get_absolute_url() for item in moved if item.ever_public)
        redirects.leave({moved[item]: item for item in was_public}, returned)
        references.adopt(item.get_absolute_url() for item in moved)
        references.follow(moved)
        self.refresh_from_db(fields=["text", "body_html"])


def publishables() -> list[Any]:
    """Every kind of content of the site."""
    return [model for model in apps.get_models() if issubclass(model, Publishable)]


BATCH = 100


def batches() -> Iterator[tuple[Any, list[int]]]:
    """All content in small parts, as (model, keys): for what looks at each item, one short transaction a part."""
    for model in publishables():
        keys = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
        yield from ((model, keys[start : start + BATCH]) for start in range(0, len(keys), BATCH))


def let_go(instance, **_signal):
    """Deleted: its address says so where it was public, nothing refers to it any more, and the stamp moves."""
    if isinstance(instance, WebPage):
        address = instance.get_absolute_url()
        references.leave_broken(instance, address)
        redirects.close(instance, path=address if instance.ever_public else None)
    references.forget(instance)
    stamp.touch()


@receiver(class_prepared)
def watch_deletion(sender, **_signal):
    """A deletion is noticed whatever causes it: a form, a queryset, a cascade."""
    if issubclass(sender, Publishable) and not sender._meta.abstract:
        post_delete.connect(let_go, sender=sender)
