"""Whose site it is."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.signals import post_delete, post_save
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from images.models import Image
from pages.colours import Choice
from pages.oklch import colour
from publishing import stamp
from publishing.fields import LineField


def is_colour(value: str) -> None:
    """Raises ValidationError for all but `#` with six hexadecimal digits."""
    try:
        colour(value)
    except ValueError as error:
        raise ValidationError(_("Write a colour as # with six digits or letters a to f, such as #0a5a4a.")) from error


class ColourField(models.CharField):
    """A colour as `#rrggbb`; empty: the site's own."""

    default_validators = [is_colour]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 7, "blank": True, **kwargs})

    def to_python(self, value):
        value = super().to_python(value)
        return value.strip().lower() if isinstance(value, str) else value

    def formfield(self, **kwargs):
        # One refusal, not a second about its length.
        return super().formfield(**{"max_length": None, "validators": [is_colour], **kwargs})


class Profile(models.Model):
    """Whose site it is. There is one; an empty field is absent from the site."""

    name = LineField(_("name"), max_length=120, blank=True)
    tagline = LineField(_("tagline"), max_length=160, blank=True, help_text=_("What you do, in a few words."))
    portrait = models.ForeignKey(
        Image, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("portrait")
    )
    logo = models.ForeignKey(
        Image,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("Stands at the top of every page in the place of the three circles and your name. Empty: those."),
    )
    name_beside_logo = models.BooleanField(
        _("my name beside the logo"), default=False, help_text=_("For a logo without your name in it.")
    )
    first_colour = ColourField(_("first circle"))
    second_colour = ColourField(_("second circle"))
    third_colour = ColourField(_("third circle"))
    action_colour = ColourField(
        _("links and buttons"), help_text=_("Everything one can click, and the band at the bottom.")
    )
    street = LineField(_("street and number"), max_length=120, blank=True)
    postal_code = LineField(_("postal code"), max_length=12, blank=True)
    city = LineField(_("place"), max_length=80, blank=True)
    country = LineField(_("country"), max_length=80, blank=True)
    telephone = LineField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("mail address"), blank=True, help_text=_("Shown on the site."))
    message_recipient = models.EmailField(
        _("where messages go"), blank=True, help_text=_("Not shown. Empty: the mail address above.")
    )
    chamber_of_commerce = LineField(_("chamber of commerce number"), max_length=20, blank=True)
    vat_number = LineField(_("VAT number"), max_length=30, blank=True)
    invitation_title = LineField(
        _("heading of the invitation"), max_length=120, blank=True, help_text=_("The closing band on every page.")
    )
    invitation_text = models.TextField(_("text of the invitation"), max_length=400, blank=True)
    invitation_label = LineField(_("words on its button"), max_length=60, blank=True)
    footer_text = models.TextField(
        _("text at the very bottom"), max_length=300, blank=True, help_text=_("One short paragraph, on every page.")
    )
    changed = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profile")

    def __str__(self):
        return self.name or str(_("profile"))

    def get_absolute_url(self):
        return reverse("home")

    @property
    def colours(self) -> Choice:
        """The colours that she chose; what is stored and is none counts as not chosen."""
        chosen = (self.first_colour, self.second_colour, self.third_colour, self.action_colour)
        return Choice(*(_colour_or_nothing(value) for value in chosen))

    @classmethod
    def load(cls):
        """The profile; made, empty, where there is none yet."""
        return cls.objects.get_or_create(pk=1)[0]


def _colour_or_nothing(value):
    try:
        return colour(value)
    except ValueError:
        return ""


class SocialLink(models.Model):
    """An own place elsewhere, such as LinkedIn."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="links")
    label = LineField(_("name"), max_length=60)
    url = models.URLField(_("address"), max_length=300)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("link to elsewhere")
        verbose_name_plural = _("links to elsewhere")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.label


for _model in (Profile, SocialLink):
    post_save.connect(stamp.touch, sender=_model)
    post_delete.connect(stamp.touch, sender=_model)
