"""Where cards are, for whom, and for how long."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.template import Context, Template
from PIL import Image

from consultancy.cards import delete_old_cards
from images import cards
from pages.models import Page
from pages.profile import Profile
from pages.site import site_of
from testimonials.models import Testimonial
from tests.factories import create_page
from tests.factories_blog import create_post

pytestmark = pytest.mark.django_db

HIDDEN = {
    "draft": {"status": "draft"},
    "scheduled": {"status": "published", "published_at": datetime(2999, 1, 1, tzinfo=UTC)},
    "expired": {"status": "published", "expires_at": datetime(2001, 1, 1, tzinfo=UTC)},
    "archived": {"status": "archived"},
}


@pytest.fixture
def post():
    return create_post(title="Machteloosheid")


@pytest.fixture
def drawings(monkeypatch):
    """The titles that were drawn."""
    drawn = []

    def draw(title, **options):
        drawn.append(title)
        return cards.social_card.__wrapped__(title, **options)

    monkeypatch.setattr("consultancy.cards.social_card", draw)
    return drawn


def address(*items):
    """The path of the card, as the tag gives it."""
    names = [f"item{number}" for number in range(len(items))]
    source = f"{{% load cards %}}{{% social_card {' '.join(names)} %}}"
    url = Template(source).render(Context(dict(zip(names, items, strict=True))))
    return url.removeprefix(settings.SITE_URL)


def body(response):
    return b"".join(response)


def files():
    media = Path(settings.MEDIA_ROOT)
    return sorted(f"/media/{path.relative_to(media)}" for path in media.rglob("*") if path.is_file())


def test_the_card_of_a_public_item_is_a_picture_for_ever(client, post):
    response = client.get(address(post))
    content = body(response)
    assert Image.open(BytesIO(content)).size == (1200, 630)
    assert response["Content-Type"] == "image/png"
    assert response["Content-Length"] == str(len(content))
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies


def test_pages_and_testimonials_have_one_too(client):
    page = create_page(title="Dialoog")
    voice = Testimonial.objects.create(name="Naam", text="Woorden", status="published")
    assert [client.get(address(item)).status_code for item in (page, voice)] == [200, 200]
    assert address(page) != address(voice)


def test_it_is_drawn_once_and_kept(client, post, drawings):
    first, second = body(client.get(address(post))), body(client.get(address(post)))
    assert first == second
    assert drawings == ["Machteloosheid"]
    assert files() == [address(post)]


def test_a_program_that_has_it_gets_it_no_second_time(client, post):
    etag = client.get(address(post))["ETag"]
    assert client.get(address(post), headers={"If-None-Match": etag}).status_code == 304


def test_head_is_answered_with_the_length_and_no_body(client, post):
    response = client.head(address(post))
    assert response["Content-Length"] == str(len(body(client.get(address(post)))))
    assert body(response) == b""


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_what_visitors_may_not_see_has_no_card(client, post, fields, drawings):
    url = address(post)
    body(client.get(url))
    for name, value in fields.items():
        setattr(post, name, value)
    post.save()
    assert client.get(url).status_code == 404
    assert address(post) == ""
    assert drawings == ["Machteloosheid"]


def test_the_address_moves_with_what_the_card_shows(client, post):
    profile = Profile.load()
    addresses = {address(post)}
    for field, value in {"name": "Naam", "tagline": "Wat zij doet", "first_colour": "#aabbcc"}.items():
        setattr(profile, field, value)
        profile.save()
        addresses.add(address(post))
    post.title = "Anders"
    addresses.add(address(post))
    post.slug = "anders"
    addresses.add(address(post))
    post.text = "Other words, which no card shows."
    addresses.add(address(post))
    assert len(addresses) == 6


def test_a_former_address_leads_to_the_present_one_and_draws_nothing(client, post, drawings):
    former = address(post)
    post.title = "Kracht"
    post.save()
    response = client.get(former)
    assert (response.status_code, response["Location"]) == (302, address(post))
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert drawings == []


def test_the_former_card_goes_when_the_present_one_is_made(client, post):
    body(client.get(address(post)))
    post.title = "Kracht"
    post.save()
    body(client.get(address(post)))
    assert files() == [address(post)]


@pytest.mark.parametrize(
    "path",
    [
        "cards/post/{pk}/0123456789abcdef012.png",
        "cards/post/{pk}/{digest}.jpg",
        "cards/post/{pk}/{digest}.png/",
        "cards/post/0{pk}/{digest}.png",
        "cards/post/999999999999999999/{digest}.png",
        "cards/user/{pk}/{digest}.png",
        "cards/../cards/post/{pk}/{digest}.png",
        "cards/",
    ],
)
def test_no_other_address_draws_anything(client, post, drawings, path):
    digest = address(post).rpartition("/")[2].removesuffix(".png")
    assert client.get("/media/" + path.format(pk=post.pk, digest=digest)).status_code == 404
    assert drawings == []


def test_a_disk_that_keeps_nothing_is_no_reason_not_to_answer(client, post, monkeypatch, caplog):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(default_storage, "save", full)
    assert body(client.get(address(post))).startswith(b"\x89PNG")
    assert "could not be kept" in caplog.text


def test_what_is_public_no_longer_is_deleted_at_night(client, post):
    gone = create_post(title="Gone")
    for item in (post, gone):
        body(client.get(address(item)))
    gone.delete()
    assert delete_old_cards() == 1
    assert files() == [address(post)]
    assert delete_old_cards() == 0


def test_without_any_card_there_is_nothing_to_delete():
    assert delete_old_cards() == 0


def test_the_tag_asks_nothing_of_the_database(post, rf, django_assert_num_queries):
    request = rf.get("/")
    site_of(request)
    context = Context({"request": request, "item": post})
    with django_assert_num_queries(0):
        url = Template("{% load cards %}{% social_card item %}").render(context)
    assert url.startswith(f"{settings.SITE_URL}/media/cards/post/{post.pk}/")


def test_the_first_of_several_that_has_a_card_is_taken(post):
    assert address(Page(title="Not stored"), "a heading", None, post) == address(post)


def test_a_card_is_not_compressed_again(client, post):
    response = client.get(address(post), headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in response
    assert body(response).startswith(b"\x89PNG")
