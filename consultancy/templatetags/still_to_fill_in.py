from django import template

from consultancy.gaps import gaps_for

register = template.Library()


@register.inclusion_tag("admin/still_to_fill_in.html", takes_context=True)
def still_to_fill_in(context):
    """`{% still_to_fill_in %}`: what this user may fill in on the site, each line a link to the very form."""
    return {"gaps": list(gaps_for(context["request"].user))}
