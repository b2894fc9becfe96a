"""What a page of 20 pictures weighs on a telephone: 390 CSS pixels wide, two pixels of the screen to each of these."""

from collections.abc import Iterator

from bench.photographs import photographs
from bench.rows import Row, at_most, measured, measures

PICTURES = 20
SCREEN, DENSITY = 390, 2
SHOWN = 0.94 * SCREEN - 19.2  # the width less the gutters of static/css/site.css


@measures("page of 20 pictures")
def page() -> Iterator[Row]:
    """Of four photographs, each five times; a browser takes the first width that is not too small."""
    found = [_weights(path) for path in photographs()]
    times = PICTURES / len(found)
    originals = times * sum(path.stat().st_size for path in photographs()) / 1e6
    best = [times * sum(weights[kind] for weights in found) / 1000 for kind in ("avif", "webp", "jpg")]
    yield measured("the originals", originals, "MB")
    yield at_most("with AVIF, as all browsers since 2024 take it", best[0], "kB", 600)
    yield measured("with WebP", best[1], "kB")
    yield measured("with JPEG", best[2], "kB")


def _weights(path) -> dict[str, int]:
    """Bytes by format of the file that the browser takes."""
    from images.models import Image
    from images.renditions.making import make
    from images.renditions.specs import specs
    from images.storage import media_storage
    from tests.factories_images import upload

    image = Image.objects.store(upload(path.read_bytes(), path.name))
    make(image.pk, ["text"])
    taken = {}
    for spec in specs(image, "text"):
        if spec.width >= SHOWN * DENSITY:
            taken.setdefault(spec.format, media_storage.size(spec.name))
    return taken
