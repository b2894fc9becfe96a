"""Every screen of the consultant's by the rules of axe-core, wide and light, narrow and dark (WCAG 2.2 AA)."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from tests.admin_look.test_every_screen_in_browser import screens, without_a_session

pytestmark = [pytest.mark.browser, pytest.mark.long]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_no_rule_is_broken_on_any_screen(desk, width, scheme):
    desk.set_viewport_size({"width": width, "height": 900})
    desk.emulate_media(color_scheme=scheme)
    more = [reverse(name) for name in ("admin:blog_post_add", "admin:trash_deletion_changelist", "admin:history")]
    found = {}
    for address in dict.fromkeys([*screens(), *more, *without_a_session()]):
        desk.goto(address)
        # An administrator's script may run in the page that it looks at.
        violations = Axe().run(desk, options=RULES).response["violations"]
        found[address] = [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations]
    broken = {address: rules for address, rules in found.items() if rules}
    assert not broken, "\n".join(f"{address}: {rules}" for address, rules in broken.items())
