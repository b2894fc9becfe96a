"""The preview beside a form in a real browser: what is typed is seen, as wide as it was chosen, and nothing is left."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from pages.models import Page
from tests.factories import create_page

pytestmark = pytest.mark.browser

TEXT, SURFACE = "#id_text", "[data-surface]"
WRITE = "(field, text) => { field.value = text; field.dispatchEvent(new InputEvent('input', { bubbles: true })) }"
LONG = "\n\n".join(
    f"## Part {number}\n\nParagraph {number} about listening, long enough to be read." for number in range(60)
)


@pytest.fixture
def form(desk, consultant):
    """The form of a public page, its preview beside it."""
    page = create_page(title="Offer", lead="In short.", text="One.\n\nTwo.")
    desk.goto(reverse("admin:pages_page_change", args=[page.pk]))
    return desk


def write(page, text):
    page.eval_on_selector(TEXT, WRITE, text)


def to_the_end(page):
    page.focus(SURFACE)
    page.keyboard.press("Control+End")


def shown(page):
    return page.frame_locator(".preview iframe")


def test_what_is_typed_is_seen_in_the_real_page(form, trouble):
    expect(shown(form).locator("h1")).to_have_text("Offer")
    write(form, "One.\n\n**Better.**")
    form.fill("#id_title", "Typed")
    expect(shown(form).locator("main strong")).to_have_text("Better.")
    expect(shown(form).locator("h1")).to_have_text("Typed")
    assert Page.objects.get(title="Offer").text == "One.\n\nTwo."
    assert trouble == []


def test_what_was_never_saved_is_seen_too(desk, consultant):
    desk.goto(reverse("admin:blog_post_add"))
    desk.fill("#id_title", "New")
    expect(shown(desk).locator("h1")).to_have_text("New")


def test_a_preview_that_fails_is_said_and_keeps_what_it_showed(form):
    expect(shown(form).locator("h1")).to_have_text("Offer")
    form.route("**/as-typed/", lambda route: route.fulfill(status=500, body="<h1>Server error</h1>"))
    form.fill("#id_title", "Typed")
    expect(form.locator(".preview-note")).not_to_be_empty()
    expect(shown(form).locator("h1")).to_have_text("Offer")


def test_the_width_is_chosen_and_remembered(form):
    frame = form.locator(".preview iframe")
    for width in (390, 768, 1280):
        form.click(f"[data-width='{width}']")
        assert frame.evaluate("frame => frame.clientWidth") == width
        box, dock = frame.bounding_box(), form.locator(".preview-stage").bounding_box()
        assert box["x"] >= dock["x"] - 1 and box["x"] + box["width"] <= dock["x"] + dock["width"] + 1
    form.click("[data-width='390']")
    form.reload()
    expect(form.locator("[data-width='390']")).to_have_attribute("aria-pressed", "true")


def test_it_is_closed_and_opened_and_stays_as_it_was_left(form):
    form.click("[data-preview-close]")
    expect(form.locator(".preview")).to_be_hidden()
    expect(form.locator("[data-preview-open]")).to_be_focused()
    form.reload()
    expect(form.locator(".preview")).to_be_hidden()
    form.click("[data-preview-open]")
    expect(shown(form).locator("h1")).to_have_text("Offer")


def test_on_a_narrow_screen_it_is_a_sheet_that_is_opened(form):
    form.set_viewport_size({"width": 390, "height": 800})
    form.reload()
    expect(form.locator(".preview")).to_be_hidden()
    form.click("[data-preview-open]")
    expect(form.locator("[data-preview-close]")).to_be_focused()
    expect(shown(form).locator("h1")).to_have_text("Offer")
    form.keyboard.press("Escape")
    expect(form.locator(".preview")).to_be_hidden()


def test_a_link_in_it_leads_nowhere_and_says_so(form):
    write(form, "[Contact](/contact/)")
    shown(form).locator("main a[href='/contact/'] >> nth=0").click()
    expect(form.locator(".preview-note")).to_contain_text("/contact/")
    expect(shown(form).locator("h1")).to_have_text("Offer")


def test_the_paragraph_that_is_written_is_brought_into_view(form):
    write(form, LONG)
    expect(shown(form).locator("h2 >> nth=59")).to_be_attached()
    to_the_end(form)
    expect(shown(form).get_by_text("Paragraph 59 about")).to_be_in_viewport()
    form.focus("#id_title")
    expect(shown(form).locator("h1")).to_be_in_viewport()


def test_the_place_stays_in_view_when_styles_come_late(form):
    waiting = []
    form.route("**/site*.css", lambda route: waiting.append(route))
    form.reload()
    write(form, LONG)
    expect(shown(form).locator("h2 >> nth=59")).to_be_attached()
    to_the_end(form)
    expect(shown(form).get_by_text("Paragraph 59 about")).to_be_in_viewport()
    for route in waiting:
        route.continue_()
    expect(shown(form).get_by_text("Paragraph 59 about")).not_to_have_css("font-family", re.compile("Times"))
    expect(shown(form).get_by_text("Paragraph 59 about")).to_be_in_viewport()


def test_the_place_stays_while_a_line_is_typed(form):
    write(form, LONG)
    to_the_end(form)
    expect(shown(form).get_by_text("Paragraph 59 about")).to_be_in_viewport()
    form.keyboard.type(" And more.")
    expect(shown(form).get_by_text("And more.")).to_be_in_viewport()


def test_what_was_changed_is_marked_unless_that_is_not_wanted(form):
    write(form, "One.\n\nTwo, better.")
    marked = shown(form).locator("p[data-changed]")
    expect(marked).to_have_text("Two, better.")
    line = "element => getComputedStyle(element, '::before').content"
    assert marked.evaluate(line) == '""'
    form.uncheck("[data-changes]")
    expect(shown(form).locator("html")).to_have_class(re.compile("hides-changes"))
    assert marked.evaluate(line) == "none"


def test_a_tab_of_its_own_follows_what_is_typed(form, trouble):
    with form.context.expect_page() as opened:
        form.click("[data-window]")
    tab = opened.value
    trouble.watch(tab)
    expect(tab.locator("h1")).to_have_text("Offer")
    form.click("[data-preview-close]")
    form.fill("#id_title", "Typed")
    expect(tab.locator("h1")).to_have_text("Typed")
    assert tab.title().startswith("Typed")
    form.click("[name=_save] >> nth=0")
    form.fill("#id_title", "After saving")
    expect(tab.locator("h1")).to_have_text("After saving")
    assert trouble == []
