"""A file of kind `testimonial`: front matter says who, the text are the words."""

import pytest

from publishing.models import ChangeStamp, Origin
from testimonials.models import Testimonial, Theme
from tests.factories_images import create_image

FULL = """---
kind: testimonial
name: Vera Voorbeeld
role: Penningmeester
organisation: De Verzonnen Schoffel
topics: [Dialoog, Samen leren]
status: gepubliceerd
date: 2025-03-31
link: https://www.example.org/
on_home: ja
consent_on: 2025-03-01
---

What a summer!
"""


def test_front_matter_says_who_and_the_text_are_the_words(folder, run):
    said = run(folder({"vera.md": FULL}))
    item = Testimonial.objects.published().get(slug="vera-voorbeeld")
    assert "vera.md: new → /ervaringen/vera-voorbeeld/ “Vera Voorbeeld” (published)" in said
    assert "left out" not in said
    assert (item.name, item.role, item.organisation) == ("Vera Voorbeeld", "Penningmeester", "De Verzonnen Schoffel")
    assert (item.text, item.link, item.on_home) == ("What a summer!", "https://www.example.org/", True)
    assert str(item.consent_on) == "2025-03-01"
    assert [theme.name for theme in item.themes.all()] == ["Dialoog", "Samen leren"]


def test_a_title_stands_for_the_name(folder, run):
    run(folder({"a.md": FULL.replace("name:", "title:")}))
    assert Testimonial.objects.get().name == "Vera Voorbeeld"


def test_a_theme_that_is_there_is_reused_whatever_its_capitals(folder, run):
    Theme.objects.create(name="dialoog")
    run(folder({"a.md": FULL}))
    assert sorted(Theme.objects.values_list("name", flat=True)) == ["Samen leren", "dialoog"]


def everything():
    through = Testimonial.themes.through
    return [list(model.objects.order_by("pk").values()) for model in (Testimonial, through, Theme, Origin, ChangeStamp)]


def test_the_second_time_changes_nothing(folder, run):
    run(folder({"a.md": FULL}))
    before = everything()
    assert "unchanged" in run(folder({"a.md": FULL}))
    assert everything() == before


def test_a_changed_source_changes_it(folder, run):
    run(folder({"a.md": FULL}))
    run(folder({"a.md": FULL.replace("Dialoog, ", "").replace("summer", "winter")}))
    item = Testimonial.objects.get()
    assert item.text == "What a winter!"
    assert [theme.name for theme in item.themes.all()] == ["Samen leren"]


@pytest.mark.parametrize("edit", [{"text": "Mine."}, {"role": "Chair"}, {"consent_on": "2026-01-01"}], ids=str)
def test_an_edit_by_hand_is_never_overwritten(folder, run, edit):
    run(folder({"a.md": FULL}))
    item = Testimonial.objects.get()
    for field, value in edit.items():
        setattr(item, field, value)
    item.save()
    assert "edited by hand since" in run(folder({"a.md": FULL.replace("summer", "winter")}))
    item.refresh_from_db()
    assert "winter" not in item.text


def test_other_themes_by_hand_are_an_edit(folder, run):
    run(folder({"a.md": FULL}))
    Testimonial.objects.get().themes.clear()
    assert "edited by hand since" in run(folder({"a.md": FULL.replace("summer", "winter")}))


def test_a_portrait_of_the_library_is_taken_and_an_unknown_one_is_said(folder, run):
    image = create_image(title="Vera", alternative_text="Vera")
    run(folder({"a.md": FULL.replace("topics", f"image: {image.slug}\ntopics")}))
    assert Testimonial.objects.get().portrait == image
    said = run(folder({"b.md": FULL.replace("topics", "image: nobody\nlead: x\ntopics")}))
    assert "there is no picture “nobody”" in said
    assert "“lead” is left out" in said
    assert "the address “vera-voorbeeld” is taken: this testimonial has “vera-voorbeeld-2”." in said


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("name: Vera Voorbeeld", "role: Nobody", "has no title"),
        ("name: Vera Voorbeeld", f"name: {'V' * 121}", "a.md, line 3: name: "),
        ("What a summer!", "", "text: "),
        ("What a summer!", "## A heading", "no headings"),
        ("2025-03-01", "yesterday", "consent_on: “yesterday” is no date"),
        ("https://www", "javascript://www", "link: "),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(folder, refusal, old, new, words):
    source = FULL.replace("role: Penningmeester\n", "").replace(old, new)
    assert words in refusal(folder({"a.md": source}))
    assert not Testimonial.objects.exists()
