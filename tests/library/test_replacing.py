"""Another file in the place of the one there is; the former one can be put back for a while."""

from datetime import timedelta
from pathlib import PurePath

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.core.files.storage import default_storage
from django.utils import timezone

from images.models import Document, Image
from images.replacing import FOLDER
from tests.factories import create_page
from tests.factories_images import pdf_bytes, png_bytes, upload
from trash.models import KEPT_FOR
from trash.putting import put
from trash.restoring import restore
from trash.tasks import empty_bin

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def image():
    image = Image.objects.store(upload(png_bytes(40, 30), "bridge.png"))
    image.alternative_text, image.focal_x, image.focal_y = "A bridge", 10, 20
    image.save()
    return image


def screen(item, name="replace"):
    return f"/admin/images/{item._meta.model_name}/{item.pk}/{name}/"


def replace(client, item, content):
    response = client.post(screen(item), {"upload": upload(content, "other.png")})
    item.refresh_from_db()
    return response


def read(response):
    return b"".join(response.streaming_content)


def files(folder):
    """The names of the files below a folder of the storage."""
    folders, names = default_storage.listdir(folder) if default_storage.exists(folder) else ([], [])
    return [f"{folder}/{name}" for name in names] + [name for one in folders for name in files(f"{folder}/{one}")]


def test_the_file_is_another_and_all_else_stays(owner_client, image, committed):
    page = create_page(text=f"[[afbeelding {image.slug}]]")
    was = image.file.name
    with committed():
        response = replace(owner_client, image, png_bytes(60, 30))
    assert response.url == screen(image, "replaced")
    assert image.file.name != was
    assert (image.width, image.slug, image.alternative_text) == (60, "bridge", "A bridge")
    assert files("images") == [image.file.name]
    assert PurePath(image.file.name).stem in owner_client.get(page.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("size", "point"), [((80, 60), (10, 20)), ((60, 60), (None, None))])
def test_what_matters_most_stays_where_the_proportions_do(owner_client, image, size, point):
    replace(owner_client, image, png_bytes(*size))
    assert (image.focal_x, image.focal_y) == point


def test_both_stand_beside_each_other_and_the_former_one_is_put_back(owner_client, image, committed):
    was, digest = image.file.name, image.digest
    with committed():
        replace(owner_client, image, png_bytes(60, 60))
    page = owner_client.get(screen(image, "replaced")).content.decode()
    assert image.file.url in page and screen(image, "former") in page
    former = owner_client.get(screen(image, "former"))
    assert former["Content-Type"] == "image/png" and read(former).startswith(b"\x89PNG")
    with committed():
        owner_client.post(screen(image, "replaced"))
    image.refresh_from_db()
    assert (image.file.name, image.digest, image.focal_x) == (was, digest, 10)
    assert files("images") == [was]
    with committed():
        owner_client.post(screen(image, "replaced"))
    image.refresh_from_db()
    assert image.width == 60
    assert len(files(FOLDER)) == 1


def test_what_is_in_the_library_already_is_refused_with_the_way_there(owner_client, image):
    other = Image.objects.store(upload(png_bytes(90, 30)))
    was = image.digest
    assert f"/admin/images/image/{other.pk}/change/" in replace(owner_client, image, png_bytes(90, 30)).content.decode()
    assert "errorlist" in replace(owner_client, image, png_bytes(40, 30)).content.decode()
    assert image.digest == was and image.former is None


@pytest.mark.parametrize("content", [b"", b"just words", b"<svg></svg>"])
def test_what_is_no_picture_is_refused_and_changes_nothing(owner_client, image, content):
    was = image.file.name
    assert "errorlist" in replace(owner_client, image, content).content.decode()
    assert (image.file.name, image.former) == (was, None)
    assert files(FOLDER) == []


def test_what_was_added_anew_meanwhile_is_not_put_back_a_second_time(owner_client, image, committed):
    with committed():
        replace(owner_client, image, png_bytes(60, 60))
    Image.objects.store(upload(png_bytes(40, 30)))
    response = owner_client.post(screen(image, "replaced"), follow=True)
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    image.refresh_from_db()
    assert image.width == 60


def test_after_sixty_days_the_former_one_is_gone(owner_client, image, committed):
    with committed():
        replace(owner_client, image, png_bytes(60, 60))
    empty_bin.call()
    assert len(files(FOLDER)) == 1
    with time_machine.travel(timezone.now() + KEPT_FOR + timedelta(minutes=1), tick=False):
        empty_bin.call()
    image.refresh_from_db()
    assert image.former is None and files(FOLDER) == []
    assert owner_client.get(screen(image, "former")).status_code == 404


def test_a_picture_comes_back_from_the_bin_with_its_former_file(owner_client, owner, image, committed):
    with committed():
        replace(owner_client, image, png_bytes(60, 60))
        deletion = put([image], by=owner)
    empty_bin.call()
    with committed():
        (back,) = restore(deletion).items
    owner_client.post(screen(back, "replaced"))
    back.refresh_from_db()
    assert back.width == 40


def test_what_is_deleted_for_good_takes_its_former_file_along(owner_client, owner, image, committed):
    with committed():
        replace(owner_client, image, png_bytes(60, 60))
        put([image], by=owner).purge()
    assert files(FOLDER) == []


def test_a_file_for_visitors_is_replaced_alike(owner_client, committed):
    document = Document.objects.store(upload(pdf_bytes(), "plan.pdf"))
    with committed():
        replace(owner_client, document, pdf_bytes("Another plan"))
    assert document.former["facts"]["file"] != document.file.name
    former = owner_client.get(screen(document, "former"))
    assert former["Content-Disposition"].startswith("attachment")
    assert read(former) == pdf_bytes()
    assert "errorlist" not in owner_client.get(screen(document)).content.decode()


def test_only_who_may_change_replaces(client, image):
    member = User.objects.create_user("member", is_staff=True)
    member.user_permissions.add(Permission.objects.get(codename="view_image"))
    client.force_login(member)
    assert replace(client, image, png_bytes(60, 60)).status_code == 403
    assert client.post(screen(image, "replaced")).status_code == 403
    assert client.get(screen(image, "former")).status_code == 404
    assert image.former is None
    assert client.get("/admin/images/image/4711/replace/").status_code == 404
