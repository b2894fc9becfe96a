"""Structural similarity (Wang, Bovik, Sheikh and Simoncelli, 2004) of two pictures, of their brightness."""

import numpy
from PIL import Image

SIGMA, RADIUS = 1.5, 5
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
_distance = numpy.arange(-RADIUS, RADIUS + 1)
WINDOW = numpy.exp(-(_distance**2) / (2 * SIGMA**2)).astype(numpy.float32)
WINDOW /= WINDOW.sum()


def ssim(one: Image.Image, other: Image.Image) -> float:
    """From 0 to 1, where nothing differs; both of one size, at least 11 by 11 pixels."""
    x, y = brightness(one), brightness(other)
    mean_x, mean_y = smoothed(x), smoothed(y)
    variance_x, variance_y = smoothed(x * x) - mean_x**2, smoothed(y * y) - mean_y**2
    covariance = smoothed(x * y) - mean_x * mean_y
    alike = (2 * mean_x * mean_y + C1) * (2 * covariance + C2)
    return float(numpy.mean(alike / ((mean_x**2 + mean_y**2 + C1) * (variance_x + variance_y + C2))))


def brightness(image: Image.Image) -> numpy.ndarray:
    return numpy.asarray(image.convert("L"), dtype=numpy.float32)


def smoothed(plane: numpy.ndarray) -> numpy.ndarray:
    """By the window, without the margin where it would leave the picture."""
    for axis in (0, 1):
        length = plane.shape[axis] - 2 * RADIUS
        slices = (numpy.take(plane, range(start, start + length), axis) for start in range(2 * RADIUS + 1))
        plane = sum(weight * part for weight, part in zip(WINDOW, slices, strict=True))
    return plane
