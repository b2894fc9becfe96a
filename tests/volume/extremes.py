"""Content at its worst: what can be typed, and must still be legible."""

from datetime import UTC, datetime

from pages.models import Page
from publishing.markdown import MAX_LENGTH
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.testimonials.factories import create_testimonial
from tests.volume.words import Words

LONG_WORD = ("Aansprakelijkheidswaardevaststellingsveranderingen" * 2)[:80]
LONG_TITLE = ("Over de vraag hoe een titel leesbaar blijft wanneer niemand hem heeft ingekort en " * 4)[:300]
TURNED = "Een zin met \u202eeen omkering\u202c erin, \u2067en nog een\u2069, en daarna gewoon verder."
RIGHT_TO_LEFT = "שלום עולם, זה טקסט מימין לשמאל. مرحبا بالعالم، هذا نص من اليمين إلى اليسار."
DEPTH = 12
# Before the other posts, so that lists begin with what is usual.
LONG_AGO = datetime(2021, 3, 1, 9, 0, tzinfo=UTC)


def create_extremes() -> None:
    """The pages, posts and testimonials that `kinds` lists as bad input."""
    words = Words("nl", "extremes")
    create_page(title="X", slug="x")
    create_page(title=LONG_TITLE, slug="lange-titel", lead=words.sentences(2), text=words.article(headings=2))
    create_page(title=LONG_WORD, slug="lang-woord", lead=LONG_WORD, text=_unbroken(words), quotation=LONG_WORD)
    create_page(title="Een tekst aan zijn grens", slug="grens", text=words.of_length(MAX_LENGTH))
    create_page(title=f"Titel {TURNED}", slug="omkering", lead=TURNED, text=f"{TURNED}\n\n{RIGHT_TO_LEFT}")
    past = {"published_at": LONG_AGO}
    create_post(title=LONG_WORD, slug="lang-woord", lead=LONG_WORD, text=_unbroken(words), **past)
    create_post(title=LONG_TITLE, slug="lange-titel", lead=words.sentences(3), text=words.paragraphs(2), **past)
    create_testimonial(name=LONG_WORD, slug="lange-naam", text=LONG_WORD, role=LONG_WORD, organisation=LONG_WORD)
    create_testimonial(name="Noor Denkbeeld", slug="een-woord", text="Raak!")
    create_testimonial(name="Bram Proefstuk", slug="duizend-woorden", text=words.of_words(1000))
    _create_branch(words)


def _unbroken(words):
    address = f"https://elsewhere.example/{LONG_WORD.lower()}/{'a-long-path/' * 8}"
    return f"{words.paragraphs(1)}\n\n{LONG_WORD} {address}\n\n- {LONG_WORD}\n\n## {LONG_WORD}\n\n`{LONG_WORD}`"


def _create_branch(words) -> Page:
    page = None
    for level in range(1, DEPTH + 1):
        page = create_page(
            title=f"Laag {level}: {words.title()}", slug=f"laag-{level}", parent=page, text=words.article(headings=4)
        )
    return page
