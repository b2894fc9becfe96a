"""What can be put into a text is searched for and shown by the server."""

import pytest

from images.models import Document, Image
from tests.factories import create_page, create_user
from tests.factories_blog import create_post, grow
from tests.factories_images import create_document, create_image, unsaved_image
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

KINDS = ("link", "image", "document", "testimonial")


def answer(client, kind, **asked):
    return client.get(f"/admin/editor/pick/{kind}/", asked).json()


def titles(client, kind, **asked):
    return [row["title"] for row in answer(client, kind, **asked)["rows"]]


def test_links_lead_to_pages_posts_and_testimonials(owner_client):
    page, post, voice = (
        create_page(title="Dialoog"),
        create_post(title="Dialoog nu"),
        create_testimonial(name="Dialoog B"),
    )
    rows = answer(owner_client, "link", q="dialoog")["rows"]
    assert {row["address"] for row in rows} == {item.get_absolute_url() for item in (page, post, voice)}
    assert len({row["kind"] for row in rows}) == 3


def test_what_changed_last_comes_first(owner_client):
    older, newer = create_page(title="Vraag een"), create_post(title="Vraag twee")
    assert titles(owner_client, "link", q="vraag") == ["Vraag twee", "Vraag een"]
    older.save()
    assert titles(owner_client, "link", q="vraag") == ["Vraag een", "Vraag twee"]
    assert newer


def test_without_a_word_the_sections_stand_before_all_else(owner_client):
    create_page(title="Just changed")
    rows = answer(owner_client, "link")["rows"]
    sections = {row["address"] for row in rows[:5]}
    assert {"/", "/blog/", "/contact/", "/ervaringen/"} <= sections
    assert rows[5]["title"] == "Just changed"


def test_what_visitors_do_not_see_is_marked(owner_client):
    create_page(title="Zicht een"), create_page(title="Zicht twee", status="draft")
    hidden, shown = answer(owner_client, "link", q="zicht")["rows"]
    assert (hidden["hidden"], shown["hidden"]) == (True, False)
    assert hidden["status"] != shown["status"]


def test_every_word_must_occur(owner_client):
    create_page(title="Een goed gesprek"), create_page(title="Een goed idee")
    assert titles(owner_client, "link", q="gesprek goed") == ["Een goed gesprek"]
    assert titles(owner_client, "link", q="100%_") == []


def test_a_picture_comes_with_its_line_and_its_description(owner_client):
    image = create_image(title="Chairs", alternative_text="Twelve chairs")
    [row] = answer(owner_client, "image", q="twelve")["rows"]
    assert (row["line"], row["alt"], row["picture"]) == (
        f"[[afbeelding {image.slug}]]",
        "Twelve chairs",
        image.file.url,
    )


def test_a_picture_that_is_not_described_yet_is_to_be_described_where_it_is_used(owner_client):
    create_image(title="Chairs", alternative_text="")
    [row] = answer(owner_client, "image")["rows"]
    assert row["line"].endswith('alt=""]]')


def test_a_file_says_its_type_and_size(owner_client):
    create_document(title="Folder", size=2048)
    [row] = answer(owner_client, "document")["rows"]
    assert row["line"].startswith("[[bestand ") and "PDF" in row["detail"] and "2" in row["detail"]


def test_a_testimonial_is_known_by_face_or_initials_and_first_words(owner_client):
    voice = create_testimonial(name="Vera Voorbeeld", text="Zij luistert echt.", status="draft")
    [row] = answer(owner_client, "testimonial", q="luistert")["rows"]
    assert (row["line"], row["initials"], row["picture"]) == (voice.insertable, "VV", None)
    assert row["words"] == "Zij luistert echt." and row["hidden"]


def test_what_does_not_fit_on_one_page_follows_on_the_next(owner_client):
    Image.objects.bulk_create(unsaved_image(title=f"P{number}") for number in range(30))
    first, second = answer(owner_client, "image"), answer(owner_client, "image", page=2)
    assert (len(first["rows"]), first["next"], len(second["rows"]), second["next"]) == (24, 2, 6, None)
    assert not {row["line"] for row in first["rows"]} & {row["line"] for row in second["rows"]}


@pytest.mark.parametrize("page", ["0", "-1", "abc", "9999999999", "²"])
def test_a_page_that_is_none_is_answered(owner_client, page):
    assert owner_client.get("/admin/editor/pick/link/", {"page": page}).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_it_asks_for_the_permission_to_write_and_to_see(client, kind):
    address = f"/admin/editor/pick/{kind}/"
    assert client.get(address).status_code == 403
    client.force_login(create_user("images.change_image", "images.change_document"))
    assert client.get(address).status_code == 403
    client.force_login(create_user("contact.change_message", "contact.view_message"))
    assert client.get(address).status_code == 403
    client.force_login(
        create_user("pages.change_page", "images.view_image", "images.view_document", "testimonials.view_testimonial")
    )
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 405


def test_only_kinds_that_a_person_sees_are_found(client):
    create_post(title="Gesprek A"), create_page(title="Gesprek B")
    client.force_login(create_user("blog.add_post", "blog.view_post"))
    assert titles(client, "link", q="gesprek") == ["Gesprek A"]
    assert client.get("/admin/editor/pick/image/").status_code == 403


def test_a_kind_that_is_not_known_is_not_found(owner_client):
    assert owner_client.get("/admin/editor/pick/nonsense/").status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_it_costs_four_queries_at_most_beside_those_for_who_is_signed_in(
    owner_client, kind, django_assert_max_num_queries
):
    grow(50)
    for number in range(5):
        create_testimonial(name=f"N {number}", portrait=create_image())
        create_document()
    with django_assert_max_num_queries(4 + 4):
        assert len(answer(owner_client, kind)["rows"]) >= 5
    assert Document.objects.count() == 5
