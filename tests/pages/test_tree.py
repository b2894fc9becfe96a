"""Pages form a tree; an address is the way down it."""

import pytest
from django.core.exceptions import ValidationError

from pages.models import MAX_DEPTH, Page
from tests.factories import create_page

pytestmark = pytest.mark.django_db


def refusal(page):
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    return refused.value.message_dict


def test_the_address_is_made_of_the_slugs_from_the_top(client):
    child = create_page(title="Dialogue", parent=create_page(title="Offer"))
    assert child.get_absolute_url() == "/offer/dialogue/"
    assert client.get("/offer/dialogue/").status_code == 200
    assert client.get("/dialogue/").status_code == 404


def test_moving_a_branch_moves_all_below_it():
    top = create_page(title="Offer")
    middle = create_page(title="Dialogue", parent=top)
    create_page(title="Example", parent=middle)
    middle.parent = create_page(title="Other")
    middle.save()
    assert sorted(Page.objects.below(middle).values_list("path", flat=True)) == ["other/dialogue/example"]


def test_a_neighbour_whose_name_begins_alike_does_not_move():
    top = create_page(slug="offer")
    create_page(slug="example", parent=create_page(slug="offer-two"))
    top.slug = "services"
    top.save()
    assert Page.objects.filter(path="offer-two/example").exists()


def test_a_neighbour_in_capitals_is_another_page():
    page = create_page(slug="Offer")
    assert page.slug == "offer"
    page.slug = "SERVICES"
    page.full_clean()
    assert page.path == "services"


def test_the_tree_is_listed_from_the_top_down():
    top = create_page(title="Offer")
    create_page(title="Offer extra")
    create_page(title="Dialogue", parent=top)
    paths = Page.objects.filter(section="").in_tree_order().values_list("path", flat=True)
    assert list(paths) == ["offer", "offer/dialogue", "offer-extra"]


def test_a_form_offers_no_page_to_stand_under_itself(owner_client):
    top = create_page(title="Offer")
    create_page(title="Dialogue", parent=top)
    create_page(title="Other")
    form = owner_client.get(f"/admin/pages/page/{top.pk}/change/").context["adminform"].form
    assert [page.title for page in form.fields["parent"].queryset] == ["Other"]


def test_a_page_cannot_stand_under_itself_or_below_itself():
    top = create_page(title="Offer")
    bottom = create_page(title="Example", parent=create_page(title="Dialogue", parent=top))
    for parent in (top, bottom):
        top.parent = parent
        assert "parent" in refusal(top)


def test_a_circle_is_refused_even_without_a_form():
    top = create_page(title="Offer")
    bottom = create_page(title="Dialogue", parent=top)
    top.parent = bottom
    with pytest.raises(ValidationError):
        top.save()
    assert Page.objects.get(pk=bottom.pk).path == "offer/dialogue"


def test_a_branch_that_would_grow_too_deep_is_refused():
    page = None
    for number in range(MAX_DEPTH):
        page = create_page(title=f"Level {number}", parent=page)
    assert "parent" in refusal(Page(title="Too deep", parent=page))
    branch = create_page(title="Branch")
    create_page(title="Leaf", parent=branch)
    branch.parent = page.parent
    assert "parent" in refusal(branch)


def test_visitors_find_their_way_up_and_down(client):
    top = create_page(title="Offer")
    middle = create_page(title="Dialogue", parent=top)
    create_page(title="Example", parent=middle)
    content = client.get("/offer/dialogue/").content.decode()
    assert 'href="/offer/"' in content
    assert 'href="/offer/dialogue/example/"' in content


def test_a_new_page_comes_last_among_its_neighbours():
    first, second = create_page(title="First"), create_page(title="Second")
    assert first.position < second.position


def test_a_copy_of_the_longest_slug_has_a_slug_that_fits():
    copy = create_page(slug="x" * 100).duplicate()
    copy.save()
    copy.full_clean()


def test_a_copy_is_a_draft_with_an_address_of_its_own():
    page = create_page(title="Offer", menu="main", on_home=True, text="Words")
    copy = page.duplicate()
    copy.save()
    assert (copy.path, copy.status, copy.menu, copy.on_home, copy.text) == ("offer-2", "draft", "", False, "Words")
    assert copy.uuid != page.uuid
    assert Page.objects.get(pk=page.pk).status == "published"
