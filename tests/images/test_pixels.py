"""What becomes of a picture: upright, in sRGB, small enough, and nothing but pixels."""

from io import BytesIO

import pytest
from PIL import Image as PillowImage
from PIL import ImageCms, ImageDraw, PngImagePlugin

from images.models import Image
from images.processing import prepare
from images.renditions.specs import specs
from tests.factories_images import jpeg_bytes, photo_bytes, picture_bytes, png_bytes
from tests.factories_photos import arrow_bytes, encoded


def decoded(picture):
    image = PillowImage.open(BytesIO(picture.content))
    image.load()
    return image


def is_near(colour, expected):
    return all(abs(part - wanted) <= 6 for part, wanted in zip(colour, expected, strict=True))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 2, 3, 4, 5, 6, 7, 8])
def test_orientation_is_applied_and_then_forgotten(orientation, format):
    """White at the top left, red beside it: EXIF 2.3, tag 0x0112, says where these lie for each of the eight."""
    picture = prepare(arrow_bytes(format, orientation))
    image = decoded(picture).convert("RGB")
    assert image.size == ((60, 40) if orientation < 5 else (40, 60))
    corners = [(5, 5), (image.width - 5, 5), (image.width - 5, image.height - 5), (5, image.height - 5)]
    white = next(place for place, at in enumerate(corners) if min(image.getpixel(at)) > 200)
    assert white == {1: 0, 2: 1, 3: 2, 4: 3, 5: 0, 6: 1, 7: 2, 8: 3}[orientation]
    red = next(place for place, at in enumerate(corners) if image.getpixel(at)[0] > 200 and place != white)
    assert red == {1: 1, 2: 0, 3: 3, 4: 2, 5: 3, 6: 2, 7: 1, 8: 0}[orientation]
    assert not image.getexif()


def test_position_camera_and_comment_are_gone():
    exif = PillowImage.Exif()
    exif[0x010F] = "Camera of mine"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 11.0)
    original = jpeg_bytes(exif=exif, comment=b"for my eyes only")
    assert b"Camera of mine" in original
    kept = prepare(original).content
    assert b"Exif" not in kept
    assert b"Camera" not in kept
    assert b"my eyes" not in kept


def test_words_inside_a_png_are_gone():
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "written inside")
    original = png_bytes(mode="RGBA", colour=(1, 2, 3, 100), pnginfo=words)
    assert b"written inside" in original
    assert b"written inside" not in prepare(original).content


def test_the_longest_edge_is_at_most_2560():
    picture = prepare(photo_bytes(5120, 300))
    assert (picture.width, picture.height) == (2560, 150)


@pytest.mark.parametrize("measures", [(1, 1), (30_000, 10)])
def test_odd_measures_are_taken(measures):
    picture = prepare(png_bytes(*measures))
    assert decoded(picture).size == (picture.width, picture.height)
    assert picture.width <= 2560


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_photograph_becomes_jpeg(format):
    picture = prepare(photo_bytes(format=format))
    assert picture.extension == "jpg"
    assert decoded(picture).format == "JPEG"


def test_transparency_is_kept_as_png():
    picture = prepare(png_bytes(mode="RGBA", colour=(200, 10, 10, 120)))
    assert picture.extension == "png"
    assert decoded(picture).getpixel((5, 5)) == (200, 10, 10, 120)


def test_transparency_of_a_palette_is_kept():
    picture = prepare(picture_bytes(format="GIF", mode="P", transparency=0))
    assert picture.extension == "png"
    assert decoded(picture).getpixel((5, 5))[3] == 0


def test_an_alpha_channel_that_hides_nothing_is_dropped():
    assert prepare(photo_bytes(format="PNG")).extension == "jpg"
    stream = BytesIO()
    PillowImage.open(BytesIO(photo_bytes())).convert("RGBA").save(stream, "PNG")
    assert prepare(stream.getvalue()).extension == "jpg"


def test_line_art_stays_png():
    image = PillowImage.new("RGB", (400, 300), "white")
    for x in range(0, 400, 20):
        ImageDraw.Draw(image).line((x, 0, 400 - x, 300), fill="navy")
    stream = BytesIO()
    image.save(stream, "PNG")
    picture = prepare(stream.getvalue())
    assert picture.extension == "png"
    assert decoded(picture).getpixel((0, 0)) == (0, 0, 128)


def test_cmyk_becomes_rgb():
    image = decoded(prepare(jpeg_bytes(mode="CMYK", colour=(0, 255, 255, 0))))
    assert image.mode == "RGB"
    red, green, blue = image.getpixel((5, 5))
    assert red > 200
    assert green < 60
    assert blue < 60


@pytest.mark.parametrize("value", [0, 128, 255])
def test_sixteen_bits_become_eight_of_the_same_brightness(value):
    image = decoded(prepare(png_bytes(mode="I;16", colour=value * 257)))
    assert is_near(image.convert("RGB").getpixel((5, 5)), (value, value, value))


@pytest.mark.parametrize(
    ("mode", "colour", "expected"),
    [("1", 1, (255,) * 3), ("L", 90, (90,) * 3), ("P", 0, (0,) * 3)],
)
def test_few_colours_are_kept_as_they_look(mode, colour, expected):
    image = decoded(prepare(png_bytes(mode=mode, colour=colour)))
    assert is_near(image.convert("RGB").getpixel((5, 5)), expected)


def test_another_colour_profile_becomes_srgb_and_is_dropped():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red_is_blue = srgb.replace(b"rXYZ", b"----").replace(b"bXYZ", b"rXYZ").replace(b"----", b"bXYZ")
    kept = decoded(prepare(jpeg_bytes(colour=(200, 90, 40), icc_profile=red_is_blue, quality=95)))
    assert "icc_profile" not in kept.info
    assert is_near(kept.getpixel((5, 5)), (40, 90, 200))


def test_a_broken_colour_profile_does_no_harm():
    kept = decoded(prepare(jpeg_bytes(colour=(120, 90, 60), icc_profile=b"nonsense", quality=95)))
    assert is_near(kept.getpixel((5, 5)), (120, 90, 60))


@pytest.mark.parametrize("measures", [(1, 1), (200, 150), (1000, 1000), (1300, 40), (30_000, 10)])
def test_the_first_renditions_are_those_that_a_place_asks_for(measures):
    picture = prepare(photo_bytes(*measures))
    row = Image(file=f"images/00/{'0' * 32}.{picture.extension}", width=picture.width, height=picture.height)
    wanted = [(spec.format, spec.width, spec.height) for spec in specs(row, "first")]
    assert [(first.extension, first.width, first.height) for first in picture.first] == wanted
    assert [PillowImage.open(BytesIO(first.content)).size for first in picture.first] == [one[1:] for one in wanted]


def test_a_progressive_jpeg_is_a_jpeg():
    assert prepare(photo_bytes(progressive=True)).extension == "jpg"


def test_of_a_stereo_pair_the_first_is_kept():
    left, right = PillowImage.new("RGB", (40, 30), "red"), PillowImage.new("RGB", (40, 30), "blue")
    picture = prepare(encoded(left, "MPO", save_all=True, append_images=[right]))
    assert (picture.extension, picture.animated, picture.was_stilled) == ("jpg", False, False)
    assert is_near(decoded(picture).getpixel((5, 5)), (254, 0, 0))
