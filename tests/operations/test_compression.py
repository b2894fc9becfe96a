import gzip

import pytest
from django.http import FileResponse, HttpResponse

from consultancy.middleware import PageCompressionMiddleware


@pytest.mark.django_db
def test_a_page_is_compressed_for_whoever_can_read_it(client):
    plain = client.get("/")
    packed = client.get("/", headers={"accept-encoding": "gzip"})
    assert (plain.headers.get("Content-Encoding"), packed.headers["Content-Encoding"]) == (None, "gzip")
    assert gzip.decompress(packed.content) == plain.content
    assert "Accept-Encoding" in packed.headers["Vary"]


def test_a_file_is_sent_as_it_is(rf, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"a" * 1000)
    request = rf.get("/", headers={"accept-encoding": "gzip"})
    with (tmp_path / "a.pdf").open("rb") as file:
        response = PageCompressionMiddleware(lambda request: FileResponse(file))(request)
        assert "Content-Encoding" not in response.headers
        assert response.headers["Content-Length"] == "1000"
    page = PageCompressionMiddleware(lambda request: HttpResponse("a" * 1000))(request)
    assert page.headers["Content-Encoding"] == "gzip"
