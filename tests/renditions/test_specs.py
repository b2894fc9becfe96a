"""What is made of a picture: properties that hold for every picture, place and focal point."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from images import names
from images.renditions import specs as module
from images.renditions.places import PLACES
from images.renditions.specs import cut, focal_point, folder, set_key, specs

SIDE = st.integers(1, 2560)
PERCENT = st.none() | st.integers(0, 100)
HASH = "ab" * 16


def picture(width=1200, height=800, focal_x=None, focal_y=None, extension="jpg"):
    file = SimpleNamespace(name=f"images/ab/{HASH}.{extension}")
    return SimpleNamespace(file=file, width=width, height=height, focal_x=focal_x, focal_y=focal_y)


pictures = st.builds(picture, SIDE, SIDE, PERCENT, PERCENT, st.sampled_from(["jpg", "png", "webp"]))
places = st.sampled_from(sorted(PLACES))


@given(pictures, places)
def test_a_cut_lies_within_the_picture(one, place):
    left, top, right, bottom = cut(one, PLACES[place])
    assert 0 <= left < right <= one.width
    assert 0 <= top < bottom <= one.height


@given(pictures, places)
def test_a_cut_contains_the_focal_point(one, place):
    left, top, right, bottom = cut(one, PLACES[place])
    x, y = focal_point(one, PLACES[place])
    assert left - 0.5 <= one.width * x / 100 <= right + 0.5
    assert top - 0.5 <= one.height * y / 100 <= bottom + 0.5


@given(pictures, places)
def test_a_cut_has_the_ratio_of_the_place_and_is_as_large_as_can_be(one, place):
    left, top, right, bottom = cut(one, PLACES[place])
    width, height = right - left, bottom - top
    across, down = PLACES[place].ratio or (one.width, one.height)
    assert width == one.width or height == one.height
    assert abs(width - height * across / down) <= max(1, across / down)


@given(pictures, places)
def test_nothing_is_wider_than_the_picture_and_no_two_files_hardly_differ(one, place):
    for format in {made.format for made in specs(one, place)}:
        widths = [made.width for made in specs(one, place) if made.format == format]
        assert widths == sorted(set(widths))
        *narrower, widest = widths
        assert widths[0] >= 1
        assert widest <= one.width
        assert all(wide < module.NEAR * widest for wide in narrower)


@given(pictures, places)
def test_a_file_has_the_proportions_of_its_cut(one, place):
    for made in specs(one, place):
        left, top, right, bottom = made.box
        assert abs(made.height - made.width * (bottom - top) / (right - left)) <= 1


@given(pictures, places)
def test_every_name_is_recognised_with_its_type_and_no_two_are_one(one, place):
    made = specs(one, place)
    assert len({file.file for file in made}) == len(made)
    for file in made:
        assert file.name == f"{folder(one)}/{file.file}"
        assert names.recognise(file.name).content_type == names.CONTENT_TYPES[file.format]


@given(pictures, places, PERCENT, PERCENT)
def test_a_focal_point_moves_the_names_of_what_it_cuts_only(one, place, x, y):
    moved = SimpleNamespace(**{**vars(one), "focal_x": x, "focal_y": y})
    same = PLACES[place].ratio is None or focal_point(one, PLACES[place]) == focal_point(moved, PLACES[place])
    assert (set_key(one, place) == set_key(moved, place)) == same


def test_another_version_of_the_encoders_moves_every_name(monkeypatch):
    before = {place: set_key(picture(), place) for place in PLACES}
    monkeypatch.setattr(module, "VERSION", module.VERSION + 1)
    assert all(set_key(picture(), place) != key for place, key in before.items())


def test_keys_differ_between_places():
    assert len({set_key(picture(), place) for place in PLACES}) == len(PLACES)


@pytest.mark.parametrize(
    ("extension", "formats"),
    [("jpg", ["avif", "webp", "jpg"]), ("png", ["avif", "webp", "png"]), ("webp", ["webp", "jpg"])],
)
def test_formats_follow_from_the_content(extension, formats):
    made = specs(picture(extension=extension), "text")
    assert list(dict.fromkeys(file.format for file in made)) == formats


def test_what_no_browser_reads_has_the_fallback_only():
    assert {file.format for file in specs(picture(), "social")} == {"jpg"}
    assert [(file.width, file.height) for file in specs(picture(2000, 2000), "social")] == [(1200, 630)]


def test_a_face_without_a_focal_point_is_cut_from_the_upper_part():
    assert specs(picture(1000, 2000), "face")[0].box == (0, 0, 1000, 1000)
    assert specs(picture(1000, 2000, 50, 50), "face")[0].box == (0, 500, 1000, 1500)


def test_a_logo_is_made_for_its_height():
    assert [(made.width, made.height) for made in specs(picture(800, 200, extension="png"), "logo")[:3]] == [
        (176, 44),
        (352, 88),
        (528, 132),
    ]


def test_the_ratio_of_a_picture_of_one_pixel_is_no_reason_to_fail():
    assert [(made.width, made.height) for made in specs(picture(1, 1), "card")] == [(1, 1)] * 3
    assert specs(picture(2560, 1), "text")[0].height == 1
