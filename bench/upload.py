"""How long the consultant waits for the answer to a photograph of 12 megapixels."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow

from bench.photographs import photographs
from bench.rows import Row, at_most, measured, measures
from bench.site import owner_client


@measures("upload")
def upload() -> Iterator[Row]:
    answered = [_seconds(lambda path=path: _upload(path)) for path in photographs()]
    plain = [_seconds(lambda path=path: _decode_and_encode(path)) for path in photographs()]
    yield at_most("12 MP JPEG through the admin, to its answer", median(answered), "s", 1)
    yield measured("only decoding and encoding it with Pillow", median(plain), "s")
    yield at_most("against only decoding and encoding it with Pillow", median(answered) / median(plain), "x", 4)


def _seconds(work) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _upload(path: Path) -> None:
    # Other bytes than any photograph that is in the library by now, of the same picture.
    file = SimpleUploadedFile(path.name, path.read_bytes() + b"once more")
    answer = owner_client().post("/admin/images/image/add/", {"upload": file})
    assert path.stem in answer.content.decode(), answer.status_code  # noqa: S101


def _decode_and_encode(path: Path) -> None:
    with Pillow.open(path) as image:
        image.convert("RGB").save(BytesIO(), "JPEG", quality=90)
