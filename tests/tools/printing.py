"""What stands on the pages of a PDF."""

import pypdfium2
from PIL import Image


def pages_of_pdf(content: bytes, *, scale: float = 1) -> list[Image.Image]:
    """A picture of each page, at 72 dots an inch times `scale`."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.render(scale=scale).to_pil() for page in document]


def text_of_pdf(content: bytes) -> str:
    """The text within the edges of the pages: what is cut off at one is left out."""
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
