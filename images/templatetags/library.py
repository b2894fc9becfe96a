"""What the screens of the library show."""

from django import template

from images.thumbnails import thumbnail as shown_small
from trash.consequences import line as line_of

register = template.Library()


@register.inclusion_tag("admin/images/thumbnail.html")
def thumbnail(image):
    """A picture, small, beside words that say which it is."""
    return {"shown": shown_small(image)}


@register.filter
def line(item):
    """An item by its kind and name, with the way to its form."""
    return line_of(item)
