"""How an entry becomes a testimonial."""

from django.utils.translation import gettext as _

from consultancy.importing import filling, translations, values
from consultancy.importing.entries import Entry
from images.models import Image
from publishing.addresses.slugs import slug_from
from testimonials.models import NAMELESS, Testimonial, Theme

# A field of front matter: the field of the testimonial that it fills, and how its value is read.
FIELDS: filling.Fields = {
    "slug": ("slug", values.text),
    "language": ("language", values.text),
    "status": ("status", values.status),
    "date": ("published_at", values.moment),
    "noindex": ("noindex", values.boolean),
    "role": ("role", values.text),
    "organisation": ("organisation", values.text),
    "link": ("link", values.text),
    "position": ("position", values.number),
    "on_home": ("on_home", values.boolean),
    "consent_on": ("consent_on", values.day),
}
NAMES = {field: name for name, (field, _read) in FIELDS.items()} | {"portrait": "image"}

# What the site itself chooses where the source is silent, and then stays.
CHOSEN = {"slug", "position", "published_at"}


class TestimonialKind:
    """Testimonials: the text of the entry are the words, its `topics` the themes, its `image` the portrait."""

    model = Testimonial
    content = ("name", *(field for field, _read in FIELDS.values()), "text", "portrait", "themes", translations.FIELD)

    def path(self, entry: Entry) -> str:
        """What the source wishes it to be known by; no path of a page looks like this."""
        return f"testimonial:{self._slug(entry)}"

    def standing(self, entry: Entry) -> None:
        """No testimonial stands on a site from the beginning."""

    def begin(self, entry: Entry, find) -> Testimonial:
        """A new testimonial, stored as a draft, so that texts can refer to it."""
        item = Testimonial(name=self._name(entry), text=entry.text)
        item.slug = item.free_slug(self._slug(entry))
        filling.validate(item, entry, NAMES)
        item.save()
        return item

    def fill(self, item: Testimonial, entry: Entry, find) -> list[str]:
        """Give a testimonial all that the entry says, and its defaults where that says nothing; returns remarks on it.

        Raises SourceError for what does not fit.
        """
        filling.set_fields(item, entry, FIELDS, kept=CHOSEN)
        item.name, item.text = self._name(entry), entry.text
        item.slug = item.free_slug(item.slug)
        item.portrait = Image.objects.filter(slug=entry.get("image")).first()
        filling.validate(item, entry, NAMES)
        item.save()
        item.themes.set([_theme(name, entry) for name in filling.several(entry, "topics")])
        return list(self._remarks(item, entry))

    def _name(self, entry):
        return entry.get("name") or entry.get("title")

    def _slug(self, entry):
        return (entry.get("slug") or "").lower() or slug_from(self._name(entry), otherwise=NAMELESS)

    def _remarks(self, item, entry):
        for name in entry.fields:
            if name not in {*FIELDS, translations.FIELD, "title", "name", "topics", "image"}:
                yield _("“%(field)s” is left out: a testimonial has no such field.") % {"field": name}
        if item.slug != self._slug(entry):
            remark = _("the address “%(wanted)s” is taken: this testimonial has “%(free)s”.")
            yield remark % {"wanted": self._slug(entry), "free": item.slug}
        if entry.get("image") and item.portrait is None:
            yield _("“image” is left out: there is no picture “%(name)s”.") % {"name": entry.get("image")}


def _theme(name, entry):
    name = Theme._meta.get_field("name").to_python(name)
    found = Theme.objects.filter(name__iexact=name).first()
    if found is None:
        found = Theme(name=name)
        filling.validate(found, entry, {"name": "topics", "slug": "topics"})
        found.save()
    return found
