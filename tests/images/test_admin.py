"""The library as the consultant sees it."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse
from django.utils import translation

from images.models import Document, Image
from images.storage import WholeFileStorage
from tests.factories_images import create_document, create_image, pdf_bytes, png_bytes, unsaved_image, upload
from tests.images.test_hostile_uploads import gif_of_frames

pytestmark = pytest.mark.django_db

ADD_IMAGE, ADD_DOCUMENT = "admin:images_image_add", "admin:images_document_add"


@pytest.fixture
def admin(client, settings):
    settings.LANGUAGE_CODE = "en"
    client.force_login(User.objects.create_superuser("admin"))
    return client


def add(client, address=ADD_IMAGE, **typed):
    """By the form on the way to choosing one, which takes one file with all its words."""
    return client.post(reverse(address), {"_popup": "1", "alternative_text": "A bridge", **typed}, follow=True)


def text(response):
    return response.content.decode()


def test_a_picture_is_uploaded_and_described(admin, files_on_disk):
    response = add(admin, upload=upload(png_bytes(), "de-brug.png"), caption="The old one")
    image = Image.objects.get()
    assert (image.title, image.slug) == ("de-brug", "de-brug")
    assert (image.alternative_text, image.caption) == ("A bridge", "The old one")
    assert response.status_code == 200
    assert files_on_disk() == [image.file.name]


def test_a_title_that_is_typed_goes_before_the_file_name(admin):
    add(admin, upload=upload(png_bytes(), "IMG_1.png"), title="De brug")
    assert Image.objects.get().slug == "de-brug"


def test_a_document_is_uploaded(admin):
    add(admin, ADD_DOCUMENT, upload=upload(pdf_bytes(), "Plan van aanpak.pdf"))
    assert Document.objects.get().slug == "plan-van-aanpak"


@pytest.mark.parametrize(
    "typed",
    [
        {"upload": upload(b"only words", "x.jpg")},
        {"upload": upload(b"", "x.jpg")},
        {"upload": upload(b"<svg></svg>", "x.svg")},
        {},
    ],
)
def test_what_is_refused_is_said_with_what_was_typed_kept(admin, typed, files_on_disk):
    for file in typed.values():
        if hasattr(file, "seek"):
            file.seek(0)
    response = add(admin, title="Kept title", caption="Kept caption", **typed)
    assert response.status_code == 200
    assert "errorlist" in text(response)
    assert "Kept title" in text(response)
    assert "Kept caption" in text(response)
    assert not Image.objects.exists()
    assert [name for name in files_on_disk() if not name.startswith("trash/")] == []


def test_a_new_picture_without_a_description_is_taken_in_and_asked_for(admin):
    """A refusal would lose the file that was chosen: no browser gives it back."""
    response = add(admin, upload=upload(png_bytes()), alternative_text="")
    image = Image.objects.get()
    assert image.to_describe
    form = f"/admin/images/image/{image.pk}/change/"
    response = admin.post(form, {"title": "x", "alternative_text": " "})
    (error,) = response.context["adminform"].form.errors["alternative_text"]
    assert error.startswith("Describe")


def test_a_full_disk_is_said_with_what_was_typed_kept(admin, monkeypatch, files_on_disk):
    def fail(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(WholeFileStorage, "_write", fail)
    response = add(admin, upload=upload(png_bytes()), caption="Kept caption")
    assert "errorlist" in text(response)
    assert "Kept caption" in text(response)
    assert not Image.objects.exists()
    assert [name for name in files_on_disk() if not name.startswith("trash/")] == []


def test_the_same_bytes_again_point_at_what_is_there(admin, files_on_disk):
    existing = Image.objects.store(upload(png_bytes(), "first.png"), title="The <first>")
    response = add(admin, upload=upload(png_bytes(), "second.png"), caption="Kept caption")
    assert reverse("admin:images_image_change", args=[existing.pk]) in text(response)
    assert "The &lt;first&gt;" in text(response)
    assert "Kept caption" in text(response)
    assert Image.objects.count() == 1
    assert len(files_on_disk()) == 1


def test_that_an_animation_stands_still_is_said(admin):
    images = reverse("admin:images_image_changelist")
    add(admin, upload=upload(gif_of_frames(5_000), "dance.gif"))
    assert 'class="warning"' in text(admin.get(images))
    add(admin, upload=upload(png_bytes(), "still.png"))
    assert 'class="warning"' not in text(admin.get(images))


def test_afterwards_it_is_described_and_neither_replaced_nor_renamed(admin):
    image = create_image(title="Bridge")
    address = reverse("admin:images_image_change", args=[image.pk])
    page = text(admin.get(address))
    assert 'type="file"' not in page
    assert "[[image bridge]]" in page
    admin.post(
        address, {"title": "Other", "alternative_text": "A ship", "slug": "other", "upload": upload(png_bytes())}
    )
    image.refresh_from_db()
    assert (image.title, image.slug, image.alternative_text) == ("Other", "bridge", "A ship")


def test_the_line_for_a_text_is_in_the_language_of_the_site(admin):
    image, document = create_image(title="Bridge"), create_document(title="Plan")
    with translation.override("en"):
        assert "[[image bridge]]" in text(admin.get(reverse("admin:images_image_change", args=[image.pk])))
        page = text(admin.get(reverse("admin:images_document_change", args=[document.pk])))
    assert "[[document plan]]" in page
    assert image.slug == "bridge"


@pytest.mark.parametrize("number", [3, 300])
def test_the_list_asks_few_questions(admin, number, django_assert_max_num_queries):
    Image.objects.bulk_create([unsaved_image() for _ in range(number)])
    with django_assert_max_num_queries(12):
        assert admin.get(reverse("admin:images_image_changelist")).status_code == 200


def test_the_list_shows_small_pictures_without_a_style_of_their_own(admin):
    create_image(width=1200, height=800)
    page = text(admin.get(reverse("admin:images_image_changelist")))
    (thumbnail,) = re.findall(r'<picture class="thumbnail">.*</picture>', page)
    assert 'width="1200" height="800"' in thumbnail
    assert "style=" not in thumbnail


def found(client, **query):
    return set(client.get(reverse("admin:images_image_changelist"), query).context["cl"].queryset)


def test_search_looks_at_title_name_alternative_text_and_caption(admin):
    by_title, by_text = create_image(title="Winter bridge"), create_image(alternative_text="A bridge in winter")
    by_name, by_caption = create_image(title="x", slug="winter-walk"), create_image(caption="Winter of last year")
    create_image(title="Summer")
    assert found(admin, q="winter") == {by_title, by_text, by_name, by_caption}


def test_the_list_can_be_narrowed_to_what_is_still_to_describe(admin):
    missing, present = create_image(alternative_text=""), create_image()
    decorative = create_image(alternative_text="Left over", decorative=True)
    assert found(admin, description="missing") == {missing}
    assert found(admin, description="present") == {present}
    assert found(admin, description="decorative") == {decorative}
    assert found(admin, description="nonsense") == {missing, present, decorative}


def test_deleting_several_takes_their_files_away(admin, files_on_disk, django_capture_on_commit_callbacks):
    images = [Image.objects.store(upload(png_bytes(40, height))) for height in (10, 20)]
    chosen = {"action": "delete_selected", "_selected_action": [image.pk for image in images], "post": "yes"}
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(reverse("admin:images_image_changelist"), chosen)
    assert not Image.objects.exists()
    assert [name for name in files_on_disk() if not name.startswith("trash/")] == []


def test_only_who_may_add_can_upload(client, files_on_disk):
    member = User.objects.create_user("member", is_staff=True)
    member.user_permissions.add(Permission.objects.get(codename="view_image"))
    client.force_login(member)
    assert add(client, upload=upload(png_bytes())).status_code == 403
    assert files_on_disk() == []
    member.user_permissions.add(Permission.objects.get(codename="add_image"))
    client.force_login(User.objects.get(pk=member.pk))
    assert add(client, upload=upload(png_bytes())).status_code == 200
    assert Image.objects.count() == 1
    assert client.get(reverse("admin:images_image_change", args=[Image.objects.get().pk])).status_code == 200


def test_a_stranger_is_sent_to_sign_in(client, files_on_disk):
    response = client.post(reverse(ADD_IMAGE), {"upload": upload(png_bytes())})
    assert response.status_code == 302
    assert files_on_disk() == []


def test_files_are_filtered_by_what_people_call_their_type(owner_client):
    create_document(title="Plan van aanpak")
    create_document(title="Brief", content_type="application/vnd.oasis.opendocument.text")
    address = "/admin/images/document/"
    assert "application/pdf" not in owner_client.get(address).content.decode()
    for name, shown in (("PDF", True), ("OpenDocument", False), ("nonsense", True)):
        assert ("Plan van aanpak" in owner_client.get(address, {"type": name}).content.decode()) is shown
