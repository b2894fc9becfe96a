"""Media from disk to the store and back, by the command."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import translation

from images.moving import Move
from images.names import cover_name
from images.object_store import ObjectStore
from images.replacing import replace
from images.storage import WholeFileStorage
from tests.factories_images import pdf_bytes, upload
from tests.operations.commands import PROJECT, environment
from tests.store.files import stored_document, stored_image, stored_rendition
from trash.putting import put

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def disk():
    return WholeFileStorage()


@pytest.fixture
def store(settings, store_options):
    settings.OBJECT_STORE = store_options
    return ObjectStore(**store_options)


def files(storage):
    folders = ("images", "documents", "renditions", "covers", "trash", "former", "cards")
    return {entry.name: entry.size for folder in folders for entry in storage.below(folder)}


def move(*arguments):
    out, err = StringIO(), StringIO()
    call_command("move_media", *arguments, stdout=out, stderr=err)
    return out.getvalue()


@pytest.fixture
def library(disk, store):
    """On disk: a picture with a rendition, a document with what it was before, a picture in the bin. Their sizes."""
    stored_rendition(stored_image())
    cover = default_storage.save(cover_name(b"a cover"), ContentFile(b"a cover"))
    replace(stored_document(cover=cover), upload(pdf_bytes("better"), "better.pdf"))
    put([stored_image(b"in the bin")], by=None)
    return files(disk)


def test_a_dry_run_counts_and_changes_nothing(library, disk, store):
    assert "5" in move("--to-store", "--dry-run")
    assert files(store) == {}
    assert files(disk) == library


def test_all_that_rows_need_is_there_and_still_here(library, disk, store):
    assert "S3_*" in move("--to-store")
    assert len(library) == 5
    assert files(store) == files(disk) == library


def test_run_again_it_copies_only_what_is_new(library, store, monkeypatch):
    move("--to-store")
    new = stored_image(b"another").file.name
    saved = []
    save = ObjectStore._save
    monkeypatch.setattr(
        ObjectStore, "_save", lambda self, name, content: saved.append(name) or save(self, name, content)
    )
    move("--to-store")
    assert saved == [new]


def test_what_was_copied_is_deleted_where_it_was_only_when_asked(library, disk, store):
    default_storage.save("cards/page/1/" + "0" * 20 + ".png", ContentFile(b"a card"))
    move("--to-store", "--delete", "--no-input")
    assert files(disk) == {}
    assert files(store) == library


@pytest.mark.parametrize(("answer", "left"), [("no", 5), ("", 5), ("yes", 0)])
def test_before_that_it_is_asked_whether_visitors_get_it_elsewhere(library, disk, monkeypatch, answer, left):
    monkeypatch.setattr("builtins.input", lambda _question: answer)
    with translation.override("en"):
        move("--to-store", "--delete")
    assert len(files(disk)) == left


def test_back_on_disk_it_is_as_it_was(library, disk, store):
    move("--to-store", "--delete", "--no-input")
    move("--to-disk", "--delete", "--no-input")
    assert files(disk) == library
    assert files(store) == {}


def test_what_no_row_needs_stays_where_it_is(library, disk, store):
    left = default_storage.save("images/ab/" + "ab" * 16 + ".jpg", ContentFile(b"left"))
    move("--to-store", "--delete", "--no-input")
    assert list(files(disk)) == [left]
    assert left not in files(store)


def test_a_damaged_file_is_named_and_not_deleted(library, disk, store):
    damaged = stored_image(b"another").file.name
    default_storage.save(damaged, ContentFile(b"damaged"))
    with pytest.raises(CommandError):
        move("--to-store", "--delete", "--no-input")
    assert list(files(disk)) == [damaged]


def test_a_missing_file_is_named_and_keeps_nothing_else(library, disk, store, capsys):
    missing = stored_image(b"another").file.name
    disk.delete(missing)
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("move_media", "--to-store", stdout=out, stderr=StringIO())
    assert missing in out.getvalue()
    assert files(store) == library


@pytest.mark.parametrize("folder", ["images/", "renditions/"])
def test_half_a_file_that_something_else_left_there_is_copied_anew(library, store, folder):
    name = next(name for name in library if name.startswith(folder))
    store.save(name, ContentFile(b"half"))
    move("--to-store")
    assert files(store) == library


def test_interrupted_it_says_that_it_can_be_run_again(library, store, monkeypatch):
    def interrupted(self, file):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Move, "_move", interrupted)
        with pytest.raises(CommandError):
            move("--to-store")
    move("--to-store")
    assert files(store) == library


def test_a_store_that_refuses_stops_it_with_a_word(library, settings, store_options):
    settings.OBJECT_STORE = {**store_options, "bucket_name": "not-there"}
    with pytest.raises(CommandError, match="NoSuchBucket"):
        move("--to-store")


def test_without_a_store_the_variable_is_named(settings):
    settings.OBJECT_STORE = None
    with pytest.raises(CommandError, match="S3_BUCKET: "):
        move("--to-store")


def test_killed_in_the_middle_it_leaves_whole_files_and_is_finished_by_the_next_run(
    tmp_path, disk, store, store_options
):
    many = {stored_image(b"picture %d" % number).file.name for number in range(300)}
    _copy_database(tmp_path / "site.sqlite3")
    command = [sys.executable, "manage.py", "move_media", "--to-store"]
    process = subprocess.Popen(command, cwd=PROJECT, env=_variables(tmp_path, store_options), stderr=subprocess.DEVNULL)
    while len(files(store)) < 40:
        assert process.poll() is None
    process.kill()
    process.wait()
    there = files(store)
    assert 40 <= len(there) < len(many)
    assert there.items() <= files(disk).items()
    move("--to-store")
    assert files(store).keys() == many


def _copy_database(file):
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as here, closing(sqlite3.connect(file)) as there:
        here.backup(there)


def _variables(data_dir, options):
    variables = {
        "S3_BUCKET": options["bucket_name"],
        "S3_ENDPOINT": options["endpoint_url"],
        "S3_ACCESS_KEY": options["access_key"],
        "S3_SECRET_KEY": options["secret_key"],
    }
    return environment(data_dir, **variables)
