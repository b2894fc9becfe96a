"""What every test starts from; browser tests are left out, and said to be, where there is no Chromium."""

import os
import re
import shutil
from contextlib import contextmanager

import hypothesis
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import create_owner

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Without the traffic of its own that the tests have no use for.
_QUIET = ("quic", "background-networking", "component-update", "sync", "gpu")
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--no-first-run", *(f"--disable-{name}" for name in _QUIET)]

hypothesis.settings.register_profile("short", deadline=None)
hypothesis.settings.register_profile("long", max_examples=20_000, deadline=None)
hypothesis.settings.load_profile("short")


def pytest_make_parametrize_id(val):
    """Names that can be read, and that are the same in every process though a zip file holds its hour."""
    return f"{len(val)}-bytes" if isinstance(val, bytes) else None


def pytest_collection_modifyitems(items):
    if not CHROMIUM:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason="no Chromium found"))


def pytest_terminal_summary(terminalreporter):
    if not CHROMIUM:
        terminalreporter.section("No Chromium found: the browser tests were left out", bold=True, yellow=True)


@pytest.fixture(autouse=True)
def media_of_its_own(settings, tmp_path):
    """Files that a test stores go with it."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def owner(db):
    """The consultant: in the group of owners, no superuser."""
    return create_owner(username="consultant")


@pytest.fixture
def owner_client(client, owner):
    """A browser in which the consultant is signed in."""
    client.force_login(owner)
    return client


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, headless."""
    from playwright.sync_api import sync_playwright

    # Playwright leaves its event loop running in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def captured_tables():
    """A context in which the names of the tables that are asked are collected."""

    @contextmanager
    def capture():
        tables = set()
        with CaptureQueriesContext(connection) as queries:
            yield tables
        for query in queries:
            tables.update(re.findall(r'"([a-z_]+)"', query["sql"]))

    return capture
