"""What the consultant is told about the colours that she chose: in words, at their field."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from pages.colours import DARK, LIGHT, Choice
from pages.oklch import contrast, oklch
from pages.overlaps import alike

# The field of the profile that each colour stands in.
FIELDS = {"sun": "first_colour", "coral": "second_colour", "sky": "third_colour", "deep": "action_colour"}
CIRCLES = {
    "sun": gettext_lazy("The first circle"),
    "coral": gettext_lazy("The second circle"),
    "sky": gettext_lazy("The third circle"),
}
GREY_BELOW, BLACK_BELOW, WHITE_ABOVE = 0.03, 0.22, 0.95
DIM = 1.5  # The contrast with dark paper below which a circle hardly shows.

# Where each hue ends, in degrees of OKLCH.
HUES = (
    (12, pgettext_lazy("your … #123456", "pink")),
    (42, pgettext_lazy("your … #123456", "red")),
    (78, pgettext_lazy("your … #123456", "orange")),
    (116, pgettext_lazy("your … #123456", "yellow")),
    (168, pgettext_lazy("your … #123456", "green")),
    (212, pgettext_lazy("your … #123456", "turquoise")),
    (282, pgettext_lazy("your … #123456", "blue")),
    (335, pgettext_lazy("your … #123456", "purple")),
    (360, pgettext_lazy("your … #123456", "pink")),
)


@dataclass(frozen=True)
class Note:
    """A sentence about a field, with the colour that the site shows instead, where it does."""

    field: str
    words: str
    shown: str = ""


def word_for(colour: str) -> str:
    """What a colour is called."""
    lightness, chroma, hue = oklch(colour)
    if chroma < GREY_BELOW:
        if lightness > WHITE_ABOVE:
            return str(pgettext_lazy("your … #123456", "white"))
        grey = pgettext_lazy("your … #123456", "grey")
        return str(pgettext_lazy("your … #123456", "black") if lightness < BLACK_BELOW else grey)
    if HUES[0][0] < hue < HUES[3][0] and lightness < 0.5:
        return str(pgettext_lazy("your … #123456", "brown"))
    return str(next(word for end, word in HUES if hue <= end))


def notes(choice: Choice) -> Iterator[Note]:
    """What the site does otherwise than she chose, and what visitors will hardly see."""
    if choice.deep:
        yield from _about_action(choice)
    if choice.sun and choice.light.bright != choice.sun:
        yield Note(
            FIELDS["sun"],
            _("No text can be read on your %(word)s %(colour)s; where text stands on it, it is %(shown)s.")
            % _named(choice.sun, choice.light.bright),
            choice.light.bright,
        )
    yield from _about_circles(choice)


def _about_action(choice):
    field, light, dark = FIELDS["deep"], choice.light.deep, choice.dark.deep
    if light != choice.deep:
        words = _("Your %(word)s %(colour)s is too light to be read on white; on the site it is %(shown)s.")
        yield Note(field, words % _named(choice.deep, light), light)
    if dark != choice.deep:
        words = _("Whoever reads light on dark sees your %(word)s %(colour)s as %(shown)s.")
        yield Note(field, words % _named(choice.deep, dark), dark)


def _about_circles(choice):
    """Only of what she chose: those of the house were looked at by who drew them."""
    for one, other in combinations(CIRCLES, 2):
        first, second = getattr(choice.light, one), getattr(choice.light, other)
        if (getattr(choice, one) or getattr(choice, other)) and alike(first, second):
            words = _("%(one)s looks so much like %(other)s that they can hardly be told apart.")
            name = str(CIRCLES[other])
            yield Note(_chosen(choice, other, one), words % {"one": CIRCLES[one], "other": name[0].lower() + name[1:]})
    for circle, name in CIRCLES.items():
        chosen = getattr(choice, circle)
        if chosen and alike(chosen, LIGHT.paper):
            yield Note(FIELDS[circle], _("%(circle)s can hardly be seen on white.") % {"circle": name})
        if chosen and contrast(chosen, DARK.paper) < DIM:
            yield Note(FIELDS[circle], _("%(circle)s can hardly be seen on a dark screen.") % {"circle": name})


def _chosen(choice, *names):
    return FIELDS[next(name for name in names if getattr(choice, name))]


def _named(colour, shown):
    return {"word": word_for(colour), "colour": colour, "shown": shown}
