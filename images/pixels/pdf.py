"""How many pages a PDF has, and a picture of its first one. PDFium runs no script that stands in it."""

from pathlib import Path
from typing import BinaryIO

import pypdfium2
from PIL import Image

from images.pixels import encoding
from images.pixels.refusals import Refused

WIDTH = 180
# A page that is taller than this is shown as far as it fits; none makes a larger picture than its width promises.
TALLEST = 3 * WIDTH


def run(source: BinaryIO, options: dict, folder: Path) -> dict:
    """Writes `cover.jpg`, WIDTH pixels wide, and gives `pages`, a count.

    Raises Refused("locked") for one that asks for a password, Refused("unreadable") for one that is damaged.
    """
    try:
        with pypdfium2.PdfDocument(source) as document:
            cover = _first_page(document[0])
            encoding.put(encoding.encoded(cover, "jpg", encoding.JPEG), folder / "cover.jpg")
            return {"pages": len(document), "width": cover.width, "height": cover.height}
    except pypdfium2.PdfiumError as error:
        raise Refused("locked" if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD else "unreadable") from error


def _first_page(page: pypdfium2.PdfPage) -> Image.Image:
    width, height = page.get_size()
    scale = min(WIDTH / width, TALLEST / height)
    drawn = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    ground = Image.new("RGB", (WIDTH, max(1, drawn.height)), "white")
    ground.paste(drawn, ((WIDTH - drawn.width) // 2, 0))
    return ground
