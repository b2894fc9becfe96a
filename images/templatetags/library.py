"""What the screens of the library show."""

from django import template

from images.thumbnails import thumbnail as shown_small

register = template.Library()


@register.inclusion_tag("admin/images/thumbnail.html")
def thumbnail(image):
    """A picture, small, beside words that say which it is."""
    return {"shown": shown_small(image)}
