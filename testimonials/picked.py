"""Testimonials as whoever writes a text picks them: by face, name and first words."""

from typing import Any

from images.thumbnails import thumbnail_address
from publishing.picking.shelves import Shelf, link_row, status_of
from testimonials.models import Testimonial


def portrait(testimonial: Testimonial) -> str | None:
    """The address of the portrait, or None."""
    return thumbnail_address(testimonial.portrait) if testimonial.portrait else None


def _row(testimonial) -> dict[str, Any]:
    return {
        "line": testimonial.insertable,
        "title": testimonial.name,
        "detail": ", ".join(filter(None, [testimonial.role, testimonial.organisation])),
        "picture": portrait(testimonial),
        "initials": testimonial.initials,
        "words": testimonial.description,
        **status_of(testimonial),
    }


def _voices():
    return Testimonial.objects.to_show()


def _addresses():
    return Testimonial.objects.defer("text", "body_html")


VOICES = Shelf(_voices, _row, ("name", "organisation", "role", "slug", "text"))
LINKS = Shelf(_addresses, link_row, ("name", "slug"))
