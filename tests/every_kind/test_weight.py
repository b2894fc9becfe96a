"""What a first visit costs: one round trip for the page and its style sheet, 75 kB for its typefaces."""

import pytest

from tests.every_kind.visiting import expect_none

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every-kind")]

ROUND_TRIP = 14_000
FONTS = 75_000
REQUESTS = 3


@pytest.fixture(scope="module")
def usual(sample):
    """The kinds whose content is no extreme."""
    return [visit for visit in sample if not visit.kind.extreme]


def over(limit, *types):
    def look(visit):
        weight = visit.weight(*types)
        return [f"{weight} bytes"] if weight > limit else []

    return look


def others(visit):
    urls = [url for type_, url, _ in visit.loaded if type_ not in ("image", "font")]
    return urls if len(urls) > REQUESTS else []


def test_page_and_style_sheet_fit_in_one_round_trip(usual):
    assert all(visit.weight("document") for visit in usual)
    expect_none(usual, over(ROUND_TRIP, "document", "stylesheet", "script"))


def test_besides_pictures_and_fonts_three_requests_are_enough(usual):
    expect_none(usual, others)


def test_fonts_are_light(usual):
    assert any(visit.weight("font") for visit in usual)
    expect_none(usual, over(FONTS, "font"))
