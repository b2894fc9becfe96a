import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

pytestmark = pytest.mark.django_db


def test_the_longest_text_fits_even_when_every_character_is_four_bytes(client):
    longest = "😀" * 250_000
    assert client.post("/admin/login/", {"username": longest}).status_code == 200
    encoded = f"username={'%F0%9F%98%80' * 250_000}"
    response = client.post("/admin/login/", encoded, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 200


@pytest.mark.parametrize("path", ["/", "/admin/login/", "/nothing-here/"])
def test_a_body_over_the_limit_gets_an_explanation(client, path):
    body = b"a" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    response = client.post(path, body, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 413
    assert b"5 MB" in response.content
    assert response.headers["Content-Security-Policy"]


def test_a_file_may_be_larger_than_a_text_but_not_without_end(client, settings):
    settings.REQUEST_MAX_SIZE = 7 * 2**20
    for megabytes, status in ((6, 200), (8, 413)):
        file = SimpleUploadedFile("a.jpg", b"a" * megabytes * 2**20)
        assert client.post("/admin/login/", {"file": file}).status_code == status


def test_a_nul_is_refused_in_path_and_query(client):
    assert client.get("/page%00/").status_code == 404
    assert client.get("/?page=%00").status_code == 400
