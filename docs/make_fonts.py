"""Makes the site's fonts, `static/fonts/*.woff2`, from the whole ones; run by hand, never at an installation.

    python3 -m venv /tmp/fonts && /tmp/fonts/bin/pip install fonttools==4.68.0 brotli==1.2.1 \
        fontpkg-bricolage-grotesque==1.1 fontpkg-source-sans-3==3.52
    /tmp/fonts/bin/python docs/make_fonts.py

With these versions the result is the same to the byte. What is in it: the characters of CHARACTERS, the weights that
the style sheets ask for, kerning, ligatures, and proportional and tabular figures; no hints.
"""

from importlib.util import find_spec
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parent.parent / "static" / "fonts"
BRICOLAGE = "fontpkg_bricolage_grotesque", "BricolageGrotesque[opsz,wdth,wght].ttf"
SOURCE = "fontpkg_source_sans_3", "SourceSans3[wght].ttf"
SOURCE_ITALIC = "fontpkg_source_sans_3", "SourceSans3-Italic[wght].ttf"

# ASCII and Latin-1: Dutch, German and nearly all French and English.
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100)]
# What Latin-1 lacks of the four languages, and letters that are common in names of neighbours (Polish, Czech, Turkish).
LETTERS = "ĲĳŒœŸẞĆćČčĞğİıŁłŃńŘřŚśŞşŠšŹźŻżŽž"
# Narrow spaces, hyphens and dashes, quotation marks, footnote signs, primes, ligatures.
SIGNS = "\u2009\u202f\u2010\u2011–—‘’‚“”„‹›†•…‰′″⁄€™−≈≠≤≥ﬁﬂ"
ARROWS = "←↑→↓"
CHARACTERS = {*LATIN, *map(ord, LETTERS + SIGNS + ARROWS)}
FEATURES = ["kern", "liga", "locl", "pnum", "tnum", "lnum"]

# "Source" is a Reserved Font Name (OFL, condition 3): what is changed may not be called so.
MADE = {
    "bricolage-grotesque.woff2": (BRICOLAGE, {"wght": (500, 700), "opsz": 14, "wdth": 100}, "Bricolage Grotesque"),
    "reading.woff2": (SOURCE, {"wght": (400, 650)}, "Reading"),
    "reading-italic.woff2": (SOURCE_ITALIC, {"wght": 400}, "Reading"),
}


def make(source: tuple[str, str], axes: dict, family: str) -> TTFont:
    """The font with CHARACTERS and FEATURES only, its axes limited, under the name `family`."""
    font = TTFont(whole(*source), lazy=False, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=["*"])
    options.drop_tables += ["STAT", "MVAR", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    font = instantiateVariableFont(font, axes)
    rename(font, family)
    return font


def whole(package: str, name: str) -> Path:
    spec = find_spec(package)
    return Path(spec.submodule_search_locations[0]) / "files" / name


def rename(font: TTFont, family: str) -> None:
    style = "Italic" if font["post"].italicAngle else "Regular"
    postscript = family.replace(" ", "")
    names = {1: family, 2: style, 3: f"{postscript}-{style}", 4: f"{family} {style}", 6: f"{postscript}-{style}"}
    kept = (0, 13, 14)  # copyright and licence
    font["name"].names = [record for record in font["name"].names if record.nameID in {*names, *kept}]
    for number, words in names.items():
        font["name"].setName(words, number, 3, 1, 0x409)


def main() -> None:
    for name, (source, axes, family) in MADE.items():
        font = make(source, axes, family)
        font.flavor = "woff2"
        font.save(FONTS / name)
        print(f"{(FONTS / name).stat().st_size:6} {name}")  # noqa: T201


if __name__ == "__main__":
    main()
