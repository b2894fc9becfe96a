"""What only a browser can tell: nothing widens a phone, nothing jumps, the menu opens without a script."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from playwright.sync_api import expect

from tests.factories import create_page
from tests.look.content import TEXT

pytestmark = pytest.mark.browser

SITE = "http://site.example"
PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
HEIGHTS = "[...document.querySelectorAll('h1, .lead, .prose > p')].map(element => element.offsetHeight)"


def static_file(url):
    return Path(finders.find(urlsplit(url).path.removeprefix(settings.STATIC_URL)))


@pytest.fixture
def open_page(chromium):
    """A function that opens a document, with the static files beside it, in a page of its own."""
    contexts = []

    def answer(route, document):
        if urlsplit(route.request.url).path.startswith(settings.STATIC_URL):
            route.fulfill(path=static_file(route.request.url))
        else:
            route.fulfill(body=document, content_type="text/html; charset=utf-8")

    def open_page(document, *, width=320, **options):
        context = chromium.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.route(f"{SITE}/**", lambda route: answer(route, document))
        page.goto(f"{SITE}/")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_content_makes_a_page_scroll_sideways(client, edge_addresses, open_page, width):
    documents = {kind: client.get(address).content for kind, address in edge_addresses.items()}
    scroll_width = "document.fonts.ready.then(() => document.documentElement.scrollWidth)"
    widths = {kind: open_page(document, width=width).evaluate(scroll_width) for kind, document in documents.items()}
    assert widths == dict.fromkeys(documents, width)


def test_every_target_can_be_hit_with_a_thumb(client, db, open_page):
    create_page(title="Offer", menu="main")
    small = """[...document.querySelectorAll("a:not(.skip), button")].map(element => element.getBoundingClientRect())
        .filter(box => box.width && box.height && Math.min(box.width, box.height) < 24).length"""
    assert open_page(client.get("/offer/").content).evaluate(small) == 0


def test_the_menu_opens_without_a_script(client, db, open_page):
    create_page(title="Offer", menu="main")
    page = open_page(client.get("/").content, java_script_enabled=False)
    item = page.locator("#menu").get_by_role("link", name="Offer")
    assert not item.is_visible()
    page.click(".menu-button")
    expect(item).to_be_visible()


def test_the_first_key_leads_to_the_content(client, db, open_page):
    page = open_page(client.get("/").content, width=1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#content"


def test_nothing_moves_when_the_fonts_come_late(client, db, open_page):
    page, late = open_page(b"<p>Nothing yet"), []
    create_page(
        title="Parties that need each other and dare to say so aloud",
        slug="full",
        lead="A lead of some length. " * 8,
        text=TEXT,
    )
    document = client.get("/full/").content
    page.route(f"{SITE}/full/", lambda route: route.fulfill(body=document, content_type="text/html; charset=utf-8"))
    page.route("**/*.woff2", lambda route: late.append(route))
    page.goto(f"{SITE}/full/", wait_until="domcontentloaded")
    page.wait_for_function("document.styleSheets.length")
    page.evaluate(PAINTED)
    before = page.evaluate(HEIGHTS)
    for route in late:
        route.fulfill(path=static_file(route.request.url))
    assert late
    assert page.evaluate(f"document.fonts.ready.then(() => {PAINTED}).then(() => {HEIGHTS})") == before


def test_printed_it_is_the_text_alone(client, edge_addresses, open_page):
    page = open_page(client.get(edge_addresses["full"]).content, width=1280)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not page.locator(".menu-button, #menu, .closing, .actions, .crumbs").filter(visible=True).count()
