"""The consultant writes a page."""

from datetime import datetime

import pytest
from django.db.models import RestrictedError
from django.utils import translation

from pages.models import Page, Section
from publishing import markdown
from publishing.moments import trouble_with_clock
from tests.admin.forms import filled_in
from tests.factories import create_page

pytestmark = pytest.mark.django_db

ADD = "/admin/pages/page/add/"


def change(page):
    return f"/admin/pages/page/{page.pk}/change/"


def errors(answer):
    return answer.context["adminform"].form.errors


def test_a_new_page_starts_as_a_draft(client, owner_client):
    owner_client.post(ADD, filled_in(owner_client, ADD, title="Working together", text="Words"))
    page = Page.objects.get(title="Working together")
    assert (page.status, page.slug, page.language) == ("draft", "working-together", "nl")


def test_publishing_puts_it_on_the_site(client, owner_client):
    page = create_page(title="Offer", status="draft")
    owner_client.post(change(page), filled_in(owner_client, change(page), status="published"))
    owner_client.logout()
    assert client.get("/offer/").status_code == 200


def test_a_moment_is_typed_in_the_time_of_the_site(owner_client):
    page = create_page(title="Offer", status="draft")
    moment = {"status": "published", "published_at_0": "2099-07-01", "published_at_1": "09:00"}
    owner_client.post(change(page), filled_in(owner_client, change(page), **moment))
    assert Page.objects.get(pk=page.pk).published_at.isoformat() == "2099-07-01T07:00:00+00:00"


@pytest.mark.parametrize(("day", "hour"), [("2027-03-28", "02:30"), ("2027-10-31", "02:30")])
def test_an_hour_that_the_clock_skips_or_repeats_is_refused_and_nothing_is_lost(owner_client, day, hour):
    page = create_page(title="Offer", status="draft")
    moment = {"published_at_0": day, "published_at_1": hour, "text": "Typed with care"}
    answer = owner_client.post(change(page), filled_in(owner_client, change(page), **moment))
    assert errors(answer)["published_at"] == [trouble_with_clock(datetime.fromisoformat(f"{day}T{hour}"))]
    assert "Typed with care" in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *[
            ("published_at_0", "0001-01-01"),
            ("published_at_0", "9999-12-31"),
            ("position", 2**63 - 1),
            ("position", "x"),
        ],
        *[("image", "abc"), ("image", "9" * 20), ("image", -1), ("parent", "abc"), ("parent", "9" * 20)],
        *[("language", "xx"), ("menu", "nonsense"), ("slug", "a b"), ("action_page", "x")],
    ],
)
def test_what_no_browser_sends_is_refused_and_nothing_is_lost(owner_client, field, value):
    page = create_page(title="Offer", status="draft")
    odd = {"published_at_1": "00:00"} if field == "published_at_0" else {}
    data = filled_in(owner_client, change(page), text="Typed with care", **odd, **{field: value})
    answer = owner_client.post(change(page), data)
    assert errors(answer)
    assert "Typed with care" in answer.content.decode()


def test_a_form_that_was_refused_leads_to_what_visitors_see(owner_client):
    page = create_page(title="Offer", status="draft")
    answer = owner_client.post(change(page), filled_in(owner_client, change(page), status="published", title=""))
    assert answer.context["absolute_url"] == f"/admin/pages/page/{page.pk}/preview/"


def test_a_picture_from_elsewhere_is_told(owner_client):
    page = create_page(title="Offer", status="draft")
    data = filled_in(owner_client, change(page), text="![chairs](https://elsewhere.example/chairs.jpg)")
    told = owner_client.post(change(page), data, follow=True).text.split("data-checklist")[1]
    assert "https://elsewhere.example/chairs.jpg" in told


def test_a_link_that_leads_nowhere_is_told(owner_client):
    page = create_page(title="Offer", status="draft")
    text = "[a](/nowhere/) [b](/sitemap.xml) [c](/contact/) [d](https://elsewhere.example/)"
    data = filled_in(owner_client, change(page), text=text)
    told = owner_client.post(change(page), data, follow=True).text.split("data-checklist")[1]
    assert "/nowhere/" in told
    assert "sitemap" not in told and "/contact/" not in told


def test_sections_among_several_to_delete_are_named_as_what_stays(owner_client):
    page, contact = create_page(title="Offer"), Page.objects.get(section=Section.CONTACT)
    data = {"action": "delete_selected", "_selected_action": [page.pk, contact.pk]}
    content = owner_client.post("/admin/pages/page/", data).content.decode()
    assert "hoort bij de site" in content
    assert "geen rechten" not in content


def test_a_taken_address_is_refused_with_a_free_one_and_nothing_is_lost(owner_client):
    create_page(title="Offer")
    page = create_page(title="Other", status="draft")
    answer = owner_client.post(
        change(page), filled_in(owner_client, change(page), slug="offer", text="Typed with care")
    )
    assert "offer-2" in str(errors(answer)["slug"])
    assert "Typed with care" in answer.content.decode()


def test_a_text_at_its_limit_is_kept_and_one_over_it_comes_back(owner_client):
    page = create_page(title="Offer", status="draft")
    full = "é" * markdown.MAX_LENGTH
    assert owner_client.post(change(page), filled_in(owner_client, change(page), text=full)).status_code == 302
    assert Page.objects.get(pk=page.pk).text == full
    answer = owner_client.post(change(page), filled_in(owner_client, change(page), text=full + "!"))
    assert "text" in errors(answer)
    assert full + "!" in answer.content.decode()


@pytest.mark.parametrize("value", ["T" * 301, "", "\x00"])
def test_a_title_that_does_not_fit_comes_back(owner_client, value):
    page = create_page(title="Offer", status="draft")
    answer = owner_client.post(change(page), filled_in(owner_client, change(page), title=value, text="Typed with care"))
    assert "title" in errors(answer)
    assert "Typed with care" in answer.content.decode()


def test_a_new_address_is_told_with_the_old_one(owner_client):
    page = create_page(title="Offer")
    data = filled_in(owner_client, change(page), slug="services", status="published")
    answer = owner_client.post(change(page), data, follow=True)
    told = " ".join(str(message) for message in answer.context["messages"])
    assert "/offer/" in told and "/services/" in told


def test_what_visitors_will_not_see_is_told_after_saving(owner_client):
    page = create_page(title="Offer", status="draft")
    data = filled_in(owner_client, change(page), text="[[afbeelding nowhere]]")
    told = owner_client.post(change(page), data, follow=True).text.split("data-checklist")[1]
    assert "[[afbeelding nowhere]]" in told


def test_a_draft_is_looked_at_in_the_template_of_the_site(client, owner_client):
    page = create_page(title="Offer", status="draft", text="Words [[nonsense]]\n\n[[nonsense]]")
    answer = owner_client.get(f"/admin/pages/page/{page.pk}/preview/")
    assert "pages/page.html" in [template.name for template in answer.templates]
    assert "insertable-problem" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    owner_client.logout()
    assert client.get(f"/admin/pages/page/{page.pk}/preview/").status_code == 302


def test_the_address_and_the_place_of_a_section_page_are_locked(owner_client):
    contact = Page.objects.get(section=Section.CONTACT)
    form = owner_client.get(change(contact)).context["adminform"].form
    assert not {"slug", "parent"} & form.fields.keys()
    answer = owner_client.post(f"/admin/pages/page/{contact.pk}/delete/", {"post": "yes"})
    assert answer.status_code == 403
    assert Page.objects.filter(pk=contact.pk).exists()


def test_a_page_does_not_go_without_the_pages_below_it():
    page = create_page(title="Offer")
    create_page(title="Dialogue", parent=page)
    with pytest.raises(RestrictedError):
        page.delete()


def test_a_deleted_page_is_gone_for_visitors(client, owner_client):
    page = create_page(title="Offer")
    owner_client.post(f"/admin/pages/page/{page.pk}/delete/", {"post": "yes"})
    assert client.get("/offer/").status_code == 410


def test_a_page_cannot_be_put_under_a_section(owner_client):
    page = create_page(title="Offer")
    home = Page.objects.get(section=Section.HOME)
    with translation.override("en"):
        answer = owner_client.post(change(page), filled_in(owner_client, change(page), parent=home.pk))
    assert "parent" in errors(answer)
