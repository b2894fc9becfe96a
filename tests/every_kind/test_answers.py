"""Every kind of page is answered as it should be, and breaks no rule of its own content policy."""

import pytest

from tests.every_kind.visiting import expect_none

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every-kind")]


def test_every_kind_is_there(sample):
    assert {visit.kind.name: visit.status for visit in sample} == {
        visit.kind.name: visit.kind.status for visit in sample
    }


def test_the_console_stays_empty(sample):
    """A browser complains of the status of an error page itself."""
    expect_none([visit for visit in sample if visit.kind.status == 200], "complaints")
