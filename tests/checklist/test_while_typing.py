"""While somebody types, what is amiss is told: of what stands in the form, and nothing is stored."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import Page
from tests.factories import create_page, create_user
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db

AS_TYPED = "/admin/editor/as-typed/"


def ask(client, content="", *, kind="pages.page", key="", **fields):
    fields = {"title": "Offer", "lead": "Words.", "language": "nl"} | fields
    return client.post(AS_TYPED, {"text": content, "kind": kind, "key": key, **fields})


def findings(client, content="", **fields):
    return ask(client, content, **fields).json()["findings"]


def test_what_is_amiss_with_the_text_is_told(owner_client):
    assert "/nowhere/" in findings(owner_client, "**bold** [a](/nowhere/)")


def test_what_is_typed_counts_and_nothing_is_stored(owner_client):
    page = create_page(title="Offer", lead="Words.", text="#### Deep")
    assert "<li" not in findings(owner_client, "Whole.", key=page.pk)
    assert "#id_description" in findings(owner_client, "Whole.", key=page.pk, lead="")
    assert Page.objects.get(pk=page.pk).lead == "Words."


def test_what_can_not_be_stored_like_this_breaks_nothing(owner_client):
    page = create_page(title="Offer", lead="Words.", image=create_image(title="Small", width=200))
    odd = {"language": "nonsense", "image": "999999", "published_at": "soon", "position": "-"}
    assert "Small" in findings(owner_client, "Whole.", key=page.pk, **odd)
    assert ask(owner_client, key="9" * 30).status_code == 200


def test_only_what_keeps_it_back_is_said_to(owner_client):
    page = create_page(lead="Words.", text="[a](/nowhere/)")
    assert "<b>" not in findings(owner_client, "[a](/nowhere/)", key=page.pk)
    assert findings(owner_client, "[a](/nowhere/) [b](/nor-here/)", key=page.pk).count("<b>") == 1


@pytest.mark.parametrize("kind", ["blog.post", "auth.user", "nonsense"])
def test_it_is_for_who_may_write_that_kind(client, kind):
    client.force_login(create_user("pages.change_page"))
    assert ask(client).status_code == 200
    assert ask(client, kind=kind).status_code == 403


@pytest.mark.parametrize("size", [3, 300])
def test_it_takes_at_most_fourteen_queries(owner_client, size):
    for number in range(size):
        create_page(title=f"Page {number}", lead="Words.", text="Words.")
    create_image(title="Bridge")
    page = create_page(title="Offer", image=create_image(), text="Words.")
    links = " ".join(f"[one](/page-{number}/)" for number in range(size))
    with CaptureQueriesContext(connection) as queries:
        assert ask(owner_client, f"{links}\n\n[[image bridge]]", key=page.pk).status_code == 200
    assert len(queries) <= 14
