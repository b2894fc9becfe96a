"""How files reach a visitor, from disk and from a store alike."""

import logging

import pytest
from django.core.files.storage import storages

from images.storage import StoreError
from tests.factories import create_page
from tests.store.files import stored_document, stored_image, stored_rendition

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(storage):
    return stored_image()


def address(name):
    return f"/media/{name}"


def test_a_picture_is_served_for_ever_and_as_nothing_else(client, image):
    answer = client.get(image.file.url)
    assert answer.getvalue() == b"a picture"
    assert answer["Content-Type"] == "image/png"
    assert answer["Content-Length"] == "9"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_rendition_is_served_like_it(client, image):
    answer = client.get(address(stored_rendition(image)))
    assert answer.getvalue() == b"a rendition"
    assert answer["Content-Type"] == "image/webp"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_document_is_a_download(client, storage):
    answer = client.get(stored_document().file.url)
    assert answer.getvalue().startswith(b"%PDF")
    assert answer["Content-Disposition"] == 'attachment; filename="plan.pdf"'


def test_head_answers_like_get_without_a_body(client, image):
    get, head = client.get(image.file.url), client.head(image.file.url)
    get.close()
    assert head.content == b""
    for name in ("Content-Length", "Content-Type", "ETag", "Cache-Control"):
        assert head[name] == get[name]


def test_what_a_browser_has_is_not_sent_again(client, image):
    known = client.head(image.file.url)["ETag"]
    answer = client.get(image.file.url, headers={"If-None-Match": known})
    assert (answer.status_code, answer.content) == (304, b"")


def test_a_range_is_answered_with_the_whole(client, image):
    answer = client.get(image.file.url, headers={"Range": "bytes=0-3"})
    assert (answer.status_code, answer.getvalue()) == (200, b"a picture")


@pytest.mark.parametrize("method", ["get", "head"])
def test_what_is_not_there_is_not_found(client, storage, method):
    assert getattr(client, method)(address("images/ab/" + "ab" * 16 + ".jpg")).status_code == 404


@pytest.mark.parametrize("name", ["trash/ab/" + "ab" * 16 + ".png", "secret.png", "images/ab", "images/../secret.png"])
def test_a_name_that_the_library_does_not_make_is_not_found_though_it_is_there(client, in_store, name):
    in_store.connection.meta.client.put_object(Bucket=in_store.bucket_name, Key=name, Body=b"secret")
    assert client.get(address(name)).status_code == 404


def test_no_question_is_put_to_the_database(client, image, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get(image.file.url).getvalue()


def test_one_question_is_put_to_the_store(client, in_store):
    asked, image = [], stored_image()
    in_store.connection.meta.client.meta.events.register(
        "before-call.s3", lambda model, **_call: asked.append(model.name)
    )
    client.get(image.file.url).getvalue()
    assert asked == ["GetObject"]


@pytest.fixture
def store_down(in_store, monkeypatch):
    def fail(*_arguments):
        raise StoreError("down", is_passing=True)

    monkeypatch.setattr(type(storages["default"]), "_get", fail)


def test_while_the_storage_does_not_answer_a_picture_is_to_be_asked_for_later(client, in_store, request, caplog):
    image = stored_image()
    request.getfixturevalue("store_down")
    with caplog.at_level(logging.WARNING, "images.views"):
        answer = client.get(image.file.url)
    assert (answer.status_code, answer["Cache-Control"], answer["Retry-After"]) == (503, "no-store", "30")
    assert [record.message for record in caplog.records if record.name == "images.views"] == [
        f"{image.file.name} can't be read: down"
    ]


def test_meanwhile_pages_and_the_health_of_the_site_answer(client, in_store, request):
    image = stored_image()
    create_page(slug="plan", text=f"[[image {image.slug}]]", image=image)
    request.getfixturevalue("store_down")
    assert client.get("/plan/").status_code == 200
    assert client.get("/healthz").content == b"ok"


def test_pages_lead_to_the_public_address_of_the_store(client, in_store, settings):
    settings.MEDIA_URL = "https://media.example.org/"
    image = stored_image()
    create_page(slug="plan", text=f"[[image {image.slug}]]", image=image)
    page = client.get("/plan/").content.decode()
    assert f"https://media.example.org/{image.file.name}" in page
    assert f'"/media/{image.file.name}' not in page
