"""Many results come in pages, and not more than somebody reads."""

import re

import pytest

from consultancy.search import keeping, results
from tests.factories_blog import grow
from tests.search.searching import answer, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def many():
    """A function that makes so many posts that hold the word."""

    def make(number):
        grow(number, body_html="<p>Macht</p>")
        keeping.rebuild()

    return make


def test_each_result_stands_on_one_page(client, many):
    many(25)
    pages = [titles(client, "macht", pagina=number) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [10, 10, 5]
    assert len({title for page in pages for title in page}) == 25
    assert pages[0] == titles(client, "macht")


def test_the_pages_lead_to_each_other(client, many):
    many(25)
    links = re.findall(r'rel="(prev|next)" href="([^"]+)"', answer(client, "macht", pagina=2))
    assert links == [("prev", "/zoeken/?q=macht"), ("next", "/zoeken/?q=macht&amp;pagina=3")]
    assert 'start="11"' in answer(client, "macht", pagina=2)


@pytest.mark.parametrize("number", ["0", "-1", "3", "x", "1.0", "01", "9" * 30, "", "²"])
def test_what_is_no_page_is_not_found(client, many, number):
    many(11)
    assert client.get("/zoeken/", {"q": "macht", "pagina": number}).status_code == 404


def test_what_is_counted_has_a_bound(client, many, monkeypatch):
    monkeypatch.setattr(results, "MOST", 20)
    many(25)
    assert re.search(r"finding__count\">[^<\d]+20 ", answer(client, "macht"))
    assert len(titles(client, "macht", pagina=2)) == 10
    assert client.get("/zoeken/?q=macht&pagina=3").status_code == 404
