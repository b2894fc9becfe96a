"""What the library asks of the storage of its files, on disk and in a store alike."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

NAME = "images/ab/" + "ab" * 16 + ".jpg"
OTHER = "trash/cd/" + "cd" * 16 + ".jpg"


def save(storage, name=NAME, content=b"content"):
    return storage.save(name, ContentFile(content))


def test_what_is_saved_is_read_again(storage):
    assert save(storage) == NAME
    with storage.open(NAME) as file:
        assert file.read() == b"content"
    assert storage.exists(NAME)
    assert storage.size(NAME) == 7


def test_a_file_is_read_from_any_place(storage):
    content = bytes(range(256)) * 1000
    save(storage, content=content)
    with storage.open(NAME) as file:
        file.seek(1000)
        assert file.read(3) == content[1000:1003]
        file.seek(-2, 2)
        assert file.read() == content[-2:]
        file.seek(0)
        assert b"".join(file.chunks(70_000)) == content
        assert file.read() == b""


def test_an_empty_file_is_read(storage):
    save(storage, content=b"")
    with storage.open(NAME) as file:
        assert file.read() == b""


def test_a_name_that_exists_is_written_over(storage, names):
    save(storage)
    assert save(storage) == NAME
    assert names() == [NAME]


def test_what_is_not_there_is_said_to_be_missing(storage):
    with pytest.raises(FileNotFoundError):
        storage.open(NAME).read()
    assert not storage.exists(NAME)
    storage.delete(NAME)
    assert list(storage.below("images")) == []


def test_a_file_is_found_under_another_name_too(storage, names):
    save(storage)
    storage.keep_as(NAME, OTHER)
    storage.keep_as(NAME, OTHER)
    assert names() == [NAME, OTHER]
    storage.delete(NAME)
    with storage.open(OTHER) as file:
        assert file.read() == b"content"


def test_what_is_not_there_is_not_found_under_another_name(storage, names):
    storage.keep_as(NAME, OTHER)
    assert names() == []


def test_what_lies_below_a_folder_is_listed_with_size_and_moment(storage):
    before = timezone.now() - timedelta(seconds=2)
    save(storage)
    save(storage, "images/cd/" + "cd" * 16 + ".png", b"four")
    save(storage, "images-not/file.jpg")
    found = {entry.name: entry for entry in storage.below("images")}
    assert {name: entry.size for name, entry in found.items()} == {NAME: 7, "images/cd/" + "cd" * 16 + ".png": 4}
    assert before <= found[NAME].since <= timezone.now() + timedelta(seconds=2)


def test_a_folder_is_deleted_with_all_below_it(storage, names):
    folder = "renditions/ab/" + "ab" * 16
    for width in (320, 1024):
        save(storage, f"{folder}/first-{width}-01234567.jpg")
    save(storage)
    storage.delete_below(folder)
    assert names() == [NAME]


@pytest.mark.parametrize("failure", [OSError("the source breaks off"), KeyboardInterrupt()])
def test_what_breaks_off_while_it_is_saved_leaves_nothing(storage, names, failure):
    class Broken(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"half"
            raise failure

        def read(self, *args):
            raise failure

    with pytest.raises(type(failure)):
        storage.save(NAME, Broken(b"half and half"))
    assert names() == []
