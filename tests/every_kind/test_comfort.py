"""What a page does for whoever zooms in, taps with a thumb, or gets sick of movement."""

import pytest

from tests.every_kind.visiting import expect_none

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every-kind")]


def test_nothing_scrolls_sideways_at_400_percent(sample):
    """WCAG 2.2, 1.4.10."""
    expect_none(sample, "too_wide")


def test_every_target_is_24_pixels_high_and_wide(sample):
    """WCAG 2.2, 2.5.8."""
    expect_none(sample, "small_targets")


def test_nothing_moves_for_whoever_asks_for_rest(sample):
    expect_none(sample, "moving")
