"""What becomes of a picture: upright, in sRGB, small enough, and nothing but pixels."""

from io import BytesIO

import pytest
from PIL import Image as PillowImage
from PIL import ImageCms, ImageDraw, PngImagePlugin

from images.processing import prepare
from tests.factories_images import jpeg_bytes, photo_bytes, picture_bytes, png_bytes


def decoded(picture):
    image = PillowImage.open(BytesIO(picture.content))
    image.load()
    return image


def is_near(colour, expected):
    return all(abs(part - wanted) <= 6 for part, wanted in zip(colour, expected, strict=True))


def test_orientation_is_applied_and_then_forgotten():
    exif = PillowImage.Exif()
    exif[0x0112] = 6
    picture = prepare(jpeg_bytes(40, 30, exif=exif))
    assert (picture.width, picture.height) == (30, 40)
    assert not decoded(picture).getexif()


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


def test_an_animation_stays_one():
    frames = [PillowImage.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    stream = BytesIO()
    frames[0].save(stream, "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    picture = prepare(stream.getvalue())
    assert (picture.animated, picture.extension, picture.frames) == (True, "webp", 2)
    assert decoded(picture).n_frames == 2
