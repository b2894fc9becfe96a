from django import template

register = template.Library()


@register.inclusion_tag("images/picture.html")
def picture(image, *, alt=None, decorative=False, eager=False):
    """An image with its measures, so that nothing shifts while it loads; `eager` for what is seen first on a page.

    `alt` is the alternative text of this use; without it the image's own is taken.
    """
    return {"image": image, "alt": image.alt_for(alt, decorative), "eager": eager}


@register.inclusion_tag("images/picture.html")
def inserted_picture(image, insertable):
    """The image that a text names, with the alternative text and the choices given there."""
    decorative = not {"decoratief", "decorative"}.isdisjoint(insertable.options)
    return {"image": image, "alt": image.alt_for(insertable.get("alt"), decorative), "eager": False}
