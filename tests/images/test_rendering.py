"""From a kept picture to renditions: each of its cut, its size and its format, and nothing but pixels."""

from io import BytesIO

import pytest
from PIL import Image as PillowImage

from images import sandbox
from images.pixels import profiles
from images.processing import prepare
from tests.factories_images import photo_bytes, picture_bytes
from tests.factories_photos import encoded, moving_bytes


@pytest.fixture
def render(tmp_path):
    """The renditions of a kept picture, by name, opened."""

    def run(kept, *specs):
        answer = sandbox.run("render", kept, {"specs": list(specs)}, tmp_path)
        assert answer["files"] == {path.name: path.stat().st_size for path in tmp_path.iterdir()}
        return {name: PillowImage.open(BytesIO((tmp_path / name).read_bytes())) for name in answer["files"]}

    return run


def spec(format="jpg", width=100, height=75, **others):
    return {"file": f"{width}.{format}", "format": format, "width": width, "height": height, **others}


@pytest.mark.parametrize(("format", "name"), [("avif", "AVIF"), ("webp", "WEBP"), ("jpg", "JPEG"), ("png", "PNG")])
def test_each_format_is_written_in_its_size(render, format, name):
    image = render(photo_bytes(), spec(format))[f"100.{format}"]
    assert (image.format, image.size) == (name, (100, 75))


def test_a_source_may_be_a_file(render, tmp_path_factory):
    kept = tmp_path_factory.mktemp("kept") / "kept.jpg"
    kept.write_bytes(photo_bytes())
    assert render(kept, spec())["100.jpg"].size == (100, 75)


def test_a_cut_shows_its_part_of_the_picture_only(render):
    kept = PillowImage.new("RGB", (400, 300), "red")
    kept.paste("blue", (100, 50, 300, 250))
    cut = render(encoded(kept, "PNG"), spec("png", 60, 60, box=[100, 50, 300, 250]))["60.png"].convert("RGB")
    assert cut.getcolors() == [(3600, (0, 0, 255))]


def test_the_profile_of_a_wide_gamut_goes_along(render):
    kept = photo_bytes(icc_profile=profiles.display_p3())
    images = render(kept, spec("avif"), spec("webp"), spec("jpg"))
    assert {image.info["icc_profile"] for image in images.values()} == {profiles.display_p3()}


def test_words_of_the_kept_picture_do_not(render, tmp_path):
    kept = photo_bytes(comment=b"for my eyes only", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0")
    render(kept, spec("avif"), spec("webp"), spec("jpg"), spec("png"))
    for path in tmp_path.iterdir():
        assert b"my eyes" not in path.read_bytes()
        assert b"Exif" not in path.read_bytes()


def test_lines_are_written_without_loss_where_that_is_smaller(render):
    kept = PillowImage.new("RGB", (400, 300), "white")
    kept.paste("navy", (100, 0, 110, 300))
    image = render(encoded(kept, "PNG"), spec("webp", 400, 300))["400.webp"]
    assert sorted(image.convert("RGB").getcolors()) == [(3000, (0, 0, 128)), (117000, (255, 255, 255))]


def test_what_shines_through_is_kept_or_stands_on_white(render):
    kept = picture_bytes(400, 300, mode="RGBA", colour=(0, 0, 0, 0))
    images = render(kept, spec("avif"), spec("webp"), spec("png"), spec("jpg"))
    assert images["100.jpg"].getpixel((5, 5)) == (255, 255, 255)
    assert {images[f"100.{format}"].convert("RGBA").getpixel((5, 5))[3] for format in ("avif", "webp", "png")} == {0}


def test_an_animation_moves_as_webp_and_stands_still_elsewhere(render):
    kept = prepare(moving_bytes("GIF", size=(400, 300))).content
    images = render(kept, spec("webp"), spec("jpg"), spec("webp", 200, 150, still=True))
    assert [getattr(image, "n_frames", 1) for image in images.values()] == [3, 1, 1]
    assert images["100.webp"].info["loop"] == 0
    images["100.webp"].seek(1)
    images["100.webp"].load()
    assert images["100.webp"].info["duration"] == 200
    assert images["100.webp"].convert("RGB").getpixel((5, 5))[1] > 240


def test_a_picture_that_is_kept_no_more_is_a_refusal(render):
    with pytest.raises(sandbox.Refused):
        render(b"", spec())
