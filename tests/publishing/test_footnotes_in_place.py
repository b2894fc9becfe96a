"""A footnote is read where its sign stands, and no two on a page have one id."""

import re
from collections import Counter

import pytest

from publishing.markdown import notes_in_place, render, with_own_footnotes
from publishing.models import Status
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.publishing.test_markdown_speed import filled, in_time
from tests.testimonials.factories import create_testimonial

TEXT = "A[^a] b[^a] c[^b]\n\n[^a]: One *x*\n\n    ## Kop\n\n    [[contact]]\n\n[^b]: Two[^a]"


def shown(text=TEXT):
    return notes_in_place(render(text, language="nl").html)


def ids(html):
    return re.findall(r' id="([^"]+)"', html)


def test_every_sign_opens_its_note():
    html = shown()
    assert html.count('popovertarget="note-1" aria-label="Voetnoot 1">1</button>') == 4
    assert 'popover id="note-1"><div tabindex="-1" autofocus><p>One <em>x</em></p>' in html


def test_the_list_at_the_end_stays_and_leads_back_to_the_sign():
    html = shown()
    assert '<li id="fn-1"><p>One <em>x</em></p>' in html
    assert 'href="#fnref-1-2"' in html and '<sup class="footnote-ref" id="fnref-1-2">' in html


def test_a_note_opened_in_place_repeats_no_id_no_way_back_and_nothing_inserted():
    html = shown()
    assert [name for name, count in Counter(ids(html)).items() if count > 1] == []
    popovers = html.rpartition("</section>")[2]
    assert "Kop" in popovers
    assert "footnote-backref" not in popovers and "[[" not in popovers


def test_a_text_without_footnotes_stays_as_it_is():
    html = render('`<section class="footnotes"` [^1]', language="nl").html
    assert notes_in_place(html) == html


def test_a_page_opens_its_notes_in_place_and_a_feed_keeps_plain_links(client, db):
    create_page(title="A page", text=TEXT, status=Status.PUBLISHED)
    create_post(title="A post", text=TEXT)
    assert "popovertarget" in client.get("/a-page/").content.decode()
    feed = client.get("/feed.xml").content.decode()
    assert "#fn-1" in feed and "popover" not in feed


def test_notes_of_several_testimonials_on_a_page_are_told_apart(client, db):
    for name in ("Jan", "Piet"):
        create_testimonial(name=name, text="So[^1] it was.\n\n[^1]: More or less.")
    page = create_page(title="A page", text="A[^1]\n\n[[ervaring jan]]\n\n[[ervaring piet]]\n\n[^1]: B")
    for address in (page.get_absolute_url(), "/ervaringen/"):
        html = client.get(address).content.decode()
        assert {"jan-fn-1", "piet-fnref-1"} <= set(ids(html))
        assert [name for name, count in Counter(ids(html)).items() if count > 1] == []
        targets = re.findall(r'href="#((?:\w+-)?fn[^"]*)"', html)
        assert targets and set(targets) <= set(ids(html))


def test_what_only_looks_like_a_footnote_keeps_its_words():
    html = render('`<a href="#fn-1" id="fn-1">` x[^1]\n\n[^1]: y', language="nl").html
    assert '&lt;a href="#fn-1" id="fn-1"&gt;' in with_own_footnotes(html, "jan-")


@pytest.mark.parametrize("part", ["[^1]", "[^1]: a\n\n", "[^1] x[^2]\n\n[^2]: b[^1]\n\n"])
def test_a_text_full_of_footnotes_is_shown_in_time(part):
    html = render(filled(part, "[^1]: a\n\n"), language="nl").html
    assert in_time(notes_in_place, html)
    assert in_time(with_own_footnotes, html, "a-")
