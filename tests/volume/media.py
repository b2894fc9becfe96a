"""Pictures and documents of the volume site: drawn, so that they show nobody and belong to nobody."""

from io import BytesIO
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as PillowImage
from PIL import ImageDraw, ImageFilter

from images.models import Document, Image
from tests.factories_images import office_bytes, pdf_bytes

_COLOURS = ("#d9b44a", "#c9624f", "#79b4c9", "#5d8f6a", "#8b78b8", "#2f4f4a", "#e8dcc0")


def create_picture(title: str, *, width: int = 1600, height: int = 1067, alternative: str, **fields) -> Image:
    """A scene of soft hills, stored with what follows from an upload."""
    image = Image.objects.store(SimpleUploadedFile(f"{title}.jpg", _scene(title, width, height)), title=title)
    image.alternative_text = alternative
    for field, value in fields.items():
        setattr(image, field, value)
    image.save()
    return image


def create_download(title: str, *, extension: str = "pdf") -> Document:
    content = pdf_bytes(title) + b"%" * 240_000 if extension == "pdf" else office_bytes()
    return Document.objects.store(SimpleUploadedFile(f"{title}.{extension}", content), title=title)


def _scene(seed, width, height):
    random = Random(seed)  # noqa: S311
    sky, *hills = random.sample(_COLOURS, 4)
    picture = PillowImage.new("RGB", (width // 4, height // 4), sky)
    draw = ImageDraw.Draw(picture)
    for number, colour in enumerate(hills):
        top = picture.height * (0.35 + 0.2 * number)
        for left in range(-40, picture.width, 120):
            bulge = random.randint(10, 60)
            draw.ellipse((left - 60, top - bulge, left + 200, top + picture.height), fill=colour)
    stream = BytesIO()
    picture.filter(ImageFilter.GaussianBlur(1)).resize((width, height)).save(stream, "JPEG", quality=70)
    return stream.getvalue()
