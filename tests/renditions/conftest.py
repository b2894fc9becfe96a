import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as PillowImage

from images.models import Image
from images.renditions import asking
from images.renditions.specs import folder
from images.storage import media_storage
from tests.factories_images import photo_bytes, upload

FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}


class Workshop:
    """Makes renditions in this process, and keeps what it was asked for."""

    def __init__(self):
        self.asked = []
        self.before_each = lambda spec: None

    def run(self, operation, source, options, out):
        assert operation == "render"
        kept = PillowImage.open(BytesIO(source))
        for spec in json.loads(json.dumps(options))["specs"]:
            self.before_each(spec)
            self.asked.append(spec["file"])
            size = spec["width"], spec["height"]
            kept.resize(size, box=spec["box"]).save(Path(out, spec["file"]), FORMATS[spec["format"]])
        return {}


@pytest.fixture
def workshop(monkeypatch):
    workshop = Workshop()
    monkeypatch.setattr("images.sandbox.run", workshop.run)
    return workshop


@pytest.fixture
def photo(db):
    """A picture of 400 by 300, of which nothing is made yet."""
    image = Image.objects.store(upload(photo_bytes(), "photo.jpg"), title="A photo")
    image.ready = []
    image.save()
    media_storage.delete_below(folder(image))
    return image


@pytest.fixture(autouse=True)
def nothing_asked_before():
    asking.forget()
    yield
    asking.forget()


@pytest.fixture
def stored(settings):
    """The names of all renditions on disk."""

    def names():
        root = Path(settings.MEDIA_ROOT)
        return sorted(str(path.relative_to(root)) for path in root.glob("renditions/**/*") if path.is_file())

    return names
