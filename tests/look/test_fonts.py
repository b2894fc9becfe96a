"""The fonts hold what the site's languages need, and their own licence's conditions."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

DUTCH = "“Zó’n Belgische ideeënmaker”, zei Ĳsbrand: ‘coördinatie, één reünie à € 50 – tĳdens vĳf m²…’ § 3 ½"
ENGLISH = "“It’s naïve”, she said — ‘a façade’: £20 & $5, 10% (©, ®, ™) fish/chips [1] #2 @home ~ 5′ 10″ ←↑→↓"
FRENCH = "« Où ça ? À l’Haÿ-les-Roses ; L’HAŸ, ŒUVRE, œuf, Ça, Éöûîâêëïüùç » ÀÂÆæÇÈÉÊËÎÏÔÙÛÜ n° 1"
GERMAN = "„Größe“, ‚STRAẞE‘ »Übung« ÄÖÜäöüß − Fußgänger"
NEIGHBOURS = "Çağlar Şahin, Łukasz Żółć-Dvořák, Šimić, İpek Yıldız"


def characters(name):
    return TTFont(finders.find(f"fonts/{name}.woff2")).getBestCmap()


@pytest.mark.parametrize("font", ["bricolage-grotesque", "reading", "reading-italic"])
def test_every_character_of_four_languages_is_in_each_font(font):
    needed = set("".join([DUTCH, ENGLISH, FRENCH, GERMAN, NEIGHBOURS]))
    assert needed - set(map(chr, characters(font))) == set()


@pytest.mark.parametrize("font", ["reading", "reading-italic"])
def test_text_has_ligatures_kerning_and_both_kinds_of_figures(font):
    tables = TTFont(finders.find(f"fonts/{font}.woff2"))
    features = {
        record.FeatureTag for table in ("GSUB", "GPOS") for record in tables[table].table.FeatureList.FeatureRecord
    }
    assert {"kern", "liga", "pnum"} <= features


def test_no_font_that_was_changed_bears_a_reserved_name():
    for font in Path(finders.find("fonts/reading.woff2")).parent.glob("*.woff2"):
        names = [str(record) for record in TTFont(font)["name"].names if record.nameID in (1, 3, 4, 6, 16, 25)]
        assert names
        assert not [name for name in [*names, font.name] if "source" in name.lower()]


def test_every_font_has_its_licence_beside_it():
    folder = Path(finders.find("fonts/reading.woff2")).parent
    licences = {file.name.removesuffix(".OFL.txt") for file in folder.glob("*.OFL.txt")}
    assert {font.stem.removesuffix("-italic") for font in folder.glob("*.woff2")} == licences
