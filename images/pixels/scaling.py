from PIL import Image

LANCZOS = Image.Resampling.LANCZOS
GAP = 3.0  # a first, coarse step to three times the size wanted: as sharp to the eye, a third of the time
LARGE = 24_000_000


def fit(image: Image.Image, edge: int) -> None:
    """In place, to at most `edge` pixels on the longest side; a JPEG is decoded at a part of its size where it can."""
    # Half as much again as wanted is sharper, and takes memory.
    wanted = edge if image.width * image.height > LARGE else 1.5 * edge
    scale = wanted / max(image.size)
    if scale < 1:
        image.draft(None, (int(image.width * scale), int(image.height * scale)))
    image.thumbnail((edge, edge), LANCZOS, reducing_gap=GAP)


def cut(image: Image.Image, size: tuple[int, int], box: tuple[int, int, int, int] | None = None) -> Image.Image:
    """The part of `image` within `box` (left, top, right, bottom; all of it for None) in another size.

    With the profile of its colours in `info`, and nothing else.
    """
    # `resize` has a box of its own, and looks beyond it.
    scaled = (image.crop(box) if box else image).resize(size, LANCZOS, reducing_gap=GAP)
    scaled.info = {key: value for key, value in image.info.items() if key == "icc_profile"}
    return scaled
