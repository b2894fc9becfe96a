"""Around every screen stand the same few ways on."""

import pytest
from django.urls import reverse


@pytest.mark.parametrize("name", ["index", "account", "password_change", "password_change_done", "pages_page_add"])
def test_every_screen_leads_to_the_site_and_the_own_details(owner_client, name):
    text = owner_client.get(reverse(f"admin:{name}")).text
    assert '<a href="/">' in text
    for other in ("account", "password_change", "logout"):
        assert f'"{reverse(f"admin:{other}")}"' in text
