"""Nothing moves before it was seen what follows; then it moves as was shown, all of it or nothing."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages

from pages.models import Page
from publishing.models import Redirect
from tests.factories import create_page, create_user
from tests.factories_blog import create_post
from tests.tree.trees import LIST, address, ask, confirm, move, paths, small_tree, titles_under

pytestmark = pytest.mark.django_db


def test_what_follows_is_shown_first_and_nothing_has_moved_by_then(owner_client):
    offer, _dialogue, _training, other = small_tree()
    before = paths()
    content = ask(owner_client, offer, other).content.decode()
    for old in ("/offer/", "/offer/dialogue/", "/offer/training/"):
        assert f"<code>{old}</code> → <code>/other{old}</code>" in content
    assert paths() == before and not Redirect.objects.exists()


def test_a_move_takes_the_branch_along_and_old_addresses_lead_on(client, owner_client):
    offer, _dialogue, _training, other = small_tree()
    answer = move(owner_client, offer, other)
    assert (answer.status_code, answer["Location"].split("#")[0]) == (302, LIST)
    assert paths() == ["other", "other/offer", "other/offer/dialogue", "other/offer/training"]
    assert client.get("/offer/dialogue/")["Location"] == "/other/offer/dialogue/"


def test_of_a_large_branch_twenty_addresses_are_named_and_the_rest_counted(owner_client):
    offer, *_, other = small_tree()
    for number in range(30):
        create_page(title=f"P{number}", slug=f"p{number}", parent=offer, status="draft")
    told = ask(owner_client, offer, other).context["told"]
    assert (len(told.changes.named), told.changes.count, told.changes.more, told.led_on) == (20, 33, 13, 3)


def test_what_points_here_is_named_with_the_way_to_it(owner_client):
    offer, dialogue, _training, other = small_tree()
    post = create_post(title="A post that links", text="[x](/offer/dialogue/)")
    button = create_page(title="With a button", action_kind="page", action_label="Go", action_page=dialogue)
    Page.objects.filter(pk=offer.pk).update(menu="main")
    create_page(title="In English", language="en", translation_of=offer, slug="in-english")
    content = ask(owner_client, offer, other).content.decode()
    for item, kind in ((post, "blog/post"), (button, "pages/page")):
        assert f'<a href="/admin/{kind}/{item.pk}/change/">{item}</a>' in content
    assert "hoofdmenu" in content and "In English" in content


def test_many_links_are_counted_and_cost_no_more_queries(owner_client, django_assert_max_num_queries):
    offer, *_, other = small_tree()
    for number in range(30):
        create_post(title=f"Post {number}", text="[x](/offer/)")
    ask(owner_client, offer, other)
    with django_assert_max_num_queries(28):
        told = ask(owner_client, offer, other).context["told"]
    assert (len(told.links.named), told.links.more) == (20, 10)


def test_a_draft_is_moved_without_an_address_that_leads_on(owner_client):
    page, other = create_page(slug="secret", status="draft"), create_page(slug="other")
    assert ask(owner_client, page, other).context["told"].led_on == 0
    move(owner_client, page, other)
    assert not Redirect.objects.exists()


def test_an_old_address_of_another_page_that_is_taken_over_is_named(client, owner_client):
    _offer, dialogue, _training, other = small_tree()
    lost = create_page(title="Lost", slug="dialogue", parent=other)
    lost.slug = "found"
    lost.save()
    content = ask(owner_client, dialogue, other).content.decode()
    assert "/other/dialogue/" in content and "Lost" in content
    move(owner_client, dialogue, other)
    assert client.get("/other/dialogue/").status_code == 200


def test_the_place_among_the_neighbours_is_chosen_and_takes_effect_at_once(owner_client):
    offer, dialogue, _training, other = small_tree()
    move(owner_client, other, offer, after=0)
    assert titles_under(offer) == ["Other", "Dialogue", "Training"]
    move(owner_client, other, offer, after=dialogue.pk)
    assert titles_under(offer) == ["Dialogue", "Other", "Training"]
    move(owner_client, dialogue, offer)
    assert titles_under(offer) == ["Other", "Training", "Dialogue"]


def test_to_the_top(owner_client):
    offer, dialogue, *_ = small_tree()
    move(owner_client, dialogue, None, after=offer.pk)
    assert titles_under(None) == ["Offer", "Dialogue", "Other"]


@pytest.mark.parametrize("direction", ["up", "down"])
def test_a_step_up_or_down_changes_the_order_and_no_address(owner_client, direction):
    offer, dialogue, training, _other = small_tree()
    page = training if direction == "up" else dialogue
    owner_client.post(address(page, "shift"), {"direction": direction})
    assert titles_under(offer) == ["Training", "Dialogue"]
    assert "offer/dialogue" in paths() and not Redirect.objects.exists()


def test_a_step_beyond_the_end_is_told_and_changes_nothing(owner_client):
    offer, dialogue, *_ = small_tree()
    for direction in ("up", "sideways", ""):
        assert owner_client.post(address(dialogue, "shift"), {"direction": direction}).status_code == 302
    assert titles_under(offer) == ["Dialogue", "Training"]
    assert owner_client.get(address(dialogue, "shift")).status_code == 405


def test_the_history_says_from_where_to_where(owner_client):
    offer, *_, other = small_tree()
    move(owner_client, offer, other)
    message = LogEntry.objects.get(object_id=str(offer.pk)).change_message
    assert '"old": "/offer/"' in message and '"new": "/other/offer/"' in message
    history = owner_client.get(address(offer, "history")).content.decode()
    assert "/offer/" in history and "/other/offer/" in history


@pytest.mark.parametrize("where", ["own branch", "itself", "a section", "too deep", "gone", "taken"])
def test_a_place_that_it_cannot_have_is_refused_in_words(owner_client, where):
    offer, dialogue, _training, other = small_tree()
    under = {"own branch": dialogue, "itself": offer, "a section": Page.objects.get(section="blog")}.get(where, other)
    if where == "too deep":
        for depth in range(17):
            under = create_page(title=f"D{depth}", slug=f"d{depth}", parent=under)
        under = create_page(title="Deepest", slug="deepest", parent=under)
    elif where == "gone":
        Page.objects.filter(pk=other.pk).delete()
    elif where == "taken":
        create_page(slug="offer", title="There already", parent=other)
    before = paths()
    answer = ask(owner_client, offer, under)
    assert answer.context["told"].faults and b"errorlist" in answer.content
    data = {"under": under.pk, "seen": "/offer/", "becomes": answer.context["told"].new}
    assert b"errorlist" in owner_client.post(address(offer, "move"), data).content
    assert paths() == before


def test_where_the_address_is_taken_a_free_one_is_offered(owner_client):
    offer, *_, other = small_tree()
    create_page(slug="offer", title="There already", parent=other)
    answer = ask(owner_client, offer, other)
    assert "There already" in answer.content.decode()
    assert 'name="slug" value="offer-2"' in answer.content.decode()
    move(owner_client, offer, other, slug="offer-2")
    assert "other/offer-2/dialogue" in paths()


def test_what_was_moved_meanwhile_is_seen_and_not_overwritten(owner_client):
    _offer, dialogue, training, other = small_tree()
    answer = ask(owner_client, dialogue, other)
    Page.objects.get(pk=dialogue.pk)
    moved = Page.objects.get(pk=dialogue.pk)
    moved.parent = training
    moved.save()
    refused = confirm(owner_client, dialogue, answer)
    assert refused.status_code == 409 and b"errornote" in refused.content
    assert "offer/training/dialogue" in paths()
    assert refused.context["told"].old == "/offer/training/dialogue/"
    confirm(owner_client, dialogue, refused)
    assert "other/dialogue" in paths()


def test_where_the_new_parent_was_moved_meanwhile_nothing_happens_unseen(owner_client):
    _offer, dialogue, _training, other = small_tree()
    answer = ask(owner_client, dialogue, other)
    elsewhere = Page.objects.get(pk=other.pk)
    elsewhere.slug = "renamed"
    elsewhere.save()
    assert confirm(owner_client, dialogue, answer).status_code == 409
    assert "offer/dialogue" in paths()


def test_a_section_stays_at_the_top_and_may_go_up_and_down(owner_client):
    *_, other = small_tree()
    blog = Page.objects.get(section="blog")
    assert ask(owner_client, blog, other).context["told"].faults
    owner_client.post(address(blog, "shift"), {"direction": "down"})
    order = list(Page.objects.exclude(section="").order_by("position").values_list("section", flat=True))
    assert order.index("blog") == order.index("testimonials") + 1
    assert Page.objects.get(section="blog").path == "blog"


def test_whoever_may_not_publish_moves_drafts_only(client):
    offer, _dialogue, _training, other = small_tree()
    draft = create_page(title="Draft", slug="draft", status="draft")
    client.force_login(create_user("pages.view_page", "pages.change_page"))
    for action in ("move", "shift"):
        assert client.post(address(offer, action), {"under": "", "direction": "up"}).status_code == 403
    assert ask(client, offer, other).status_code == 403
    move(client, draft, other)
    assert "other/draft" in paths()


def test_a_dialog_gets_the_same_without_the_frame_around_it(owner_client):
    offer, *_, other = small_tree()
    content = ask(owner_client, offer, other, dialog="").content.decode()
    assert "<html" not in content and "/other/offer/dialogue/" in content


def test_the_first_step_asks_where_to_and_needs_no_script(owner_client):
    offer, dialogue, _training, other = small_tree()
    answer = owner_client.get(address(offer, "move"))
    choices = [page.pk for page in answer.context["form"].fields["under"].queryset]
    assert other.pk in choices and offer.pk not in choices and dialogue.pk not in choices


def test_a_move_is_told(owner_client):
    offer, *_, other = small_tree()
    answer = move(owner_client, offer, other)
    assert any("/other/offer/" in str(message) for message in get_messages(answer.wsgi_request))


@pytest.mark.parametrize("slug", ["mijn aanbod", "a" * 300, "a/b", "?"])
def test_what_can_be_no_address_is_told_and_nothing_moves(owner_client, slug):
    _offer, dialogue, *_ = small_tree()
    shown = ask(owner_client, dialogue, None)
    before = paths()
    assert ask(owner_client, dialogue, None, slug=slug).context["told"].faults
    answer = confirm(owner_client, dialogue, shown, slug=slug, becomes=f"/{slug}/")
    assert (answer.status_code, list(answer.context["told"].faults)) == (200, ["slug"])
    assert paths() == before


def test_a_page_that_can_not_stand_where_it_stands_stays_there_and_it_is_said_why(owner_client):
    offer, *_ = small_tree()
    odd = create_page(title="In English", language="en", translation_of=offer)
    Page.objects.filter(pk=odd.pk).update(language="nl")
    answer = owner_client.post(address(odd, "shift"), {"direction": "up"}, follow=True)
    assert answer.status_code == 200
    assert any("In English" in str(message) for message in answer.context["messages"])
