"""Animations: GIF, APNG, WebP and AVIF become animated WebP, within limits that keep an upload quick."""

from pathlib import Path

from PIL import Image, ImageSequence

from images.pixels import colour, encoding, scaling
from images.pixels.deadlines import Deadline, OutOfTimeError
from images.pixels.reading import frames_of

MAX_FRAMES = 500
MAX_PIXELS_READ = 100_000_000  # of all frames together
MAX_PIXELS_KEPT = 16_000_000
LONGEST_EDGE = 1280
SHORTEST_WIDTH = 160
SECONDS = 2  # of computing
TOO_QUICK, USUAL = 20, 100  # milliseconds: what browsers make of a frame that is to be shown for no time


class TooMuchError(Exception):
    """The animation is beyond a limit; its first frame may still be taken."""


def keep(image: Image.Image, path: Path) -> Image.Image:
    """Writes an animated WebP and gives its first frame. Raises TooMuchError, with nothing written."""
    try:
        with Deadline(SECONDS):
            return _keep(image, path)
    except (OutOfTimeError, MemoryError) as error:
        raise TooMuchError from error


def _keep(image: Image.Image, path: Path) -> Image.Image:
    size = size_for(image, frames_of(image))
    rounds = rounds_of(image)
    frames, durations = [], []
    for frame in ImageSequence.Iterator(image):
        durations.append(duration_of(frame))
        frames.append(_ready(frame, size))
    encoding.put(encoded(frames, durations, rounds), path)
    return frames[0]


def size_for(image: Image.Image, count: int) -> tuple[int, int]:
    """The size at which all frames together stay within MAX_PIXELS_KEPT. Raises TooMuchError."""
    pixels = image.width * image.height
    if count > MAX_FRAMES or count * pixels > MAX_PIXELS_READ:
        raise TooMuchError
    factor = min(1, LONGEST_EDGE / max(image.size), (MAX_PIXELS_KEPT / (count * pixels)) ** 0.5)
    if factor * image.width < min(SHORTEST_WIDTH, image.width):
        raise TooMuchError
    return max(1, round(image.width * factor)), max(1, round(image.height * factor))


def rounds_of(image: Image.Image) -> int:
    """How often an animation is to be shown, 0 for without end. A GIF says how often more than once, if at all."""
    if image.format != "GIF":
        return image.info.get("loop", 0)
    more = image.info.get("loop")
    return 0 if more == 0 else (more or 0) + 1


def duration_of(frame: Image.Image) -> int:
    """In milliseconds, as browsers keep it."""
    frame.load()  # WebP and AVIF know it then only
    duration = int(frame.info.get("duration") or 0)
    return duration if duration >= TOO_QUICK else USUAL


def _ready(frame: Image.Image, size: tuple[int, int]) -> Image.Image:
    whole = frame.convert("RGBA" if frame.has_transparency_data else "RGB")
    whole.info = dict(frame.info)
    return colour.kept(scaling.cut(whole, size))


def encoded(frames: list[Image.Image], durations: list[int], rounds: int) -> bytes:
    """An animated WebP of frames of one size."""
    options = {"save_all": True, "append_images": frames[1:], "duration": durations, "loop": rounds}
    return encoding.encoded(frames[0], "webp", {**options, **encoding.MOVING_WEBP})
