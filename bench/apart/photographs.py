"""Photographs that nobody took: `python -m bench.apart.photographs FOLDER COUNT` writes JPEGs of 12 megapixels.

No photograph may be needed to run this, and every machine must measure the same ones, so they are computed from their
number. They have what makes photographs hard to encode: things of all sizes before each other ("dead leaves", whose
statistics are those of natural scenes), sharp and out of focus, surfaces with a texture of every scale, light from
one side, and the grain of a sensor.
"""

import sys
from pathlib import Path

import numpy
from PIL import Image, ImageDraw, ImageFilter

SIZE = (4000, 3000)
QUALITY = 93  # that of telephones: about two bits a pixel
THINGS = 1200
COLOURS = 9


def photograph(number: int) -> Image.Image:
    """The photograph of that number, the same everywhere."""
    chance = numpy.random.default_rng(number)
    scene = things(chance)
    focus = in_focus(chance)[..., None]
    lit = sharp(scene, 1.1) * focus + sharp(scene, 16) * (1 - focus)
    lit *= light(chance)[..., None] * (1 + 0.08 * texture(chance, 8, 512)[..., None])
    lit += (6 * texture(chance, 1, 32)[..., None]) * (0.2 + 0.8 * focus)
    lit += chance.standard_normal((SIZE[1], SIZE[0], 1), dtype=numpy.float32) * 2.6
    return Image.fromarray(numpy.clip(lit, 0, 255).astype(numpy.uint8))


def things(chance) -> Image.Image:
    """Shapes of all sizes, as many small as nature has, each before the larger ones."""
    scene = Image.new("RGB", SIZE, (150, 150, 145))
    draw = ImageDraw.Draw(scene)
    colours = palette(chance)
    radii = numpy.clip(16 * (chance.pareto(1.2, THINGS) + 1), 16, 1400)
    for radius in numpy.sort(radii)[::-1]:
        middle = chance.uniform((0, 0), SIZE)
        colour = numpy.clip(colours[chance.integers(COLOURS)] + chance.normal(0, 9, 3), 4, 250)
        draw.polygon(outline(chance, middle, radius), fill=tuple(int(part) for part in colour))
    return scene


def palette(chance) -> numpy.ndarray:
    """Muted colours: of most things the brightness differs more than the hue."""
    brightness = chance.uniform(25, 225, (COLOURS, 1))
    return numpy.clip(brightness + chance.normal(0, 22, (COLOURS, 3)), 5, 245)


def outline(chance, middle, radius: float) -> list[tuple[float, float]]:
    """A round thing, a flat one or one with corners."""
    corners = int(chance.choice([4, 5, 7, 48, 48]))
    angles = numpy.sort(chance.uniform(0, 2 * numpy.pi, corners)) if corners < 48 else numpy.linspace(0, 6.2, corners)
    across = radius * numpy.cos(angles)
    down = radius * chance.uniform(0.4, 1) * numpy.sin(angles)
    return list(zip(middle[0] + across, middle[1] + down, strict=True))


def sharp(scene: Image.Image, blur: float) -> numpy.ndarray:
    return numpy.asarray(scene.filter(ImageFilter.GaussianBlur(blur)), dtype=numpy.float32)


def in_focus(chance) -> numpy.ndarray:
    """From 1 where the lens was set to 0 where all is out of focus."""
    x, y = positions()
    far = numpy.hypot((x - chance.uniform(0.3, 0.7)) / 0.45, (y - chance.uniform(0.3, 0.7)) / 0.5)
    return numpy.clip(1.4 - far, 0, 1)


def light(chance) -> numpy.ndarray:
    x, y = positions()
    return 1 + chance.choice([-0.3, 0.3]) * (x - 0.5) - 0.3 * (y - 0.4)


def positions() -> tuple[numpy.ndarray, numpy.ndarray]:
    across = numpy.linspace(0, 1, SIZE[0], dtype=numpy.float32)[None, :]
    return across, numpy.linspace(0, 1, SIZE[1], dtype=numpy.float32)[:, None]


def texture(chance, finest: int, coarsest: int) -> numpy.ndarray:
    """Noise of every scale between these (pixels), the coarser the stronger; its deviation is 1."""
    sum_of_all, scale = numpy.zeros(SIZE[::-1], dtype=numpy.float32), finest
    while scale <= coarsest:
        shape = (SIZE[1] // scale + 2, SIZE[0] // scale + 2)
        octave = Image.fromarray(chance.standard_normal(shape, dtype=numpy.float32))
        sum_of_all += numpy.asarray(octave.resize(SIZE, Image.Resampling.BICUBIC)) * (scale / finest) ** 0.35
        scale *= 2
    return sum_of_all / sum_of_all.std()


if __name__ == "__main__":
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    for number in range(1, count + 1):
        photograph(number).save(folder / f"photograph-{number}.jpg", quality=QUALITY)
