"""What a client says in a page of plain text becomes a testimonial that is shown in its place."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from consultancy.importing.sources import read_source
from pages.models import Page
from publishing.models import ChangeStamp, Origin
from testimonials.models import Testimonial
from tests.testimonials.factories import create_testimonial

OWN = Path(__file__).parent / "oude-pagina.txt"
SEED = settings.BASE_DIR.parent / "shared" / "seed" / "multi-stakeholder-samenwerking.txt"
WORDS = "Dankzij jou praten de stadsboeren en de bankjeszitters weer met elkaar. Wat een zomer!"
ROLE = "Penningmeester Vereniging De Verzonnen Schoffel"
LINE = "[[ervaring vera-voorbeeld]]"


def page():
    return Page.objects.get(slug="samen-zorgen-voor-de-buurttuin")


def test_it_becomes_a_draft_with_the_words_of_the_line(run):
    run(OWN)
    item = Testimonial.objects.get()
    assert (item.name, item.role, item.organisation) == ("Vera Voorbeeld", ROLE, "")
    assert (item.text, item.status, item.consent_on) == (WORDS, "draft", None)


def test_it_stands_in_its_place_in_the_text(run):
    before, after = read_source(OWN).entries[0].text.split(f"> {WORDS}\n>\n> — Vera Voorbeeld, {ROLE}")
    run(OWN)
    assert page().text == f"{before}{LINE}{after}"


def test_the_report_tells_of_it(run):
    said = run(OWN)
    assert (
        f"“Vera Voorbeeld” is new as a testimonial → /ervaringen/vera-voorbeeld/ (draft); in the text: {LINE}" in said
    )
    assert "what Vera Voorbeeld says, as a testimonial in the text" in said


@pytest.mark.parametrize("status", ["draft", "published", "archived"])
def test_one_with_this_name_and_these_words_is_reused(run, status):
    create_testimonial(name="Vera Voorbeeld", text=WORDS.replace(". ", ".\r\n"), slug="vera", status=status)
    said = run(OWN)
    assert "“Vera Voorbeeld” is there already as a testimonial → /ervaringen/vera/" in said
    assert "[[ervaring vera]]" in page().text
    assert Testimonial.objects.count() == 1


@pytest.mark.parametrize("other", [{"text": "Quite another."}, {"name": "Jan Voorbeeld"}], ids=["words", "name"])
def test_one_with_another_name_or_other_words_is_another(run, other):
    create_testimonial(**{"name": "Vera Voorbeeld", "text": WORDS, "slug": "first"} | other)
    run(OWN)
    assert Testimonial.objects.count() == 2
    assert "[[ervaring first]]" not in page().text


def everything():
    models = (Page, Testimonial, Origin, ChangeStamp)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_the_second_time_changes_nothing(run):
    run(OWN)
    before = everything()
    assert "unchanged" in run(OWN)
    assert everything() == before


def test_a_page_that_was_deleted_and_is_made_anew_reuses_it(run):
    run(OWN)
    page().delete()
    run(OWN)
    assert LINE in page().text
    assert Testimonial.objects.count() == 1


def test_one_whose_words_were_corrected_on_the_site_stays_on_its_page(folder, run):
    source = OWN.read_text(encoding="utf-8")
    run(folder({"a.txt": source}))
    item = Testimonial.objects.get()
    item.text, item.status = item.text.replace("zomer", "lente"), "published"
    item.save()
    run(folder({"a.txt": f"{source}\n\nEen alinea erbij.\n"}))
    assert "Een alinea erbij." in page().text and LINE in page().text
    assert "lente" in Testimonial.objects.get().text


def test_a_dry_run_makes_none_and_tells_the_same(run):
    said = run(OWN, "--dry-run")
    assert "“Vera Voorbeeld” is new as a testimonial" in said
    assert not Testimonial.objects.exists()


def test_what_does_not_fit_into_a_testimonial_stays_a_quotation(folder, run):
    name = " ".join(["Vera", *["Vanverweggekomenvandaan" for _ in range(6)]])
    source = f"Een titel\n\nEen alinea met een zin.\n\n“Dank je wel.”\n{name}, voorzitter van iets\n\nNog een zin."
    said = run(folder({"a.txt": source}) / "a.txt")
    assert "stays a quotation" in said
    assert f"> — {name}, voorzitter van iets" in Page.objects.get(title="Een titel").text


def words(text):
    return Counter(re.findall(r"\w+", text))


@pytest.mark.parametrize("source", [OWN, SEED], ids=["own page", "seed page"])
def test_every_word_is_on_the_site_or_in_the_report(run, source):
    if not source.exists():
        pytest.skip("the seed does not stand beside this repository, so it is not tried")
    said = run(source)
    (page,) = Page.objects.filter(section="")
    held = [page.title, page.lead, page.quotation, page.quotation_author, page.text, said]
    for item in Testimonial.objects.all():
        held += [item.text, item.name, item.role, item.organisation]
    assert words(source.read_text(encoding="utf-8")) - sum(map(words, held), Counter()) == Counter()


def test_the_seed_names_whose_voice_it_is(run):
    if not SEED.exists():
        pytest.skip("the seed does not stand beside this repository, so it is not tried")
    run(SEED)
    item = Testimonial.objects.get()
    assert (item.name, item.role) == ("Henk Korthorst", "Projectleider kwaliteitsverbetering toezicht DNB")
    assert "\n\n[[ervaring henk-korthorst]]\n\n" in Page.objects.get(section="").text
