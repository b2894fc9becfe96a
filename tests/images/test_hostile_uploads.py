"""Whatever is uploaded is either a clean picture or a refusal that says why; nothing is left behind."""

import time
import tracemalloc

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from images import processing
from images.models import Image
from tests.factories_images import jpeg_bytes, pdf_bytes, photo_bytes, png_bytes, upload
from tests.factories_photos import gif_of_frames, png_of_size, profile_bytes

pytestmark = pytest.mark.django_db

SVG = b'\xef\xbb\xbf<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
AVIF = photo_bytes(format="AVIF")
WEBP = photo_bytes(format="WEBP", icc_profile=profile_bytes())  # with one it states its size twice
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)


def of_claimed_size(content, size, claimed):
    """Bytes in which a size stands twice as large as any that is taken."""
    assert size in content
    return content.replace(size, claimed)


def truncated(content):
    return content[: len(content) // 2]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "empty.jpg", "empty"),
        (b"These are only words.", "words.jpg", "unreadable"),
        (b"<html><script>alert(1)</script></html>", "page.png", "unreadable"),
        (SVG, "drawing.svg", "svg"),
        (b"<svg onload=alert(1)>", "drawing.png", "svg"),
        (HEIC, "IMG_0001.HEIC", "unreadable"),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + bytes(200), "IMG_0001.MOV", "film"),
        (b"II*\0" + bytes(100), "scan.tif", "old_format"),
        (b"BM" + bytes(100), "scan.bmp", "old_format"),
        (pdf_bytes(), "plan.jpg", "document"),
        (png_of_size(50_000, 50_000), "bomb.png", "too_many_pixels"),
        (png_of_size(6_000, 5_001), "just-too-large.png", "too_many_pixels"),
        (of_claimed_size(gif_of_frames(1), b"\x01\0\x01\0", b"\xff\xff\xff\xff"), "bomb.gif", "too_many_pixels"),
        (of_claimed_size(photo_bytes(), b"\x01\x2c\x01\x90", b"\xff\xff\xff\xff"), "bomb.jpg", "too_many_pixels"),
        (of_claimed_size(AVIF, b"\0\0\x01\x90\0\0\x01\x2c", b"\0\0\xff\xff" * 2), "bomb.avif", "unreadable"),
        (of_claimed_size(WEBP, b"\x8f\x01\0\x2b\x01\0", b"\xff\xff\0\xff\xff\0"), "bomb.webp", "unreadable"),
        (truncated(photo_bytes(format="JPEG")), "half.jpg", "unreadable"),
        (truncated(photo_bytes(format="PNG")), "half.png", "unreadable"),
        (truncated(photo_bytes(format="GIF")), "half.gif", "unreadable"),
        (truncated(photo_bytes(format="WEBP")), "half.webp", "unreadable"),
        (truncated(photo_bytes(format="AVIF")), "half.avif", "unreadable"),
    ],
)
def test_it_is_refused_with_a_reason_and_nothing_is_stored(content, name, code, files_on_disk):
    with pytest.raises(ValidationError) as refusal:
        Image.objects.store(upload(content, name))
    assert refusal.value.code == code
    with translation.override("en"):
        assert WORDS[code] in refusal.value.messages[0]
    assert not Image.objects.exists()
    assert files_on_disk() == []


WORDS = {
    "empty": "file is empty. Choose the picture again",
    "svg": "Save the picture as PNG",
    "film": "This is a film",
    "old_format": "Save the picture as JPEG or PNG",
    "document": "Add it under Files",
    "too_many_pixels": "million pixels. Save it smaller",
    "unreadable": "damaged, incomplete or of another kind. Upload a JPEG",
    "memory": "more memory than there is for it. Save it smaller",
    "time": "too long to read. Save it smaller",
    "crash": "stops the program. Save it anew",
    "disk": "disk of the site is full",
}


@pytest.mark.parametrize("code", [*processing.REFUSALS, *processing.FAILURES])
def test_each_reason_says_what_to_do(code):
    with translation.override("en"):
        assert WORDS[code] in {**processing.REFUSALS, **processing.FAILURES}[code]


def test_more_bytes_than_allowed_are_refused_without_being_read():
    file = upload(b"x", "large.jpg")
    file.file = None
    file.size = 25 * 1024 * 1024 + 1
    with pytest.raises(ValidationError) as refusal:
        Image.objects.store(file)
    assert refusal.value.code == "too_many_bytes"


def test_a_bomb_is_refused_before_it_is_decoded():
    bomb = upload(png_of_size(50_000, 50_000))
    tracemalloc.start()
    started = time.perf_counter()
    with pytest.raises(ValidationError):
        Image.objects.store(bomb)
    elapsed, (_, peak) = time.perf_counter() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert elapsed < 1
    assert peak < 5_000_000


def test_of_5000_frames_the_first_is_kept(files_on_disk):
    image = Image.objects.store(upload(gif_of_frames(5_000), "dance.gif"))
    assert (image.width, image.height, image.animated, image.was_stilled) == (1, 1, False, True)
    assert len(files_on_disk()) == 1


def test_an_archive_behind_a_picture_is_gone(media_root):
    content = jpeg_bytes() + b"PK\x03\x04" + b"secret archive" * 10
    image = Image.objects.store(upload(content, "both.jpg"))
    kept = (media_root / image.file.name).read_bytes()
    assert b"PK\x03\x04" not in kept
    assert b"secret" not in kept


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("../../x.png", "x"),
        ("..\\..\\windows.png", "windows"),
        ("a" * 300 + ".png", "a" * 70),
        ("😀🎉.png", "afbeelding"),
        ("\u202egnp.exe.png", "gnpexe"),
        ("Jan & Piet – één dag.png", "jan-piet-een-dag"),
        (".png", "png"),
    ],
)
def test_a_name_from_elsewhere_decides_nothing_on_disk(name, slug, files_on_disk):
    image = Image.objects.store(upload(png_bytes(), name))
    assert image.slug == slug
    assert files_on_disk() == [image.file.name]
    assert image.title.isprintable()
    assert image.title
