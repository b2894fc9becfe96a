"""What a template needs to show a picture at a place. Pure: all of it follows from the row of the picture."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.core.files.storage import default_storage

from images.models import Image
from images.names import CONTENT_TYPES
from images.renditions.places import PLACES, Place
from images.renditions.specs import Spec, set_key, specs

# What reads no `srcset` (a reader of feeds, a mail program) gets at most so many pixels in width.
PLAIN_WIDTH = 1200


@dataclass(frozen=True)
class Source:
    """A `<source>`: its `type` and `srcset`."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Shown:
    """An `<img>` and the `<source>`s before it, best format first.

    `url`, `width` and `height` are for the `<img>`, with `srcset` ("" where there is one size only) and `sizes`.
    Of a picture that moves the sources do; `still` is then the `url` of what stands still, else "". `is_ready` tells
    whether all of the place is there; until then the picture is whole where the place cuts.
    """

    url: str
    width: int
    height: int
    srcset: str
    sizes: str
    sources: tuple[Source, ...]
    still: str
    is_ready: bool


def sources(image: Image, place: str, *, moving: bool = True) -> Shown:
    """How to show `image` at the place of that name with what is there of it now; not `moving`, by its still alone."""
    shown = _what_is_there(image, place)
    return shown if moving or not image.animated else replace(shown, sources=())


def _what_is_there(image: Image, place: str) -> Shown:
    where = PLACES[place]
    if is_ready(image, place):
        return _of_files(image, where, specs(image, place), is_ready=True)
    if is_ready(image, "first"):
        shown = _of_files(image, where, specs(image, "first"), is_ready=False)
        return replace(shown, sources=(_kept(image),)) if image.animated else shown
    return _kept_as_it_is(image)


def _kept_as_it_is(image: Image) -> Shown:
    return Shown(image.file.url, image.width, image.height, "", "", (), "", is_ready=False)


def elsewhere(image: Image, place: str) -> Shown:
    """The one file of `image` for other sites and programs: that of a place, until it is there the kept one."""
    if is_ready(image, place):
        return sources(image, place, moving=False)
    return _kept_as_it_is(image)


def is_ready(image: Image, place: str) -> bool:
    """Whether all renditions for a place are there."""
    return set_key(image, place) in image.ready


def _of_files(image: Image, place: Place, files: list[Spec], *, is_ready: bool) -> Shown:
    *better, fallback = _by_format(files).values()
    widest = fallback[-1]
    plain = max((one for one in fallback if one.width <= PLAIN_WIDTH), key=lambda one: one.width, default=fallback[0])
    url = default_storage.url(plain.name)
    return Shown(
        url=url,
        width=widest.width if is_ready else image.width,
        height=widest.height if is_ready else image.height,
        srcset=_srcset(fallback) if len(fallback) > 1 else "",
        sizes=_sizes(place, widest),
        sources=tuple(Source(CONTENT_TYPES[group[0].format], _srcset(group)) for group in better),
        still=url if image.animated else "",
        is_ready=is_ready,
    )


def _kept(image: Image) -> Source:
    extension = (image.file.name or "").rpartition(".")[2]
    return Source(CONTENT_TYPES[extension], f"{image.file.url} {image.width}w")


def _by_format(files: list[Spec]) -> dict[str, list[Spec]]:
    groups: dict[str, list[Spec]] = {}
    for one in files:
        groups.setdefault(one.format, []).append(one)
    return groups


def _srcset(files: Iterable[Spec]) -> str:
    return ", ".join(f"{default_storage.url(one.name)} {one.width}w" for one in files)


def _sizes(place: Place, widest: Spec) -> str:
    if place.line_height is None:
        return place.sizes
    return f"{max(1, round(place.line_height * widest.width / widest.height))}px"
