"""Makers of what the site shows, and the extremes of it."""

from pages.models import Page, Profile, Section
from tests.factories import create_page

LONG_WORD = "w" * 80
LONG_TITLE = ("A title of three hundred signs " * 10)[:300]
TEXT = f"""\
A paragraph with *stress* and [a link](https://elsewhere.example/). {LONG_WORD}

## A heading

| {" | ".join(f"Column {number}" for number in range(12))} |
|{"---|" * 12}
| {" | ".join("uninterrupted" * 3 for _ in range(12))} |

> A quotation

    {"code " * 60}

A footnote[^1].

[^1]: The note.
"""


def fill_profile(**fields) -> Profile:
    """The site's profile with these fields, and those that most sites have."""
    usual = {"name": "A Name", "tagline": "What she does", "city": "Town", "email": "post@example.org"}
    profile = Profile.load()
    for field, value in {**usual, **fields}.items():
        setattr(profile, field, value)
    profile.save()
    return profile


def section(kind: Section, **fields) -> Page:
    """A section page with these fields changed."""
    page = Page.objects.get(section=kind)
    for field, value in fields.items():
        setattr(page, field, value)
    page.save()
    return page


def deep_page(depth: int) -> Page:
    """A page that stands under as many others as `depth` says, less one."""
    page = None
    for number in range(depth):
        page = create_page(title=f"Level {number}", slug=f"level-{number}", parent=page)
    return page
