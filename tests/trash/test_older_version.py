"""What was deleted under an older version of the site comes back in a newer one."""

import pytest

from pages.models import Page
from tests.factories import create_page
from tests.trash.deleting import bring_back, to_bin
from trash.models import DeletedRow, Deletion

pytestmark = pytest.mark.django_db


@pytest.fixture
def deletion(owner_client):
    return to_bin(owner_client, create_page(title="Offer", slug="offer", text="Words", menu="main"))


def change_row(change):
    row = DeletedRow.objects.get()
    change(row)
    row.save()


def test_a_field_that_is_no_more_is_passed_over(client, owner_client, deletion):
    change_row(lambda row: row.fields.update(subtitle="Of long ago"))
    bring_back(owner_client, deletion)
    assert "Words" in client.get("/offer/").content.decode()


@pytest.mark.parametrize("name", ["noindex", "menu", "uuid", "created", "changed", "was_public", "expires_at"])
def test_a_field_that_was_not_there_yet_gets_its_default(client, owner_client, deletion, name):
    change_row(lambda row: row.fields.pop(name))
    bring_back(owner_client, deletion)
    page = Page.objects.get(path="offer")
    assert page.created
    assert page.changed
    assert page.uuid
    assert "Words" in client.get("/offer/").content.decode()


def test_html_of_an_older_renderer_is_made_anew(client, owner_client, deletion):
    change_row(lambda row: row.fields.update(body_html="<p>Old</p>"))
    bring_back(owner_client, deletion)
    assert "<p>Words</p>" in client.get("/offer/").content.decode()


@pytest.mark.parametrize("breaking", [{"published_at": "the day after"}, {"position": "first"}])
def test_what_can_not_be_read_is_refused_with_a_word_and_stays(owner_client, deletion, breaking):
    change_row(lambda row: row.fields.update(breaking))
    answer = bring_back(owner_client, deletion)
    assert [message.level_tag for message in answer.context["messages"]][-1] == "error"
    assert Deletion.objects.filter(pk=deletion.pk).exists()


def test_a_kind_that_the_site_no_longer_has_breaks_nothing(owner_client, deletion):
    change_row(lambda row: setattr(row, "kind", "pages.leaflet"))
    Deletion.objects.update(kind="pages.leaflet")
    assert owner_client.get("/admin/trash/deletion/").status_code == 200
    Deletion.objects.get().purge()
    assert not DeletedRow.objects.exists()
