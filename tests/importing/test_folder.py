"""A folder is one site: its pages find each other, whatever the order of their files."""

from pages.models import Page
from publishing.models import Reference
from tests.factories import create_page
from tests.importing.documents import document


def test_children_may_come_before_their_parents(folder, run):
    files = {
        "1.md": document(title="C", slug="c", parent="a/b"),
        "2.md": document(title="B", slug="b", parent="/a/"),
        "3.md": document(title="A", slug="a"),
    }
    run(folder(files))
    assert Page.objects.get(title="C").path == "a/b/c"


def test_a_parent_may_stand_on_the_site_already(folder, run):
    create_page(title="A", slug="a")
    run(folder({"b.md": document(title="B", slug="b", parent="a")}))
    assert Page.objects.get(title="B").path == "a/b"


def test_children_follow_a_parent_whose_address_was_taken(folder, run):
    create_page(title="Mine", slug="a")
    run(folder({"a.md": document(title="A", slug="a"), "b.md": document(title="B", slug="b", parent="a")}))
    assert Page.objects.get(title="B").path == "a-2/b"


def test_a_parent_that_is_nowhere_is_refused_with_its_line(folder, refusal):
    assert "b.md, line 3: parent: there is no page “a”." in refusal(folder({"b.md": document(parent="a")}))


def test_files_in_folders_below_are_read_and_others_are_said(folder, run):
    files = {"deep/er/page.md": document(), "photo.jpg": b"\xff", ".hidden.md": "no", ".git/x.md": "no"}
    said = run(folder(files))
    assert Page.objects.filter(title="A page").exists()
    assert "photo.jpg: skipped" in said
    assert "hidden" not in said


def test_links_between_pages_of_a_folder_are_kept_by_identity(folder, run):
    run(folder({"a.md": document("[to b](/b/)", title="A", slug="a"), "b.md": document(title="B", slug="b")}))
    a, b = Page.objects.get(slug="a"), Page.objects.get(slug="b")
    assert Reference.objects.filter(source_id=a.pk, target_id=b.pk).exists()


def test_buttons_lead_to_pages_of_the_folder(folder, run):
    button = {"action_kind": "page", "action_label": "Go", "action_page": "b"}
    run(folder({"a.md": document(title="A", slug="a", **button), "b.md": document(title="B", slug="b")}))
    assert Page.objects.get(slug="a").action_page == Page.objects.get(slug="b")


def test_a_branch_that_moves_in_the_source_moves_with_all_below(folder, run):
    files = {
        "a.md": document(title="A", slug="a", status="published"),
        "b.md": document(title="B", slug="b", parent="a", status="published"),
        "c.md": document(title="C", slug="c", parent="a/b", status="published"),
    }
    run(folder(files))
    moved = {
        "a.md": document(title="A", slug="aa", status="published"),
        "b.md": document(title="B", slug="b", parent="aa", status="published"),
        "c.md": document(title="C", slug="c", parent="aa/b", status="published"),
        "d.md": document(title="D", slug="d", parent="aa/b"),
    }
    run(folder(moved))
    assert [Page.objects.get(title=title).path for title in "ABCD"] == ["aa", "aa/b", "aa/b/c", "aa/b/d"]


def test_a_new_page_below_an_unchanged_one_goes_along_with_a_branch_that_moves(folder, run):
    run(folder({"a.md": document(title="A", slug="a"), "b.md": document(title="B", slug="b", parent="a")}))
    run(folder({"a.md": document(title="A", slug="aa"), "c.md": document(title="C", slug="c", parent="a/b")}))
    assert [Page.objects.get(title=title).path for title in "ABC"] == ["aa", "aa/b", "aa/b/c"]


def test_a_link_to_an_address_that_the_same_import_gives_is_kept_by_identity(folder, run):
    run(folder({"a.md": document(title="A", slug="a"), "b.md": document(title="B", slug="b")}))
    run(folder({"a.md": document("[to b](/bb/)", title="A", slug="a"), "b.md": document(title="B", slug="bb")}))
    a, b = Page.objects.get(slug="a"), Page.objects.get(slug="bb")
    assert Reference.objects.filter(source_id=a.pk, target_id=b.pk).exists()
