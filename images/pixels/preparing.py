"""From an upload to the picture that is kept, and to its first two renditions."""

from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageOps

from images.pixels import colour, encoding, moving, scaling
from images.pixels.reading import in_whole_colours, opened

LONGEST_EDGE = 2560
LOSSLESS = ("PNG", "GIF")
LINE_ART_COLOURS = 256
FIRST_WIDTHS = (320, 1024)
NEAR = 0.9


def run(source: BinaryIO, options: dict, folder: Path) -> dict:
    """Writes `kept.<extension>` and `first-<width>.<fallback extension>`, and tells what they are."""
    with opened(source) as image:
        frames = moving.frames_of(image)
        if frames > 1:
            try:
                return _keep_moving(image, frames, folder)
            except moving.TooMuchError:
                image.seek(0)
        return _keep_still(image, frames, folder)


def _keep_moving(image: Image.Image, frames: int, folder: Path) -> dict:
    first, _ = moving.keep(image, folder / "kept.webp")
    return _answer(first, "webp", frames, folder, animated=True)


def _keep_still(image: Image.Image, frames: int, folder: Path) -> dict:
    lossless = image.format in LOSSLESS
    image = in_whole_colours(image)
    is_line_art = lossless and image.getcolors(LINE_ART_COLOURS) is not None
    scaling.fit(image, LONGEST_EDGE)
    image = colour.kept(ImageOps.exif_transpose(image))
    extension = _write_kept(image, is_line_art, folder)
    return _answer(image, extension, frames, folder, animated=False)


def _write_kept(image: Image.Image, is_line_art: bool, folder: Path) -> str:
    png, jpg = folder / "kept.png", folder / "kept.jpg"
    if image.mode == "RGBA" or is_line_art:
        encoding.write(image, png, "png", {})
    if image.mode != "RGBA":
        encoding.write(image, jpg, "jpg", encoding.KEPT_JPEG)
    both = [path for path in (png, jpg) if path.exists()]
    smallest = min(both, key=lambda path: path.stat().st_size)
    return smallest.suffix[1:]


def _answer(image: Image.Image, extension: str, frames: int, folder: Path, *, animated: bool) -> dict:
    return {
        "file": f"kept.{extension}",
        "extension": extension,
        "width": image.width,
        "height": image.height,
        "colour": colour.average(image),
        "animated": animated,
        "frames": frames,
        "first": [_write_first(image, width, extension, folder) for width in _first_widths(image.width)],
    }


def _first_widths(width: int) -> list[int]:
    """As for every place: never wider than the picture, and none that hardly differs from it."""
    widest = min(max(FIRST_WIDTHS), width)
    return [*(one for one in FIRST_WIDTHS if one < NEAR * widest), widest]


def _write_first(image: Image.Image, width: int, extension: str, folder: Path) -> dict:
    height = max(1, round(width * image.height / image.width))
    fallback = encoding.fallback(extension)
    name = f"first-{width}.{fallback}"
    scaled = scaling.cut(image, (width, height))
    encoding.write_rendition(scaled, folder / name, fallback, drawn=extension == "png")
    return {"file": name, "width": width, "height": height, "extension": fallback}
