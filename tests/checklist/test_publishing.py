"""What is broken is not published, with the reason at its field; a draft is always saved."""

import pytest

from pages.models import Page
from tests.admin.forms import filled_in
from tests.factories import create_page

pytestmark = pytest.mark.django_db

BROKEN = "[our offer](/nowhere/)"


def save(client, page, **changes):
    address = f"/admin/pages/page/{page.pk}/change/"
    return client.post(address, filled_in(client, address, **changes))


def publish(client, *pages):
    data = {"action": "publish", "_selected_action": [page.pk for page in pages]}
    return client.post("/admin/pages/page/", data, follow=True)


def stored(page):
    return Page.objects.get(pk=page.pk)


@pytest.mark.parametrize("text", [BROKEN, "[[image nowhere]]", "[[afbeeling bridge]]"])
def test_what_is_broken_is_not_published_by_its_form(owner_client, text):
    page = create_page(status="draft")
    answer = save(owner_client, page, text=text, status="published")
    assert answer.context["adminform"].form.errors.keys() == {"text"}
    assert stored(page).status == "draft"


def test_nor_scheduled(owner_client):
    page = create_page(status="draft")
    moment = {"published_at_0": "2099-01-01", "published_at_1": "09:00"}
    save(owner_client, page, text=BROKEN, status="published", **moment)
    assert stored(page).status == "draft"


def test_nor_published_in_the_list_and_the_reason_is_told(owner_client):
    broken, whole = create_page(title="Broken", status="draft", text=BROKEN), create_page(title="Whole", status="draft")
    answer = publish(owner_client, broken, whole)
    assert (stored(broken).status, stored(whole).status) == ("draft", "published")
    assert "/nowhere/" in answer.text


def test_a_draft_is_saved_whatever_is_wrong_with_it(owner_client):
    page = create_page(status="draft")
    assert save(owner_client, page, text=BROKEN).status_code == 302
    assert stored(page).text == BROKEN


def test_advice_holds_nothing_back(owner_client):
    create_page(title="Hidden", status="draft")
    page = create_page(status="draft")
    text = "#### Deep\n\n[hier](/hidden/)\n\n[[todo]]\n\n[[blog]]"
    assert save(owner_client, page, text=text, status="published").status_code == 302


def test_two_drafts_that_link_to_each_other_can_be_published(owner_client):
    first = create_page(title="First", status="draft", text="[the second](/second/)")
    second = create_page(title="Second", status="draft", text="[the first](/first/)")
    publish(owner_client, first, second)
    assert (stored(first).status, stored(second).status) == ("published", "published")


def test_what_was_amiss_already_holds_up_no_other_change(owner_client):
    page = create_page(text=BROKEN)
    assert save(owner_client, page, title="Another title", status="published").status_code == 302
    answer = save(owner_client, page, status="published", text=f"{BROKEN} [more](/nor-here/)")
    assert "/nor-here/" in str(answer.context["adminform"].form.errors["text"])
    assert "/nowhere/" not in str(answer.context["adminform"].form.errors["text"])


def test_what_is_broken_is_archived_all_the_same(owner_client):
    page = create_page(text=BROKEN)
    assert save(owner_client, page, status="archived").status_code == 302
