"""Puts pictures side by side on sheets small enough to be looked at."""

from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 2000, 3000  # pixels, at most
LABEL, GAP = 22, 14
GROUND, INK = "#c8c8c8", "#000000"


class Sheets:
    """Rows from the top down; a new sheet begins where a row no longer fits."""

    def __init__(self):
        self.images: list[Image.Image] = []
        self._new_sheet()

    def _new_sheet(self):
        self._canvas = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
        self._left = self._top = GAP
        self._row_height = 0
        self.images.append(self._canvas)

    def add(self, label: str, picture: Image.Image) -> None:
        if self._left + picture.width + GAP > WIDTH:
            self._left, self._top, self._row_height = GAP, self._top + self._row_height + GAP, 0
        if self._top + LABEL + picture.height + GAP > HEIGHT:
            self._cut()
            self._new_sheet()
        ImageDraw.Draw(self._canvas).text((self._left, self._top), label, INK, font_size=15)
        self._canvas.paste(picture, (self._left, self._top + LABEL))
        self._left += picture.width + GAP
        self._row_height = max(self._row_height, LABEL + picture.height)

    def _cut(self):
        self.images[-1] = self._canvas.crop((0, 0, WIDTH, self._top + self._row_height + GAP))

    def finished(self) -> list[Image.Image]:
        self._cut()
        return [image for image in self.images if image.height > 2 * GAP]


def columns(picture: Image.Image) -> list[Image.Image]:
    """A picture cut into pieces that are no higher than a sheet, from the top down."""
    step = HEIGHT - LABEL - 2 * GAP
    tops = range(0, picture.height, step)
    return [picture.crop((0, top, picture.width, min(top + step, picture.height))) for top in tops]


def write_sheets(pictures: list[tuple[str, Path]], stem: Path, *, scale: float) -> list[Path]:
    """Writes `<stem>-1.png` and on with all pictures, made smaller by `scale`; returns their paths."""
    sheets = Sheets()
    for label, path in pictures:
        with Image.open(path) as picture:
            size = (round(picture.width * scale), max(1, round(picture.height * scale)))
            small = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
        pieces = columns(small)
        for number, piece in enumerate(pieces, start=1):
            sheets.add(label if len(pieces) == 1 else f"{label} {number}/{len(pieces)}", piece)
    paths = []
    for number, image in enumerate(sheets.finished(), start=1):
        paths.append(stem.with_name(f"{stem.name}-{number:02}.png"))
        image.save(paths[-1])
    return paths
