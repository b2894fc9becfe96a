"""The tag that gives a template the profile and the menus."""

from django import template

from pages.site import Site, current_site

register = template.Library()


@register.simple_tag
def site() -> Site:
    """`{% site as site %}`: what stands around every page, as visitors may see it."""
    return current_site()
