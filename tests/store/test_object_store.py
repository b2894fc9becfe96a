"""What is particular to a store: headers that it answers with, and what goes wrong there."""

import socket
import threading
from contextlib import contextmanager

import pytest
from django.core.files.base import ContentFile

from images.object_store import ObjectStore
from images.storage import StoreError
from tests.store.conftest import SECRET_KEY

NAME = "images/ab/" + "ab" * 16 + ".jpg"
DOCUMENT = "documents/" + "ab" * 16 + "/plan-van-aanpak.pdf"
RENDITION = "renditions/ab/" + "ab" * 16 + "/card-176-01234567.avif"
IN_BIN = "trash/cd/" + "cd" * 16 + ".jpg"


def headers(store, name):
    return store.connection.meta.client.head_object(Bucket=store.bucket_name, Key=name)


@pytest.mark.parametrize(
    ("name", "content_type"), [(NAME, "image/jpeg"), (RENDITION, "image/avif"), (DOCUMENT, "application/pdf")]
)
def test_what_visitors_get_has_its_type_and_may_be_kept_for_ever(in_store, name, content_type):
    in_store.save(name, ContentFile(b"content"))
    answer = headers(in_store, name)
    assert answer["ContentType"] == content_type
    assert answer["CacheControl"] == "public, max-age=31536000, immutable"


def test_a_document_is_a_download_and_a_picture_is_not(in_store):
    for name in (NAME, DOCUMENT):
        in_store.save(name, ContentFile(b"content"))
    assert headers(in_store, DOCUMENT)["ContentDisposition"] == 'attachment; filename="plan-van-aanpak.pdf"'
    assert "ContentDisposition" not in headers(in_store, NAME)


def test_what_lies_in_the_bin_says_nothing_and_may_not_be_kept(in_store):
    in_store.save(NAME, ContentFile(b"content"))
    in_store.keep_as(NAME, IN_BIN)
    answer = headers(in_store, IN_BIN)
    assert answer["CacheControl"] == "private, no-store"
    assert answer["ContentType"] == "application/octet-stream"
    in_store.keep_as(IN_BIN, NAME)
    assert headers(in_store, NAME)["ContentType"] == "image/jpeg"


def test_nothing_can_be_read_without_a_key(in_store, s3_server):
    """moto's bucket is private, as a new one is anywhere; what is uploaded does not open itself."""
    in_store.save(NAME, ContentFile(b"content"))
    grants = in_store.connection.meta.client.get_object_acl(Bucket=in_store.bucket_name, Key=NAME)["Grants"]
    assert [grant["Grantee"]["Type"] for grant in grants] == ["CanonicalUser"]


@pytest.mark.parametrize("root", ["/media/", "https://media.example.org/", "https://cdn.example.org/site/"])
def test_an_address_is_that_of_the_site_or_of_the_public_root(in_store, settings, root):
    settings.MEDIA_URL = root
    assert in_store.url(NAME) == f"{root}{NAME}"


def test_a_large_file_is_read_in_parts(in_store):
    content = bytes(1024) * 5000
    in_store.save(NAME, ContentFile(content))
    with in_store.open(NAME) as file:
        parts = list(file.chunks(2**16))
    assert len(parts) > 10
    assert b"".join(parts) == content


def test_nothing_but_reading_is_done_through_an_open_file(in_store):
    with pytest.raises(ValueError, match="read only"):
        in_store.open(NAME, "wb")


QUESTIONS = {
    "save": lambda store: store.save(NAME, ContentFile(b"content")),
    "open": lambda store: store.open(NAME),
    "keep_as": lambda store: store.keep_as(NAME, IN_BIN),
    "listdir": lambda store: store.listdir("images"),
    "below": lambda store: list(store.below("images")),
    "check": lambda store: store.check(),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_bucket_that_is_not_there_is_said(store_options, question):
    store = ObjectStore(**{**store_options, "bucket_name": "not-there"})
    with pytest.raises(StoreError, match="NoSuchBucket") as failure:
        QUESTIONS[question](store)
    assert not failure.value.is_passing


@pytest.fixture
def closed_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    return f"http://127.0.0.1:{port}"


@pytest.mark.parametrize("question", ["save", "open", "below"])
def test_a_store_that_does_not_answer_is_an_error_of_the_system(store_options, closed_port, question):
    store = ObjectStore(**{**store_options, "endpoint_url": closed_port})
    with pytest.raises(StoreError) as failure:
        QUESTIONS[question](store)
    assert failure.value.is_passing
    assert SECRET_KEY not in str(failure.value)


@contextmanager
def _answering(status, code):
    """A store that answers everything with one error."""
    body = f"<Error><Code>{code}</Code><Message>{SECRET_KEY}</Message></Error>".encode()
    answer = b"HTTP/1.1 %d Error\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%b" % (status, len(body), body)
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_serve, args=(server, answer), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
    thread.join()


def _serve(server, answer):
    while True:
        try:
            visitor, _address = server.accept()
        except OSError:
            return
        with visitor:
            visitor.recv(2**16)
            visitor.sendall(answer)


@pytest.mark.parametrize(
    ("status", "code", "is_passing"),
    [(403, "SignatureDoesNotMatch", False), (403, "InvalidAccessKeyId", False), (500, "InternalError", True)],
)
def test_a_wrong_key_is_said_and_not_shown(store_options, status, code, is_passing):
    with _answering(status, code) as address:
        store = ObjectStore(**{**store_options, "endpoint_url": address})
        with pytest.raises(StoreError, match=code) as failure:
            store.delete(NAME)
    assert failure.value.is_passing is is_passing
    assert SECRET_KEY not in str(failure.value)


def test_after_a_failure_nobody_else_waits(store_options, closed_port):
    store = ObjectStore(**{**store_options, "endpoint_url": closed_port})
    with pytest.raises(StoreError, match="EndpointConnectionError"):
        store.exists(NAME)
    with pytest.raises(StoreError, match="a moment ago"):
        store.exists(NAME)
