"""The markup of pictures and downloads in pages and texts."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.template.loader import render_to_string

from images import classes
from images.models import Document, Image
from images.renditions.places import PLACES, USES
from images.renditions.specs import set_key

HASH = "ab" * 16


class InText(dict):
    """What a text names, with its texts and its options."""

    def __init__(self, *options, **texts):
        super().__init__(texts)
        self.options = options


def attributes(html, tag):
    found = []
    parser = HTMLParser()
    parser.handle_starttag = lambda name, attrs: found.append(dict(attrs)) if name == tag else None
    parser.feed(html)
    assert "style=" not in html
    return found


def bridge(*ready, extension="jpg", **fields):
    """A picture of which the renditions for these places are there."""
    file = f"images/ab/{HASH}.{extension}"
    image = Image(**{"file": file, "width": 1200, "height": 800, "alternative_text": 'A "bridge"', **fields})
    image.ready = [set_key(image, place) for place in ready]
    return image


def drawn(image, use="text", options=""):
    source = f"{{% load images %}}{{% picture image use {options} %}}"
    return Template(source).render(Context({"image": image, "use": use}))


def img(*arguments):
    (found,) = attributes(drawn(*arguments), "img")
    return found


def widths(srcset):
    return [part.split()[1] for part in srcset.split(", ")]


def test_what_is_ready_is_offered_in_each_format_and_width():
    html = drawn(bridge("text"))
    assert [source["type"] for source in attributes(html, "source")] == ["image/avif", "image/webp"]
    everything = [*attributes(html, "source"), *attributes(html, "img")]
    assert [widths(one["srcset"]) for one in everything] == [["384w", "560w", "720w", "1104w"]] * 3
    assert {one["sizes"] for one in everything} == {f"auto, {PLACES['text'].sizes}"}
    (shown,) = attributes(html, "img")
    assert shown["src"].startswith(f"/media/renditions/ab/{HASH}/text-1104-")
    assert (shown["width"], shown["height"], shown["alt"]) == ("1104", "736", 'A "bridge"')


def test_of_an_upgraded_site_the_kept_file_is_shown_at_once():
    html = drawn(bridge())
    assert attributes(html, "source") == []
    assert attributes(html, "img") == [
        {
            "src": f"/media/images/ab/{HASH}.jpg",
            "width": "1200",
            "height": "800",
            "alt": 'A "bridge"',
            "loading": "lazy",
            "decoding": "async",
        }
    ]


def test_until_all_are_there_the_two_of_the_upload_are_shown():
    shown = img(bridge("first"), "card")
    assert widths(shown["srcset"]) == ["320w", "1024w"]
    assert shown["sizes"] == f"auto, {PLACES['card'].sizes}"
    assert (shown["width"], shown["height"]) == ("1200", "800")


def test_a_picture_waits_until_it_is_near_unless_it_is_seen_first():
    assert img(bridge("text"))["loading"] == "lazy"
    for option in ("eager=True", "priority=True"):
        shown = img(bridge("text"), "text", option)
        assert "loading" not in shown
        assert shown["sizes"] == PLACES["text"].sizes


def test_the_largest_seen_first_goes_before_all_others():
    assert img(bridge(), "head", "priority=True")["fetchpriority"] == "high"
    assert "fetchpriority" not in img(bridge(), "head", "eager=True")
    assert "fetchpriority" not in img(bridge(), "head", "priority=''")


@pytest.mark.parametrize("use", USES)
def test_what_is_made_for_one_place_is_shown_at_the_width_of_another(use):
    place, sizes = USES[use]
    shown = img(bridge(place), use, "eager=True")
    assert f"/{place}-" in shown["src"] and shown["sizes"] == sizes


def test_the_alternative_text_of_one_use():
    assert img(bridge(), "text", "alt='<b>'")["alt"] == "<b>"
    assert img(bridge(), "text", "decorative=True")["alt"] == ""


def test_the_colour_of_a_photograph_stands_there_until_it_comes():
    assert img(bridge("text", colour="#3a5f7d"))["class"] == "dark-14"
    assert img(bridge(colour="#8ab8d8"))["class"] == "light-6"


def test_no_colour_shines_through_what_is_transparent():
    """Such a picture is stored without one."""
    assert "class" not in img(bridge(extension="png", colour=""))


def test_the_style_sheet_knows_every_class():
    sheet = Path(finders.find("css/site.css")).read_text()
    there = dict(re.findall(r"\.((?:dark|light)-\d+) \{ background: #(\w{3}); \}", sheet))
    assert {name: "#" + "".join(2 * digit for digit in short) for name, short in there.items()} == classes.TONES
    points = {name for percent in range(101) for name in classes.focus(percent, percent)}
    assert points == set(re.findall(r"\.([xy]-\d+) \{ --", sheet))


def test_the_middle_of_a_whole_picture_is_kept_in_view_where_a_cut_belongs():
    image = bridge("first", focal_x=31, focal_y=88)
    assert img(image, "card")["class"] == "x-40 y-80"
    image.ready.append(set_key(image, "card"))
    assert "class" not in img(image, "card")


def test_a_cut_around_a_former_middle_is_never_shown():
    image = bridge("card", "first")
    before = img(image, "card")["src"]
    image.focal_x = 10
    assert "/first-" in img(image, "card")["src"]
    image.ready.append(set_key(image, "card"))
    assert "/card-" in img(image, "card")["src"] and img(image, "card")["src"] != before


def inserted(item, insertable):
    return render_to_string("images/insertable_image.html", {"item": item, "insertable": insertable})


def test_a_picture_in_a_text_has_its_caption_and_credit():
    html = inserted(bridge(caption="The <old> bridge", credit="A. Maker"), InText(alt="The way across"))
    assert attributes(html, "img")[0]["alt"] == "The way across"
    assert attributes(html, "figure") == [{"class": "picture"}]
    assert "The &lt;old&gt; bridge" in html
    assert "A. Maker" in html


def test_a_picture_in_a_text_without_caption_has_no_empty_one():
    assert attributes(inserted(bridge(), InText()), "figcaption") == []


def test_a_picture_in_a_text_may_be_wide_or_decorative():
    for word in ("groot", "large"):
        html = inserted(bridge("wide"), InText(word))
        assert attributes(html, "figure") == [{"class": "picture picture--wide"}]
        assert "/wide-" in attributes(html, "img")[0]["src"]
    for word in ("decoratief", "decorative"):
        assert attributes(inserted(bridge(), InText(word)), "img")[0]["alt"] == ""


def moving(*ready):
    return bridge(*ready, extension="webp", animated=True)


def test_what_moves_in_a_text_can_be_stopped_without_a_script():
    html = inserted(moving("text"), InText())
    assert attributes(html, "details") == [{"class": "moving", "open": None}]
    inside, after = html.split("</details>")
    assert "<summary" in inside
    assert [source["type"] for source in attributes(inside, "source")] == ["image/webp"]
    assert attributes(after, "source") == []
    (still,) = attributes(after, "img")
    assert still["src"].endswith(".jpg") and still["alt"] == 'A "bridge"'


@pytest.mark.parametrize("ready", ["text", "first"])
def test_who_asked_for_less_movement_is_shown_the_still(ready):
    html = inserted(moving(ready), InText())
    assert {source["media"] for source in attributes(html, "source")} == {"(prefers-reduced-motion: no-preference)"}
    assert all(shown["src"].endswith(".jpg") for shown in attributes(html, "img"))


def test_nothing_moves_outside_a_text():
    for use in ("card", "head", "face"):
        html = drawn(moving("card", "face", "first"), use)
        assert ".webp" not in html and attributes(html, "source") == []


def test_a_download_says_what_it_is_and_how_large():
    document = Document(
        title="The <plan>", file="documents/ab/plan.pdf", content_type="application/pdf", size=3 * 1024 * 1024
    )
    html = render_to_string("images/insertable_document.html", {"item": document, "insertable": InText()})
    assert attributes(html, "a") == [{"class": "file", "href": "/media/documents/ab/plan.pdf", "download": None}]
    assert "The &lt;plan&gt;" in html
    assert "PDF" in html
    assert "3" in html
