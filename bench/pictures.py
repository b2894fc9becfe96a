"""All renditions of one photograph for all places: how long, and with how much memory."""

import json
from collections.abc import Iterator

from bench.photographs import photographs
from bench.rows import Row, at_most, measured, measures
from bench.site import in_its_own_process


@measures("renditions")
def renditions() -> Iterator[Row]:
    from images.models import Image
    from tests.factories_images import upload

    path = photographs()[0]
    image = Image.objects.store(upload(path.read_bytes(), path.name))
    found = json.loads(in_its_own_process("bench.one_picture", str(image.pk)))
    yield at_most("of a 12 MP JPEG for all places, seconds of one core", found["seconds"], "s", 10)
    yield at_most("memory of both processes together, at most", found["megabytes"], "MB", 400)
    yield measured("files", found["files"], "")
