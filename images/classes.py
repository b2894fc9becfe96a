"""What the class of a picture tells site.css: which colour stands there until it comes, and what a cut must show. Pure.

Classes of a bounded number, because the policy of the site allows no style of a single element.
"""

from functools import lru_cache

# In grey and seven hues: two dark ones of each, then a light one. Text reads 7:1 on all of them: where a picture does
# not come its alternative text stands there, in white or in ink.
DARK = (
    *("#333333", "#442222", "#442200", "#333300", "#113311", "#003333", "#003355", "#332244"),
    *("#555555", "#774444", "#664422", "#555522", "#335533", "#115555", "#335577", "#554477"),
)
LIGHT = ("#bbbbbb", "#ddaa99", "#ddaa88", "#bbbb88", "#99cc99", "#77cccc", "#88bbdd", "#bbaadd")
TONES = {
    f"{name}-{number}": tone for name, tones in (("dark", DARK), ("light", LIGHT)) for number, tone in enumerate(tones)
}
STEP = 20  # percent


@lru_cache(maxsize=1024)
def tone(colour: str) -> str:
    """The class of the tone that is nearest to a colour as `#rrggbb`: `dark-0` to `dark-15`, `light-0` to `light-7`."""
    wanted = _channels(colour)
    return min(TONES, key=lambda name: _distance(_channels(TONES[name]), wanted))


def focus(x: int | None, y: int | None) -> list[str]:
    """The classes that keep a focal point (in percent) in view where a whole picture fills a frame of another shape."""
    return [f"{axis}-{STEP * round(value / STEP)}" for axis, value in (("x", x), ("y", y)) if value is not None]


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """As eyes judge it, near enough (https://www.compuphase.com/cmetric.htm)."""
    redness = (one[0] + other[0]) / 512
    red, green, blue = ((a - b) ** 2 for a, b in zip(one, other, strict=True))
    return (2 + redness) * red + 4 * green + (3 - redness) * blue
