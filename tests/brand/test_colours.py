"""Whatever colours she chooses, every text can be read on its ground, and every overlap is bright."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from hypothesis import example, given
from hypothesis import strategies as st

from pages.colours import DARK, LIGHT, Choice, tokens
from pages.oklch import AAA, colour, contrast, difference, from_oklch, oklch, readable
from pages.overlaps import APART, overlap

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
CHOICES = st.builds(Choice, *[COLOURS | st.just("")] * 4).filter(bool)
EXTREMES = [Choice(*[one] * 4) for one in ("#000000", "#ffffff", "#ffff00", "#0000ff", "#808080", "#757575")]


def pairs(palette):
    """Every text of the site with what it stands on."""
    for ground in ("paper", "mist", "sun_pale", "coral_pale", "sky_pale", "green_pale"):
        yield from ((text, ground) for text in ("ink", "ink_soft", "deep"))
    yield from (("on_deep", "deep"), ("on_closing", "closing"), ("closing_deep", "on_closing"), ("on_bright", "bright"))
    yield ("on_call", "call")


def weak(palette, house):
    """The pairs below 7:1 that are not the site's own, with their ratios."""
    found = {pair: contrast(*(getattr(palette, name) for name in pair)) for pair in pairs(palette)}
    own = {pair for pair in found if all(getattr(palette, name) == getattr(house, name) for name in pair)}
    return {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < AAA and pair not in own}


def all_extremes(test):
    for choice in EXTREMES:
        test = example(choice)(test)
    return test


@all_extremes
@given(CHOICES)
def test_every_text_reaches_seven_to_one_in_the_light(choice):
    assert weak(choice.light, LIGHT) == {}


@all_extremes
@given(CHOICES)
def test_every_text_reaches_seven_to_one_in_the_dark(choice):
    assert weak(choice.dark, DARK) == {}


@all_extremes
@given(CHOICES)
def test_the_button_on_the_closing_band_stands_out_from_it(choice):
    for palette in (choice.light, choice.dark):
        assert contrast(palette.call, palette.closing) >= 3


@all_extremes
@given(CHOICES)
def test_the_circles_are_what_she_chose(choice):
    for palette in (choice.light, choice.dark):
        for name in ("sun", "coral", "sky"):
            assert getattr(palette, name) == (getattr(choice, name) or getattr(LIGHT, name))


@all_extremes
@given(CHOICES)
def test_every_value_is_a_colour_and_nothing_else(choice):
    for palette in (choice.light, choice.dark):
        assert all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in tokens(palette).values())


@given(COLOURS, COLOURS)
@example("#000000", "#ffffff")
@example("#ffffff", "#ffffff")
@example("#000000", "#000000")
def test_an_overlap_is_told_from_both_circles(one, other):
    assert min(difference(overlap(one, other), part) for part in (one, other)) >= APART


@given(COLOURS, COLOURS)
def test_an_overlap_is_bright(one, other):
    mixed, parts = oklch(overlap(one, other)), [oklch(one), oklch(other)]
    assert mixed.lightness > 0.6
    if min(part.chroma for part in parts) > 0.05:
        assert mixed.chroma > 0.05


@pytest.mark.parametrize(
    ("one", "other"), [("#e63946", "#a8dadc"), ("#ffe600", "#ff9900"), ("#f4a261", "#e76f51"), ("#5c3a12", "#3a7d1c")]
)
def test_where_warm_colours_meet_there_is_no_olive_and_no_brown(one, other):
    mixed = oklch(overlap(one, other))
    assert mixed.lightness > 0.75 and mixed.chroma > 0.08


@given(COLOURS)
def test_a_colour_that_can_be_read_stays_as_it_is(chosen):
    if contrast(chosen, "#ffffff") >= AAA:
        assert readable(chosen, ("#ffffff",), "#000000") == chosen


@given(COLOURS)
def test_what_is_corrected_keeps_its_hue(chosen):
    before, after = oklch(chosen), oklch(readable(chosen, ("#ffffff",), "#000000"))
    if after.chroma > 0.04:
        assert abs((after.hue - before.hue + 180) % 360 - 180) < 12


@given(COLOURS)
def test_a_colour_survives_the_way_there_and_back(chosen):
    assert difference(from_oklch(*oklch(chosen)), chosen) < 0.01


def test_without_a_choice_the_palette_is_that_of_the_style_sheet():
    sheet = Path(finders.find("css/site.css")).read_text(encoding="utf-8")
    written = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", sheet))
    both = {name: (light, dark) for name, light, dark in re.findall(r"--([\w-]+): light-dark\((\S+), (\S+)\);", sheet)}
    assert (Choice().light, Choice().dark) == (LIGHT, DARK)
    for name, light in tokens(LIGHT).items():
        assert (name, both.get(name, (written[name],) * 2)) == (name, (light, tokens(DARK)[name]))


def test_what_follows_from_the_sites_own_colours_alone_stays_as_it_was_drawn():
    palette = Choice(sky="#c0ffee").light
    assert (palette.orange, palette.sun_pale, palette.mist) == (LIGHT.orange, LIGHT.sun_pale, LIGHT.mist)
    assert palette.green != LIGHT.green and palette.violet != LIGHT.violet


@pytest.mark.parametrize("text", ["", "red", "#fff", "#12345g", "#1234567", "#fff;}", "rgb(0,0,0)", "#ffffff\n;"])
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(ValueError, match="no colour"):
        colour(text)
