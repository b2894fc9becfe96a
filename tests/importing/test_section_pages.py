"""The pages that every site has from the beginning are filled, never made twice, and never overwritten."""

from pages.models import Page
from tests.importing.documents import document


def home(**fields):
    return {"home.md": document("The text.", section="home", title="The front door", **fields)}


def test_a_section_page_is_filled_and_stays_what_it_is(folder, run):
    before = Page.objects.get(section="home")
    run(folder(home()))
    after = Page.objects.get(section="home")
    assert (after.pk, after.title, after.text) == (before.pk, "The front door", "The text.")
    assert (after.status, after.path, after.position) == ("published", "", before.position)


def test_a_section_page_with_texts_of_its_own_is_left(folder, run):
    page = Page.objects.get(section="home")
    page.lead = "Mine."
    page.save()
    said = run(folder(home()))
    assert Page.objects.get(section="home").title == page.title
    assert "left as it is" in said


def test_a_second_import_changes_a_section_page_that_nobody_edited(folder, run):
    run(folder(home()))
    assert "unchanged" in run(folder(home()))
    run(folder(home(lead="New.")))
    assert Page.objects.get(section="home").lead == "New."


def test_address_and_parent_of_a_section_page_are_left_out_and_said(folder, run):
    said = run(folder(home(slug="start", parent="contact")))
    assert Page.objects.get(section="home").path == ""
    assert "“slug” is left out" in said
    assert "“parent” is left out" in said


def test_two_files_for_one_section_are_refused(folder, refusal):
    files = home() | {"other.md": document(section="home")}
    assert "other.md, line 3: this section is also in home.md." in refusal(folder(files))


def test_an_unknown_section_is_refused(folder, refusal):
    assert "line 3: “shop” is no section" in refusal(folder({"a.md": document(section="shop")}))


def test_home_cannot_be_hidden(folder, refusal):
    assert "home.md, line 4: status:" in refusal(folder(home(status="draft")))
