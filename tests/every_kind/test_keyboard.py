"""Home and contact by keyboard alone: every stop in the order of the page, and visible."""

from itertools import pairwise

import pytest

from tests.every_kind.visiting import opened
from tests.volume.kinds import Kind

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("every-kind")]

STOPS = "a[href], button, input:not([type=hidden]), textarea, select, summary, [tabindex='0']"
REACHABLE = f"""[...document.querySelectorAll("{STOPS}")].filter(item => item.checkVisibility() && item.tabIndex >= 0)
    .map(item => item.outerHTML)"""
FOCUSED = """(() => {
    const item = document.activeElement, box = item.getBoundingClientRect();
    return item === document.body ? null : {html: item.outerHTML, inside: item.closest("header, main, footer")?.tagName,
        box: {x: box.x, y: box.y, width: box.width, height: box.height}};
})()"""
AROUND = 8  # pixels; a ring around what has focus lies within them


@pytest.fixture(params=["/", "/contact/"])
def page(request, chromium, address_of):
    with opened(chromium, address_of(Kind("page", request.param)), reduced_motion="reduce") as page:
        yield page


def walk(page):
    """What has focus after each press of Tab, until it leaves the page."""
    while True:
        page.keyboard.press("Tab")
        if not (stop := page.evaluate(FOCUSED)):
            return
        yield stop


def picture(page, box):
    clip = {"x": max(0, box["x"] - AROUND), "y": max(0, box["y"] - AROUND)}
    clip |= {"width": box["width"] + 2 * AROUND, "height": box["height"] + 2 * AROUND}
    return page.screenshot(clip=clip)


def test_the_first_stop_leads_past_the_header(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('a.skip')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_every_stop_is_reached_in_the_order_of_the_page(page):
    reachable = page.evaluate(REACHABLE)
    stops = list(walk(page))
    assert [stop["html"] for stop in stops] == reachable
    order = ["HEADER", "MAIN", "FOOTER"]
    places = [order.index(stop["inside"]) for stop in stops if stop["inside"]]
    assert all(before <= after for before, after in pairwise(places))


def test_every_stop_is_seen(page):
    """WCAG 2.2, 2.4.7 and 2.4.11: it looks different with focus, and lies within the window."""
    unseen = []
    for stop in walk(page):
        with_focus = picture(page, stop["box"])
        page.evaluate("document.activeElement.blur()")
        if picture(page, stop["box"]) == with_focus:
            unseen.append(stop["html"])
    assert unseen == []
