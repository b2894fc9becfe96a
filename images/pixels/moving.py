"""Animations: GIF, APNG, WebP and AVIF become animated WebP, within limits that keep an upload quick."""

from pathlib import Path

from PIL import Image, ImageSequence

from images.pixels import colour, encoding, scaling
from images.pixels.deadlines import Deadline, OutOfTimeError

MAX_FRAMES = 500
MAX_PIXELS_READ = 150_000_000  # of all frames together
MAX_PIXELS_KEPT = 24_000_000
LONGEST_EDGE = 1280
SHORTEST_WIDTH = 160
SECONDS = 3
QUICKEST = 20  # milliseconds a frame; browsers show anything quicker more slowly than this


class TooMuchError(Exception):
    """The animation is beyond a limit; its first frame may still be taken."""


def frames_of(image: Image.Image) -> int:
    """1 for a still; of a stereo pair (MPO) only the first half counts."""
    return 1 if image.format in ("JPEG", "MPO") else getattr(image, "n_frames", 1)


def keep(image: Image.Image, path: Path, edge: int = LONGEST_EDGE) -> tuple[Image.Image, int]:
    """Writes an animated WebP; gives its first frame and the number of its frames. Raises TooMuchError."""
    try:
        with Deadline(SECONDS):
            return _keep(image, path, edge)
    except OutOfTimeError as error:
        path.unlink(missing_ok=True)
        raise TooMuchError from error


def _keep(image: Image.Image, path: Path, edge: int) -> tuple[Image.Image, int]:
    count = frames_of(image)
    size = size_for(image, count, edge)
    frames, durations = [], []
    loop = image.info.get("loop", 1 if image.format == "GIF" else 0)
    for frame in ImageSequence.Iterator(image):
        durations.append(max(QUICKEST, int(frame.info.get("duration", 100) or 100)))
        frames.append(_ready(frame, size))
    write(frames, path, durations, loop)
    return frames[0], count


def size_for(image: Image.Image, count: int, edge: int) -> tuple[int, int]:
    """The size at which all frames together stay within MAX_PIXELS_KEPT. Raises TooMuchError."""
    pixels = image.width * image.height
    if count > MAX_FRAMES or count * pixels > MAX_PIXELS_READ:
        raise TooMuchError
    factor = min(1, edge / max(image.size), (MAX_PIXELS_KEPT / (count * pixels)) ** 0.5)
    if factor * image.width < min(SHORTEST_WIDTH, image.width):
        raise TooMuchError
    return max(1, round(image.width * factor)), max(1, round(image.height * factor))


def _ready(frame: Image.Image, size: tuple[int, int]) -> Image.Image:
    mode = "RGBA" if frame.has_transparency_data else "RGB"
    ready = frame.convert(mode)
    ready.info = {key: value for key, value in frame.info.items() if key == "icc_profile"}
    scaled = scaling.cut(ready, size)
    scaled.info = ready.info
    return colour.kept(scaled)


def write(frames: list[Image.Image], path: Path, durations: list[int], loop: int) -> None:
    """An animated WebP of frames of one size; `durations` in milliseconds, `loop` 0 for without end."""
    options = {"save_all": True, "append_images": frames[1:], "duration": durations, "loop": loop}
    encoding.write(frames[0], path, "webp", {**options, **encoding.MOVING_WEBP})
