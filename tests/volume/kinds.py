"""The list of every kind of page that visitors see. What looks at all of them takes it from here."""

from dataclasses import dataclass

from tests.volume.extremes import DEPTH


@dataclass(frozen=True)
class Kind:
    """A kind of page, by the address on the volume site that shows it.

    `indexed`: search engines may read it. `extreme`: bad input, which is looked at and must hold to the rules of
    accessibility, but is no measure of weight and speed. `crowded`: on the site with sixty pages in its menu.
    """

    name: str
    path: str
    status: int = 200
    indexed: bool = True
    extreme: bool = False
    crowded: bool = False
    markup: str = "html"


def _hidden(name, path, status=200, **fields):
    return Kind(name, path, status, indexed=False, **fields)


def _extreme(name, path, **fields):
    return Kind(name, path, extreme=True, **fields)


_DEEP = "/".join(f"laag-{level}" for level in range(1, DEPTH + 1))

KINDS = [
    Kind("home", "/"),
    Kind("home-english", "/en/"),
    Kind("page", "/over/"),
    Kind("page-with-children", "/aanbod/"),
    Kind("page-with-picture", "/aanbod/dialoog/"),
    Kind("page-with-everything", "/aanbod/alles/"),
    Kind("page-deep", "/laag-1/laag-2/laag-3/"),
    Kind("page-english", "/en/offer/"),
    _hidden("page-not-indexed", "/privacy/"),
    Kind("blog", "/blog/"),
    Kind("blog-page-2", "/blog/?pagina=2"),
    Kind("post", "/blog/bericht-5/"),
    Kind("post-with-picture", "/blog/bericht-2/"),
    Kind("post-english", "/blog/bericht-4/"),
    Kind("topic", "/blog/onderwerp/leiderschap/"),
    Kind("year", "/blog/2025/"),
    Kind("testimonials", "/ervaringen/"),
    Kind("testimonials-theme", "/ervaringen/?thema=coaching"),
    Kind("testimonial", "/ervaringen/stem-1/"),
    Kind("contact", "/contact/"),
    _hidden("contact-with-errors", "/toestand/formulier/", 422),
    _hidden("thanks", "/contact/bedankt/"),
    _hidden("search", "/zoeken/"),
    _hidden("search-results", "/zoeken/?q=gesprek"),
    _hidden("search-none", "/zoeken/?q=xylofoonbouwer"),
    _hidden("search-did-you-mean", "/zoeken/?q=gespreck"),
    _hidden("404", "/nergens/", 404),
    _hidden("410", "/voorbij/", 410),
    _hidden("500", "/toestand/500/", 500),
    _hidden("maintenance", "/toestand/503/", 503),
    _hidden("feed", "/feed.xml", markup="xml"),
    _extreme("title-of-1", "/x/"),
    _extreme("title-of-300", "/lange-titel/"),
    _extreme("word-of-80", "/lang-woord/"),
    _extreme("text-at-its-limit", "/grens/"),
    _extreme("turned", "/omkering/"),
    _extreme("twelve-deep", f"/{_DEEP}/"),
    _extreme("post-word-of-80", "/blog/lang-woord/"),
    _extreme("post-title-of-300", "/blog/lange-titel/"),
    _extreme("testimonial-long-name", "/ervaringen/lange-naam/"),
    _extreme("testimonial-of-one-word", "/ervaringen/een-woord/"),
    _extreme("testimonial-of-1000-words", "/ervaringen/duizend-woorden/"),
    _extreme("search-of-signs", "/zoeken/?q=%25%22%27*%28%29%3A%5E-%2B", indexed=False),
    # The longest question that gunicorn passes on; it refuses a first line of more than 4094 bytes by itself.
    _extreme("search-of-4-kb", f"/zoeken/?q={'lang%20' * 580}", indexed=False),
    _extreme("crowded-home", "/", crowded=True),
    _extreme("crowded-page", "/aanbod/alles/", crowded=True),
    _extreme("crowded-menu-page", "/menu-7/", crowded=True),
]
