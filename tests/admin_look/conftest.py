"""The consultant at work in a real browser."""

import pytest

from tests.factories import create_owner


class Trouble(list):
    """What a page logs as an error, a violation of the content policy among it."""

    def watch(self, page):
        page.on("console", lambda message: message.type == "error" and self.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: self.append(f"{page.url}: {error}"))


@pytest.fixture
def consultant(transactional_db):
    return create_owner(username="consultant")


@pytest.fixture
def trouble():
    return Trouble()


@pytest.fixture
def desk(chromium, live_server, client, consultant, settings, trouble):
    """A page of a browser in which the consultant is signed in; its addresses begin at the site's own."""
    client.force_login(consultant)
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 1440, "height": 900})
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
    context.add_cookies([{**cookie, "url": live_server.url}])
    page = context.new_page()
    trouble.watch(page)
    yield page
    context.close()


def write(page, text):
    """Put a text into the editor of a form, the cursor at its end."""
    page.focus("[data-surface]")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
