"""On an English site the words of addresses are English."""

import pytest

from blog.addresses import word
from tests.factories_blog import grow

pytestmark = pytest.mark.django_db


def test_the_words_of_addresses_follow_the_language_of_the_site(client, settings):
    grow(21)
    assert word("topic") == "onderwerp"
    settings.LANGUAGE_CODE = "en"
    assert word("topic") == "topic"
    assert 'rel="next" href="/blog/?page=2"' in client.get("/blog/").content.decode()
    assert client.get("/blog/?page=3").status_code == 404
