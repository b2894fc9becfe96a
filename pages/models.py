"""The tree of pages."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, URLValidator
from django.db import models
from django.db.models.functions import Concat, Length, Replace, Substr
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from images.models import Image
from pages.actions import Action, ActionKind
from pages.languages import LISTS, InLanguage, other_languages
from pages.profile import Profile, SocialLink
from pages.sections import RESERVED, Section, word
from pages.words import ProfileWords
from publishing.addresses.slugs import first_free, slug_from
from publishing.fields import LineField
from publishing.models import PublishableQuerySet, Status, WebPage

__all__ = ["Page", "Profile", "ProfileWords", "Section", "SocialLink"]

MAX_DEPTH = 20
MAX_POSITION = 1_000_000
NAMELESS = "pagina"
ABOUT = {"over-mij", "over-ons", "wie-ben-ik", "about", "about-me", "about-us"}
_SCHEMA_TYPES: dict[str, str] = {
    Section.BLOG: "CollectionPage",
    Section.TESTIMONIALS: "CollectionPage",
    Section.CONTACT: "ContactPage",
    Section.SEARCH: "SearchResultsPage",
}
IN_OWN_BRANCH = _("A page can't stand under itself or under a page below it.")


class Menu(models.TextChoices):
    """Where a page stands in the menus."""

    NONE = "", _("not in a menu")
    MAIN = "main", _("main menu")
    FOOTER = "footer", _("small print at the bottom")


class PageQuerySet(PublishableQuerySet):
    """Questions about the tree."""

    def at(self, path):
        """The page with this path (`aanbod/dialoog`, without the outer slashes; that of home is empty)."""
        return self.filter(path=path)

    def below(self, page):
        """All that stands under a page. Paths are in small letters: SQLite's `LIKE` does not tell them apart."""
        return self.filter(path__startswith=f"{page.path}/") if page.path else self.none()

    def in_tree_order(self):
        """Each page before what stands below it: a space sorts before every sign that a slug can have."""
        return self.order_by(*Page.TREE_ORDER)

    def above(self, page):
        """The pages that a page stands under, top first."""
        parts = page.path.split("/")[:-1]
        paths = ["/".join(parts[: depth + 1]) for depth in range(len(parts))]
        return self.filter(path__in=paths).order_by(Length("path"))

    def without_translation(self):
        return super().without_translation().exclude(section__in=LISTS)

    def besides(self, section):
        """All but the page of a section and what that is in another language."""
        return self.exclude(section=section).exclude(translation_of__section=section)

    def language_homes(self):
        """The home pages of other languages than the site's own."""
        return self.filter(path__in=other_languages(), language=models.F("path"))


class Page(InLanguage, WebPage):
    """A page of the tree. Its address is its path: the slugs from the top down, kept in one field."""

    parent = models.ForeignKey(
        "self", models.RESTRICT, null=True, blank=True, related_name="children", verbose_name=_("stands under")
    )
    position = models.PositiveIntegerField(
        _("order"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MAX_POSITION)],
        help_text=_("Among its neighbours; the lowest comes first. Empty: last."),
    )
    path = models.CharField(max_length=2050, unique=True, editable=False)
    section = models.CharField(max_length=20, choices=Section, blank=True, editable=False)
    quotation = models.TextField(_("opening quotation"), blank=True, max_length=600)
    quotation_author = LineField(_("who said it"), max_length=120, blank=True)
    image = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("picture"))
    menu = models.CharField(_("menu"), max_length=10, choices=Menu, default=Menu.NONE, blank=True)
    menu_title = LineField(_("title in the menu"), max_length=40, blank=True, help_text=_("Empty: the title."))
    on_home = models.BooleanField(
        _("on the home page"), default=False, help_text=_("Shown there as a card under “What I help with”.")
    )
    action_kind = models.CharField(
        _("call to action"), max_length=10, choices=ActionKind, default=ActionKind.NONE, blank=True
    )
    action_label = LineField(_("words on the button"), max_length=60, blank=True)
    action_page = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("own page")
    )
    action_url = models.CharField(
        _("address elsewhere"), max_length=500, blank=True, validators=[URLValidator(["http", "https"])]
    )
    second_label = LineField(_("words on a second button"), max_length=60, blank=True)
    second_page = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("page of the second button")
    )

    objects: ClassVar = PageQuerySet.as_manager()

    class Meta(WebPage.Meta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["position", "title"]
        constraints = [
            models.UniqueConstraint(fields=["section"], condition=~models.Q(section=""), name="one_page_per_section")
        ]

    SIBLING_ORDER = ("position", "title", "pk")
    TREE_ORDER = (Replace("path", models.Value("/"), models.Value(" ")),)

    at_once = (*WebPage.at_once, "parent", "position", "menu", "menu_title", "on_home")
    computed_fields = (*WebPage.computed_fields, "path", "position", "slug", "language", "translation_of")
    passages = (*WebPage.passages, "quotation")
    timeless = True
    place_fields = (*WebPage.place_fields, "parent", "menu")

    def get_absolute_url(self):
        return reverse("page", kwargs={"path": self.path}) if self.path else reverse("home")

    @classmethod
    def at_addresses(cls, paths):
        by_path = {path.strip("/"): path for path in paths if path.endswith("/")}
        return {by_path[page.path]: page for page in cls.objects.filter(path__in=by_path)}

    @property
    def schema_type(self) -> str:  # type: ignore[override]
        """By its section; a page about the consultant herself is known by the usual words for it."""
        above, _slash, last = self.path.rpartition("/")
        if last in ABOUT and above in ("", *other_languages()):
            return "AboutPage"
        if self.is_contact:
            return "ContactPage"
        return _SCHEMA_TYPES.get(self.section, "WebPage")

    @property
    def may_be_hidden(self) -> bool:  # type: ignore[override]
        """All but the front door."""
        return self.section != Section.HOME

    @property
    def depth(self) -> int:
        """How many pages it stands under."""
        return self.path.count("/")

    def action(self, contact: "Page | None") -> Action | None:
        """The call to action, where visitors may go where it leads; `contact` is the contact page if public."""
        if self.action_kind == ActionKind.ADDRESS:
            return Action(self.action_label, self.action_url)
        if self.action_kind == ActionKind.CONTACT:
            return Action.to(contact, self.action_label)
        return Action.to(self.action_page, self.action_label) if self.action_kind == ActionKind.PAGE else None

    def second_action(self) -> Action | None:
        """The second button, likewise."""
        return Action.to(self.second_page, self.second_label)

    @property
    def needs_publisher(self) -> bool:
        """Also where a page below it is or will be public: its address goes along."""
        if super().needs_publisher or not self.pk:
            return super().needs_publisher
        below = Page.objects.below(self.stored()).defer("text", "body_html")
        return any(super(Page, page).needs_publisher for page in below)

    def duplicate(self):
        twin = super().duplicate()
        twin.section, twin.menu, twin.on_home, twin.position = "", Menu.NONE, False, None
        twin.slug = twin.free_slug(self.slug)
        return twin

    def clean(self):
        super().clean()
        self._clean_action()
        self.clean_place()

    def clean_place(self):
        self._clean_parent()
        self._clean_slug()
        self.path = self.path_under(self.parent)

    def prepare(self, stored):
        if self._is_in_own_branch(stored):
            raise ValidationError({"parent": IN_OWN_BRANCH})
        self._take_place()
        if self.position is None:
            last = Page.objects.filter(parent=self.parent).aggregate(last=models.Max("position"))["last"]
            self.position = min((last or 0) + 10, MAX_POSITION)
        return super().prepare(stored)

    def branch(self):
        return Page.objects.below(self)

    @classmethod
    def with_button_to(cls, items):
        return cls.objects.filter(models.Q(action_page__in=items) | models.Q(second_page__in=items))

    @property
    def menu_place(self) -> str:
        return self.get_menu_display() if self.menu else ""

    def show_as_written(self):
        self._take_place()
        return super().show_as_written()

    def _take_place(self):
        """Its address, and the language that follows from it."""
        if self.section:
            self.parent, self.slug = None, word(self.section)
        else:
            self.slug = self.slug.lower() or self.free_slug()
        self.path = self.path_under(self.parent)
        self.settle_language()

    def move_along(self, stored):
        branch = list(stored.branch().defer("text", "body_html"))
        moved = {page: page.get_absolute_url() for page in branch}
        for page in branch:
            page.path = self.path + page.path.removeprefix(stored.path)
        stored.branch().update(path=Concat(models.Value(self.path), Substr("path", len(stored.path) + 1)))
        return moved

    def path_under(self, parent) -> str:
        """The path that this page has, or would have, under a parent."""
        return f"{parent.path}/{self.slug}" if parent else self.slug

    def possible_parents(self) -> PageQuerySet:
        """The pages that it, as it is stored, can stand under; in tree order."""
        possible = Page.objects.filter(section="").defer("text", "body_html").in_tree_order()
        if self.pk is None or self.section:
            return possible
        return possible.exclude(pk=self.pk).exclude(pk__in=self.branch().values("pk"))

    def neighbours(self) -> PageQuerySet:
        """The pages under the same page, itself among them, in their order."""
        return Page.objects.filter(parent=self.parent_id).defer("text", "body_html").order_by(*Page.SIBLING_ORDER)

    def free_slug(self, wanted: str = "") -> str:
        """The wanted slug, numbered where a sibling or the site has it.

        By default one made from the title, which makes no page the home of a language. That of a section is its own.
        """
        if self.section:
            return word(self.section)
        homes = set() if wanted else set(other_languages()) - {self.language}
        wanted = wanted or slug_from(self.title, otherwise=NAMELESS)
        taken = set(self._siblings().filter(slug__startswith=wanted[:90]).values_list("slug", flat=True))
        return first_free(wanted, taken | self._reserved(wanted) | homes if self.parent is None else taken)

    def _reserved(self, wanted):
        """The site's own words, but for one that this page stood at before the site needed it."""
        stored = self.stored() if wanted in RESERVED else None
        return RESERVED - {stored.path} if stored else RESERVED

    def _siblings(self):
        return Page.objects.filter(parent=self.parent).exclude(pk=self.pk)

    def clean_status(self):
        always = self.status == Status.PUBLISHED and not self.is_scheduled and self.expires_at is None
        if self.section == Section.HOME and not always:
            raise ValidationError({"status": _("The home page is always published: it is the front door.")})

    def _clean_parent(self):
        parent = self.parent
        if parent is None or self.section:
            return
        stored = self.stored()
        if parent.section:
            raise ValidationError({"parent": _("No page stands under “%(parent)s”.") % {"parent": parent}})
        if stored and f"{parent.path}/".startswith(f"{stored.path}/"):
            raise ValidationError({"parent": IN_OWN_BRANCH})
        if parent.depth + 1 + _height(stored) >= MAX_DEPTH:
            raise ValidationError({"parent": _("That is too deep: choose a page nearer to the top.")})

    def _is_in_own_branch(self, stored):
        """Whether it would stand under itself, by what is stored at this moment."""
        if stored is None or self.parent_id in (None, stored.parent_id):
            return False
        return self.parent_id == stored.pk or stored.branch().filter(pk=self.parent_id).exists()

    def _clean_slug(self):
        if self.section:
            return
        self.slug = self.slug.lower() or self.free_slug()
        free = self.free_slug(self.slug)
        if free == self.slug:
            return
        taken_by = self._siblings().filter(slug=self.slug).first()
        if taken_by:
            message = _("“%(slug)s” is already the address of “%(page)s”. “%(free)s” is free.")
        else:
            message = _("“%(slug)s” is a word that the site itself needs. “%(free)s” is free.")
        raise ValidationError({"slug": message % {"slug": self.slug, "page": taken_by, "free": free}})

    def _clean_action(self):
        missing = {}
        if self.action_kind and not self.action_label:
            missing["action_label"] = _("Write what stands on the button, such as “Plan an introduction”.")
        if self.action_kind == ActionKind.PAGE and not self.action_page:
            missing["action_page"] = _("Choose the page that the button leads to.")
        if self.action_kind == ActionKind.ADDRESS and not self.action_url:
            missing["action_url"] = _("Write the address that the button leads to, beginning with https://")
        if bool(self.second_label) != bool(self.second_page):
            missing["second_label"] = _("A second button needs both: words and a page.")
        if missing:
            raise ValidationError(missing)


def _height(page):
    """How many levels of pages stand below one."""
    paths = page.branch().order_by().values_list("path", flat=True) if page else []
    return max((path.count("/") - page.depth for path in paths), default=0)


@receiver(pre_delete, sender=Page)
def keep_sections(instance, **_signal):
    """A section page is part of the site: it is changed or hidden, never deleted."""
    if instance.section:
        raise models.ProtectedError(_("This page is part of the site and can't be deleted."), {instance})


@receiver(pre_delete, sender=Page)
def take_buttons_away(instance, **_signal):
    """A button that led to a deleted page goes with it, so that its own page can be saved as it is."""
    Page.objects.filter(action_page=instance).update(action_kind=ActionKind.NONE, action_label="")
    Page.objects.filter(second_page=instance).update(second_label="")
