"""Many files taken in on one screen: without a script all at once, with one each by itself."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.urls import reverse

from images import replacing
from images.admin.uploading import UploadMixin
from images.models import Document, Image
from tests.factories_images import create_image, pdf_bytes, png_bytes, upload

pytestmark = pytest.mark.django_db

ADD = "/admin/images/image/add/"
WORDS = "/admin/images/image/words/"
AS_SCRIPT = {"Accept": "application/json"}


def send(client, *files, address=ADD, **headers):
    return client.post(address, {"upload": files}, headers=headers)


def rows(response):
    return [(one.name, one.outcome) for one in response.context["received"]]


def test_several_at_once_are_each_told_of(owner_client):
    files = [upload(png_bytes(), "a.png"), upload(b"just words", "b.png"), upload(png_bytes(50), "c.png")]
    response = send(owner_client, *files)
    assert rows(response) == [("a.png", "new"), ("b.png", "refused"), ("c.png", "new")]
    assert response.context["received"][1].refusal in response.content.decode()
    assert Image.objects.count() == 2


def test_the_same_bytes_twice_are_found_and_offered(owner_client):
    response = send(owner_client, upload(png_bytes(), "a.png"), upload(png_bytes(), "b.png"))
    assert rows(response) == [("a.png", "new"), ("b.png", "known")]
    assert reverse("admin:images_image_change", args=[Image.objects.get().pk]) in response.content.decode()


def test_nothing_chosen_is_said(owner_client):
    assert "errornote" in owner_client.post(ADD).content.decode()


def test_a_script_gets_the_row_or_the_refusal_of_its_file(owner_client):
    answer = send(owner_client, upload(png_bytes(), "a.png"), **AS_SCRIPT)
    assert answer.json()["outcome"] == "new"
    assert f'name="{Image.objects.get().pk}-alternative_text"' in answer.json()["row"]
    refused = send(owner_client, upload(b"just words", "a.png"), **AS_SCRIPT)
    assert refused.status_code == 400
    assert refused.json()["refusal"]
    assert owner_client.post(ADD, headers=AS_SCRIPT).status_code == 400


def test_each_is_in_the_history(owner_client, owner):
    send(owner_client, upload(png_bytes()), upload(png_bytes(50)), upload(png_bytes()))
    assert owner.logentry_set.count() == 2


def test_files_for_visitors_come_in_alike(owner_client):
    response = send(owner_client, upload(pdf_bytes(), "a.pdf"), address="/admin/images/document/add/")
    (document,) = Document.objects.all()
    assert f'name="{document.pk}-title"' in response.content.decode()


def test_words_are_saved_at_once_and_what_is_empty_stays_to_be_described(owner_client):
    described, decorative, neither = (create_image(alternative_text="") for _ in range(3))
    typed = {f"{described.pk}-alternative_text": "A bridge", f"{decorative.pk}-decorative": "on"}
    answer = owner_client.post(WORDS, {"pk": [one.pk for one in (described, decorative, neither)], **typed})
    assert answer.status_code == 302
    assert set(Image.objects.to_describe()) == {neither}
    assert Image.objects.get(pk=described.pk).alternative_text == "A bridge"
    assert Image.objects.get(pk=decorative.pk).decorative


def test_a_picture_replaced_while_words_are_saved_stays_replaced(owner_client, monkeypatch):
    image = Image.objects.store(upload(png_bytes()))
    read = UploadMixin._words_of

    def replaced_after_reading(self, request, item, data=None):
        replacing.replace(Image.objects.get(pk=item.pk), upload(png_bytes(90, 30)))
        return read(self, request, item, data)

    monkeypatch.setattr(UploadMixin, "_words_of", replaced_after_reading)
    owner_client.post(WORDS, {"pk": [image.pk], f"{image.pk}-alternative_text": "A bridge"})
    now = Image.objects.get(pk=image.pk)
    assert (now.alternative_text, now.width) == ("A bridge", 90)
    assert now.former


@pytest.mark.django_db(transaction=True)
def test_words_are_read_and_saved_in_one_transaction(owner_client, monkeypatch):
    image = create_image(alternative_text="")
    blocks = []

    def save(self, **fields):
        blocks.append(connection.in_atomic_block)

    monkeypatch.setattr(Image, "save", save)
    owner_client.post(WORDS, {"pk": [image.pk], f"{image.pk}-alternative_text": "A bridge"})
    assert blocks == [True]


def test_words_that_can_not_be_saved_come_back_as_typed(owner_client):
    image = create_image(alternative_text="")
    typed = {"pk": [image.pk], f"{image.pk}-alternative_text": "long " * 100}
    assert "long long" in owner_client.post(WORDS, typed).content.decode()
    answer = owner_client.post(WORDS, typed, headers=AS_SCRIPT)
    assert answer.status_code == 400
    assert answer.json()["errors"][str(image.pk)]


def test_keys_that_are_none_and_items_that_are_gone_are_passed_by(owner_client):
    assert owner_client.post(WORDS, {"pk": ["x", "9" * 30, "4711"]}).status_code == 302
    assert owner_client.get(WORDS).status_code == 405


@pytest.fixture
def member(client):
    member = User.objects.create_user("member", is_staff=True)
    member.user_permissions.add(Permission.objects.get(codename="add_image"))
    client.force_login(member)
    return client


def test_who_may_add_but_not_change_sends_files_and_writes_no_words(member):
    assert "alternative_text" not in send(member, upload(png_bytes())).content.decode()
    image = create_image(alternative_text="")
    words = {"pk": [image.pk], f"{image.pk}-alternative_text": "A bridge"}
    assert member.post(WORDS, words).status_code == 403
    assert Image.objects.to_describe().count() == 2


def test_who_may_not_add_is_refused(client):
    client.force_login(User.objects.create_user("other", is_staff=True))
    assert send(client, upload(png_bytes())).status_code == 403
    assert not Image.objects.exists()
