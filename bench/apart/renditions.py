"""`python -m bench.apart.renditions OURS WIDTHS ORIGINAL…`: compares the files in the folder OURS with Willow's.

Prints as JSON the similarity and bytes of `ours`, those of Willow for a ladder of qualities, and the seconds of the
processor in which Willow makes one file of each width and format as Wagtail would: from the original, each by itself.
"""

import json
import sys
from io import BytesIO
from pathlib import Path
from time import process_time

from PIL import Image as Pillow
from willow.image import Image
from willow.registry import registry  # noqa: F401  (its plug-ins are known from here on)

from bench.apart.similarity import ssim

FORMATS = ("avif", "webp", "jpg")
# Wagtail's WAGTAILIMAGES_*_QUALITY where nothing is set.
QUALITY = {"jpg": 85, "webp": 80, "avif": 80}
LADDER = {"jpg": (55, 65, 75, 80, 85, 90), "webp": (55, 65, 75, 80, 85, 90), "avif": (40, 50, 60, 65, 72, 80)}


def main(ours: str, widths: str, *originals: str) -> None:
    answer = {"ours": [], "ladders": {}, "seconds": 0.0}
    for original in map(Path, originals):
        for width in map(int, widths.split(",")):
            compare(original, width, Path(ours), answer)
    json.dump(answer, sys.stdout)


def compare(original: Path, width: int, ours: Path, answer: dict) -> None:
    wanted = scaled(original, width)
    for format in FORMATS:
        file = ours / f"{original.stem}-{width}.{format}"
        facts = {"photograph": original.stem, "width": width, "format": format, "bytes": file.stat().st_size}
        answer["ours"].append({**facts, "ssim": similarity(wanted, file)})
        began = process_time()
        by_wagtail(original, width, format, QUALITY[format])
        answer["seconds"] += process_time() - began
        made = [by_wagtail(original, width, format, quality) for quality in LADDER[format]]
        rungs = [(similarity(wanted, BytesIO(content)), len(content)) for content in made]
        answer["ladders"][f"{original.stem} {width} {format}"] = rungs


def scaled(original: Path, width: int) -> Pillow.Image:
    with Pillow.open(original) as image:
        return image.convert("RGB").resize((width, height_for(image, width)), Pillow.Resampling.LANCZOS)


def height_for(image: Pillow.Image, width: int) -> int:
    return round(image.height * width / image.width)


def similarity(wanted: Pillow.Image, file: Path | BytesIO) -> float:
    with Pillow.open(file) as image:
        return ssim(wanted, image.convert("RGB"))


def by_wagtail(original: Path, width: int, format: str, quality: int) -> bytes:
    """What `wagtail.images.models.Filter` does for `width-…|format-…`."""
    stream = BytesIO()
    with original.open("rb") as file:
        willow = Image.open(file).auto_orient()
        across, down = willow.get_size()
        willow = willow.resize((width, round(down * width / across)))
        if format == "jpg":
            willow.save_as_jpeg(stream, quality=quality, progressive=True, optimize=True)
        elif format == "webp":
            willow.save_as_webp(stream, quality=quality)
        else:
            willow.save_as_avif(stream, quality=quality)
    return stream.getvalue()


if __name__ == "__main__":
    main(*sys.argv[1:])
