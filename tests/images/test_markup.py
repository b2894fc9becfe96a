"""The markup of pictures and downloads in pages and texts."""

from html.parser import HTMLParser

from django.template import Context, Template
from django.template.loader import render_to_string

from images.models import Document, Image


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


def bridge(**fields):
    return Image(file="images/ab/x.jpg", width=1200, height=800, alternative_text='A "bridge"', **fields)


def img(source, **context):
    (found,) = attributes(Template("{% load images %}" + source).render(Context({"image": bridge(), **context})), "img")
    return found


def test_a_picture_has_its_measures_and_waits_until_it_is_near():
    assert img("{% picture image %}") == {
        "src": "/media/images/ab/x.jpg",
        "width": "1200",
        "height": "800",
        "alt": 'A "bridge"',
        "loading": "lazy",
        "decoding": "async",
    }


def test_what_is_seen_first_does_not_wait():
    assert "loading" not in img("{% picture image eager=True %}")


def test_the_alternative_text_of_one_use():
    assert img("{% picture image alt='<b>' %}")["alt"] == "<b>"
    assert img("{% picture image decorative=True %}")["alt"] == ""


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
        assert attributes(inserted(bridge(), InText(word)), "figure") == [{"class": "picture picture--wide"}]
    for word in ("decoratief", "decorative"):
        assert attributes(inserted(bridge(), InText(word)), "img")[0]["alt"] == ""


def test_a_download_says_what_it_is_and_how_large():
    document = Document(
        title="The <plan>", file="documents/ab/plan.pdf", content_type="application/pdf", size=3 * 1024 * 1024
    )
    html = render_to_string("images/insertable_document.html", {"item": document, "insertable": InText()})
    assert attributes(html, "a") == [{"class": "file", "href": "/media/documents/ab/plan.pdf", "download": None}]
    assert "The &lt;plan&gt;" in html
    assert "PDF" in html
    assert "3" in html
