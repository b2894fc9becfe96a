"""From a kept picture to many renditions: decoded once, each written in its format."""

import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO

from PIL import Image, ImageSequence

from images.pixels import encoding, moving, scaling
from images.pixels.reading import frames_of, opened

YIELDING = 10  # how far it stands behind whoever waits for a page
Spec = dict[str, Any]
Box = tuple[int, int, int, int]


def run(source: BinaryIO, options: dict, folder: Path) -> dict:
    """Writes every one of `options["specs"]` into `folder`, and gives `files`: {name: bytes}.

    A spec has `file` (a name), `format` (avif, webp, jpg or png), `width`, `height`, and may have `box` (left, top,
    right, bottom, in pixels of the kept picture) and `still` (of an animation, its first frame as WebP).
    """
    os.nice(YIELDING)
    with opened(source) as image:
        frames = _frames(image) if frames_of(image) > 1 else []
        image.load()
        for specs in _by_cut(options["specs"]):
            _write(image, frames, specs, folder)
    return {"files": {spec["file"]: (folder / spec["file"]).stat().st_size for spec in options["specs"]}}


def _frames(image: Image.Image) -> list[Image.Image]:
    frames = [frame.copy() for frame in ImageSequence.Iterator(image)]
    image.seek(0)
    return frames


def _by_cut(specs: list[Spec]) -> Iterator[list[Spec]]:
    """Those that show the same pixels in the same size together: these are scaled once."""
    ordered = sorted(specs, key=_cut_of)
    return (list(group) for _, group in groupby(ordered, key=_cut_of))


def _cut_of(spec: Spec) -> tuple:
    return (spec["width"], spec["height"], *(spec.get("box") or ()))


def _write(image: Image.Image, frames: list[Image.Image], specs: list[Spec], folder: Path) -> None:
    """Those of one cut. Places that show the same, each under a name of its own, share what is encoded."""
    size, box = (specs[0]["width"], specs[0]["height"]), specs[0].get("box")
    scaled = scaling.cut(image, size, box)
    made: dict[tuple[str, bool], bytes] = {}
    for spec in specs:
        format, moves = spec["format"], bool(frames) and spec["format"] == "webp" and not spec.get("still")
        if (format, moves) not in made and moves:
            made[format, moves] = _moving(image, frames, size, box)
        elif (format, moves) not in made:
            made[format, moves] = encoding.rendition(scaled, format, drawn=image.format == "PNG")
        encoding.put(made[format, moves], folder / spec["file"])


def _moving(image: Image.Image, frames: list[Image.Image], size: tuple[int, int], box: Box | None) -> bytes:
    durations = [moving.duration_of(frame) for frame in frames]
    return moving.encoded([scaling.cut(frame, size, box) for frame in frames], durations, moving.rounds_of(image))
