"""One version in the template of visitors, for editors only."""

import pytest
from django.test import Client

from publishing.models import Revision
from tests.autosave.typing import Form
from tests.factories import create_page
from tests.factories_blog import create_post
from tests.factories_images import create_image
from tests.testimonials.factories import create_testimonial
from tests.versions.writing import look, put_back, screen, write

pytestmark = pytest.mark.django_db


def staff_bar(response):
    return response.text.split('class="staff-bar"')[1].split("</div>")[0]


@pytest.mark.parametrize("create", [create_page, create_post, create_testimonial])
def test_it_is_shown_as_visitors_would_see_it(owner_client, owner, create):
    item = create(text="One **fine** day.")
    version = write(item, owner, text="Two *grey* days.")
    write(item, owner, text="Three.")
    text = owner_client.get(look(item, version)).text
    assert "Two <em>grey</em> days." in text
    assert "Three." not in text


def test_a_line_says_which_one_it_is_and_leads_back(owner_client, owner):
    page = create_page(title="Offer", text="One.")
    seen, waits = write(page, owner, publish=True, text="Two."), write(page, owner, text="Three.")
    bars = [staff_bar(owner_client.get(look(page, version))) for version in (seen, waits)]
    assert all(screen(page) in bar for bar in bars)
    assert bars[0] != bars[1].replace(str(waits.pk), str(seen.pk))


def test_nobody_else_gets_to_see_it(owner_client, owner, client):
    page = create_page(title="Offer", text="One.")
    version = write(page, owner, text="Two.")
    response = owner_client.get(look(page, version))
    assert "noindex" in response["X-Robots-Tag"]
    assert "no-store" in response["Cache-Control"] and "private" in response["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in response.text
    assert Client().get(look(page, version)).status_code == 302


def test_to_look_at_it_changes_nothing(owner_client, owner):
    page = create_page(title="Offer", text="One.")
    version = write(page, owner, text="Two.")
    before = type(page).objects.filter(pk=page.pk).values().get()
    owner_client.get(look(page, version))
    assert type(page).objects.filter(pk=page.pk).values().get() == before


def test_a_version_of_an_older_model_with_a_picture_that_is_no_more_is_shown(owner_client, owner):
    image = create_image()
    page = create_page(title="Offer", status="draft")
    version = write(page, owner, image=image, text=f"[[afbeelding {image.slug}]]\n\nStill here.")
    write(page, owner, image=None, text="None.")
    image.delete()
    version.content = {**version.content, "no_such_field": 1, "noindex": None}
    version.save()
    assert "Still here." in owner_client.get(look(page, version)).text


@pytest.mark.parametrize("create", [create_page, create_post])
@pytest.mark.parametrize(
    "typed",
    [
        {"slug": "mijn aanbod"},
        {"slug": "?"},
        {"slug": ""},
        {"slug": "x" * 300},
        {"expires_at_0": "0001-01-01", "expires_at_1": "00:00"},
        {"published_at_0": "9999-12-31", "published_at_1": "23:59"},
    ],
)
def test_what_was_half_typed_is_looked_at_and_put_back_all_the_same(owner_client, create, typed):
    item = create(title="Offer", text="One.")
    Form(owner_client, item).send(text="Half typed.", **typed)
    owner_client.post(f"{screen(item).removesuffix(f'{item.pk}/versions/')}typed/{item.uuid}/put-aside/")
    version = Revision.objects.of(item).get(kind=Revision.Kind.TYPED)
    assert "Half typed." in owner_client.get(look(item, version)).text
    assert owner_client.get(screen(item)).status_code == 200
    assert put_back(owner_client, item, version).status_code == 200
    assert Form(owner_client, item).value("text") == "Half typed."
