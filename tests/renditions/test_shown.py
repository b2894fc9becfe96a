"""What a template is given to show."""

from types import SimpleNamespace

import pytest

from images.models import Image
from images.renditions.shown import elsewhere, sources
from images.renditions.specs import set_key

HASH = "ab" * 16


def picture(extension="jpg", ready=(), **fields):
    image = Image(**{"width": 1200, "height": 800, **fields})
    image.file.name = f"images/ab/{HASH}.{extension}"
    image.ready = [set_key(image, place) for place in ready]
    return image


def widths(srcset):
    return [part.split()[1] for part in srcset.split(", ")]


def test_nothing_is_asked_of_the_database():
    """pytest-django refuses every query of a test that does not ask for a database."""
    assert sources(picture(ready=["text"]), "text").is_ready


def test_what_is_ready_is_shown_best_format_first():
    shown = sources(picture(ready=["card"]), "card")
    assert [source.type for source in shown.sources] == ["image/avif", "image/webp"]
    assert widths(shown.srcset) == widths(shown.sources[0].srcset) == ["176w", "264w", "384w", "720w", "1152w"]
    assert (shown.width, shown.height) == (1152, 768)
    assert shown.url.startswith(f"/media/renditions/ab/{HASH}/card-1152-")
    assert shown.url in shown.srcset


def test_until_then_the_two_made_at_the_upload_are_shown_without_a_cut():
    shown = sources(picture(ready=["first"]), "face")
    assert not shown.is_ready
    assert shown.sources == ()
    assert widths(shown.srcset) == ["320w", "1024w"]
    assert (shown.width, shown.height) == (1200, 800)
    assert shown.sizes == "3.25rem"


def test_without_those_the_kept_file_is_shown():
    shown = sources(picture(), "card")
    assert (shown.url, shown.srcset, shown.sources) == (f"/media/images/ab/{HASH}.jpg", "", ())
    assert (shown.width, shown.height, shown.still) == (1200, 800, "")


def test_a_moved_focal_point_makes_what_is_cut_unready():
    image = picture(ready=["card", "text"])
    image.focal_x = 10
    assert not sources(image, "card").is_ready
    assert sources(image, "text").is_ready


def test_what_moves_has_a_still_and_moves_before_all_is_ready():
    assert sources(picture("webp", ["text"], animated=True), "text").still.endswith(".jpg")
    shown = sources(picture("webp", ["first"], animated=True), "text")
    assert shown.url == shown.still and "/first-" in shown.still
    assert [source.srcset for source in shown.sources] == [f"/media/images/ab/{HASH}.webp 1200w"]


@pytest.mark.parametrize("ready", ["text", "first"])
def test_what_moves_is_shown_by_its_still_alone_where_nothing_is_to_move(ready):
    shown = sources(picture("webp", [ready], animated=True), "text", moving=False)
    assert shown.sources == () and shown.url.endswith(".jpg")


def test_other_sites_get_one_file_of_a_place_or_the_kept_one():
    assert "/social-1200-" in elsewhere(picture(ready=["social"]), "social").url
    assert elsewhere(picture(ready=["first"]), "social").url == f"/media/images/ab/{HASH}.jpg"


def test_what_reads_no_srcset_gets_a_file_of_bounded_width():
    assert "/wide-1056-" in sources(picture(ready=["wide"], width=2560, height=1700), "wide").url


@pytest.mark.parametrize(("size", "sizes"), [((800, 200), "176px"), ((500, 500), "44px"), ((40, 2000), "1px")])
def test_a_logo_says_its_width_by_its_height(size, sizes):
    logo = picture("png", ["logo"], width=size[0], height=size[1])
    assert sources(logo, "logo").sizes == sizes


def test_one_size_needs_no_list():
    shown = sources(picture(ready=["card"], width=100, height=60), "card")
    assert shown.srcset == ""
    assert (shown.width, shown.height) == (90, 60)


def test_it_takes_all_from_the_row():
    image = picture(ready=["text"])
    stub = SimpleNamespace(**{name: getattr(image, name) for name in ("file", "width", "height", "focal_x", "focal_y")})
    assert set_key(stub, "text") in image.ready
