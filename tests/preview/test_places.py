"""The preview may be framed by the form and nothing else may; it sends nothing and is kept by nobody."""

import pytest

from tests.factories import create_page, create_user

pytestmark = pytest.mark.django_db

FRAME, WINDOW = "/admin/editor/as-typed/frame/", "/admin/editor/as-typed/window/"


def test_the_frame_may_stand_in_the_site_itself(owner_client):
    answer = owner_client.get(FRAME)
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert "form-action 'none'" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]


def test_nothing_else_may_be_framed(owner_client):
    page = create_page(title="Offer")
    for address in (WINDOW, "/offer/", f"/admin/pages/page/{page.pk}/change/", f"/admin/pages/page/{page.pk}/preview/"):
        answer = owner_client.get(address)
        assert answer["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("address", [FRAME, WINDOW])
def test_only_who_writes_gets_it(client, address):
    assert client.get(address).status_code == 403
    client.force_login(create_user())
    assert client.get(address).status_code == 403


def test_a_preview_tells_search_engines_and_sites_elsewhere_nothing(owner_client):
    page = create_page(title="Offer", status="draft")
    answer = owner_client.get(f"/admin/pages/page/{page.pk}/preview/").text
    assert 'content="noindex"' in answer
    assert "canonical" not in answer and "og:" not in answer
