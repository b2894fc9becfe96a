"""From an upload to the picture that is kept, and to its first two renditions."""

from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageOps

from images.pixels import colour, encoding, moving, scaling
from images.pixels.reading import frames_of, in_whole_colours, opened

LONGEST_EDGE = 2560
LOSSLESS = ("PNG", "GIF")
LINE_ART_COLOURS = 256
FIRST_WIDTHS = (320, 1024)
NEAR = 0.9  # a width just below that of the picture itself is not worth a file


def run(source: BinaryIO, options: dict, folder: Path) -> dict:
    """Writes `kept.<extension>` and `first-<width>.<extension of the fallback>`; tells of all what they are."""
    with opened(source) as image:
        frames = frames_of(image)
        kept, extension = _keep(image, frames, folder)
        return {
            "file": f"kept.{extension}",
            "extension": extension,
            "width": kept.width,
            "height": kept.height,
            "colour": colour.average(kept),
            "animated": extension == "webp",
            "frames": frames,
            "first": [_write_first(kept, width, extension, folder) for width in _first_widths(kept.width)],
        }


def _keep(image: Image.Image, frames: int, folder: Path) -> tuple[Image.Image, str]:
    if frames > 1:
        try:
            return moving.keep(image, folder / "kept.webp"), "webp"
        except moving.TooMuchError:
            image.seek(0)
    return _keep_still(image, folder)


def _keep_still(image: Image.Image, folder: Path) -> tuple[Image.Image, str]:
    lossless = image.format in LOSSLESS
    image = in_whole_colours(image)
    is_line_art = lossless and image.getcolors(LINE_ART_COLOURS) is not None
    scaling.fit(image, LONGEST_EDGE)
    image = colour.kept(ImageOps.exif_transpose(image))
    content, extension = _encoded(image, is_line_art)
    encoding.put(content, folder / f"kept.{extension}")
    return image, extension


def _encoded(image: Image.Image, is_line_art: bool) -> tuple[bytes, str]:
    if image.mode == "RGBA":
        return encoding.encoded(image, "png", encoding.PNG), "png"
    jpeg = encoding.encoded(image, "jpg", encoding.KEPT_JPEG), "jpg"
    png = (encoding.encoded(image, "png", encoding.PNG), "png") if is_line_art else jpeg
    return min(png, jpeg, key=lambda kept: len(kept[0]))


def _first_widths(width: int) -> list[int]:
    widest = min(max(FIRST_WIDTHS), width)
    return [*(one for one in FIRST_WIDTHS if one < NEAR * widest), widest]


def _write_first(image: Image.Image, width: int, extension: str, folder: Path) -> dict:
    height = max(1, round(width * image.height / image.width))
    fallback = encoding.fallback(extension)
    name = f"first-{width}.{fallback}"
    scaled = scaling.cut(image, (width, height))
    encoding.put(encoding.rendition(scaled, fallback, drawn=extension == "png"), folder / name)
    return {"file": name, "width": width, "height": height, "extension": fallback}
