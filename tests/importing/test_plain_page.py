"""A page of an older site in plain text becomes a draft, and every word of it is accounted for."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from consultancy.importing.sources import read_source
from pages.models import Page
from publishing import markdown

OWN = Path(__file__).parent / "oude-pagina.txt"
SEED = settings.BASE_DIR.parent / "shared" / "seed" / "multi-stakeholder-samenwerking.txt"


@pytest.fixture(params=[OWN, SEED], ids=["own page", "seed page"])
def entry(request):
    if not request.param.exists():
        pytest.skip(f"the seed does not stand beside this repository ({request.param.name}), so it is not tried")
    return read_source(request.param).entries[0]


@pytest.fixture
def own():
    return read_source(OWN).entries[0]


def words(text):
    return Counter(re.findall(r"\w+", text))


def test_every_word_is_in_the_page_or_said_to_be_left_out(entry, request):
    source = next(file for file in (OWN, SEED) if file.name == entry.source)
    held = [*entry.fields.values(), entry.text, *(note.left_out for note in entry.notes)]
    assert words(source.read_text(encoding="utf-8")) - sum(map(words, held), Counter()) == Counter()


def test_every_written_line_is_told_of_once(entry):
    source = next(file for file in (OWN, SEED) if file.name == entry.source)
    written = [number for number, line in enumerate(source.read_text(encoding="utf-8").split("\n"), 1) if line.strip()]
    told = [number for note in entry.notes for number in range(note.first, note.last + 1)]
    assert [number for number in told if number in written] == written


def test_it_becomes_a_draft(run):
    said = run(OWN)
    page = Page.objects.get(slug="samen-zorgen-voor-de-buurttuin")
    assert (page.status, page.published_at) == ("draft", None)
    assert "oude-pagina.txt: new → /samen-zorgen-voor-de-buurttuin/" in said


def test_names_of_pictures_and_navigation_are_left_out_and_said(run):
    said = run(OWN)
    page = Page.objects.get(slug="samen-zorgen-voor-de-buurttuin")
    assert page.title == "Samen zorgen voor de buurttuin"
    assert "Bijenkorf" not in page.text
    assert "line 1: left out, it belongs to the site around the page: Bureau Bijenkorf Adresgegevens" in said
    assert "line 3: title; left out, the name of a picture: pijltje" in said
    assert "Naar boven | Contact" in said
    assert "© Bureau Bijenkorf" in said


def test_a_quotation_with_its_author_opens_the_page(own):
    assert own.fields["quotation"] == "Wie zaait met anderen, oogst voor de hele straat"
    assert own.fields["quotation_author"] == "Opa Voorbeeld"


def test_a_clients_voice_stays_in_the_text_and_is_known_by_name_and_role(own):
    (voice,) = own.voices
    assert voice.words == "Dankzij jou praten de stadsboeren en de bankjeszitters weer met elkaar. Wat een zomer!"
    assert (voice.name, voice.role) == ("Vera Voorbeeld", "Penningmeester Vereniging De Verzonnen Schoffel")
    quotation = f"> {voice.words}\n>\n> — {voice.name}, {voice.role}"
    assert f"\n\n{quotation}\n\n" in own.text


def test_short_lines_above_a_text_become_headings(own):
    headings = [heading.text for heading in markdown.render(own.text, language="nl").headings]
    assert headings == ["Wie doet wat?", "Drie afspraken"]


def test_what_was_a_link_is_kept_as_words_and_said(own):
    said = [note.text for note in own.notes if "link" in note.text]
    assert len(said) == 2
    assert "“Verzonnen Buurtblad”" in said[0]
    assert "“Luisteren naar prei”" in said[1]
    assert "Proeftuin: Verzonnen Buurtblad." in own.text


def test_signs_of_markdown_read_as_they_were_typed(own):
    html = markdown.render(own.text, language="nl").html
    assert "*zij* blij van wordt [en waar niet]" in html
    assert "<ol" not in html
    assert html.count("<li>") == 2


def test_the_seed_page_becomes_the_page_it_was(run):
    if not SEED.exists():
        pytest.skip("the seed does not stand beside this repository, so it is not tried")
    said = run(SEED)
    page = Page.objects.get(slug="multi-stakeholder-samenwerking")
    (voice,) = read_source(SEED).entries[0].voices
    assert (page.title, page.quotation_author) == ("Multi-stakeholder samenwerking", "Johan Cruijff")
    assert (voice.name, page.text.count("\n## ")) == ("Henk Korthorst", 1)
    assert "## Hoe dan?\n" in page.text
    assert said.count("the link at") == 4
    assert "pijltje" in said
    assert "Adresgegevens" in said
