"""The kinds of item that an entry can be. A room that comes to the site adds its kind here."""

from consultancy.importing.pages import PageKind
from consultancy.importing.testimonials import TestimonialKind

# None: the contract of front matter knows the kind, and this site has no room for it yet.
KINDS: dict[str, PageKind | TestimonialKind | None] = {
    "page": PageKind(),
    "post": None,
    "testimonial": TestimonialKind(),
}
