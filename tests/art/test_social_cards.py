"""What a card shows."""

from functools import cache
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from images.cards import NAME, TITLE, TITLE_FRAME, social_card
from images.lettering import fitted
from images.painting import Palette
from images.typefaces import readable

WORD = "verandermanagementprojectbegeleidingstrajectondersteuningscoördinatiewerkgroepen"
TITLES = {
    "short": "A",
    "usual": "Onafhankelijkheid versus autoriteit: wat maakt ons werkelijk vrij?",
    "wide": "W" * 300,
    "narrow": "i" * 300,
    "long": "Wat samenwerken vraagt van mensen " * 9,
    "one word": WORD,
    "hyphens": "multi-stakeholder-" * 16,
    "accents": "Déjà vu à l’été: où sont les œuvres? „Straße“ – «naïveté» €5 Łódź",
    "nothing": "",
    "no glyph": "漢字🙂",
    "controls": "\x00\x07\r\n\t\u202e\u2066\ud800",
}


@cache
def card(title, slug="een-bericht", name="Naam", tagline="Wat zij doet", palette=None):
    content = social_card(title, name=name, tagline=tagline, slug=slug, palette=palette or Palette())
    return content, Image.open(BytesIO(content)).convert("RGB")


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_card_is_a_small_picture_of_the_usual_measures(title):
    content, picture = card(title)
    assert content.startswith(b"\x89PNG")
    assert len(content) < 60_000
    assert picture.size == (1200, 630)


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_title_of_any_length_stays_in_its_frame(title):
    text = readable(title, TITLE)
    block = fitted(text, TITLE, TITLE_FRAME)
    assert all(TITLE.width(line, block.size) <= TITLE_FRAME.width for line in block.lines)
    assert len(block.lines) * block.size * TITLE_FRAME.leading <= TITLE_FRAME.height
    whole = "".join(block.lines).replace("-", "").replace(" ", "")
    assert whole == text.replace("-", "").replace(" ", "") or whole.endswith("…")
    assert whole.endswith("…") == (title == TITLES["wide"])


def test_a_title_keeps_clear_of_the_name_and_the_circles():
    _, without = card("", name="", tagline="")
    _, long = card(TITLES["wide"], name="", tagline="")
    left, top, right, bottom = _differing(long, without).getbbox()
    assert left >= 70
    assert top >= 70
    assert right <= 730
    assert bottom <= 470


def _differing(one, other):
    """Where two pictures differ by more than the few colours of a file explain."""
    return ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value > 24 else 0)


def test_lines_are_of_like_length():
    title = "Wat maakt ons vrij in het werk, en wat houdt ons tegen als we samen iets willen"
    block = fitted(title, TITLE, TITLE_FRAME)
    widths = [TITLE.width(line, block.size) for line in block.lines]
    assert min(widths) > 0.7 * max(widths)


def test_a_short_word_is_not_broken_and_an_endless_one_is_in_like_parts():
    assert fitted("Multi-stakeholder samenwerking", TITLE, TITLE_FRAME).lines == ("Multi-stakeholder", "samenwerking")
    for length in range(30, 80, 3):
        parts = fitted("n" * length, TITLE, TITLE_FRAME).lines
        assert all(part.endswith("-") for part in parts[:-1])
        assert len(parts[-1]) > len(parts[0]) / 2, parts


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("\u202eomgekeerd\u202c \u200bweg\u2066!", "omgekeerd weg!"),
        ("regel\neen\ttwee\r\n\x00", "regel een twee"),
        ("🙂 Samen 樣 werken 👩‍👩‍👧", "Samen werken"),
        ("Ａ ﬀ ǎ ẞ Œuvre ĳ", "A ff a ẞ Œuvre ĳ"),
        ("5\u00a0km", "5\u00a0km"),
        ("cafe\u0301", "café"),
        ("zacht\u00adafgebroken", "zachtafgebroken"),
        ("漢字", ""),
    ],
)
def test_only_what_the_typeface_can_show_is_drawn(title, shown):
    assert readable(title, TITLE) == shown
    assert all(TITLE.has(character) for character in readable(title, TITLE))


def test_the_typeface_is_read_and_not_replaced():
    assert TITLE.fine(20).getname()[0] == "Bricolage Grotesque"
    assert TITLE.width("mmm", 40) > NAME.width("iii", 40)


def test_without_a_title_the_name_stands_in_its_place():
    assert card("漢字")[0] == card("Naam", name="")[0]


def test_a_card_has_the_colours_that_it_is_given():
    palette = Palette(sun="#112233", coral="#112233", sky="#112233")
    _, picture = card("", palette=palette)
    assert (0x11, 0x22, 0x33) in {colour for _, colour in picture.getcolors(1000)}


def test_edges_are_smooth():
    _, picture = card("", name="", tagline="")
    assert len(picture.getcolors(1000)) > 40
