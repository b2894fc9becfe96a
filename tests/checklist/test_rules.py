"""What the rules find in an item by itself and in what it refers to."""

import pytest

from pages.models import Page
from publishing.checklist import findings
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.factories_images import create_image
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

LEAD = "What it is about."


def found(text="", **fields):
    """What is found on a page with this text, as (rule, field, detail)."""
    page = create_page(**{"title": "Offer", "lead": LEAD, "text": text, **fields})
    return [(finding.rule, finding.field, finding.detail) for finding in findings(page)]


def test_a_page_on_which_nothing_is_amiss_has_no_findings():
    create_image(title="Bridge")
    create_page(title="Dialogue")
    text = "## One\n\n### Two\n\n## Three\n\n[about the dialogue](/dialogue/) [feed](/feed.xml)\n\n[[image bridge]]"
    assert found(text) == []


def test_a_picture_in_the_text_says_what_it_shows():
    create_image(title="Bridge", alternative_text="")
    assert found("[[image bridge]]") == [("undescribed", "text", "Bridge")]


@pytest.mark.parametrize("said", ['alt="A bridge"', "decorative", "decoratief"])
def test_what_is_said_where_the_picture_stands_is_enough(said):
    create_image(title="Bridge", alternative_text="")
    # Not stored: at a save the picture takes over what a text says of it.
    page = Page(title="Offer", lead=LEAD, text=f"[[afbeelding bridge {said}]]")
    assert findings(page) == []


def test_the_picture_of_an_item_says_what_it_shows():
    image = create_image(title="Bridge", alternative_text="")
    assert found(image=image) == [("undescribed", "image", "Bridge")]


def test_a_decorative_picture_says_nothing():
    assert found(image=create_image(alternative_text="", decorative=True)) == []


@pytest.mark.parametrize(
    ("width", "line", "small"),
    [
        (599, "[[image bridge]]", True),
        (600, "[[image bridge]]", False),
        (1199, "[[image bridge large]]", True),
        (1200, "[[afbeelding bridge groot]]", False),
    ],
)
def test_a_picture_is_wide_enough_for_its_place(width, line, small):
    create_image(title="Bridge", width=width)
    assert found(line) == [("small_picture", "text", "Bridge")] * small


def test_a_small_picture_of_an_item_is_told_and_a_small_portrait_is_not():
    image = create_image(title="Bridge", width=300)
    assert found(image=image) == [("small_picture", "image", "Bridge")]
    assert "small_picture" not in {one.rule for one in findings(create_testimonial(portrait=image))}


def test_headings_skip_no_level():
    assert found("## One\n\n#### Three\n\n## Two") == [("skipped_level", "text", "Three")]
    assert found("### First", title="Second") == [("skipped_level", "text", "First")]


@pytest.mark.parametrize("words", ["klik hier", "Hier", "Lees meer…", "**click here**", "read more »"])
def test_words_of_a_link_say_where_it_leads(words):
    assert [rule for rule, *_ in found(f"[{words}](https://example.org/)")] == ["empty_words"]


def test_words_that_hold_such_a_word_are_fine():
    assert found("[lees meer over dialoog](https://example.org/)") == []


def test_a_link_to_nothing_is_told():
    assert found("[a](/nowhere/)") == [("no_page", "text", "/nowhere/")]
    assert found("[a](/blog/nowhere/)", title="Second") == [("no_page", "text", "/blog/nowhere/")]


def test_a_link_to_itself_leads_somewhere():
    page = Page(title="New", slug="new", path="new", lead=LEAD, text="[the new page](/new/)")
    assert findings(page) == []


def test_a_link_to_a_draft_is_told_by_its_title():
    create_page(title="Dialogue", status="draft")
    assert found("[about it](/dialogue/)") == [("not_public", "text", "Dialogue")]


def test_a_testimonial_in_a_text_that_is_no_longer_public_is_told():
    create_testimonial(name="Vera", status="draft")
    assert found("[[ervaring vera]]") == [("not_public", "text", "Vera")]


def test_a_line_that_names_nothing_is_told():
    assert found("[[image nowhere]]") == [("unknown", "text", "[[image nowhere]]")]


@pytest.mark.parametrize("line", ["[[afbeeling bridge]]", "[[video -]]", '[[video url="film"]]'])
def test_a_line_that_can_never_show_anything_is_told_once(line):
    assert found(line) == [("unknown", "text", line)]


def test_posts_that_are_still_to_come_are_no_fault():
    assert found("[[blog]]") == [("nothing_shown", "text", "[[blog]]")]


def test_a_place_to_fill_in_is_told():
    assert found('[[invullen text="your rate"]]') == [("to_fill_in", "text", "your rate")]


def test_a_picture_from_elsewhere_is_told():
    address = "https://example.org/a.jpg"
    assert found(f"![a bridge]({address})") == [("elsewhere", "text", address)]


def test_a_title_is_used_once_in_a_language():
    create_page(title="Dialogue", slug="first", language="en")
    create_page(title="Dialogue", slug="second", status="draft")
    create_post(title="Dialogue")
    assert found(title="Dialogue", slug="third") == []
    assert found(title="Dialogue", slug="fourth") == [("same_title", "title", "Dialogue")]


def test_an_item_has_an_introduction_or_a_description():
    assert found(lead="") == [("no_description", "description", "")]
    assert found(lead="", description="Told", title="Second") == []


def test_what_search_engines_do_not_show_needs_no_description():
    assert found(lead="", noindex=True) == []


def test_a_description_fits_a_search_result():
    assert found(description="a" * 155) == []
    assert found(description="a" * 156, title="Second") == [("description_cut", "description", "156")]


def test_an_opening_quotation_has_a_speaker():
    assert found(quotation="What a summer!") == [("no_speaker", "quotation_author", "")]
    assert found(quotation="What a summer!", quotation_author="Vera", title="Second") == []


def test_words_of_a_client_stand_there_with_her_consent():
    from datetime import date

    assert [(one.rule, one.field) for one in findings(create_testimonial())] == [("no_consent", "consent_on")]
    assert findings(create_testimonial(name="Jan", consent_on=date(2026, 1, 1))) == []


def test_the_worst_stands_first():
    text = "### A\n\n[hier](/nowhere/)\n\n[[todo]]"
    assert [rule for rule, *_ in found(text)] == ["no_page", "to_fill_in", "skipped_level", "empty_words"]


def test_what_stands_within_a_sentence_is_told_and_not_within_code():
    assert found("Click here and [[nonsense]], or `[[code]]`.") == [("in_a_sentence", "text", "[[nonsense]]")]
