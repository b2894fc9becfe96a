"""The editor's two addresses serve whoever may edit, and nobody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from images.models import Image
from publishing import markdown
from tests.factories import create_user
from tests.factories_images import png_bytes

pytestmark = pytest.mark.django_db

PREVIEW, UPLOAD = "/admin/editor/preview/", "/admin/editor/upload/"


def picture(content=None):
    return {"image": SimpleUploadedFile("chairs.png", content or png_bytes(width=40, height=30), "image/png")}


def sign_in(client, *permissions, **fields):
    client.force_login(create_user(*permissions, **fields))
    return client


def test_preview_asks_for_the_permission_to_write(client):
    assert client.post(PREVIEW, {"content": "x"}).status_code == 403
    assert sign_in(client).post(PREVIEW, {"content": "x"}).status_code == 403
    assert sign_in(client, "images.add_image").post(PREVIEW, {"content": "x"}).status_code == 403
    assert sign_in(client, "pages.change_page").post(PREVIEW, {"content": "x"}).status_code == 200


def test_upload_asks_for_the_permission_to_add_pictures_and_stores_nothing_without(client):
    assert client.post(UPLOAD, picture()).status_code == 403
    assert sign_in(client, "pages.change_page").post(UPLOAD, picture()).status_code == 403
    assert Image.objects.count() == 0
    assert sign_in(client, "images.add_image").post(UPLOAD, picture()).status_code == 200
    assert Image.objects.count() == 1


@pytest.mark.parametrize("address", [PREVIEW, UPLOAD])
def test_a_login_without_the_admin_is_refused(client, address):
    user = create_user("pages.change_page", "images.add_image")
    user.is_staff = False
    user.save()
    client.force_login(user)
    assert client.post(address, {"content": "x", **picture()}).status_code == 403
    assert Image.objects.count() == 0


@pytest.mark.parametrize("address", [PREVIEW, UPLOAD])
def test_only_post_is_answered(owner_client, address):
    assert owner_client.get(address).status_code == 405


def test_both_demand_the_token_of_the_form(owner):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(owner)
    assert strict.post(PREVIEW, {"content": "x"}).status_code == 403
    assert strict.post(UPLOAD, picture()).status_code == 403
    assert Image.objects.count() == 0


def test_preview_is_made_by_the_one_renderer(owner_client):
    answer = owner_client.post(PREVIEW, {"content": '# Title\n\n"Hello" <script>alert(1)</script>'})
    assert "<script" not in answer.content.decode()
    assert markdown.render('"Hello"', language="nl").html.strip("\n<p>/") in answer.content.decode()


def test_preview_is_set_in_the_language_of_the_item(owner_client):
    def shown(language):
        return owner_client.post(PREVIEW, {"content": "a[^1]\n\n[^1]: b", "language": language}).content.decode()

    assert "Footnote" in shown("en")
    assert "Voetnoot" in shown("nl") and "Voetnoot" in shown("nonsense")


def test_a_text_over_the_limit_is_told_and_not_lost(owner_client):
    answer = owner_client.post(PREVIEW, {"content": "x" * (markdown.MAX_LENGTH + 1)})
    assert answer.status_code == 413
    assert str(markdown.MAX_LENGTH) in answer.content.decode()


def test_an_uploaded_picture_is_answered_with_the_line_for_the_text(owner_client):
    answer = owner_client.post(UPLOAD, picture()).json()
    insertable = markdown.parse(answer["image_code"])
    assert (insertable.kind, insertable.name, insertable.get("alt", None)) == ("afbeelding", "chairs", "")


def test_a_file_that_is_no_picture_is_refused_with_a_sentence(owner_client):
    answer = owner_client.post(UPLOAD, picture(b"just words"))
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert Image.objects.count() == 0


def test_no_file_at_all_is_answered_with_a_sentence(owner_client):
    answer = owner_client.post(UPLOAD, {})
    assert answer.status_code == 400
    assert answer.json()["error"]
