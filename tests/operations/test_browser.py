import pytest

from tests.operations.server import serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("operations")]

PATHS = ("/", "/admin/", "/admin/pages/page/", "/admin/pages/page/add/", "/admin/images/image/add/")


@pytest.fixture
def complaints(chromium):
    """A page of a new browser, and what its console complains about."""
    found = []
    with chromium.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: found.append(str(error)))
        yield page, found


def test_site_and_admin_work_under_the_strict_policy(data_dir, complaints):
    page, found = complaints
    with serving(data_dir) as server:
        site = f"http://localhost:{server.port}"
        page.goto(f"{site}/admin/")
        page.fill("#id_username", "consultant")
        page.fill("#id_password", "for these tests")
        page.click("[type=submit]")
        for path in PATHS:
            assert page.goto(f"{site}{path}").status == 200
            page.wait_for_load_state("networkidle")
    assert found == []
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    assert any("Content Security Policy" in complaint for complaint in found)
