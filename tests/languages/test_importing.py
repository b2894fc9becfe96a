"""`translation_of` in the front matter of an imported text links it to the same in another language."""

import pytest

from blog.models import Post
from consultancy.importing.entries import SourceError
from consultancy.importing.importer import import_source
from consultancy.importing.sources import read_source
from pages.models import Page
from testimonials.models import Testimonial
from tests.factories import create_page
from tests.importing.documents import document

pytestmark = pytest.mark.django_db


@pytest.fixture
def imported(tmp_path):
    """Imports files ({name: text}); gives what became of each as {name: action}."""

    def imported(files):
        for name, text in files.items():
            path = tmp_path / "texts" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return {one.entry.source: one.action.value for one in import_source(read_source(tmp_path / "texts"))}

    return imported


OFFER = document(title="Aanbod", slug="aanbod")


@pytest.mark.parametrize("name", ["a.md", "z.md"])
@pytest.mark.parametrize("named", ["m.md", "aanbod", "/aanbod/"])
def test_a_page_is_named_by_its_file_or_address_in_any_order(imported, name, named):
    imported({"m.md": OFFER, name: document(title="Services", language="en", translation_of=named)})
    assert Page.objects.get(title="Services").translation_of == Page.objects.get(title="Aanbod")


def test_a_file_may_be_named_as_from_beside(imported):
    imported(
        {
            "en/services.md": document(title="Services", language="en", translation_of="other.md"),
            "en/other.md": document(title="Beside"),
            "nl/other.md": document(title="Elsewhere"),
        }
    )
    assert Page.objects.get(title="Services").translation_of.title == "Beside"


def test_what_stands_on_the_site_already_can_be_named(imported):
    offer = create_page(title="Aanbod")
    imported({"services.md": document(title="Services", language="en", translation_of="aanbod")})
    assert Page.objects.get(title="Services").translation_of == offer


def test_posts_and_testimonials_are_named_by_slug(imported):
    imported(
        {
            "a.md": document(title="Post", kind="post", language="en", translation_of="bericht"),
            "b.md": document(title="Bericht", kind="post", slug="bericht"),
            "c.md": document(title="Eve", kind="testimonial", name="Eve", language="en", translation_of="d.md"),
            "d.md": document(title="Vera", kind="testimonial", name="Vera"),
        }
    )
    assert Post.objects.get(title="Post").translation_of.slug == "bericht"
    assert Testimonial.objects.get(name="Eve").translation_of.name == "Vera"


def test_the_home_in_another_language_and_what_is_below_it(imported):
    below = document(title="Services", parent="en", translation_of="aanbod")
    imported({"a.md": below, "b.md": OFFER, "en.md": document(title="Welcome", slug="en")})
    assert Page.objects.get(path="en").is_language_home
    services = Page.objects.get(path="en/services")
    assert (services.language, services.translation_of.path) == ("en", "aanbod")


@pytest.mark.parametrize(("language", "named"), [("en", "nowhere"), ("nl", "aanbod"), ("en", "bericht")])
def test_what_it_cannot_be_a_translation_of_is_refused_with_its_line(imported, language, named):
    with pytest.raises(SourceError, match=r"services\.md"):
        imported(
            {
                "aanbod.md": OFFER,
                "bericht.md": document(title="Bericht", kind="post", slug="bericht"),
                "services.md": document(title="Services", language=language, translation_of=named),
            }
        )
    assert not Page.objects.filter(title="Services").exists()


def test_twice_changes_nothing_and_a_link_by_hand_stays(imported):
    files = {"a.md": OFFER, "b.md": document(title="Services", language="en", translation_of="aanbod")}
    imported(files)
    assert set(imported(files).values()) == {"unchanged"}
    services = Page.objects.get(title="Services")
    services.translation_of = create_page(title="Anders")
    services.save()
    files["b.md"] = document(title="Services", language="en", lead="New")
    assert imported(files)["b.md"] == "edited"
    assert Page.objects.get(title="Services").translation_of.title == "Anders"


@pytest.fixture
def pair(imported):
    """An offer and its translation, imported from a.md and b.md."""
    services = document(title="Services", slug="services", language="en", translation_of="a.md")
    imported({"a.md": OFFER, "b.md": services})


def linked():
    """{title: (language, title of the original)}"""
    return {
        page.title: (page.language, page.translation_of and page.translation_of.title)
        for page in Page.objects.filter(section="")
    }


def test_a_translation_may_become_a_page_of_its_own_in_the_language_of_its_original(imported, pair):
    imported({"b.md": document(title="Services", slug="services")})
    assert linked() == {"Aanbod": ("nl", None), "Services": ("nl", None)}


def test_a_translation_that_moves_out_of_the_other_tree_is_one_no_longer(imported):
    home = document(title="Welcome", slug="en")
    services = document(title="Services", parent="en", translation_of="a.md")
    imported({"en.md": home, "a.md": OFFER, "b.md": services})
    imported({"b.md": document(title="Services")})
    assert linked()["Services"] == ("nl", None)
    assert Page.objects.get(path="en").translation_of.section == "home"


def test_original_and_translation_may_change_roles(imported, pair):
    offer = document(title="Aanbod", slug="aanbod", translation_of="b.md")
    imported({"a.md": offer, "b.md": document(title="Services", slug="services", language="en")})
    assert linked() == {"Aanbod": ("nl", "Services"), "Services": ("en", None)}


def test_both_may_change_languages(imported, pair):
    offer = document(title="Aanbod", slug="aanbod", language="en")
    imported({"a.md": offer, "b.md": document(title="Services", slug="services", translation_of="a.md")})
    assert linked() == {"Aanbod": ("en", None), "Services": ("nl", "Aanbod")}


def test_both_may_lose_the_link_and_be_in_one_language(imported, pair):
    offer = document(title="Aanbod", slug="aanbod", language="en")
    imported({"a.md": offer, "b.md": document(title="Services", slug="services", language="en")})
    assert linked() == {"Aanbod": ("en", None), "Services": ("en", None)}


def test_posts_may_change_roles_too(imported):
    def texts(one, other):
        return {
            "a.md": document(title="Bericht", kind="post", slug="bericht", **one),
            "b.md": document(title="Post", kind="post", slug="post", language="en", **other),
        }

    imported(texts({}, {"translation_of": "a.md"}))
    imported(texts({"translation_of": "b.md"}, {}))
    assert Post.objects.get(slug="bericht").translation_of.slug == "post"
    assert Post.objects.get(slug="post").translation_of is None


def test_what_is_refused_leaves_the_link_as_it_was(imported, pair):
    with pytest.raises(SourceError):
        imported({"b.md": document(title="Services", slug="services", translation_of="a.md")})
    assert linked()["Services"] == ("en", "Aanbod")


def test_a_link_that_the_source_takes_back_is_taken_back(imported):
    imported({"a.md": OFFER, "b.md": document(title="Services", language="en", translation_of="aanbod")})
    imported({"b.md": document(title="Services", language="en")})
    assert Page.objects.get(title="Services").translation_of is None
