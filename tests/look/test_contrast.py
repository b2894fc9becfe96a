"""Every pair of text and ground in the style sheet reaches 7:1, in the light and in the dark."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

TOKEN = re.compile(r"--([\w-]+): (?:light-dark\()?(#[0-9a-f]{6})(?:, (#[0-9a-f]{6})\))?;")
PAIRS = [
    *[("ink", ground) for ground in ("paper", "mist", "sun-pale", "coral-pale", "sky-pale", "green-pale")],
    *[("ink-soft", ground) for ground in ("paper", "mist")],
    *[("deep", ground) for ground in ("paper", "mist")],
    ("on-deep", "deep"),
    ("paper", "ink"),
    ("on-closing", "closing"),
    ("closing-deep", "on-closing"),
    ("on-bright", "sun"),
]


def style_sheet():
    return Path(finders.find("css/site.css")).read_text()


def tokens(scheme):
    """The colours by name; a token that is the same in both schemes is written once."""
    found = TOKEN.findall(style_sheet())
    return {name: dark if scheme == "dark" and dark else light for name, light, dark in found}


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(share * value for share, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(scheme, text, ground):
    colours = tokens(scheme)
    assert contrast(colours[text], colours[ground]) >= 7


def test_a_browser_without_light_dark_gets_the_light_colours():
    plain, two_schemes = style_sheet().split("@supports (color: light-dark", 1)
    fallback = {name: light for name, light, _ in TOKEN.findall(plain)}
    assert {name: light for name, light, dark in TOKEN.findall(two_schemes) if dark}.items() <= fallback.items()
