"""The page on which one searches."""

from datetime import UTC, datetime

import pytest

from consultancy.search.query import MAX_LENGTH
from pages.models import Page, Section
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.search.searching import answer, results, titles
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db


def test_the_form_is_labelled_and_keeps_what_was_asked(client):
    content = answer(client, 'macht "en" moed')
    assert '<form class="search-form" role="search" action="/zoeken/">' in content
    assert '<label for="search">' in content
    field = f'id="search" name="q" value="macht &quot;en&quot; moed" maxlength="{MAX_LENGTH}"'
    assert field in content


def test_without_a_question_there_is_the_text_of_the_page(client):
    page = Page.objects.get(section=Section.SEARCH)
    page.lead, page.text = "Vind het hier.", "Eigen woorden."
    page.save()
    assert "Eigen woorden." in answer(client, "")
    assert "Vind het hier." in answer(client, "macht")
    assert "Eigen woorden." not in answer(client, "macht")


def test_search_engines_leave_it_alone_and_visitors_get_no_cookie(client):
    response = client.get("/zoeken/?q=macht")
    assert b'<meta name="robots" content="noindex">' in response.content
    assert not response.cookies
    assert b"/zoeken/" not in client.get("/sitemap.xml").content


def test_the_title_says_what_was_searched_for(client):
    assert "“macht”" in answer(client, "macht").split("</title>")[0]


def test_a_result_says_what_it_is_and_since_when_a_post_is_there(client):
    moment = datetime(2026, 3, 4, 12, tzinfo=UTC)
    create_page(title="Macht page", published_at=moment)
    create_post(title="Macht post", published_at=moment)
    create_testimonial(name="Macht testimonial")
    shown = dict(zip(titles(client, "macht"), results(client, "macht"), strict=True))
    assert "Pagina" in shown["Macht page"] and "2026" not in shown["Macht page"]
    assert "Blogbericht" in shown["Macht post"] and "4 maart 2026" in shown["Macht post"]
    assert "Ervaring" in shown["Macht testimonial"] and "2026" not in shown["Macht testimonial"]
    assert 'href="/blog/macht-post/"' in shown["Macht post"]


def test_what_is_in_another_language_says_so(client):
    create_page(title="Macht", language="en", lead="Macht.")
    create_page(title="Machtig", language="nl", lead="Macht.")
    english, dutch = sorted(results(client, "macht"), key=lambda one: "Machtig" in one)
    assert english.count('lang="en"') == 3 and "lang=" not in dutch


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(client, method):
    assert getattr(client, method)("/zoeken/?q=macht").status_code == 405


def test_while_it_is_hidden_there_is_no_search_anywhere(client):
    page = Page.objects.get(section=Section.SEARCH)
    page.status = "draft"
    page.save()
    assert client.get("/zoeken/?q=macht").status_code == 404
    assert b"search-form" not in client.get("/nowhere/").content
