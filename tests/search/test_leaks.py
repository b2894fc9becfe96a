"""What is not public shows in no result, no count, no excerpt and no suggestion."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.factories import create_page
from tests.factories_blog import create_post
from tests.search.searching import answer, suggested, titles
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 12, 3, 8, 0, tzinfo=UTC)
HIDDEN = {
    "draft": {"status": "draft"},
    "archived": {"status": "archived", "published_at": NOW - timedelta(days=1)},
    "scheduled": {"status": "published", "published_at": NOW + timedelta(seconds=1)},
    "expired": {"status": "published", "published_at": NOW - timedelta(days=1), "expires_at": NOW},
}
MAKERS = {
    "page": lambda **fields: create_page(title="Zwijgzaam", lead="Zwijgzaam", text="Vertrouwen zwijgzaam", **fields),
    "post": lambda **fields: create_post(title="Zwijgzaam", lead="Zwijgzaam", text="Vertrouwen zwijgzaam", **fields),
    "testimonial": lambda **fields: create_testimonial(name="Zwijgzaam", text="Vertrouwen zwijgzaam", **fields),
}


@pytest.fixture(params=HIDDEN)
def state(request):
    return HIDDEN[request.param]


@pytest.fixture(params=MAKERS)
def hidden(request, state):
    """An item that is not public, beside one that is and shares a word with it."""
    with time_machine.travel(NOW, tick=False):
        create_page(title="Openlijk", text="Vertrouwen")
        yield MAKERS[request.param](**state)


@pytest.mark.parametrize("asked", ["zwijgzaam", "zwijgzame", "zwijg", "zwijgzaam vertrouwen"])
def test_it_is_not_found(client, hidden, asked):
    content = answer(client, asked).replace(asked, "")
    assert "wijgza" not in content and "results__" not in content


def test_it_does_not_count_among_others(client, hidden):
    assert titles(client, "vertrouwen") == ["Openlijk"]
    assert ">1 result" in answer(client, "vertrouwen")


@pytest.mark.parametrize("asked", ["zwijgzaan", "zwijgzam", "vertrouwen zwijgzaan"])
def test_its_words_are_not_suggested(client, hidden, asked):
    assert suggested(client, asked) is None


def test_a_word_of_the_same_stem_gives_it_no_more_away(client, hidden):
    create_page(title="Zwijgzame mensen")
    assert suggested(client, "zwijgzaan") in (None, "zwijgzame")


def test_once_it_is_public_all_of_these_show_it(client, hidden):
    hidden.status, hidden.published_at, hidden.expires_at = "published", NOW, None
    hidden.save()
    assert titles(client, "zwijgzaam") == ["Zwijgzaam"]
    assert len(titles(client, "vertrouwen")) == 2
    assert suggested(client, "zwijgzaan") == "zwijgzaam"


@pytest.mark.parametrize("kind", MAKERS)
def test_a_scheduled_item_is_found_from_its_second_on(client, kind):
    with time_machine.travel(NOW, tick=False) as clock:
        MAKERS[kind](**HIDDEN["scheduled"])
        assert titles(client, "zwijgzaam") == []
        clock.shift(timedelta(seconds=1))
        assert titles(client, "zwijgzaam") == ["Zwijgzaam"]


@pytest.mark.parametrize("kind", MAKERS)
def test_an_item_is_found_until_the_second_of_its_end(client, kind):
    with time_machine.travel(NOW, tick=False) as clock:
        MAKERS[kind](status="published", expires_at=NOW + timedelta(seconds=1))
        assert titles(client, "zwijgzaam") == ["Zwijgzaam"]
        clock.shift(timedelta(seconds=1))
        assert titles(client, "zwijgzaam") == []


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("status", ["draft", "archived"])
def test_what_is_withdrawn_is_gone_at_once_also_where_no_save_told_the_index(client, kind, status):
    item = MAKERS[kind](status="published")
    assert titles(client, "zwijgzaam") == ["Zwijgzaam"]
    type(item).objects.filter(pk=item.pk).update(status=status)
    assert titles(client, "zwijgzaam") == []
    assert suggested(client, "zwijgzaan") is None


@pytest.mark.parametrize("kind", MAKERS)
def test_a_former_wording_is_neither_found_nor_suggested(client, kind):
    item = MAKERS[kind](status="published")
    item.title = item.name = "Anders"
    item.text, item.lead = "Anders", ""
    item.save()
    assert titles(client, "zwijgzaam") == []
    assert suggested(client, "zwijgzaan") is None


@pytest.fixture(params=["draft", "archived"])
def near_ones(request):
    """A function that makes items that nobody sees with these words."""

    def make(*words):
        for word in words:
            create_page(title=word, status=request.param)

    return make


def test_hidden_words_as_near_take_no_place_from_public_ones(client, near_ones):
    create_page(title="Begeleiding")
    near_ones(*(f"bxgeleidxng{letter}" for letter in "abcdefghijkl"))
    assert suggested(client, "bxgeleidxng") == "begeleiding"


def test_hidden_items_do_not_make_a_word_the_likelier_one(client, near_ones):
    for title in ("Hemden", "Handen", "Handen anders"):
        create_page(title=title)
    near_ones("Hemden een", "Hemden twee", "Hemden drie")
    assert suggested(client, "henden") == "handen"


def test_hidden_items_do_not_give_a_word_its_accents(client, near_ones):
    create_page(title="Cooperatie")
    near_ones("Coöperatie een", "Coöperatie twee")
    assert suggested(client, "cooperattie") == "cooperatie"
