"""Where the icons of the site are, for the head of a page."""

from django import template

from consultancy.icons import Icon, icon_of
from pages.site import Site

register = template.Library()


@register.simple_tag
def icons(site: Site) -> Icon | None:
    """`{% icons site as icon %}`: its addresses `tab` and `touch`; None where they are those of the house."""
    return icon_of(site)
