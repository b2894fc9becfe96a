"""What an upload leaves, on disk and in a store alike."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import DatabaseError, connection
from django.utils import translation

from images.models import Document, Image
from images.object_store import ObjectStore
from images.storage import StoreError
from tests.factories_images import pdf_bytes, png_bytes, upload

pytestmark = pytest.mark.django_db(transaction=True)


def store_document():
    return Document.objects.store(upload(pdf_bytes(), "plan.pdf"))


def test_a_picture_that_is_uploaded_is_shown(owner_client, storage):
    owner_client.post("/admin/images/image/add/", {"upload": upload(png_bytes(), "brug.png")})
    answer = owner_client.get(Image.objects.get().file.url)
    assert answer.getvalue().startswith(b"\x89PNG")


def test_it_is_written_in_no_transaction(storage, monkeypatch):
    was = []
    save = type(storages["default"])._save
    patched = lambda self, name, content: was.append(connection.in_atomic_block) or save(self, name, content)  # noqa: E731
    monkeypatch.setattr(type(storages["default"]), "_save", patched)
    store_document()
    assert was == [False]


def test_what_the_database_refuses_leaves_no_file(storage, names, monkeypatch):
    def refuse(*_arguments, **_options):
        raise DatabaseError("locked")

    monkeypatch.setattr(Document, "save", refuse)
    with pytest.raises(DatabaseError, match="locked"):
        store_document()
    assert names() == []


def test_what_the_last_item_of_the_same_content_took_along_is_written_again(storage, names, monkeypatch):
    """It was deleted between the writing of this one and its row."""
    save = Document.save

    def slow(document, **options):
        storage.delete(document.file.name)
        save(document, **options)

    monkeypatch.setattr(Document, "save", slow)
    assert names() == []
    document = store_document()
    assert names() == [document.file.name]


@pytest.mark.parametrize(
    ("failure", "word"),
    [
        (OSError(28, "No space left on device"), "disk"),
        (StoreError("down", is_passing=True), "few minutes"),
        (StoreError("AccessDenied"), "operator"),
    ],
)
def test_what_can_not_be_kept_is_refused_in_words_and_leaves_nothing(storage, names, monkeypatch, failure, word):
    def fail(*_arguments):
        raise failure

    monkeypatch.setattr(type(storages["default"]), "_save", fail)
    with translation.override("en"), pytest.raises(ValidationError, match=word):
        store_document()
    assert not Document.objects.exists()
    assert names() == []


@pytest.mark.parametrize("kind", ["image", "document"])
def test_in_the_admin_the_file_is_named_and_the_rest_of_a_batch_goes_on(owner_client, in_store, monkeypatch, kind):
    save, failing = ObjectStore._save, [StoreError("down", is_passing=True)]

    def fail_once(self, name, content):
        if failing:
            raise failing.pop()
        return save(self, name, content)

    monkeypatch.setattr(ObjectStore, "_save", fail_once)
    contents = [png_bytes(40), png_bytes(50)] if kind == "image" else [pdf_bytes("a"), pdf_bytes("b")]
    batch = {"upload": [upload(content, f"{number}.file") for number, content in enumerate(contents)]}
    page = owner_client.post(f"/admin/images/{kind}/add/", batch).content.decode()
    assert "0.file" in page
    assert [item.title for model in (Image, Document) for item in model.objects.all()] == ["1"]
