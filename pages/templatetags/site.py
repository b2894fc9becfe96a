"""The tag that gives a template the profile and the menus."""

from django import template

from pages.site import Site, current_site, site_of

register = template.Library()


@register.simple_tag(takes_context=True)
def site(context) -> Site:
    """`{% site as site %}`: what stands around every page in the active language, as visitors may see it."""
    request = context.get("request")
    return site_of(request) if request else current_site()
