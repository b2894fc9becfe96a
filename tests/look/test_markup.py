"""What holds for the markup of every page, however extreme its content."""

import re
from collections import Counter

import html5lib
import pytest
from django.template.loader import render_to_string

REQUESTED = re.compile(r'<(?:img|script|iframe|source|link)\b[^>]*?\b(?:src|href)="([^"]+)"')


@pytest.fixture
def pages(client, edge_addresses):
    answers = {kind: client.get(address) for kind, address in edge_addresses.items()}
    documents = {kind: answer.content.decode() for kind, answer in answers.items()}
    return documents | {status: render_to_string(f"{status}.html") for status in ("400", "403", "403_csrf", "500")}


def test_every_page_is_valid_html(pages):
    for kind, document in pages.items():
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(document)
        assert parser.errors == [], kind


def test_every_page_has_one_first_heading(pages):
    assert {kind: document.count("<h1") for kind, document in pages.items()} == dict.fromkeys(pages, 1)


def test_no_heading_level_is_skipped(pages):
    for kind, document in pages.items():
        levels = [int(level) for level in re.findall(r"<h([1-6])", document)]
        assert all(level <= before + 1 for before, level in zip([0, *levels], levels, strict=False)), kind


def test_names_are_unique_on_a_page(pages):
    for kind, document in pages.items():
        counted = Counter(re.findall(r'\sid="([^"]*)"', document))
        assert [name for name, times in counted.items() if times > 1 or name.startswith("-")] == [], kind


def test_what_a_name_refers_to_stands_on_the_page(pages):
    for kind, document in pages.items():
        names = set(re.findall(r'\sid="([^"]*)"', document))
        wanted = set(re.findall(r'(?:href="#|url\(#|aria-labelledby="|popovertarget=")([^")]+)', document))
        assert wanted <= names, kind


def test_a_strict_policy_has_nothing_to_forbid(pages):
    forbidden = r'\sstyle=|<style|<script(?! type="application/ld\+json")|\son\w+=|javascript:'
    for kind, document in pages.items():
        assert not re.search(forbidden, document), kind


def test_nothing_is_asked_of_a_third_party(pages):
    for kind, document in pages.items():
        outside = [url for url in REQUESTED.findall(document) if not url.startswith("/")]
        assert [url for url in outside if not url.startswith("http://localhost:8000/")] == [], kind


def test_a_visitor_gets_no_cookie(client, edge_addresses):
    for address in edge_addresses.values():
        assert not client.get(address).cookies
