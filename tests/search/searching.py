"""Searching as a visitor does, and reading the answer."""

import re
from html import unescape

RESULT = re.compile(r'<li class="results__\w+">.*?</li>', re.DOTALL)


def answer(client, asked, **parameters):
    """The page of results as HTML; it is always a whole one."""
    response = client.get("/zoeken/", {"q": asked, **parameters})
    assert response.status_code == 200
    return response.content.decode()


def results(client, asked, **parameters):
    """The parts of that page that each hold one result."""
    return RESULT.findall(answer(client, asked, **parameters))


def titles(client, asked, **parameters):
    return [unescape(re.search(r"<h3[^>]*><a [^>]*>(.*?)</a>", one)[1]) for one in results(client, asked, **parameters)]


def suggested(client, asked):
    """The question that is suggested instead, or None."""
    link = re.search(r'class="finding__meant">.*?<a href="([^"]+)">(.*?)</a>', answer(client, asked))
    return link and unescape(link[2])


def marked(client, asked):
    """The words that are marked in the excerpts."""
    return [unescape(word) for word in re.findall("<mark>(.*?)</mark>", answer(client, asked))]
