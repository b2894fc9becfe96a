from PIL import Image

LANCZOS = Image.Resampling.LANCZOS
GAP = 3.0  # a first, coarse step to three times the size wanted: as sharp to the eye, a third of the time


def fit(image: Image.Image, edge: int) -> None:
    """In place, to at most `edge` pixels on the longest side; a JPEG is decoded at a part of its size where it can."""
    scale = 1.5 * edge / max(image.size)
    if scale < 1:
        image.draft(None, (int(image.width * scale), int(image.height * scale)))
    image.thumbnail((edge, edge), LANCZOS, reducing_gap=GAP)


def cut(image: Image.Image, size: tuple[int, int], box: tuple[int, int, int, int] | None = None) -> Image.Image:
    """The part of `image` within `box` (left, top, right, bottom; all of it for None) in another size."""
    if size == image.size and box is None:
        return image
    return image.resize(size, LANCZOS, box=box, reducing_gap=GAP)
