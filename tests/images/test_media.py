"""How files reach a visitor."""

import pytest

from images.models import Document, Image
from tests.factories_images import office_bytes, pdf_bytes, png_bytes, upload

pytestmark = pytest.mark.django_db

PDF_WITH_SCRIPT = pdf_bytes("x) /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> (")


@pytest.fixture
def image():
    return Image.objects.store(upload(png_bytes()))


@pytest.fixture
def document():
    return Document.objects.store(upload(PDF_WITH_SCRIPT, "Plan van aanpak.pdf"))


def body(response):
    return b"".join(response)


def test_an_image_is_served_for_ever_and_as_nothing_else(client, image, media_root):
    response = client.get(image.file.url)
    assert body(response) == (media_root / image.file.name).read_bytes()
    assert response["Content-Type"] == "image/png"
    assert response["Content-Length"] == str(image.size)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert not response.get("Content-Disposition", "").startswith("attachment")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_a_document_with_a_script_is_a_download_and_no_more(client, document):
    response = client.get(document.file.url)
    assert body(response) == PDF_WITH_SCRIPT
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="plan-van-aanpak.pdf"'
    assert response["Content-Security-Policy"].startswith("sandbox")
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("status", [200, 304])
@pytest.mark.parametrize("method", ["get", "head"])
def test_a_picture_may_be_shown_by_other_sites_and_a_document_not(client, image, document, method, status):
    for item, policy in ((image, "cross-origin"), (document, "same-origin")):
        known = {"If-None-Match": client.head(item.file.url)["ETag"]} if status == 304 else {}
        response = getattr(client, method)(item.file.url, headers=known)
        body(response)
        assert (response.status_code, response["Cross-Origin-Resource-Policy"]) == (status, policy)


def test_an_office_file_has_its_own_type(client):
    document = Document.objects.store(upload(office_bytes("xl"), "begroting.xlsx"))
    response = client.get(document.file.url)
    response.close()
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    assert response["Content-Disposition"].startswith("attachment")


def test_no_question_is_put_to_the_database(client, image, django_assert_num_queries):
    with django_assert_num_queries(0):
        body(client.get(image.file.url))


def test_head_answers_like_get_without_a_body(client, image):
    get, head = client.get(image.file.url), client.head(image.file.url)
    assert body(get)
    assert head.content == b""
    for name in ("Content-Length", "Content-Type", "ETag", "Cache-Control", "X-Content-Type-Options"):
        assert head[name] == get[name]


def test_what_a_browser_has_is_not_sent_again(client, image):
    first = client.get(image.file.url)
    body(first)
    again = client.get(image.file.url, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again["Cache-Control"] == first["Cache-Control"]
    other = client.get(image.file.url, headers={"If-None-Match": '"another"'})
    assert other.status_code == 200
    assert body(other)


def test_a_range_is_answered_with_the_whole(client, image):
    response = client.get(image.file.url, headers={"Range": "bytes=0-3"})
    assert response.status_code == 200
    assert len(body(response)) == image.size


@pytest.mark.parametrize("method", ["post", "put", "delete", "options"])
def test_other_methods_are_refused(client, image, method):
    assert getattr(client, method)(image.file.url).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "",
        "site.sqlite3",
        "images/",
        "images/ab",
        "images/ab/" + "ab" * 16 + ".jpg",
        "images/cd/" + "ab" * 16 + ".jpg",
        "images/ab/" + "ab" * 16 + ".svg",
        "images/ab/" + "ab" * 16 + ".jpg%0A",
        "images/ab/" + "ab" * 16 + ".jpg%00",
        "images/ab/%00.jpg",
        "../site.sqlite3",
        "..%2fsite.sqlite3",
        "images/../../site.sqlite3",
        "images/%2e%2e/%2e%2e/site.sqlite3",
        "%2fetc%2fpasswd",
        "documents/" + "ab" * 16 + "/../../../site.pdf",
        "documents/" + "ab" * 16 + "/plan.html",
        "images/ab/.part",
    ],
)
def test_any_other_name_is_not_found(client, path, media_root):
    media_root.mkdir()
    (media_root.parent / "site.sqlite3").write_text("secret")
    (media_root / "site.sqlite3").write_text("secret")
    assert client.get("/media/" + path).status_code in (400, 404)


def test_a_folder_under_the_name_of_a_file_is_not_found(client, media_root):
    name = "images/ab/" + "ab" * 16 + ".jpg"
    (media_root / name).mkdir(parents=True)
    assert client.get("/media/" + name).status_code == 404


def test_what_is_deleted_is_gone(client, image, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert client.get(image.file.url).status_code == 404
