"""What an arrangement may not be."""

import pytest

from images.art.circles import Circle, overlap
from images.art.rules import is_sound

LARGE = Circle(0, 0, 1, "sun")


@pytest.mark.parametrize(
    "others",
    [
        [Circle(1.45, 0, 0.5, "coral")],
        [Circle(1.52, 0, 0.5, "coral")],
        [Circle(0.48, 0, 0.5, "coral")],
        [Circle(0.6, 0, 0.5, "coral")],
        [Circle(1.2, 0, 0.5, "sun")],
        [Circle(1.7, 0, 1, "coral"), Circle(0.85, 1.47, 1, "sky")],
        [Circle(1.12, 0, 1, "coral"), Circle(0.56, 0.18, 0.9, "sky")],
    ],
    ids=["a sliver", "nearly touching", "touching within", "nearly all", "one colour", "a hole", "nearly one"],
)
def test_what_is_ugly_is_refused(others):
    assert not is_sound([LARGE, *others])


def test_sun_within_coral_is_refused_and_coral_within_sun_is_not():
    assert is_sound([LARGE, Circle(0.3, 0, 0.4, "coral")])
    assert not is_sound([Circle(0, 0, 1, "coral"), Circle(0.3, 0, 0.4, "sun")])


@pytest.mark.parametrize("x", [1.2, 1.6, 0.3])
def test_what_meets_well_stays_apart_or_lies_within_is_fine(x):
    assert is_sound([LARGE, Circle(x, 0, 0.5, "sky")])


def test_the_area_of_an_overlap_is_that_of_its_shape():
    """Two circles of radius 1 through each other's centre share 2π/3 - √3/2; three such, (π - √3)/2."""
    other, third = Circle(1, 0, 1, "coral"), Circle(0.5, 0.75**0.5, 1, "sky")
    assert overlap(LARGE, other).area == pytest.approx(1.228370, abs=1e-6)
    assert overlap(LARGE, other, third).area == pytest.approx(0.704771, abs=1e-6)
    assert overlap(LARGE, Circle(2, 0, 1, "sky")) is None
