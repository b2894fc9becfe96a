"""What clients say about the work, in their own words."""

from collections.abc import Collection
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator, URLValidator
from django.db import models
from django.db.models.signals import m2m_changed
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from images.models import Image
from publishing import insertables, markdown, stamp
from publishing.addresses.slugs import first_free, slug_from
from publishing.fields import LineField
from publishing.models import PublishableQuerySet, WebPage
from testimonials.themes import Theme

__all__ = ["FormerSlug", "Testimonial", "Theme"]

NAMELESS = "ervaring"
# What search engines show of a page in Dutch and English.
DESCRIPTION_LENGTH = 155


class TestimonialQuerySet(PublishableQuerySet):
    """Questions about testimonials."""

    def to_show(self):
        """With what templates show of each, and without what only editors need; in one query."""
        return self.select_related("portrait").defer("text")

    def themes(self):
        """The themes that any of these has, by name."""
        return Theme.objects.filter(testimonials__in=self).distinct()

    def before(self, item):
        """Those that stand before an item in the order of the list."""
        same_place = models.Q(position=item.position, pk__lt=item.order_key)
        return self.filter(models.Q(position__lt=item.position) | same_place)

    def after(self, item):
        """Those that stand after an item in the order of the list."""
        same_place = models.Q(position=item.position, pk__gt=item.order_key)
        return self.filter(models.Q(position__gt=item.position) | same_place)

    def named(self, names: Collection[str]) -> "dict[str, Testimonial]":
        """Those with these slugs, present or former, as {name as given: testimonial}; in one query."""
        wanted = {name.lower() for name in names}
        with_former = self.annotate(former_slug=models.F("former__slug"))
        items: list[Any] = list(with_former.filter(models.Q(slug__in=wanted) | models.Q(former_slug__in=wanted)))
        found = {item.former_slug: item for item in items} | {item.slug: item for item in items}
        return {name: found[name.lower()] for name in names if name.lower() in found}


class Testimonial(WebPage):
    """What one person says. Its title is her name, and what search engines show of it are its first words."""

    title = LineField(_("title"), max_length=300, editable=False)
    lead = None  # type: ignore[assignment]
    text = MarkdownxField(
        _("words"),
        validators=[MaxLengthValidator(markdown.MAX_LENGTH)],
        help_text=_("Exactly as they were said or written. Quotation marks are not needed."),
    )
    slug = models.SlugField(
        _("address"),
        max_length=100,
        blank=True,
        help_text=_("The last part of the address on the site. Leave it empty and it is made from the name."),
    )
    name = LineField(_("name"), max_length=120)
    role = LineField(_("role"), max_length=200, blank=True)
    organisation = LineField(_("organisation"), max_length=200, blank=True)
    portrait = models.ForeignKey(
        Image, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("portrait")
    )
    link = models.CharField(
        _("link"),
        max_length=500,
        blank=True,
        validators=[URLValidator(["http", "https"])],
        help_text=_("A page of this person or organisation, beginning with https://"),
    )
    themes = models.ManyToManyField(Theme, blank=True, related_name="testimonials", verbose_name=_("themes"))
    position = models.PositiveIntegerField(
        _("order"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(1_000_000)],
        help_text=_("Among the testimonials; the lowest comes first. Empty: last."),
    )
    on_home = models.BooleanField(
        _("on the home page"), default=False, help_text=_("One is shown there: the first of those with this mark.")
    )
    consent_on = models.DateField(
        _("permission given on"),
        null=True,
        blank=True,
        help_text=_("The day on which this person agreed that these words stand on the site."),
    )

    objects: ClassVar = TestimonialQuerySet.as_manager()

    class Meta(WebPage.Meta):
        verbose_name = _("testimonial")
        verbose_name_plural = _("testimonials")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["slug"], name="one_testimonial_per_slug")]

    at_once = (*WebPage.at_once, "position", "on_home", "consent_on")
    computed_fields = (*WebPage.computed_fields, "title", "position", "slug")
    passages = ()
    place_fields = ("name", "slug")

    def get_absolute_url(self):
        return reverse("testimonial", kwargs={"slug": self.slug})

    @classmethod
    def at_addresses(cls, paths):
        room = reverse("testimonials")
        by_slug = {path.removeprefix(room).rstrip("/"): path for path in paths if path.startswith(room)}
        return {by_slug[item.slug]: item for item in cls.objects.filter(slug__in=by_slug.keys() - {""})}

    @property
    def insertable(self) -> str:
        """The line that shows it in a text, in the language of the site."""
        return markdown.write(insertables.word_for("testimonial", settings.LANGUAGE_CODE), self.slug)

    @property
    def words(self) -> SafeString:
        """The text as HTML. Nothing is inserted into what somebody said, so marks of insertables are left out."""
        pieces = markdown.split(markdown.with_own_footnotes(self.body_html, f"{self.slug}-"))
        return mark_safe("".join(piece for piece in pieces if isinstance(piece, str)))  # noqa: S308

    @property
    def description(self) -> str:  # type: ignore[override]
        """What search engines show: the first words."""
        return markdown.plain_text(self.body_html, limit=DESCRIPTION_LENGTH)

    @property
    def initials(self) -> str:
        """The first letters of the first and the last name, where there is no portrait."""
        names = [part for part in self.name.split() if part[0].isalnum()]
        return "".join(part[0].upper() for part in [*names[:1], *names[1:][-1:]])

    def duplicate(self):
        twin = super().duplicate()
        twin.slug, twin.position, twin.on_home, twin.consent_on = "", None, False, None
        twin.themes_to_take_along = list(self.themes.all())
        return twin

    def clean(self):
        super().clean()
        self.clean_place()
        rendered = markdown.render(self.text, language=self.language)
        if rendered.insertables or rendered.headings:
            message = _("What somebody says holds no headings, and no lines such as [[image …]].")
            raise ValidationError({"text": message})

    def prepare(self, stored):
        self._take_place()
        return super().prepare(stored)

    def show_as_written(self):
        self._take_place()
        return super().show_as_written()

    def _take_place(self):
        """Its title, its address and its place in the list, where these are not given."""
        self.title = self.name
        self.slug = self.slug.lower() or self.free_slug()
        if self.position is None:
            last = Testimonial.objects.aggregate(last=models.Max("position"))["last"]
            self.position = (last or 0) + 10

    def settle(self, stored):
        super().settle(stored)
        if stored is not None and stored.slug != self.slug:
            self.former.filter(slug=self.slug).delete()
            FormerSlug.objects.update_or_create(slug=stored.slug, defaults={"testimonial": self})
        if themes := self.__dict__.pop("themes_to_take_along", None):
            self.themes.set(themes)

    def free_slug(self, wanted: str = "") -> str:
        """The wanted slug (by default one made from the name), numbered where another one has it or had it."""
        wanted = wanted or slug_from(self.name, otherwise=NAMELESS)
        return first_free(wanted, self._taken_slugs(wanted[:90]))

    def _taken_slugs(self, beginning):
        """Slugs of others, former ones too: a text that names one of them never comes to show another's words."""
        present = Testimonial.objects.exclude(pk=self.pk).filter(slug__startswith=beginning)
        former = FormerSlug.objects.exclude(testimonial=self.pk).filter(slug__startswith=beginning)
        return {*present.values_list("slug", flat=True), *former.values_list("slug", flat=True)}

    def clean_place(self):
        self.slug = self.slug.lower() or self.free_slug()
        free = self.free_slug(self.slug)
        if free != self.slug:
            message = _("“%(slug)s” is or was the address of another testimonial. “%(free)s” is free.")
            raise ValidationError({"slug": message % {"slug": self.slug, "free": free}})


class FormerSlug(models.Model):
    """A slug that a testimonial had before: texts that name it still show that testimonial."""

    testimonial = models.ForeignKey(Testimonial, models.CASCADE, related_name="former")
    slug = models.SlugField(max_length=100, unique=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.slug


m2m_changed.connect(stamp.touch, sender=Testimonial.themes.through)
