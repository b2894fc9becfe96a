"""The point of a picture that every cut of it keeps in sight, as it is chosen in a form."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from images.models import Image
from images.renditions.places import PLACES
from images.renditions.shown import sources
from images.renditions.specs import cut

Point = tuple[int, int]
# What is shown beside the picture: the place, its name, and whether it is round there.
CUTS = (
    ("card", gettext_lazy("In a list"), False),
    ("face", gettext_lazy("As a portrait"), True),
    ("social", gettext_lazy("With a link elsewhere"), False),
)


@dataclass(frozen=True)
class Cut:
    """A cut of a picture, as SVG and a script need it: `view_box` is in pixels of the kept picture."""

    label: str
    is_round: bool
    view_box: str
    ratio: float
    centre: Point


def cuts_of(image: Image) -> list[Cut]:
    """What the places that cut a picture show of it now."""
    return [_cut(image, PLACES[place], str(label), is_round) for place, label, is_round in CUTS]


def _cut(image, place, label, is_round):
    left, top, right, bottom = cut(image, place)
    across, down = place.ratio
    return Cut(label, is_round, f"{left} {top} {right - left} {bottom - top}", across / down, place.centre)


class FocalPointWidget(forms.MultiWidget):
    """Two numbers, and for a script the picture on which they are pointed at; `image` is set by the form."""

    template_name = "admin/images/focal_point.html"
    image: Image | None = None

    class Media:
        css = {"all": ["css/library.css"]}
        js = (forms.Script("js/admin/library/focal-point.js", type="module"),)

    def __init__(self) -> None:
        number = {"min": 0, "max": 100, "inputmode": "numeric"}
        super().__init__([forms.NumberInput(number), forms.NumberInput(number)])

    def decompress(self, value: Point | None) -> list[int | None]:
        return list(value) if value else [None, None]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        if self.image is None:
            return context
        return {**context, "image": self.image, "shown": sources(self.image, "first"), "cuts": cuts_of(self.image)}


class FocalPointField(forms.MultiValueField):
    """A point in percent from the left and from the top, as (x, y); None where the site is to choose."""

    widget = FocalPointWidget

    def __init__(self, **options: Any):
        percent = forms.IntegerField(min_value=0, max_value=100, required=False)
        super().__init__([percent, percent], required=False, require_all_fields=False, **options)

    def compress(self, values: list[int | None]) -> Point | None:
        x, y = values or (None, None)
        if x is None and y is None:
            return None
        if x is None or y is None:
            raise ValidationError(_("Fill in both numbers, or neither."), code="incomplete")
        return (x, y)
