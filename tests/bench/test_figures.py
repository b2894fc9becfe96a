"""How the benchmarks come to their figures."""

import pytest

from bench.rows import at_most
from bench.willow import _bytes_at

LADDER = [(0.98, 400), (0.90, 100), (0.94, 200)]


@pytest.mark.parametrize(("value", "met"), [(0.99, True), (1, True), (1.01, False)])
def test_a_limit_is_met_up_to_itself(value, met):
    row = at_most("seconds", value, "s", 1)
    assert (row.met, row.goal) == (met, "at most 1")


@pytest.mark.parametrize(("ssim", "expected"), [(0.90, 100), (0.92, 141.4), (0.94, 200), (0.98, 400), (1.0, 565.7)])
def test_bytes_at_a_similarity_lie_between_the_rungs_of_a_ladder(ssim, expected):
    assert _bytes_at(LADDER, ssim) == pytest.approx(expected, rel=0.001)
