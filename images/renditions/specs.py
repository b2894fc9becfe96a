"""What is made of a picture for a place. Pure functions of the row of the picture: nothing is asked or read."""

import json
from dataclasses import astuple, dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Protocol

from images.pixels import VERSION
from images.renditions.places import CENTRE, PLACES, Place

FOLDER = "renditions"
# By the extension of the kept file, which follows from its content; the last is what every browser shows.
FORMATS = {
    "jpg": ("avif", "webp", "jpg"),  # a photograph
    "png": ("avif", "webp", "png"),  # transparent, or line art
    "webp": ("webp", "jpg"),  # moves; its fallback stands still
}
# A width just below that of the picture itself is not worth a file.
NEAR = 0.9

Box = tuple[int, int, int, int]


class _File(Protocol):
    @property
    def name(self) -> str | None: ...


class Picture(Protocol):
    """What has to be known of a kept picture: a row of `Image`, or anything with these."""

    @property
    def file(self) -> _File: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def focal_x(self) -> int | None: ...
    @property
    def focal_y(self) -> int | None: ...


@dataclass(frozen=True)
class Spec:
    """One file: `box` (left, top, right, bottom, in pixels of the kept picture) scaled to `width` by `height`."""

    name: str
    format: str
    width: int
    height: int
    box: Box

    @property
    def file(self) -> str:
        """The last part of its name; no two files of one picture share it."""
        return PurePosixPath(self.name).name


def specs(picture: Picture, place: str) -> list[Spec]:
    """All files of a picture for the place of that name: best format first, each from narrow to wide."""
    where = PLACES[place]
    left, top, right, bottom = box = cut(picture, where)
    prefix, key = f"{folder(picture)}/{place}", set_key(picture, place)
    return [
        Spec(f"{prefix}-{width}-{key}.{format}", format, width, scaled(width, right - left, bottom - top), box)
        for format in formats(picture, where)
        for width in widths(where, right - left, bottom - top)
    ]


def set_key(picture: Picture, place: str) -> str:
    """Names what `specs` makes: another key wherever any of its files would be another, or of another picture.

    So with another version of the encoders all is made anew, under other names.
    """
    where = PLACES[place]
    focal = focal_point(picture, where) if where.ratio else None
    made_of = replace(where, sizes="", centre=CENTRE)
    recipe = [VERSION, picture.file.name, astuple(made_of), focal]
    return sha256(json.dumps(recipe).encode()).hexdigest()[:8]


def folder(picture: Picture) -> str:
    """Where all renditions of a picture lie; see `folder_of`."""
    return folder_of(picture.file.name or "")


def folder_of(kept: str) -> str:
    """`renditions/<2 hex>/<32 hex>`, those in the name of the kept file."""
    path = PurePosixPath(kept)
    return f"{FOLDER}/{path.parent.name}/{path.stem}"


def formats(picture: Picture, place: Place) -> tuple[str, ...]:
    """The formats by content, best first; the last is the fallback."""
    all_of_them = FORMATS[PurePosixPath(picture.file.name or "").suffix[1:]]
    return all_of_them[-1:] if place.fallback_only else all_of_them


def widths(place: Place, width: int, height: int) -> list[int]:
    """The widths for a picture (or the cut of it) of that size: never wider, and none that hardly differs from it."""
    if place.line_height:
        at_once = place.line_height * width / height
        wanted = sorted({max(1, round(at_once * density)) for density in (1, 2, 3)})
    else:
        wanted = list(place.widths)
    widest = min(max(wanted), width)
    return [*(one for one in wanted if one < NEAR * widest), widest]


def scaled(width: int, of_width: int, of_height: int) -> int:
    """The height that goes with a width, at least one pixel."""
    return max(1, round(width * of_height / of_width))


def focal_point(picture: Picture, place: Place) -> tuple[int, int]:
    """What a cut keeps in its middle as far as it can, in percent from the left and from the top."""
    x, y = place.centre
    return (x if picture.focal_x is None else picture.focal_x, y if picture.focal_y is None else picture.focal_y)


def cut(picture: Picture, place: Place) -> Box:
    """The largest part of a picture in the ratio of the place, with the focal point as near its middle as can be."""
    if place.ratio is None:
        return (0, 0, picture.width, picture.height)
    across, down = place.ratio
    width = min(picture.width, max(1, round(picture.height * across / down)))
    height = min(picture.height, max(1, round(picture.width * down / across)))
    x, y = focal_point(picture, place)
    left, top = _begin(picture.width, width, x), _begin(picture.height, height, y)
    return (left, top, left + width, top + height)


def _begin(whole: int, part: int, percent: int) -> int:
    """Where a part begins that has this point of the whole in its middle, moved until it lies within."""
    return min(max(round(whole * percent / 100 - part / 2), 0), whole - part)
