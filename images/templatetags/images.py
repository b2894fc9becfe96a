"""The tags that show a picture: in the sizes and formats that are there of it, asking for those that are not."""

from dataclasses import dataclass

from django import template

from images import classes
from images.models import Image
from images.renditions.asking import ask
from images.renditions.places import PLACES, USES
from images.renditions.shown import Shown, elsewhere, sources
from images.renditions.specs import specs

register = template.Library()

LEAST_ELSEWHERE = 600  # pixels; narrower, a link is shown with a small picture beside it (https://ogp.me has no rule)


@dataclass(frozen=True)
class Drawn:
    """All that an `<img>` says, and the `<source>`s before it.

    `stands` is the same picture where it stands still, for one that moves; `priority` is for the largest that is seen
    first on a page.
    """

    shown: Shown
    alt: str
    sizes: str
    classes: str
    lazy: bool
    priority: bool = False
    stands: "Drawn | None" = None


@register.inclusion_tag("images/picture.html")
def picture(image, place, *, alt=None, decorative=False, eager=False, priority=False):
    """`{% picture image "card" %}`: an image at one of PLACES or USES, with its measures, so that nothing shifts.

    It waits until it is near: not if it is `eager`, for what is seen first on a page, and of these the one with
    `priority` goes before all others. `alt` is the alternative text of this use; without it the image's own is taken.
    """
    said = image.alt_for(alt, decorative)
    return {"picture": _drawn(image, place, said, lazy=not (eager or priority), priority=priority)}


@register.simple_tag
def inserted_picture(image, insertable) -> Drawn:
    """The image that a text names, with the alternative text and the choices given there; here alone it may move."""
    decorative = not {"decoratief", "decorative"}.isdisjoint(insertable.options)
    place = "text" if {"groot", "large"}.isdisjoint(insertable.options) else "wide"
    said = image.alt_for(insertable.get("alt"), decorative)
    stands = _drawn(image, place, said)
    return _drawn(image, place, said, stands=stands) if image.animated else stands


@register.inclusion_tag("images/plain_picture.html")
def plain_picture(image, place):
    """The image for what knows neither sizes nor formats, such as readers of feeds: of a bounded width."""
    return {"picture": _drawn(image, place, image.alt_for(), lazy=False)}


@register.simple_tag
def picture_elsewhere(image) -> Shown | None:
    """`{% picture_elsewhere page.image as shown %}`: what other sites show with a link; None where it is too small."""
    if not image or specs(image, "social")[-1].width < LEAST_ELSEWHERE:
        return None
    ask(image, "social")
    return elsewhere(image, "social")


def _drawn(image: Image, use: str, alt: str, *, lazy=True, priority=False, stands=None) -> Drawn:
    place, width_here = USES.get(use, (use, ""))
    shown = sources(image, place, moving=stands is not None)
    if not shown.is_ready:
        ask(image, place)
    sizes = width_here or shown.sizes
    if lazy and shown.srcset:  # a browser that waits with a picture knows how wide it is
        sizes = f"auto, {sizes}"
    return Drawn(shown, alt, sizes, _classes(image, place, shown), lazy, priority, stands)


def _classes(image: Image, place: str, shown: Shown) -> str:
    # What lets something through has no colour.
    tone = [classes.tone(image.colour)] if image.colour else []
    is_cut_already = shown.is_ready and PLACES[place].ratio
    focus = [] if is_cut_already else classes.focus(image.focal_x, image.focal_y)
    return " ".join([*tone, *focus])
