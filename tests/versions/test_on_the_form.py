"""The form of a live item shows what its changes are, against what visitors see."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from publishing.versions import drafts, revisions
from tests.factories import create_page
from tests.factories_blog import create_post, create_topic
from tests.versions.writing import row, screen, write

pytestmark = pytest.mark.django_db


NOON = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def changes(client, item):
    text = client.get(screen(item, "change")).text
    return text.split('class="state-changes"')[1].split("</details>")[0] if "state-changes" in text else ""


def test_what_waits_is_shown_beside_what_visitors_see(owner_client, owner):
    page = create_page(title="Offer", text="One fine day.\n\nStays.")
    write(page, owner, publish=True, text="One grey day.\n\nStays.")
    write(page, owner, text="One wet day.\n\nStays.")
    write(page, owner, text="One dry day.\n\nStays.", lead="Come in.")
    shown = changes(owner_client, page)
    assert "grey</del>" in shown and "dry</ins>" in shown
    assert "Inleiding" in shown and "Come in.</ins>" in shown
    assert "wet" not in shown and "Titel" not in shown


def test_other_items_that_were_chosen_are_named(owner_client, owner):
    dialogue, music = create_topic(name="Dialogue"), create_topic(name="Music")
    post = create_post(title="News", topics=[dialogue])
    written = revisions.working_copy(row(post))
    revisions.take_related(written, "topics", type(music).objects.filter(pk=music.pk))
    drafts.save(written, owner)
    shown = changes(owner_client, post)
    assert "Dialogue</del>" in shown and "Music</ins>" in shown


@pytest.mark.parametrize("status", ["draft", "published"])
def test_where_nothing_waits_nothing_is_shown(owner_client, owner, status):
    page = create_page(title="Offer", text="One.", status=status)
    write(page, owner, publish=status == "published", text="Two.")
    assert changes(owner_client, page) == ""


def undoing(client, item):
    text = client.get(screen(item, "change")).text
    return text.split("/undo-publication/")[1].split("</form>")[0]


def test_it_is_said_what_taking_back_the_publication_does(client, owner, noon):
    client.force_login(owner)
    page = create_page(title="Offer", text="One.", status="draft")
    write(page, owner, publish=True, text="One.")
    unseen = undoing(client, page)
    noon.shift(timedelta(days=3))
    write(page, owner, publish=True, text="Two.")
    former = undoing(client, page)
    write(page, owner, text="Three.")
    waits = undoing(client, page)
    assert "25 november 2026" not in unseen and "25 november 2026" in former
    assert len({told.split("<span>")[1] for told in (unseen, former, waits)}) == 3


def test_a_refused_form_still_shows_what_was_saved(owner_client, owner):
    from tests.admin.forms import filled_in

    page = create_page(title="Offer", text="One.")
    write(page, owner, text="Two.")
    data = filled_in(owner_client, screen(page, "change"), title="")
    text = owner_client.post(screen(page, "change"), data).text
    assert "Two.</ins>" in text.split('class="state-changes"')[1]
