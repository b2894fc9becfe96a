"""While a moment is typed, it stands below in words."""

import pytest

from tests.factories import create_page

pytestmark = pytest.mark.django_db(transaction=True)


def note(desk, field):
    return desk.locator(f".fieldBox.field-{field} .moment-in-words")


def test_it_is_said_as_it_is_typed_and_gone_when_it_is_emptied(desk, trouble):
    page = create_page(status="draft")
    desk.goto(f"/admin/pages/page/{page.pk}/change/")
    desk.fill("[name=expires_at_0]", "2099-12-03")
    desk.fill("[name=expires_at_1]", "09:00")
    note(desk, "expires_at").filter(has_text="2099").wait_for()
    desk.fill("[name=expires_at_1]", "")
    note(desk, "expires_at").filter(has_not_text="2099").wait_for(state="attached")
    assert note(desk, "published_at").inner_text() == ""
    assert trouble == []
