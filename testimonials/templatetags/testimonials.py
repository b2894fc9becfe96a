"""The tag that shows one testimonial where a template asks for it."""

from django import template

from testimonials.models import Testimonial

register = template.Library()


@register.inclusion_tag("testimonials/on_home.html")
def a_voice():
    """`{% a_voice %}`: the first public testimonial with the mark for the home page, or nothing; one query."""
    return {"item": Testimonial.objects.published().to_show().filter(on_home=True).first()}
