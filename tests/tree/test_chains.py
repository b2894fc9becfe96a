"""However often addresses change: each old one leads to the truth in one hop, and each link is right."""

import pytest

from pages.models import Page
from publishing.models import Redirect
from tests.factories import create_page
from tests.factories_blog import create_post

pytestmark = pytest.mark.django_db


# Of the seven links the one in a note stands beside the text as well.
SHOWN = 8


def change(page, **fields):
    page = Page.objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()
    return page


def hops(client, address):
    """Where an address leads in the end, and in how many steps; 410 in place of an address where it is gone."""
    answer = client.get(address, follow=True)
    final = answer.redirect_chain[-1][0].removesuffix("?back") if answer.redirect_chain else address
    return (final if answer.status_code == 200 else answer.status_code), len(answer.redirect_chain)


@pytest.fixture
def every_form():
    """A text with a link to `/a/` in every place in which Markdown has links."""
    return create_page(
        slug="source",
        text=(
            "[plain](/a/) and [with a part](/a/#how) and [by name][one]\n\n"
            "| table | cell |\n|---|---|\n| [in a cell](/a/) | x |\n\n"
            '> [quoted](/a/)\n\nA note[^1].\n\n- [in a list](</a/> "title")\n\n'
            "[^1]: See [the note](/a/).\n\n[one]: /a/\n"
        ),
    )


def test_round_and_back_again_every_address_takes_one_hop_and_every_link_is_right(client, every_form):
    page, text = create_page(slug="a"), every_form.text
    for slug in ("b", "c", "a"):
        change(page, slug=slug)
        every_form.refresh_from_db()
        assert every_form.text == text.replace("/a/", f"/{slug}/")
    assert [hops(client, f"/{slug}/") for slug in "abc"] == [("/a/", 0), ("/a/", 1), ("/a/", 1)]
    assert client.get("/source/").content.count(b'href="/a/') == SHOWN


def test_a_link_in_every_place_is_shown_with_the_new_address(client, every_form):
    change(create_page(slug="a"), slug="b")
    content = client.get("/source/").content
    assert (content.count(b'href="/b/'), content.count(b'href="/a/')) == (SHOWN, 0)


def test_two_pages_that_swap_their_addresses_are_each_found_at_their_own(client):
    one, two = create_page(title="One", slug="one"), create_page(title="Two", slug="two")
    source = create_page(slug="source", text="[1](/one/) [2](/two/)")
    change(one, slug="between")
    change(two, slug="one")
    change(one, slug="two")
    source.refresh_from_db()
    assert source.text == "[1](/two/) [2](/one/)"
    assert [hops(client, address) for address in ("/one/", "/two/", "/between/")] == [
        ("/one/", 0),
        ("/two/", 0),
        ("/two/", 1),
    ]
    assert b"<h1>Two" in client.get("/one/").content


def test_an_old_address_that_is_given_to_another_page_is_of_that_one(client):
    former = create_page(slug="a")
    source = create_page(slug="source", text="[a](/a/)")
    change(former, slug="b")
    change(create_page(slug="new"), slug="a")
    source.refresh_from_db()
    assert source.text == "[a](/b/)"
    assert [hops(client, address) for address in ("/a/", "/b/", "/new/")] == [("/a/", 0), ("/b/", 0), ("/a/", 1)]
    assert not Redirect.objects.filter(path="/a/").exists()


def test_a_branch_of_50_pages_that_moves_twice_takes_every_link_along(client):
    top, elsewhere, far = create_page(slug="top"), create_page(slug="elsewhere"), create_page(slug="far")
    parents = [create_page(title=f"P{n}", slug=f"p{n}", parent=top) for n in range(7)]
    branch = [*parents, *(create_page(title=f"L{n}", slug=f"l{n}", parent=parents[n % 7]) for n in range(42))]
    addresses = [page.get_absolute_url() for page in (top, *branch)]
    assert len(addresses) == 50
    sources = [create_post(slug=f"s{n}", text=f"[to]({address}#part)") for n, address in enumerate(addresses)]
    within = create_page(slug="within", parent=parents[0], text="\n".join(f"[to]({one})" for one in addresses))
    for parent in (elsewhere, far):
        change(top, parent=parent)
        for post, address in zip(sources, addresses, strict=True):
            post.refresh_from_db()
            assert post.text == f"[to](/{parent.slug}{address}#part)"
            assert f'href="/{parent.slug}{address}#part"' in post.body_html
    within.refresh_from_db()
    assert within.text == "\n".join(f"[to](/far{one})" for one in addresses)
    for address in addresses:
        assert hops(client, address) == hops(client, f"/elsewhere{address}") == (f"/far{address}", 1)
        assert hops(client, f"/far{address}") == (f"/far{address}", 0)


def test_moving_300_pages_with_300_links_costs_a_bounded_number_of_queries(django_assert_max_num_queries):
    top = create_page(slug="offer")
    Page.objects.bulk_create(
        Page(title=f"P{n}", slug=f"p{n}", path=f"offer/p{n}", parent=top, position=n, status="published")
        for n in range(300)
    )
    sources = [create_page(slug=f"s{n}", text=f"[to](/offer/p{n}/)") for n in range(300)]
    top.slug = "services"
    with django_assert_max_num_queries(50):
        top.save()
    for number, source in enumerate(sources):
        source.refresh_from_db()
        assert source.text == f"[to](/services/p{number}/)"


def test_what_follows_a_move_counts_as_no_change_of_its_own():
    page, source = create_page(slug="a"), create_page(slug="source", text="[a](/a/)")
    changed = Page.objects.get(pk=source.pk).changed
    change(page, slug="b")
    source.refresh_from_db()
    assert (source.text, source.changed) == ("[a](/b/)", changed)
