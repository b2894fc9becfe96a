"""Addresses of an older site are led on by hand, one at a time or from a list."""

import pytest
from django.test import Client

from publishing.models import Redirect
from tests.factories import create_page, create_user

pytestmark = pytest.mark.django_db

ADD, LIST = "/admin/publishing/redirect/add/", "/admin/publishing/redirect/list/"


@pytest.fixture
def visitor():
    return Client()


def lead(client, old, new):
    return client.post(ADD, {"path": old, "leads_to": new})


@pytest.mark.parametrize(
    ("old", "asked"),
    [
        ("https://www.old.example/over-mij.html", "/over-mij.html"),
        ("/over-mij", "/over-mij/"),
        ("over-mij/", "/over-mij/"),
        ("/index.php?id=3", "/index.php?id=3"),
        ("/caf%C3%A9.html", "/caf%C3%A9.html"),
        ("/OVER/Mij.html", "/OVER/Mij.html"),
        ("/index.php?naam=café", "/index.php?naam=caf%C3%A9"),
    ],
)
def test_an_address_of_an_older_site_leads_to_a_page_in_one_hop(visitor, owner_client, old, asked):
    create_page(title="About")
    assert lead(owner_client, old, "/about/").status_code == 302
    answer = visitor.get(asked)
    assert (answer.status_code, answer["Location"]) == (301, "/about/")


def test_it_follows_the_page_that_it_leads_to(visitor, owner_client):
    page = create_page(title="About")
    lead(owner_client, "/old.html", "/about/")
    page.slug = "me"
    page.save()
    assert visitor.get("/old.html")["Location"] == "/me/"


def test_it_tells_nothing_of_a_page_that_visitors_do_not_see(visitor, owner_client):
    create_page(title="About", status="draft")
    lead(owner_client, "/old.html", "/about/")
    assert visitor.get("/old.html").status_code == 404


@pytest.mark.parametrize("new", ["https://elsewhere.example/a?b=c", "/sitemap.xml"])
def test_it_may_lead_to_what_is_no_page(visitor, owner_client, new):
    lead(owner_client, "/old.html", new)
    assert visitor.get("/old.html")["Location"] == new


def test_another_question_is_another_address(visitor, owner_client):
    create_page(title="About")
    lead(owner_client, "/index.php?id=3", "/about/")
    assert visitor.get("/index.php?id=4").status_code == 404


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("/about/", "/contact/", "path"),
        ("/", "/contact/", "path"),
        ("//[", "/contact/", "path"),
        ("/old.html", "/nowhere/", "leads_to"),
        ("/blog/nothing/", "/blog/nothing/", "leads_to"),
        ("/old.html", "javascript:alert(1)", "leads_to"),
        ("/old.html", "//elsewhere.example/", "leads_to"),
        ("/old.html", "https://[", "leads_to"),
        ("/old.html", "https://a b", "leads_to"),
        ("/old.html", "", "leads_to"),
    ],
)
def test_what_can_lead_nowhere_is_refused_at_its_field(owner_client, old, new, field):
    create_page(title="About")
    answer = lead(owner_client, old, new)
    assert field in answer.context["adminform"].form.errors
    assert not Redirect.objects.exists()


def test_a_list_is_taken_whole(visitor, owner_client):
    create_page(title="About")
    lines = "/a.html /about/\n\n  /b.html;https://elsewhere.example/\nhttps://old.example/c.html, /contact/\n"
    assert owner_client.post(LIST, {"lines": lines}).status_code == 302
    led = [visitor.get(path)["Location"] for path in ("/a.html", "/b.html", "/c.html")]
    assert led == ["/about/", "https://elsewhere.example/", "/contact/"]


def test_a_list_with_a_fault_is_refused_whole_and_comes_back(owner_client):
    lines = "/a.html /contact/\n/b.html /nowhere/\n/c.html"
    content = owner_client.post(LIST, {"lines": lines}).content.decode()
    assert not Redirect.objects.exists()
    assert "/b.html /nowhere/" in content
    assert "2:" in content and "3:" in content and "1:" not in content.split("errorlist")[1].split("</ul>")[0]


def test_the_same_list_twice_changes_nothing(visitor, owner_client):
    for new in ("/contact/", "/contact/", "/"):
        assert owner_client.post(LIST, {"lines": f"/a.html {new}"}).status_code == 302
    assert visitor.get("/a.html")["Location"] == "/"
    assert Redirect.objects.count() == 1


@pytest.mark.parametrize("address", [ADD, LIST])
def test_leading_on_asks_for_its_permission(client, address):
    client.force_login(create_user("publishing.view_redirect"))
    assert client.get(address).status_code == 403
    client.force_login(create_user("publishing.view_redirect", "publishing.add_redirect"))
    assert client.get(address).status_code == 200


def test_of_an_address_that_stands_twice_in_a_list_the_last_line_holds(visitor, owner_client):
    lines = "/a.html /contact/\nhttps://old.example/a.html /"
    assert owner_client.post(LIST, {"lines": lines}).status_code == 302
    assert visitor.get("/a.html")["Location"] == "/"
