"""The tag that draws."""

from django import template
from django.utils.safestring import SafeString

from images.art import drawing

register = template.Library()


@register.simple_tag
def art(slug, place) -> SafeString:
    """`{% art page.slug "card" %}`: the drawing that belongs to a name, for one of the places of `images.art`.

    Decorative inline SVG without ids or styles; nothing of the name stands in it.
    """
    return SafeString(drawing(str(slug), place))
