"""Colours look as they did: in sRGB, or in Display P3 where they came in a wider gamut."""

from io import BytesIO

import pytest
from PIL import Image as PillowImage
from PIL import ImageCms

from images.pixels import colour, profiles
from images.processing import prepare
from tests.factories_images import jpeg_bytes, png_bytes
from tests.factories_photos import encoded, profile_bytes

WIDE = profiles.display_p3()


def decoded(content):
    image = PillowImage.open(BytesIO(content))
    image.load()
    return image


def in_srgb(image):
    source = ImageCms.ImageCmsProfile(BytesIO(image.info["icc_profile"]))
    return ImageCms.profileToProfile(image, source, profiles.srgb(), outputMode="RGB").getpixel((5, 5))


def is_near(colour, expected, by=4):
    return all(abs(part - wanted) <= by for part, wanted in zip(colour, expected, strict=True))


def test_the_profile_of_display_p3_is_small_and_means_display_p3():
    assert len(WIDE) < 600
    red = PillowImage.new("RGB", (10, 10), (255, 0, 0))
    in_p3 = ImageCms.profileToProfile(red, profiles.srgb(), ImageCms.ImageCmsProfile(BytesIO(WIDE)))
    assert in_p3.getpixel((5, 5)) == (
        234,
        51,
        35,
    )  # sRGB's red as CSS Color 4 gives it: color(display-p3 .9175 .2003 .1386)


def test_a_wide_gamut_is_kept_with_a_profile_of_our_own():
    other = WIDE.replace("Display P3".encode("utf-16-be"), "Camera P3!".encode("utf-16-be"))
    picture = prepare(jpeg_bytes(400, 300, colour=(250, 20, 20), icc_profile=other, quality=95))
    for content in (picture.content, picture.first[0].content):
        kept = decoded(content)
        assert kept.info["icc_profile"] == WIDE
        assert is_near(kept.getpixel((5, 5)), (250, 20, 20))


def test_a_gamut_wider_than_that_is_brought_into_display_p3():
    red, green, blue = (0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)
    wider = profiles.described("Adobe's", {"rXYZ": red, "gXYZ": green, "bXYZ": blue})
    kept = decoded(prepare(jpeg_bytes(colour=(90, 160, 90), icc_profile=wider, quality=95)).content)
    assert kept.info["icc_profile"] == WIDE
    assert kept.getpixel((5, 5))[1] > 155
    assert not is_near(kept.getpixel((5, 5)), (90, 160, 90))


def test_srgb_by_another_maker_is_not_touched_and_carries_no_profile():
    kept = decoded(prepare(png_bytes(colour=(200, 90, 40), icc_profile=profile_bytes())).content)
    assert "icc_profile" not in kept.info
    assert kept.convert("RGB").getpixel((5, 5)) == (200, 90, 40)


def test_a_profile_of_another_kind_of_picture_does_no_harm():
    image = decoded(prepare(jpeg_bytes(mode="CMYK", colour=(0, 255, 255, 0), icc_profile=profile_bytes())).content)
    assert is_near(image.getpixel((5, 5)), (254, 0, 0), by=60)


def test_grey_stays_grey():
    kept = decoded(prepare(jpeg_bytes(mode="L", colour=90, icc_profile=b"nonsense")).content)
    assert kept.mode == "L"
    assert kept.getpixel((5, 5)) == 90


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (PillowImage.new("RGB", (40, 30), (200, 90, 40)), "#c85a28"),
        (PillowImage.new("L", (40, 30), 90), "#5a5a5a"),
        (PillowImage.new("RGBA", (40, 30), (200, 90, 40, 100)), ""),
    ],
)
def test_a_picture_has_one_colour_for_the_time_until_it_is_there(image, expected):
    assert prepare(encoded(image, "PNG")).colour == expected


def test_that_colour_is_in_srgb():
    picture = prepare(jpeg_bytes(colour=(120, 200, 90), icc_profile=WIDE, quality=95))
    shown = tuple(bytes.fromhex(picture.colour[1:]))
    assert is_near(shown, in_srgb(decoded(picture.content)))
    assert not is_near(shown, (120, 200, 90))


def test_colours_named_by_number_are_known():
    assert colour._named_profile({"color_primaries": 12}) == WIDE
    assert colour._named_profile({"color_primaries": 1}) is None
