"""How an entry becomes a page of the tree."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from consultancy.importing import filling, translations, values, voices
from consultancy.importing.content import differs
from consultancy.importing.entries import Entry
from images.models import Image
from pages.models import NAMELESS, Page, Section
from pages.sections import beginning, word
from publishing.addresses.slugs import slug_from

FindPage = Callable[[str], Page | None]

# A field of front matter: the field of the page that it fills, and how its value is read.
FIELDS = {
    "title": ("title", values.text),
    "slug": ("slug", values.text),
    "language": ("language", values.text),
    "status": ("status", values.status),
    "date": ("published_at", values.moment),
    "lead": ("lead", values.text),
    "description": ("description", values.text),
    "noindex": ("noindex", values.boolean),
    "position": ("position", values.number),
    "quotation": ("quotation", values.text),
    "quotation_author": ("quotation_author", values.text),
    "menu": ("menu", values.choice),
    "menu_title": ("menu_title", values.text),
    "on_home": ("on_home", values.boolean),
    "action_kind": ("action_kind", values.choice),
    "action_label": ("action_label", values.text),
    "action_url": ("action_url", values.text),
    "second_label": ("second_label", values.text),
}
PAGES = {"parent": "parent", "action_page": "action_page", "second_page": "second_page"}
NAMES = {field: name for name, (field, _read) in FIELDS.items()} | {"image": "image", "text": "text"}

# What the site itself chooses where the source is silent, and then stays.
CHOSEN = {"slug", "position", "published_at"}


class PageKind:
    """Pages: filled from front matter, found under each other by their path."""

    model = Page
    content = (*(field for field, _read in FIELDS.values()), "text", "image", *PAGES.values(), translations.FIELD)

    def path(self, entry: Entry) -> str:
        """The path that the source wishes for; that of a section page is the site's own."""
        if section := self._section(entry):
            return word(section)
        return "/".join(filter(None, [values.path(entry.get("parent")), self._slug(entry)]))

    def standing(self, entry: Entry) -> Page | None:
        """The page that every site has from the beginning, where the entry is for it."""
        section = self._section(entry)
        return Page.objects.get(section=section) if section else None

    def begin(self, entry: Entry, find: FindPage) -> Page:
        """A new page at its place in the tree, stored as a draft, so that others can refer to it."""
        page = Page(title=entry.get("title"), parent=self._page(entry, "parent", find), language="")
        page.slug = page.free_slug(self._slug(entry))
        filling.validate(page, entry, NAMES)
        page.save()
        return page

    def fill(self, page: Page, entry: Entry, find: FindPage) -> list[str]:
        """Give a page all that the entry says, and its defaults where that says nothing; returns remarks on it.

        Raises SourceError for what does not fit.
        """
        fixed = {"slug", "parent"} if page.section else set()
        kept = CHOSEN | ({"status"} if page.section else set())
        filling.set_fields(page, entry, FIELDS, kept=kept, fixed=fixed)
        for name, field in PAGES.items():
            if name not in fixed:
                setattr(page, field, self._page(entry, name, find))
        if not page.section:
            page.slug = page.free_slug(page.slug)
            # Where the source is silent it is that of the page above.
            page.language = entry.get("language")
        page.image = Image.objects.filter(slug=entry.get("image")).first()
        page.text, said = voices.put_into_text(entry, page)
        filling.validate(page, entry, NAMES)
        page.save()
        return [*said, *self._remarks(page, entry, fixed)]

    def _section(self, entry):
        section = entry.get("section")
        if section and section not in Section.values:
            message = _("“%(value)s” is no section; these are: %(known)s.")
            raise entry.error("section", message % {"value": section, "known": ", ".join(Section.values)})
        return section

    def _slug(self, entry):
        return (entry.get("slug") or "").lower() or slug_from(entry.get("title"), otherwise=NAMELESS)

    def _page(self, entry, name, find):
        path = entry.get(name)
        page = find(values.path(path)) if path else None
        if path and page is None:
            raise entry.error(name, _("%(field)s: there is no page “%(path)s”.") % {"field": name, "path": path})
        return page

    def _remarks(self, page, entry, fixed):
        for name in entry.fields:
            if name in fixed:
                yield _("“%(field)s” is left out: the site itself gives this page its place.") % {"field": name}
            elif name not in {*FIELDS, *PAGES, translations.FIELD, "section", "image"}:
                yield _("“%(field)s” is left out: a page has no such field.") % {"field": name}
        if not page.section and page.slug != self._slug(entry):
            remark = _("the address “%(wanted)s” is taken: this page has “%(free)s”.")
            yield remark % {"wanted": self._slug(entry), "free": page.slug}
        if entry.get("image") and page.image is None:
            yield _("“image” is left out: there is no picture “%(name)s”.") % {"name": entry.get("image")}


def is_untouched(page: Page) -> bool:
    """Whether a section page is still as the site made it."""
    fresh = Page(section=page.section, slug=page.slug, published_at=page.published_at, **beginning(page.section))
    return not differs(page, fresh, PageKind.content)
