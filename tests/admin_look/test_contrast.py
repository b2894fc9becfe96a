"""Every pair of a text and its ground in the admin reaches 7:1 (WCAG 2.2, 1.4.6), light and dark."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

GROUNDS = ["paper", "mist", "sun-pale", "sky-pale", "green-pale", "coral-pale"]
PAIRS = [
    *((text, ground) for text in ("ink", "ink-soft", "deep") for ground in ("paper", "mist", "sun-pale")),
    *(("ink", ground) for ground in GROUNDS),
    *(("danger", ground) for ground in ("paper", "coral-pale")),
    *(("on-deep", ground) for ground in ("deep", "ink", "ink-soft", "danger")),
    ("on-bright", "sun"),
]


def tokens(scheme):
    """{name: colour} of one scheme, 0 for light and 1 for dark."""
    sheet = Path(finders.find("css/admin.css")).read_text(encoding="utf-8")
    found = re.findall(r"--([\w-]+): (?:light-dark\(([^)]+)\)|(#\w{6}));", sheet)
    return {name: both.split(", ")[scheme] if both else one for name, both, one in found}


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme):
    colours = tokens(scheme)
    weak = {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 7} == {}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(scheme):
    colours = tokens(scheme)
    assert contrast(colours["edge"], colours["paper"]) >= 3
