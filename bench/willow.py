"""The same originals in the same widths as Wagtail makes them, with Willow and the settings that Wagtail has unchanged.

Compared are bytes at equal structural similarity to the original scaled by Pillow, interpolated between the qualities
of a ladder, and the time of the processor for all files. Wagtail makes a JPEG of a JPEG unless a template asks for
other formats.
"""

import json
import resource
from collections.abc import Iterator
from functools import cache
from math import exp, log
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from bench.photographs import apart, photographs
from bench.rows import Row, at_most, measured, measures

WIDTHS = (384, 720, 1104)
PHOTOGRAPHS = 2
FORMATS = {"avif": "AVIF", "webp": "WebP", "jpg": "JPEG"}


@measures("against Willow")
def against_willow() -> Iterator[Row]:
    found = _compared()
    ratio = _ratio(found, "avif", "jpg")
    yield at_most("bytes: AVIF, which browsers take, against Wagtail's own JPEG, equal SSIM", ratio, "x", 0.85)
    for format, name in FORMATS.items():
        ratio = _ratio(found, format, format)
        yield at_most(f"bytes: {name} against {name}, equal SSIM", ratio, "x", 0.85)
    for format, name in FORMATS.items():
        similar = mean(one["ssim"] for one in found["ours"] if one["format"] == format)
        yield measured(f"SSIM of our {name}", similar, "")
    yield at_most("time: upload and all three formats, against the same by Willow", found["time"], "x", 1)


def _ratio(found: dict, ours: str, theirs: str) -> float:
    """The geometric mean over photographs and widths of our bytes by theirs at the similarity of ours."""
    ratios = []
    for one in found["ours"]:
        if one["format"] == ours:
            ladder = found["ladders"][f"{one['photograph']} {one['width']} {theirs}"]
            ratios.append(log(one["bytes"] / _bytes_at(ladder, one["ssim"])))
    return exp(mean(ratios))


def _bytes_at(ladder: list[list[float]], ssim: float) -> float:
    """Between two rungs of (SSIM, bytes), on a logarithmic scale; beyond the ends by the slope there."""
    rungs = sorted(ladder)
    upper = next((number for number in range(1, len(rungs)) if rungs[number][0] >= ssim), len(rungs) - 1)
    (low, few), (high, many) = rungs[upper - 1], rungs[upper]
    return exp(log(few) + (ssim - low) / (high - low) * (log(many) - log(few)))


@cache
def _compared() -> dict:
    with TemporaryDirectory(prefix="site-bench-") as folder:
        seconds = sum(_make_ours(path, Path(folder)) for path in photographs()[:PHOTOGRAPHS])
        paths = map(str, photographs()[:PHOTOGRAPHS])
        found = json.loads(apart("renditions", folder, ",".join(map(str, WIDTHS)), *paths))
    return {**found, "time": seconds / found["seconds"]}


def _make_ours(path: Path, folder: Path) -> float:
    """Writes `<photograph>-<width>.<format>`; gives the seconds that took, with those of the upload."""
    from images import sandbox

    began = _of_children()
    with TemporaryDirectory(prefix="site-bench-") as kept:
        facts = sandbox.run("prepare", path, {}, Path(kept))
        specs = [_spec(path, width, format, facts) for width in WIDTHS for format in FORMATS]
        sandbox.run("render", Path(kept, facts["file"]), {"specs": specs}, folder)
    return _of_children() - began


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _spec(path: Path, width: int, format: str, facts: dict) -> dict:
    height = round(width * facts["height"] / facts["width"])
    return {"file": f"{path.stem}-{width}.{format}", "format": format, "width": width, "height": height}
