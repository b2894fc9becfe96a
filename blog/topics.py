"""What posts are about."""

import uuid

from django.db import models
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from publishing import references, stamp
from publishing.addresses import redirects
from publishing.addresses.slugs import first_free, slug_from
from publishing.fields import LineField

NAMELESS = "onderwerp"
NAME_LENGTH = 80


class TopicQuerySet(models.QuerySet):
    """Questions about topics."""

    def published(self, at=None):
        """The topics that visitors can read about at a moment."""
        return self.filter(models.Exists(_public_posts(at)))


def _public_posts(at):
    """The public posts about the topic of an outer query: the first one found is enough, however many there are."""
    from blog.models import Post

    return Post.objects.published(at).filter(topics=models.OuterRef("pk"))


class Topic(models.Model):
    """What posts are about. Its name may change; its slug never does, for texts and other sites call it by that."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = LineField(_("name"), max_length=NAME_LENGTH, unique=True)
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        blank=True,
        help_text=_(
            "The last part of its address on the site. Leave it empty and it is made from the name. "
            "It never changes, so that links to the topic stay good."
        ),
    )
    description = models.TextField(
        _("introduction"), blank=True, max_length=600, help_text=_("One or two sentences above the posts.")
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        self.slug = self.slug.lower() or self.free_slug()
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("topic", kwargs={"slug": self.slug})

    def clean(self):
        super().clean()
        self.slug = self.slug.lower() or self.free_slug()

    @property
    def is_published(self) -> bool:
        """Whether visitors can read about it now."""
        return self.posts.published().exists()

    def free_slug(self) -> str:
        """A slug made from the name that no other topic has."""
        wanted = slug_from(self.name, otherwise=NAMELESS)
        taken = Topic.objects.exclude(pk=self.pk).filter(slug__startswith=wanted[:90])
        return first_free(wanted, set(taken.values_list("slug", flat=True)))


@receiver(pre_delete, sender=Topic)
def leave_notice(instance, **_signal):
    """Where its posts could be read, its address says that it is gone."""
    redirects.close(instance, path=instance.get_absolute_url() if instance.is_published else None)


@receiver(post_save, sender=Topic)
def take_address(instance, **_signal):
    redirects.end([instance.get_absolute_url()])


post_delete.connect(references.forget, sender=Topic)
post_save.connect(stamp.touch, sender=Topic)
post_delete.connect(stamp.touch, sender=Topic)
