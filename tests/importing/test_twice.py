"""Run twice an import changes nothing; later edits by hand are never overwritten."""

import pytest

from pages.models import Page
from publishing.models import ChangeStamp, Origin
from tests.factories import create_page
from tests.importing.documents import document


@pytest.fixture
def page(folder, run):
    """The page of `page.md`, imported."""
    run(folder({"page.md": document(slug="page")}))
    return Page.objects.get(slug="page")


def everything():
    return [list(model.objects.order_by("pk").values()) for model in (Page, Origin, ChangeStamp)]


def test_the_second_time_changes_nothing(folder, run, page):
    before = everything()
    assert "page.md: unchanged" in run(folder({"page.md": document(slug="page")}))
    assert everything() == before


def test_a_changed_source_changes_the_page(folder, run, page):
    said = run(folder({"page.md": document("Another text.", slug="page")}))
    page.refresh_from_db()
    assert page.text == "Another text."
    assert "page.md: changed in the source, so changed here" in said


def test_what_the_source_no_longer_says_is_taken_back(folder, run):
    run(folder({"page.md": document(slug="page", menu="main")}))
    run(folder({"page.md": document(slug="page")}))
    assert Page.objects.get(slug="page").menu == ""


@pytest.mark.parametrize(
    "edit",
    [
        *[{"text": "Mine."}, {"title": "Mine"}, {"status": "published"}, {"menu": "main"}, {"slug": "mine"}],
        *[{"noindex": True}, {"position": 99}, {"quotation": "Mine"}, {"lead": "Mine."}],
    ],
    ids=lambda edit: next(iter(edit)),
)
def test_an_edit_by_hand_is_never_overwritten(folder, run, page, edit):
    for field, value in edit.items():
        setattr(page, field, value)
    page.save()
    said = run(folder({"page.md": document("Another text.", slug="page")}))
    page.refresh_from_db()
    assert [getattr(page, field) for field in edit] == list(edit.values())
    assert page.text != "Another text."
    assert "page.md: edited by hand since, left as it is" in said


def test_saving_a_form_without_an_edit_is_no_edit(folder, run, page):
    run(folder({"page.md": document("Two\n\nparagraphs.", slug="page", status="published")}))
    page.refresh_from_db()
    # What a browser and Django's form make of the same text and moment.
    page.text, page.published_at = "Two\r\n\r\nparagraphs.", page.published_at.replace(microsecond=0)
    page.save()
    run(folder({"page.md": document("Another text.", slug="page", status="published")}))
    page.refresh_from_db()
    assert page.text == "Another text."


def test_a_link_that_the_site_brought_up_to_date_is_no_edit(folder, run):
    other = create_page(title="Other", slug="other")
    run(folder({"page.md": document("[there](/other/)", slug="page")}))
    other.slug = "elsewhere"
    other.save()
    assert Page.objects.get(slug="page").text == "[there](/elsewhere/)"
    run(folder({"page.md": document("[now there](/other/)", slug="page")}))
    assert Page.objects.get(slug="page").text == "[now there](/elsewhere/)"


def test_a_page_that_was_deleted_is_made_anew_and_said(folder, run, page):
    page.delete()
    assert "page.md: was deleted since, made anew" in run(folder({"page.md": document(slug="page")}))
    assert Page.objects.filter(slug="page").count() == 1
    assert "unchanged" in run(folder({"page.md": document(slug="page")}))


def test_a_folder_that_moved_or_got_another_name_is_known_again(folder, run, page):
    for name in ("elsewhere/texts", "renamed"):
        assert "unchanged" in run(folder({"page.md": document(slug="page")}, name=name))
    run(folder({"page.md": document("Another text.", slug="page")}, name="renamed"))
    assert Page.objects.get(slug="page").text == "Another text."


def test_a_file_is_known_again_alone_and_in_its_folder(folder, run, page):
    assert "unchanged" in run(folder({}) / "page.md")


def test_another_page_in_a_file_of_the_same_name_overwrites_nothing(folder, run, refusal, page):
    said = refusal(folder({"page.md": document(title="Quite another", slug="another")}))
    assert "page.md: was imported before as “A page”" in said
    assert Page.objects.get(slug="page").title == "A page"


def test_two_files_that_are_alike_are_two_pages_and_stay_so(folder, run):
    files = {"1.md": document(slug="page"), "2.md": document(slug="page")}
    run(folder(files))
    assert run(folder(files)).count("unchanged") == 2
    assert Page.objects.filter(title="A page").count() == 2


def test_a_copy_that_is_added_later_is_a_page_of_its_own(folder, run, page):
    files = {"page.md": document(slug="page"), "z.md": document(slug="page")}
    assert "z.md: new" in run(folder(files))
    assert run(folder(files)).count("unchanged") == 2
