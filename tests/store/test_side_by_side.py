"""What other processes do at the same moment loses no file."""

import os
import tempfile
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError
from django.db.models.signals import post_save

from images.models import Image
from images.storage import media_storage
from tests.factories_images import png_bytes, upload
from trash.signals import emptied
from trash.tasks import empty_bin

pytestmark = pytest.mark.django_db


def content_of(name):
    with default_storage.open(name) as file:
        return file.read()


def taking_the_folder_away_once(monkeypatch, module, name):
    """Another process removes the folder, which is empty, just before `module.name` is called for the first time."""
    does, folders = getattr(module, name), [True]

    def first_without_folder(*arguments, **named):
        if folders and folders.pop():
            Path(default_storage.path("trash/ab")).rmdir()
        return does(*arguments, **named)

    monkeypatch.setattr(module, name, first_without_folder)


def test_a_file_is_kept_though_its_new_folder_vanishes_meanwhile(monkeypatch):
    default_storage.save("images/ab/one.jpg", ContentFile(b"picture"))
    taking_the_folder_away_once(monkeypatch, os, "link")
    media_storage.keep_as("images/ab/one.jpg", "trash/ab/one")
    assert content_of("trash/ab/one") == b"picture"


def test_a_file_is_written_though_its_new_folder_vanishes_meanwhile(monkeypatch):
    taking_the_folder_away_once(monkeypatch, tempfile, "NamedTemporaryFile")
    default_storage.save("trash/ab/one", ContentFile(b"picture"))
    assert content_of("trash/ab/one") == b"picture"


def test_a_file_that_is_not_there_is_kept_nowhere():
    media_storage.keep_as("images/ab/none.jpg", "trash/ab/none")
    assert not default_storage.exists("trash/ab/none")


def test_one_who_can_not_tidy_keeps_nobody_else_from_it():
    tidied = []

    def refuses(**_signal):
        raise OSError("the store is down")

    def tidies(**_signal):
        tidied.append(True)

    for receiver in (refuses, tidies):
        emptied.connect(receiver)
    try:
        with pytest.raises(OSError, match="store is down"):
            empty_bin.call()
    finally:
        for receiver in (refuses, tidies):
            emptied.disconnect(receiver)
    assert tidied == [True]


def test_a_row_that_is_refused_after_it_was_stored_leaves_no_file():
    def refuses(**_signal):
        raise DatabaseError("the disk is full")

    post_save.connect(refuses, sender=Image)
    try:
        with pytest.raises(DatabaseError):
            Image.objects.store(upload(png_bytes()))
    finally:
        post_save.disconnect(refuses, sender=Image)
    assert list(media_storage.below("images")) == []


def test_what_was_received_does_not_stay_in_memory(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = Image.objects.store(upload(png_bytes()))
    assert (image.content, image.first) == (None, ())
    assert default_storage.exists(image.file.name)
