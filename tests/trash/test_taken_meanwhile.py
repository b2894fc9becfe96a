"""What has taken the place of something in the bin keeps it; what comes back stands beside it, and says so."""

import pytest

from pages.models import Page
from publishing.models import Redirect
from publishing.versions import drafts, revisions
from testimonials.models import Theme
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.testimonials.factories import create_testimonial
from tests.trash.deleting import bring_back, to_bin

pytestmark = pytest.mark.django_db


def warnings(answer):
    return [str(message) for message in answer.context["messages"] if message.level_tag == "warning"]


def test_an_address(client, owner_client):
    page = create_page(title="Offer", slug="offer")
    below = create_page(title="Deep", slug="deep", parent=page)
    deletion = to_bin(owner_client, page)
    taker = create_page(title="Another", slug="offer")
    answer = bring_back(owner_client, deletion)
    assert Page.objects.get(path="offer") == taker
    assert Page.objects.get(pk=below.pk).path == "offer-2/deep"
    assert client.get("/offer-2/").status_code == 200
    assert client.get("/offer/deep/")["Location"] == "/offer-2/deep/"
    assert ["offer-2" in note for note in warnings(answer)] == [True]


@pytest.mark.parametrize("make", [create_post, create_testimonial])
def test_the_slug_of_a_post_or_a_testimonial(owner_client, make):
    item = make(slug="one")
    deletion = to_bin(owner_client, item)
    make(slug="one")
    answer = bring_back(owner_client, deletion)
    item.refresh_from_db()
    assert item.slug == "one-2"
    assert len(warnings(answer)) == 1


@pytest.mark.parametrize("make", [create_topic, lambda **fields: Theme.objects.create(**fields)])
def test_the_name_of_a_topic_or_a_theme(owner_client, make):
    item = make(name="Trust")
    deletion = to_bin(owner_client, item)
    make(name="Trust")
    answer = bring_back(owner_client, deletion)
    item.refresh_from_db()
    assert (item.name, item.slug) == ("Trust (2)", "trust-2")
    assert len(warnings(answer)) == 1


def test_what_can_stand_nowhere_else_is_refused_and_stays_in_the_bin(owner_client):
    deletion = to_bin(owner_client, Redirect.objects.create(path="/old", location="https://example.org/"))
    taker = Redirect.objects.create(path="/old", location="https://example.com/")
    answer = bring_back(owner_client, deletion)
    assert [message.level_tag for message in answer.context["messages"]][-1] == "error"
    deletion.refresh_from_db()
    assert list(Redirect.objects.all()) == [taker]


def test_what_was_brought_back_already_is_told(owner_client):
    deletion = to_bin(owner_client, create_page(slug="offer"))
    bring_back(owner_client, deletion)
    answer = bring_back(owner_client, deletion)
    assert len(warnings(answer)) == 1
    assert Page.objects.filter(path="offer").count() == 1


def test_what_waits_comes_back_under_the_free_address_too(owner_client, owner):
    page = create_page(title="Offer", text="One.")
    item = revisions.working_copy(page.stored())
    item.text = "Two."
    drafts.save(item, owner)
    deletion = to_bin(owner_client, page)
    create_page(title="Other", slug="offer")
    bring_back(owner_client, deletion)
    back = revisions.working_copy(Page.objects.get(pk=page.pk))
    assert (back.slug, back.text) == ("offer-2", "Two.")
