"""The tag that shows one testimonial where a template asks for it."""

from django import template

from testimonials.models import Testimonial

register = template.Library()


@register.inclusion_tag("testimonials/on_home.html", takes_context=True)
def a_voice(context):
    """`{% a_voice %}`: the first public testimonial with the mark for the home page, or nothing; one query.

    On the home page of some `languages` the first in these.
    """
    public = Testimonial.objects.published().in_languages(context.get("languages"))
    return {"item": public.to_show().filter(on_home=True).first()}
