"""A plain maker of testimonials: keyword-only, with what is usual."""

from testimonials.models import Testimonial


def create_testimonial(*, name="Vera Voorbeeld", text="What a summer!", status="published", themes=(), **fields):
    """A testimonial, public from now on unless told otherwise."""
    item = Testimonial.objects.create(name=name, text=text, status=status, **fields)
    item.themes.set(themes)
    return item
