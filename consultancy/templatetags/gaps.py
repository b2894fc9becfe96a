from django import template

from consultancy.gaps import gaps_for

register = template.Library()


@register.inclusion_tag("admin/gaps.html", takes_context=True)
def gaps(context):
    """`{% gaps %}`: what this user may mend on the site, worst first, each line a link to the very field."""
    found, more = gaps_for(context["request"].user)
    return {"gaps": found, "more": more}
