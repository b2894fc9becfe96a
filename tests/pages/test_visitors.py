"""Visitors are not followed, and editors find their way."""

import pytest

from pages.models import Page
from tests.factories import create_page, create_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/contact/", "/a-page/", "/nowhere/", "/robots.txt", "/sitemap.xml"])
def test_a_visitor_gets_no_cookie(client, address):
    create_page()
    assert not client.get(address).cookies


def test_whoever_may_edit_finds_the_way_to_the_form(client):
    page = create_page()
    form = f"/admin/pages/page/{page.pk}/change/"
    assert form not in client.get("/a-page/").content.decode()
    client.force_login(create_user())
    assert form not in client.get("/a-page/").content.decode()
    client.force_login(create_user("pages.change_page"))
    assert form not in client.get("/a-page/").content.decode(), "whoever may not publish can't edit what is public"
    client.force_login(create_user("pages.change_page", "pages.publish_page"))
    assert form in client.get("/a-page/").content.decode()


def test_a_shared_cache_keeps_visitors_and_editors_apart(client, owner):
    create_page()
    assert "Cookie" in client.get("/a-page/")["Vary"]
    client.force_login(owner)
    assert "no-store" in client.get("/a-page/")["Cache-Control"]


@pytest.mark.parametrize(
    "address",
    [
        "/a-page",
        "/a%00page/",
        "/%ff%fe/",
        "/a-page/%2e%2e/",
        "/../etc/passwd/",
        "/" + "x" * 100_000 + "/",
        "/" + "x/" * 500,
    ],
)
def test_odd_addresses_are_answered_without_trouble(client, address):
    create_page()
    assert client.get(address).status_code in (301, 400, 404, 414)


@pytest.mark.parametrize("query", ["?pagina=abc", "?pagina=-1", "?%ff=%fe", "?" + "x" * 50_000])
def test_a_question_that_means_nothing_is_passed_over(client, query):
    create_page()
    assert client.get("/a-page/" + query).status_code == 200


@pytest.mark.parametrize(
    ("method", "status"), [("head", 200), ("post", 405), ("put", 405), ("delete", 405), ("options", 405)]
)
def test_a_page_is_only_read(client, method, status):
    create_page()
    assert getattr(client, method)("/a-page/").status_code == status


def test_hostile_words_are_shown_as_words(client):
    words = "<script>alert(1)</script>"
    create_page(
        title=words, slug="a-page", lead=words, quotation=words, quotation_author=words, text=words, menu="main"
    )
    Page.objects.filter(section="home").update(title=words)
    for address in ("/", "/a-page/", "/nowhere/"):
        assert "<script>alert" not in client.get(address).content.decode()


def test_a_very_long_title_and_an_empty_text_are_a_page(client):
    create_page(title="T" * 300, slug="a-page")
    assert client.get("/a-page/").status_code == 200
