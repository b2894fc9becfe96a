"""The list of pages is the tree itself: nested, in the order of the site, a bounded part of it at a time."""

import pytest

from pages.models import Page
from pages.tree import MOST_SHOWN
from tests.factories import create_page, create_user
from tests.tree.trees import LIST, small_tree

pytestmark = pytest.mark.django_db


def rows(answer):
    """The tree as nested titles, as it is shown."""

    def nested(nodes):
        return [(str(node.page), nested(node.below)) for node in nodes]

    return nested(answer.context["cl"].nodes)


def grow(number, parent):
    """That many pages below a page, without their rendering."""
    Page.objects.bulk_create(
        Page(title=f"P{n}", slug=f"p{n}", path=f"{parent.path}/p{n}", parent=parent, position=n, status="draft")
        for n in range(number)
    )


def test_pages_stand_below_each_other_in_the_order_of_the_site(owner_client):
    _offer, dialogue, _training, _other = small_tree()
    Page.objects.filter(pk=dialogue.pk).update(position=9_999)
    shown = [row for row in rows(owner_client.get(LIST)) if row[0] in ("Offer", "Other")]
    assert shown == [("Offer", [("Training", []), ("Dialogue", [])]), ("Other", [])]


def test_status_menu_and_the_ways_on_stand_in_each_row(owner_client):
    page = create_page(title="Offer", menu="main")
    content = owner_client.get(LIST).content.decode()
    row = content[content.index(f'id="page-{page.pk}"') :]
    row = row[: row.index("</li>")]
    assert "state-published" in row and "hoofdmenu" in row
    assert f'href="/admin/pages/page/add/?parent={page.pk}"' in row
    assert f'href="/admin/pages/page/{page.pk}/move/"' in row
    assert row.count(f'formaction="/admin/pages/page/{page.pk}/shift/"') == 2


def test_a_page_that_is_added_below_another_has_it_chosen_already(owner_client):
    page = create_page(title="Offer")
    form = owner_client.get(f"/admin/pages/page/add/?parent={page.pk}").context["adminform"].form
    assert str(form["parent"].value()) == str(page.pk)


def test_what_is_searched_or_filtered_is_a_plain_list(owner_client):
    offer, dialogue, *_ = small_tree()
    for question in ("?q=dialogue", "?state=published", "?o=1"):
        answer = owner_client.get(LIST + question)
        assert not answer.context["cl"].is_tree
        assert dialogue in answer.context["cl"].result_list
    assert owner_client.get(f"{LIST}?q=").context["cl"].is_tree
    assert offer not in owner_client.get(f"{LIST}?q=dialogue").context["cl"].result_list


def test_what_is_selected_in_the_tree_can_be_acted_on(owner_client):
    _offer, dialogue, training, _other = small_tree()
    selected = {"action": "archive", "index": "0", "_selected_action": [dialogue.pk, training.pk]}
    owner_client.post(LIST, selected)
    assert set(Page.objects.filter(status="archived")) == {dialogue, training}


@pytest.mark.parametrize("number", [3, 3_000])
def test_the_tree_costs_at_most_12_queries(owner_client, django_assert_max_num_queries, number):
    offer, *_ = small_tree()
    grow(number, offer)
    Page.objects.filter(path__startswith="offer/p").update(menu="main")
    owner_client.get(LIST)
    for question in ("", f"?below={offer.pk}", f"?below={offer.pk}&p=2"):
        with django_assert_max_num_queries(12):
            assert owner_client.get(LIST + question).status_code == 200


def test_a_large_branch_is_counted_and_opened_by_itself(owner_client):
    offer, *_ = small_tree()
    grow(MOST_SHOWN, offer)
    answer = owner_client.get(LIST)
    node = next(node for node in answer.context["cl"].nodes if node.page == offer)
    assert (node.below, node.hidden) == ([], MOST_SHOWN + 2)
    assert f'href="?below={offer.pk}"' in answer.content.decode()
    opened = owner_client.get(f"{LIST}?below={offer.pk}&p=2").context["cl"]
    assert opened.way == [offer]
    assert {page.parent_id for page in opened.result_list} == {offer.pk}
    assert 0 < len(opened.result_list) <= MOST_SHOWN


def test_a_branch_that_is_not_there_shows_the_whole_tree(owner_client):
    for key in ("999999", "x", "", "9" * 40):
        assert owner_client.get(f"{LIST}?below={key}").context["cl"].top is None


def test_whoever_may_not_publish_moves_only_what_holds_nothing_public(client):
    draft = create_page(title="Draft", status="draft")
    above = create_page(title="Above", status="draft")
    create_page(title="Public", parent=above)
    client.force_login(create_user("pages.view_page", "pages.change_page"))
    content = client.get(LIST).content.decode()
    assert f"/{draft.pk}/move/" in content
    assert f"/{above.pk}/move/" not in content and f"/{above.pk}/shift/" not in content
    assert "?parent=" not in content


def test_a_deep_tree_is_shown_to_its_bottom(owner_client):
    page = None
    for depth in range(19):
        page = create_page(title=f"D{depth}", slug=f"d{depth}", parent=page)
    assert "D18" in owner_client.get(LIST).content.decode()


def test_paths_are_not_needed_for_the_order(owner_client):
    """A slug that sorts last may stand first."""
    create_page(title="Second", slug="a", position=2_000)
    create_page(title="First", slug="z", position=1_000)
    shown = [title for title, _below in rows(owner_client.get(LIST)) if title in ("First", "Second")]
    assert shown == ["First", "Second"]
