"""Printed on A4 a page has lost nothing: its words are compared with those of the paper."""

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

from publishing.models import Status
from tests.factories import create_page
from tests.factories_images import create_document
from tests.look import test_browser
from tests.look.content import LONG_WORD, fill_profile
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.browser
open_page = test_browser.open_page

PARAGRAPH = "Samen krijg je meer voor elkaar[^1], en dat geeft *energie*. "
COLUMNS = range(12)
TEXT = f"""\
{PARAGRAPH * 20}

## Een tabel die breder is dan het papier

|{"|".join(f"Kolom {number}" for number in COLUMNS)}|
|{"---|" * 12}
{"".join("|" + "|".join(f"ononderbroken{number}-{row}" for number in COLUMNS) + "|" + chr(10) for row in range(30))}

[Een adres](https://elsewhere.example/{"long/" * 30}end)

[[bestand paper]]

[[ervaring vera-voorbeeld]]

```
{"code " * 60}{LONG_WORD}{LONG_WORD}
{"line" + chr(10) * 70}
```

## {LONG_WORD}

{PARAGRAPH * 60}

[^1]: De noot, met {"veel " * 400}woorden en een [koppeling](https://elsewhere.example/note)
"""
# Everything of the page that is for reading, without the arrows back and the links that stand for older browsers.
WORDS = """(() => {
    const page = document.querySelector("main").cloneNode(true)
    const left = page.querySelectorAll(".note, .beside, .contents, .actions, .footnote-backref, [hidden]")
    left.forEach(part => part.remove())
    return [...page.querySelectorAll("h1, .lead, .epigraph, .prose > *")].map(part => part.textContent).join(" ")
})()"""


def squeezed(text):
    """Without what a line break may add or leave out."""
    return re.sub(r"[\s\u00ad\u2010\u2060-]", "", unicodedata.normalize("NFKC", text))


@pytest.fixture
def printed(client, db, open_page):
    """The pages of the paper, and the words that should be on it."""
    fill_profile(name="A Name")
    create_document(title="Paper", slug="paper")
    create_testimonial(text="Wat een zomer! " * 60)
    page = create_page(
        title="Lang", text=TEXT, lead="Een inleiding", quotation="Alleen?", status=Status.PUBLISHED, language="nl"
    )
    shown = open_page(client.get(page.get_absolute_url()).content, width=1280)
    shown.evaluate("document.fonts.ready")
    paper = shown.pdf(prefer_css_page_size=True)
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(paper)).pages], shown.evaluate(WORDS)


def test_every_word_is_on_the_paper_with_the_addresses_that_links_lead_to(printed):
    sheets, words = printed
    paper = squeezed("".join(re.sub(r"\d+ / \d+", "", sheet) for sheet in sheets))
    addresses = [f"https://elsewhere.example/{'long/' * 30}end", "https://elsewhere.example/note", "/media/"]
    assert len(words.split()) > 1000
    assert [word for word in [*words.split(), *addresses] if squeezed(word) not in paper] == []


def test_the_foot_says_what_was_printed_and_no_sheet_is_empty(printed):
    sheets, _ = printed
    assert "http://localhost:8000/lang/" in sheets[-1] and "A Name" in sheets[-1]
    assert [f"{number} / {len(sheets)}" in sheet for number, sheet in enumerate(sheets, 1)] == [True] * len(sheets)
    assert [number for number, sheet in enumerate(sheets, 1) if len(sheet.split()) < 8] == []
