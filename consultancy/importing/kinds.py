"""The kinds of item that an entry can be. A room that comes to the site adds its kind here."""

from consultancy.importing.pages import PageKind
from consultancy.importing.posts import PostKind
from consultancy.importing.testimonials import TestimonialKind

KINDS: dict[str, PageKind | PostKind | TestimonialKind] = {
    "page": PageKind(),
    "post": PostKind(),
    "testimonial": TestimonialKind(),
}
