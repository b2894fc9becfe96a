"""From a kept picture to many renditions: decoded once, each written in its format."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageSequence

from images.pixels import encoding, moving, scaling
from images.pixels.reading import opened


def run(source: BinaryIO, options: dict, folder: Path) -> dict:
    """Writes every one of `options["specs"]` into `folder`, and gives `files`: {name: bytes}.

    A spec has `file` (a name), `format` (avif, webp, jpg or png), `width`, `height`, and may have `box` (left, top,
    right, bottom, in pixels of the kept picture) and `still` (of an animation, its first frame as WebP).
    """
    with opened(source) as image:
        frames = [frame.copy() for frame in ImageSequence.Iterator(image)] if _moves(image) else []
        drawn = image.format == "PNG"
        image.load()
        for specs in _by_cut(options["specs"]):
            _write_cut(image, specs, folder, drawn, frames)
    return {"files": {spec["file"]: (folder / spec["file"]).stat().st_size for spec in options["specs"]}}


def _moves(image: Image.Image) -> bool:
    return moving.frames_of(image) > 1


def _by_cut(specs: list[dict]) -> Iterator[list[dict]]:
    """Those that show the same pixels in the same size together: these are scaled once."""
    ordered = sorted(specs, key=_cut_of)
    return (list(group) for _, group in groupby(ordered, key=_cut_of))


def _cut_of(spec: dict) -> tuple:
    return (spec["width"], spec["height"], *(spec.get("box") or ()))


def _write_cut(image: Image.Image, specs: list[dict], folder: Path, drawn: bool, frames: list[Image.Image]) -> None:
    size, box = (specs[0]["width"], specs[0]["height"]), specs[0].get("box")
    scaled = _scaled(image, size, box)
    for spec in specs:
        path = folder / spec["file"]
        if frames and spec["format"] == "webp" and not spec.get("still"):
            durations = [frame.info["duration"] for frame in frames]
            moving.write([_scaled(frame, size, box) for frame in frames], path, durations, image.info.get("loop", 0))
        else:
            encoding.write_rendition(scaled, path, spec["format"], drawn)


def _scaled(image: Image.Image, size: tuple[int, int], box: list[int] | None) -> Image.Image:
    scaled = scaling.cut(image, size, tuple(box) if box else None)
    scaled.info = {key: value for key, value in image.info.items() if key == "icc_profile"}
    return scaled
