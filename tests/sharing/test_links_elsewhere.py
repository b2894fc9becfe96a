"""What other sites show of a link to a page (https://ogp.me), and what tabs and results show of it."""

from datetime import UTC, datetime

import pytest

from tests.factories import create_page
from tests.factories_blog import create_post, create_topic, grow
from tests.factories_images import create_image
from tests.look.content import LONG_TITLE, fill_profile
from tests.sharing.documents import Head, head
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

SITE = "https://www.example.nl"
DEMANDED = {"og:title", "og:type", "og:url", "og:locale", "og:site_name", "twitter:card"}


@pytest.fixture(autouse=True)
def own_address(settings):
    settings.SITE_URL = SITE


def test_every_kind_of_page_says_what_a_link_to_it_shows(client):
    fill_profile()
    create_page(lead="Lead.", language="en")
    create_post(topics=[create_topic(name="Music")])
    create_testimonial(slug="vera")
    others = ["/blog/", "/blog/onderwerp/music/", "/ervaringen/", "/ervaringen/vera/", "/contact/", "/blog/a-post/"]
    for address in ["/", "/a-page/", *others]:
        found = head(client, address)
        assert found.meta.keys() >= DEMANDED, address
        assert found.meta["og:url"] == found.links["canonical"] == SITE + address
    english = head(client, "/a-page/").meta
    assert english["og:title"] == "A page"
    assert (english["og:type"], english["og:locale"], english["og:description"]) == ("website", "en_GB", "Lead.")
    assert english["og:site_name"] == "A Name"


def test_a_post_is_an_article_with_its_moments(client):
    create_post(published_at=datetime(2026, 11, 3, 8, 30, tzinfo=UTC))
    meta = head(client, "/blog/a-post/").meta
    assert meta["og:type"] == "article"
    assert meta["article:published_time"] == "2026-11-03T09:30:00+01:00"
    assert datetime.fromisoformat(meta["article:modified_time"])


@pytest.mark.parametrize("make", [create_page, create_post])
def test_a_large_picture_is_shown_with_its_measures_and_words(client, make):
    item = make(image=create_image(width=600, height=400, alternative_text='A "bridge"'))
    meta = head(client, item.get_absolute_url()).meta
    assert meta["og:image"] == SITE + item.image.file.url
    assert (meta["og:image:width"], meta["og:image:height"]) == ("600", "400")
    assert meta["og:image:alt"] == 'A "bridge"'
    assert meta["twitter:card"] == "summary_large_image"


def test_what_has_no_picture_or_a_small_one_shows_its_card(client):
    small = create_image(width=599, height=400)
    for address in (create_page(image=small).get_absolute_url(), create_post().get_absolute_url(), "/blog/", "/"):
        meta = head(client, address).meta
        assert meta["og:image"].startswith(f"{SITE}/media/cards/")
        assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
        assert meta["og:image:alt"] == meta["og:title"]
        assert meta["twitter:card"] == "summary_large_image"
        card = client.get(meta["og:image"].removeprefix(SITE))
        assert (card.status_code, card["Content-Type"]) == (200, "image/png")


def test_a_page_without_a_description_is_told_by_its_first_words(client):
    page = create_page(text=f"## Heading\n\n[[blog]]\n\n{'Words & more. ' * 3_000}")
    meta = head(client).meta
    assert meta["description"] == meta["og:description"]
    assert meta["description"].startswith("Heading Words & more. Words")
    assert len(meta["description"]) <= 155
    page.text = ""
    page.save()
    assert not {"description", "og:description"} & head(client).meta.keys()


def test_the_second_page_of_a_list_is_canonical_to_itself_and_knows_its_neighbours(client):
    grow(50)
    first, second = head(client, "/blog/"), head(client, "/blog/?pagina=2")
    assert first.links["canonical"] == f"{SITE}/blog/"
    assert second.links["canonical"] == second.meta["og:url"] == f"{SITE}/blog/?pagina=2"
    assert (second.links["prev"], second.links["next"]) == ("/blog/", "/blog/?pagina=3")
    assert "prev" not in first.links
    assert first.title != second.title


def test_titles_of_all_kinds_of_page_differ(client):
    fill_profile()
    create_page(title="Music", slug="a-page")
    create_post(title="Music", published_at=datetime(2026, 1, 1, tzinfo=UTC), topics=[create_topic(name="Topic")])
    create_testimonial(slug="vera", name="A Client")
    addresses = ["/", "/a-page/", "/blog/", "/blog/2026/", "/blog/onderwerp/topic/", "/contact/", "/ervaringen/"]
    titles = [head(client, address).title for address in [*addresses, "/ervaringen/vera/"]]
    assert len(set(titles)) == len(titles)
    assert all(title.endswith("A Name") for title in titles[1:])


def test_a_title_of_three_hundred_signs_is_whole_here_and_its_own(client):
    create_page(title=LONG_TITLE, slug="a-page")
    assert head(client).meta["og:title"] == LONG_TITLE.strip()


def test_a_preview_shows_nothing_to_other_sites_and_asks_not_to_be_listed(rf):
    from pages.views import show
    from publishing.previews.showing import as_visited

    page = create_page(status="draft")
    preview = Head(show(as_visited(rf.get("/"), page), page).content.decode())
    assert preview.meta["robots"] == "noindex"
    assert preview.blocks == []
    assert not [name for name in preview.meta if name and name.startswith("og:")]


def test_first_words_never_end_in_half_a_tag(client):
    create_page(text=f"Words [link](https://elsewhere.example/{'x' * 5_000})")
    assert head(client).meta["description"] == "Words"
