"""What testimonials are about, so that visitors find those that matter to them."""

from django.db import models
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _

from publishing import stamp
from publishing.addresses.slugs import first_free, slug_from
from publishing.fields import LineField

NAMELESS = "thema"
NAME_LENGTH = 60


class Theme(models.Model):
    """A subject that several testimonials share."""

    name = LineField(_("name"), max_length=NAME_LENGTH, unique=True)
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        blank=True,
        help_text=_("Stands in the address of the testimonials on this theme. Empty: made from the name."),
    )

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.slug = self.slug or self.free_slug()
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        self.slug = self.slug or self.free_slug()

    def free_slug(self) -> str:
        """A slug made from the name, numbered where another theme has it."""
        wanted = slug_from(self.name, otherwise=NAMELESS)
        others = Theme.objects.exclude(pk=self.pk).filter(slug__startswith=wanted[:90])
        return first_free(wanted, set(others.values_list("slug", flat=True)))


for _signal in (post_save, post_delete):
    _signal.connect(stamp.touch, sender=Theme)
