"""Posts, newest first."""

import math
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.signals import m2m_changed
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from blog.topics import Topic
from images.models import Image
from publishing import markdown, stamp
from publishing.addresses.slugs import first_free, slug_from
from publishing.models import PublishableQuerySet, WebPage

__all__ = ["Post", "Topic"]

NAMELESS = "bericht"
# Words of addresses below that of the blog: those of its topics, in every language of the site, and of feeds.
RESERVED = frozenset({"onderwerp", "topic", "feed"})
WORDS_A_MINUTE = 220


class PostQuerySet(PublishableQuerySet):
    """Questions about posts."""

    def for_lists(self):
        """With their pictures, and without what only a post's own page shows: a text may be long."""
        return self.select_related("image").defer("text", "body_html")

    def years(self):
        """The years of the site's time zone in which any of these appeared, latest first."""
        return [moment.year for moment in self.datetimes("published_at", "year", order="DESC")]

    def before(self, post):
        """What appeared before a post, latest first."""
        moment = post.published_at or timezone.now()
        return self.filter(_earlier(moment, post), published_at__lte=moment).order_by(*Post.NEWEST_FIRST)

    def after(self, post):
        """What appeared after a post, earliest first; nothing after one without a moment."""
        moment = post.published_at
        if moment is None:
            return self.none()
        later = self.filter(published_at__gte=moment).exclude(_earlier(moment, post))
        return later.exclude(pk=post.pk).reverse()

    def about_any(self, topics):
        """Posts about at least one of these topics, each once."""
        links = Post.topics.through.objects.filter(post=models.OuterRef("pk"), topic__in=topics)
        return self.filter(models.Exists(links))


def _earlier(moment, post):
    return models.Q(published_at__lt=moment) | models.Q(published_at=moment, pk__lt=post.order_key)


class Post(WebPage):
    """A piece for the blog, at an address of its own below that of the blog."""

    topics = models.ManyToManyField(Topic, blank=True, related_name="posts", verbose_name=_("topics"))
    image = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("picture"))
    reading_minutes = models.PositiveSmallIntegerField(_("minutes to read"), default=1, editable=False)

    objects: ClassVar = PostQuerySet.as_manager()

    schema_type = "BlogPosting"
    NEWEST_FIRST = ("-published_at", "-pk")

    class Meta(WebPage.Meta):
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["-published_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["slug"], name="one_post_per_slug")]
        # The end stands in it so that lists are counted without a look at the posts themselves.
        indexes = [models.Index(fields=["status", "-published_at", "expires_at"], name="posts_newest_first")]

    computed_fields = (*WebPage.computed_fields, "slug", "reading_minutes")

    # What a copy takes over from its original once it is stored.
    topics_to_take: tuple[Topic, ...] = ()

    def get_absolute_url(self):
        return reverse("post", kwargs={"slug": self.slug})

    @classmethod
    def at_addresses(cls, paths):
        blog = reverse("posts")
        by_slug = {path[len(blog) : -1]: path for path in paths if path.startswith(blog) and path.endswith("/")}
        return {by_slug[post.slug]: post for post in cls.objects.filter(slug__in=by_slug)} if by_slug else {}

    @property
    def year(self) -> int:
        """The year in which it appeared, in the site's time zone."""
        return timezone.localtime(self.published_at).year

    def duplicate(self):
        twin = super().duplicate()
        twin.slug, twin.topics_to_take = twin.free_slug(self.slug), tuple(self.topics.all())
        return twin

    def clean(self):
        super().clean()
        self.clean_place()

    def clean_place(self):
        self.slug = self.slug.lower() or self.free_slug()
        free = self.free_slug(self.slug)
        if free != self.slug:
            raise ValidationError({"slug": self._why_not() % {"slug": self.slug, "free": free}})

    def prepare(self, stored):
        self.slug = self.slug.lower() or self.free_slug()
        linked = super().prepare(stored)
        self._count_minutes()
        return linked

    def show_as_written(self):
        self.slug = self.slug.lower() or self.free_slug()
        super().show_as_written()
        self._count_minutes()
        return self

    def _count_minutes(self):
        words = len(markdown.plain_text(self.body_html).split())
        self.reading_minutes = max(1, math.ceil(words / WORDS_A_MINUTE))

    def settle(self, stored):
        super().settle(stored)
        self.topics.add(*self.topics_to_take)

    def free_slug(self, wanted: str = "") -> str:
        """The wanted slug (by default one made from the title) in a form that no year, word or other post has."""
        wanted = wanted or slug_from(self.title, otherwise=NAMELESS)
        if wanted.isdecimal():
            wanted = f"{NAMELESS}-{wanted[:80]}"
        taken = Post.objects.exclude(pk=self.pk).filter(slug__startswith=wanted[:90])
        return first_free(wanted, RESERVED.union(taken.values_list("slug", flat=True)))

    def _why_not(self):
        if self.slug.isdecimal():
            return _("“%(slug)s” would be the address of a year. “%(free)s” is free.")
        if self.slug in RESERVED:
            return _("“%(slug)s” is a word that the site itself needs. “%(free)s” is free.")
        return _("“%(slug)s” is already the address of another post. “%(free)s” is free.")


m2m_changed.connect(stamp.touch, sender=Post.topics.through)
