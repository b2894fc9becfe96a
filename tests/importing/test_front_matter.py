"""Front matter fills the fields of a page."""

from datetime import UTC, datetime

import pytest
import time_machine

from pages.models import Page
from tests.importing.documents import document


@pytest.fixture
def page(folder, run):
    """Imports one Markdown file and returns its page."""

    def page(text="A text.", **fields):
        run(folder({"page.md": document(text, **fields)}) / "page.md")
        return Page.objects.exclude(path="").order_by("pk").last()

    return page


def test_all_fields_of_a_page_are_read(page):
    made = page(
        title='"No 7: tuinen"',
        slug="tuinen",
        language="en",
        lead="A lead.",
        description="A description.",
        noindex="true",
        position=7,
        quotation="Wie zaait, oogst",
        quotation_author="Opa Voorbeeld",
        menu="footer",
        menu_title="007",
        on_home="ja",
        action_kind="address",
        action_label="Look",
        action_url="https://www.example.org/",
        second_label="Write",
        second_page="/contact/",
    )
    assert (made.path, made.title, made.text, made.language) == ("tuinen", "No 7: tuinen", "A text.", "en")
    assert (made.lead, made.description, made.noindex, made.position) == ("A lead.", "A description.", True, 7)
    assert (made.quotation, made.quotation_author) == ("Wie zaait, oogst", "Opa Voorbeeld")
    assert (made.menu, made.menu_title, made.on_home) == ("footer", "007", True)
    assert (made.action_kind, made.action_label, made.action_url) == ("address", "Look", "https://www.example.org/")
    assert (made.second_label, made.second_page.section) == ("Write", "contact")


@pytest.mark.parametrize(
    ("word", "stored"),
    [
        *[("draft", "draft"), ("concept", "draft"), ("published", "published"), ("gepubliceerd", "published")],
        *[("archived", "archived"), ("Gearchiveerd", "archived"), ("", "draft")],
    ],
)
def test_statuses_are_read_in_both_languages(page, word, stored):
    assert page(status=word).status == stored


@pytest.mark.parametrize("word", ["scheduled", "ingepland"])
@time_machine.travel("2026-03-01T12:00:00Z", tick=False)
def test_a_scheduled_page_waits_for_its_moment(page, client, word):
    made = page(status=word, date="2026-03-02T09:30")
    assert made.is_scheduled
    assert client.get(made.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2025-01-31", datetime(2025, 1, 30, 23, tzinfo=UTC)),
        ("2025-07-31 09:00", datetime(2025, 7, 31, 7, tzinfo=UTC)),
        ("2025-07-31T09:00:00Z", datetime(2025, 7, 31, 9, tzinfo=UTC)),
        ("2025-07-31T09:00:00-05:00", datetime(2025, 7, 31, 14, tzinfo=UTC)),
        # The hour that summer time skips: an hour later, as clocks show it.
        ("2025-03-30T02:30", datetime(2025, 3, 30, 1, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_without_an_offset_is_in_the_time_zone_of_the_site(page, written, moment):
    assert page(status="published", date=written).published_at == moment


def test_without_a_title_the_first_heading_is_it(folder, run):
    run(folder({"page.md": "# Een titel #\n\nEen tekst.\n"}))
    page = Page.objects.get(slug="een-titel")
    assert (page.title, page.text) == ("Een titel", "Een tekst.")


def test_line_ends_of_windows_and_a_byte_order_mark_do_no_harm(folder, run):
    run(folder({"page.md": b"\xef\xbb\xbf" + document("Een\n\ntekst.", slug="page").replace("\n", "\r\n").encode()}))
    assert Page.objects.get(slug="page").text == "Een\n\ntekst."


def test_fields_that_a_page_has_not_are_said(folder, run):
    said = run(folder({"page.md": document(kleur="groen", topics="[a, b]")}))
    assert "“kleur” is left out" in said
    assert "“topics” is left out" in said


def test_a_picture_that_is_not_there_is_said(folder, run):
    assert "there is no picture “portret”" in run(folder({"page.md": document(image="portret")}))


def test_an_address_that_is_taken_is_said_with_the_free_one(folder, run):
    Page.objects.create(title="Mine", slug="tuinen")
    said = run(folder({"page.md": document(slug="tuinen")}))
    assert Page.objects.get(path="tuinen").title == "Mine"
    assert Page.objects.get(path="tuinen-2").title == "A page"
    assert "the address “tuinen” is taken: this page has “tuinen-2”" in said


def test_a_word_of_the_site_is_no_address_for_a_page(folder, run):
    run(folder({"page.md": document(slug="blog")}))
    assert Page.objects.get(title="A page").path == "blog-2"
