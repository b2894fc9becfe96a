"""The words that addresses of the blog hold, in the language of the site."""

from django.conf import settings

_WORDS = {"nl": {"topic": "onderwerp", "page": "pagina"}, "en": {"topic": "topic", "page": "page"}}


def word(thing: str) -> str:
    """The word for `topic` in a path, and for `page` (of a list) in a query."""
    return _WORDS[settings.LANGUAGE_CODE][thing]
