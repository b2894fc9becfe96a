"""axe-core finds nothing on any kind of page: WCAG 2.2 AA, its best practices, and 7:1 for text."""

import pytest

from tests.every_kind.visiting import expect_none

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every-kind")]


def test_axe_finds_nothing(sample):
    expect_none(sample, "violations")


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_at_any_width_in_any_scheme(see_all, width, scheme):
    expect_none(see_all(width, scheme), "violations")
