"""A link shows a concept to whoever has it, until it is withdrawn, over, or visitors see the page."""

from datetime import timedelta
from http.cookies import SimpleCookie

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from consultancy import readings
from consultancy.jobs import delete_old_concept_links
from images.models import Image
from pages.models import Page, Section
from publishing.models import NotFoundAddress, SharedPreview
from tests.admin.forms import filled_in
from tests.factories import create_page, create_user
from tests.factories_blog import create_post
from tests.factories_images import png_bytes
from tests.preview.asking import form_of
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client):
    """Somebody without an account."""
    return type(client)()


def path(link):
    return f"/concept/{link.token}/"


def share(client, item, **chosen):
    """Make a link on the form of an item."""
    options = item._meta
    address = f"/admin/{options.app_label}/{options.model_name}/{item.pk}/share/"
    assert client.post(address, chosen).status_code == 302
    return SharedPreview.objects.of(item).first()


def withdraw(client, item, link):
    return client.post(f"/admin/pages/page/{item.pk}/share/{link.pk}/withdraw/")


def save(client, item, **changes):
    return client.post(form_of(item), filled_in(client, form_of(item), **changes), follow=True)


def told(response):
    return response.status_code, response.content, sorted(response.headers.items())


@pytest.mark.parametrize("create", [create_page, create_post])
def test_the_reader_sees_the_concept_in_the_real_page_and_is_told_what_it_is(owner_client, reader, create):
    item = create(title="Offer", status="draft", text="**Words.**")
    shown = reader.get(path(share(owner_client, item)))
    assert shown.status_code == 200
    for part in ("<strong>Words.</strong>", ">Offer</h1>", 'class="site-head'):
        assert part in shown.text
    assert 'class="staff-bar"' in shown.text


def test_a_testimonial_is_shown_too(owner_client, reader):
    item = create_testimonial(name="Somebody", status="draft", text="Good work.")
    assert "Good work." in reader.get(path(share(owner_client, item))).text


def test_it_shows_what_was_saved_last_and_visitors_go_on_seeing_what_they_saw(owner_client, reader):
    page = create_page(title="Offer", text="What visitors see.")
    before = told(reader.get("/offer/"))
    save(owner_client, page, text="Saved later.")
    link = share(owner_client, page)
    assert "Saved later." in reader.get(path(link)).text
    save(owner_client, page, text="Saved again.")
    assert "Saved again." in reader.get(path(link)).text
    assert told(reader.get("/offer/")) == before


def test_once_visitors_see_all_of_it_the_link_leads_there(owner_client, reader):
    page = create_page(title="Offer", status="draft", text="Words.")
    link = share(owner_client, page)
    save(owner_client, page, status="published")
    answer = reader.get(path(link))
    assert (answer.status_code, answer["Location"]) == (302, "/offer/")
    assert "no-store" in answer["Cache-Control"]


def test_neither_search_engines_nor_caches_nor_other_sites_get_to_know_of_it(owner_client, reader):
    answer = reader.get(path(share(owner_client, create_post(title="Offer", status="draft", text="Words."))))
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert set(answer["Cache-Control"].split(", ")) == {"no-store", "private"}
    assert answer["Referrer-Policy"] == "no-referrer"
    assert 'content="noindex"' in answer.text
    for trace in ("canonical", "og:", "ld+json", "atom+xml", "linkedin.com/sharing", "data-changed", "preview.css"):
        assert trace not in answer.text
    assert answer.cookies == SimpleCookie()
    assert "/concept/" not in reader.get("/sitemap.xml").text + reader.get("/robots.txt").text


def test_the_reader_is_told_no_more_of_the_text_than_visitors_are(owner_client, reader):
    text = '[[invullen text="secret note"]]\n\n[[afbeelding nowhere]]\n\nWords.'
    shown = reader.get(path(share(owner_client, create_page(title="Offer", status="draft", text=text)))).text
    assert "secret note" not in shown and "insertable-problem" not in shown


def test_reading_it_is_counted_nowhere(owner_client, reader):
    link = share(owner_client, create_page(title="Offer", status="draft"))
    for address in (path(link), "/concept/" + "A" * 28 + "/"):
        reader.get(address, headers={"User-Agent": "Mozilla/5.0 Firefox/140.0"})
    readings.counting.store()
    from consultancy.models import Reading

    assert not Reading.objects.exists()
    assert not NotFoundAddress.objects.exists()


def test_what_is_withdrawn_over_deleted_or_never_was_is_told_alike(owner_client, reader):
    page, other = create_page(title="Offer", status="draft"), create_page(title="Other", status="draft")
    withdrawn, over, deleted = share(owner_client, page), share(owner_client, page, days=1), share(owner_client, other)
    withdraw(owner_client, page, withdrawn)
    other.delete()
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1), tick=False):
        answers = [told(reader.get(path(link))) for link in (withdrawn, over, deleted)]
        answers.append(told(reader.get("/concept/" + "Q" * 28 + "/")))
    assert answers[0][0] == 410
    assert all(answer == answers[0] for answer in answers)


def test_no_question_more_is_asked_of_what_was_withdrawn_than_of_what_never_was(owner_client, reader):
    page = create_page(title="Offer", status="draft")
    link = share(owner_client, page)
    withdraw(owner_client, page, link)
    asked = []
    for address in (path(link), "/concept/" + "Q" * 28 + "/"):
        reader.get("/concept/" + "Z" * 28 + "/")
        with CaptureQueriesContext(connection) as queries:
            reader.get(address)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_a_link_lasts_as_long_as_was_chosen_and_two_weeks_otherwise(owner_client):
    page = create_page(title="Offer", status="draft")
    with time_machine.travel("2026-03-02 12:00", tick=False):
        lasting = [share(owner_client, page, days=days).expires - timezone.now() for days in ("1", "60", "9999", "x")]
    assert [one.days for one in lasting] == [1, 60, 14, 14]


def test_no_two_links_are_alike_and_none_can_be_guessed(owner_client):
    page = create_page(title="Offer", status="draft")
    tokens = {share(owner_client, page).token for _number in range(20)}
    assert len(tokens) == 20
    assert all(len(token) == 28 and token.isalpha() and token.isupper() for token in tokens)


@pytest.mark.parametrize("way", ["share/", "share/1/withdraw/"])
def test_only_who_may_change_the_item_makes_and_withdraws_links(client, way):
    page = create_page(title="Offer")
    address = f"/admin/pages/page/{page.pk}/{way}"
    client.force_login(create_user("pages.view_page"))
    assert client.post(address).status_code == 403
    # Who may not publish works on what was never public.
    client.force_login(create_user("pages.view_page", "pages.change_page"))
    assert client.post(address).status_code == 403
    assert not SharedPreview.objects.exists()


@pytest.mark.parametrize("way", ["share/", "share/1/withdraw/"])
def test_neither_is_done_by_following_a_link_or_from_another_site(client, owner, way):
    address = f"/admin/pages/page/{create_page(title='Offer').pk}/{way}"
    strict = type(client)(enforce_csrf_checks=True)
    strict.force_login(owner)
    assert (strict.get(address).status_code, strict.post(address).status_code) == (405, 403)
    assert not SharedPreview.objects.exists()


def test_a_link_of_another_item_is_not_withdrawn(owner_client, reader):
    page, other = create_page(title="Offer", status="draft"), create_page(title="Other", status="draft")
    link = share(owner_client, page)
    withdraw(owner_client, other, link)
    assert reader.get(path(link)).status_code == 200


def test_the_form_lists_what_works_and_offers_none_where_visitors_see_all(owner_client):
    page = create_page(title="Offer", status="draft")
    link, gone = share(owner_client, page), share(owner_client, page)
    withdraw(owner_client, page, gone)
    form = owner_client.get(form_of(page)).text
    assert f'value="https://www.example.nl/concept/{link.token}/"' in form or f"/concept/{link.token}/" in form
    assert gone.token not in form and f"/admin/pages/page/{page.pk}/share/" in form
    assert "/share/" not in owner_client.get(form_of(create_page(title="Public"))).text


def test_the_history_says_both(owner_client):
    page = create_page(title="Offer", status="draft")
    withdraw(owner_client, page, share(owner_client, page))
    told = list(LogEntry.objects.order_by("pk").values_list("change_message", flat=True))
    assert ["shared" in told[0], "unshared" in told[1]] == [True, True]


def test_head_is_answered_and_nothing_can_be_sent(owner_client, reader):
    link = share(owner_client, create_page(title="Offer", status="draft"))
    assert (reader.head(path(link)).status_code, reader.head(path(link)).content) == (200, b"")
    assert reader.post(path(link)).status_code == 405


def test_its_pictures_are_served_as_they_are(owner_client, reader):
    image = Image.objects.store(SimpleUploadedFile("bridge.png", png_bytes(width=900, height=600), "image/png"))
    page = create_page(title="Offer", status="draft", text=f"[[afbeelding {image.slug}]]")
    shown = reader.get(path(share(owner_client, page))).text
    assert "<img" in shown
    assert reader.head(image.file.url).status_code == 200


def test_the_night_deletes_links_whose_time_is_over(owner_client):
    page = create_page(title="Offer", status="draft")
    share(owner_client, page, days=1)
    kept = share(owner_client, page, days=60)
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        delete_old_concept_links.call()
    assert list(SharedPreview.objects.all()) == [kept]


def test_no_new_page_takes_the_word_and_one_that_has_it_keeps_it(owner_client, reader):
    assert create_page(title="Concept").slug == "concept-2"
    page = create_page(title="Of before", slug="of-before", text="Words.")
    Page.objects.filter(pk=page.pk).update(slug="concept", path="concept")
    below = create_page(title="Below", parent=Page.objects.get(pk=page.pk))
    assert reader.get("/concept/").status_code == 200
    assert reader.get(below.get_absolute_url()).status_code == 200
    save(owner_client, page, lead="Another introduction.", status="published")
    assert "Another introduction." in reader.get("/concept/").text


def test_a_section_is_shown_with_its_part(owner_client, reader):
    create_post(title="About listening")
    blog = Page.objects.get(section=Section.BLOG)
    save(owner_client, blog, title="My writings")
    shown = reader.get(path(share(owner_client, blog))).text
    assert "My writings" in shown and "About listening" in shown
