"""What is put into a text is filled in when the page is shown."""

import pytest
from django.utils import translation

from publishing import insertables, markdown, references
from publishing.models import BrokenLink
from tests.factories import create_page
from tests.factories_images import create_document, create_image

pytestmark = pytest.mark.django_db


def test_a_picture_is_shown_with_its_size_and_description(client):
    image = create_image(alternative_text="Chairs in a circle", width=800, height=600)
    create_page(text=f"Before\n\n[[afbeelding {image.slug}]]\n\nAfter")
    content = client.get("/a-page/").content.decode()
    assert 'alt="Chairs in a circle"' in content
    assert 'width="800" height="600"' in content


def test_the_description_of_this_use_goes_before_that_of_the_picture(client):
    image = create_image(alternative_text="Chairs")
    create_page(text=f'[[image {image.slug} alt="Twelve chairs & a table"]]')
    assert 'alt="Twelve chairs &amp; a table"' in client.get("/a-page/").content.decode()


def test_a_document_is_a_download_with_its_type_and_size(client):
    document = create_document(title="The column")
    create_page(text=f"[[bestand {document.slug}]]")
    content = client.get("/a-page/").content.decode()
    assert document.file.url in content
    assert "The column" in content


@pytest.mark.parametrize("line", ["[[afbeelding nowhere]]", "[[nonsense]]", '[[invullen text="Secret note"]]'])
def test_visitors_see_nothing_of_what_cannot_be_shown(client, line):
    create_page(text=f"Before\n\n{line}\n\nAfter")
    content = client.get("/a-page/").content.decode()
    assert "insertable-problem" not in content
    assert "nowhere" not in content and "nonsense" not in content and "Secret" not in content.replace("<!--", "")


@pytest.mark.parametrize("line", ["[[afbeelding nowhere]]", "[[nonsense]]", '[[invullen text="Who?"]]'])
def test_an_editor_sees_a_plain_warning(owner_client, line):
    page = create_page(text=line)
    content = owner_client.get(page.get_absolute_url()).content.decode()
    assert "insertable-problem" in content


def test_a_misspelt_kind_is_answered_with_the_right_word():
    rendered = markdown.render("[[afbeelding-x]]\n\n[[afbelding chairs]]", language="nl")
    with translation.override("en"):
        sentences = insertables.problems(rendered.insertables)
    assert "afbeelding" in sentences[-1]


def test_a_deleted_picture_is_gone_from_every_page_at_once(client):
    image = create_image(title="Chairs", alternative_text="Chairs")
    create_page(text=f"[[afbeelding {image.slug}]]")
    assert b"<img" in client.get("/a-page/").content
    image.delete()
    assert b"<img" not in client.get("/a-page/").content


def test_a_picture_named_before_it_was_there_is_referred_to_once_it_is():
    page = create_page(text="[[bestand plan]]")
    document = create_document(title="Plan", slug="plan")
    assert references.referring_to([document]) == [page]
    document.delete()
    again = create_document(title="Plan", slug="plan")
    assert references.referring_to([again]) == [page]
    assert BrokenLink.objects.count() == 0


def test_a_picture_takes_over_the_first_description_that_a_text_gives_it():
    image = create_image(alternative_text="")
    create_page(text=f'[[afbeelding {image.slug} alt="Chairs in a circle"]]')
    create_page(text=f'[[afbeelding {image.slug} alt="Something else"]]')
    image.refresh_from_db()
    assert image.alternative_text == "Chairs in a circle"


def test_twenty_pictures_cost_one_query(client, django_assert_num_queries):
    images = [create_image(title=f"P{n}", alternative_text="x") for n in range(20)]
    create_page(slug="none", text="Nothing")
    create_page(slug="many", text="\n\n".join(f"[[afbeelding {image.slug}]]" for image in images))
    client.get("/none/")
    with django_assert_num_queries(3):
        client.get("/none/")
    with django_assert_num_queries(4):
        client.get("/many/")


def told(text):
    with translation.override("en"):
        return insertables.problems(markdown.render(text, language="nl").insertables)


def test_a_misspelt_name_is_answered_with_the_right_one():
    create_image(title="Chairs", slug="chairs-in-a-circle")
    assert told("[[afbeelding chairs-in-a-circel]]") == [
        "[[afbeelding chairs-in-a-circel]]: this is not known. Did you mean “chairs-in-a-circle”?"
    ]


def test_a_video_is_a_card_that_leads_there(client):
    create_page(text='[[video url="https://www.films.example/1?a=b&c=d" title="A talk <b>"]]')
    content = client.get("/a-page/").content.decode()
    assert 'href="https://www.films.example/1?a=b&amp;c=d"' in content
    assert "A talk &lt;b&gt;" in content and "films.example" in content
    assert "<iframe" not in content and "<video" not in content


@pytest.mark.parametrize(
    "url",
    ["", "https://[", "http://[::1", "https://a b", "javascript:alert(1)", "/here/", "https://", "//films.example/1"],
)
def test_a_video_without_an_address_shows_nothing_and_is_told(client, url):
    line = f'[[video url="{url}"]]'
    create_page(text=line)
    assert "file__title" not in client.get("/a-page/").content.decode()
    assert "url=" in told(line)[0]
