"""How an entry becomes a post of the blog."""

from django.utils.translation import gettext as _

from blog.models import NAMELESS, Post, Topic
from consultancy.importing import filling, translations, values
from consultancy.importing.entries import Entry
from images.models import Image
from publishing.addresses.slugs import slug_from

# A field of front matter: the field of the post that it fills, and how its value is read.
FIELDS: filling.Fields = {
    "title": ("title", values.text),
    "slug": ("slug", values.text),
    "language": ("language", values.text),
    "status": ("status", values.status),
    "date": ("published_at", values.moment),
    "lead": ("lead", values.text),
    "description": ("description", values.text),
    "noindex": ("noindex", values.boolean),
}
NAMES = {field: name for name, (field, _read) in FIELDS.items()}

# What the site itself chooses where the source is silent, and then stays.
CHOSEN = {"slug", "published_at"}


class PostKind:
    """Posts: filled from front matter; topics that are not there yet are made."""

    model = Post
    content = (*(field for field, _read in FIELDS.values()), "text", "image", "topics", translations.FIELD)

    def path(self, entry: Entry) -> str:
        """What the source wishes it to be known by; no path of a page looks like this."""
        return f"post:{self._slug(entry)}"

    def standing(self, entry: Entry) -> None:
        """No post stands on a site from the beginning."""

    def begin(self, entry: Entry, find) -> Post:
        """A new post, stored as a draft, so that texts can refer to it."""
        post = Post(title=entry.get("title"))
        post.slug = post.free_slug(self._slug(entry))
        filling.validate(post, entry, NAMES)
        post.save()
        return post

    def fill(self, post: Post, entry: Entry, find) -> list[str]:
        """Give a post all that the entry says, and its defaults where that says nothing; returns remarks on it.

        Raises SourceError for what does not fit.
        """
        filling.set_fields(post, entry, FIELDS, kept=CHOSEN)
        post.slug = post.free_slug(post.slug.lower())
        post.image, post.text = Image.objects.filter(slug=entry.get("image")).first(), entry.text
        filling.validate(post, entry, NAMES)
        post.save()
        topics = [_topic(name, entry) for name in filling.several(entry, "topics")]
        post.topics.set(topics)
        return list(self._remarks(post, entry))

    def _slug(self, entry):
        return (entry.get("slug") or "").lower() or slug_from(entry.get("title"), otherwise=NAMELESS)

    def _remarks(self, post, entry):
        for name in entry.fields:
            if name not in {*FIELDS, translations.FIELD, "topics", "image"}:
                yield _("“%(field)s” is left out: a post has no such field.") % {"field": name}
        if post.slug != self._slug(entry):
            remark = _("the address “%(wanted)s” is not free: this post has “%(free)s”.")
            yield remark % {"wanted": self._slug(entry), "free": post.slug}
        if entry.get("image") and post.image is None:
            yield _("“image” is left out: there is no picture “%(name)s”.") % {"name": entry.get("image")}


def _topic(name, entry):
    """The topic that is called so, or whose address says so; else a new one."""
    topics = Topic.objects.all()
    found = topics.filter(name__iexact=name).first() or topics.filter(slug=name.lower()).first()
    if found is None:
        found = Topic(name=name)
        filling.validate(found, entry, {"name": "topics", "slug": "topics"})
        found.save()
    return found
