"""A file is taken in without keeping others from saving."""

import pytest
from django.db import connection

from images import processing
from images.models import Image
from tests.factories_images import png_bytes, upload


@pytest.mark.django_db(transaction=True)
def test_a_picture_is_decoded_outside_of_any_transaction(owner_client, monkeypatch):
    prepare, in_transaction = processing.prepare, []

    def watched(content):
        in_transaction.append(connection.in_atomic_block)
        return prepare(content)

    monkeypatch.setattr(processing, "prepare", watched)
    data = {"upload": upload(png_bytes()), "alternative_text": "A bridge"}
    owner_client.post("/admin/images/image/add/", data)
    assert in_transaction == [False]
    assert Image.objects.count() == 1
