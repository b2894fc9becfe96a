"""Animations stay animations, as WebP, within limits; beyond them the first image is kept."""

from io import BytesIO

import pytest
from PIL import Image as PillowImage

from images.pixels import deadlines, moving
from images.processing import prepare
from tests.factories_photos import encoded, gif_of_frames, moving_bytes


def decoded(content):
    return PillowImage.open(BytesIO(content))


def frames_of(content):
    image = decoded(content)
    for number in range(image.n_frames):
        image.seek(number)
        yield image.convert("RGB").getpixel((5, 5)), image.info["duration"]


@pytest.mark.parametrize("format", ["GIF", "PNG", "WEBP", "AVIF"])
def test_an_animation_becomes_animated_webp_with_its_pace(format):
    picture = prepare(moving_bytes(format))
    assert (picture.animated, picture.extension, picture.frames, picture.was_stilled) == (True, "webp", 3, False)
    colours, durations = zip(*frames_of(picture.content), strict=True)
    assert [max(range(3), key=colour.__getitem__) for colour in colours] == [0, 1, 2]
    assert durations == (200, 200, 200)


@pytest.mark.parametrize(
    ("format", "options", "rounds"),
    [("GIF", {"loop": 0}, 0), ("GIF", {"loop": 2}, 3), ("GIF", {"loop": None}, 1), ("PNG", {"loop": 2}, 2)],
)
def test_it_is_shown_as_often_as_before(format, options, rounds):
    assert decoded(prepare(moving_bytes(format, **options)).content).info["loop"] == rounds


def test_frames_that_are_to_last_no_time_last_as_long_as_browsers_make_them():
    picture = prepare(moving_bytes("GIF", duration=10))
    assert [duration for _, duration in frames_of(picture.content)] == [100, 100, 100]


def test_its_first_renditions_stand_still():
    first = prepare(moving_bytes("GIF")).first
    assert [rendition.extension for rendition in first] == ["jpg"]
    assert decoded(first[0].content).convert("RGB").getpixel((5, 5))[0] > 240


def test_what_shines_through_still_does():
    frames = [PillowImage.new("RGBA", (30, 30), (200, 0, 0, alpha)) for alpha in (0, 255)]
    content = encoded(frames[0], "PNG", save_all=True, append_images=frames[1:], duration=100)
    kept = decoded(prepare(content).content)
    assert kept.convert("RGBA").getpixel((5, 5))[3] == 0


def test_a_long_one_is_made_smaller_so_that_all_of_it_fits():
    image = PillowImage.new("RGB", (1000, 1000))
    width, height = moving.size_for(image, 100)
    assert width == height
    assert 100 * width * height == pytest.approx(moving.MAX_PIXELS_KEPT, rel=0.01)


@pytest.mark.parametrize(("size", "count"), [((10, 10), 501), ((5000, 5000), 5), ((160, 30_000), 20)])
def test_there_are_limits_to_frames_and_pixels(size, count):
    with pytest.raises(moving.TooMuchError):
        moving.size_for(PillowImage.new("L", size), count)


def test_of_5000_frames_the_first_is_kept():
    picture = prepare(gif_of_frames(5_000))
    assert (picture.animated, picture.frames, picture.was_stilled) == (False, 5_000, True)
    assert (picture.width, picture.height) == (1, 1)


def test_an_animation_that_takes_too_long_is_given_up(monkeypatch, tmp_path):
    monkeypatch.setattr(moving, "SECONDS", 0.05)
    monkeypatch.setattr(moving, "duration_of", lambda frame: _compute())
    with pytest.raises(moving.TooMuchError):
        moving.keep(decoded(moving_bytes("GIF")), tmp_path / "kept.webp")
    assert list(tmp_path.iterdir()) == []


def test_a_deadline_that_is_kept_leaves_no_alarm_behind():
    with deadlines.Deadline(0.05):
        pass
    for _ in range(2_000_000):
        pass


def _compute():
    while True:
        pass
