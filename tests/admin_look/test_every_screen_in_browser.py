"""Every screen of the consultant's holds to the content policy, fits a phone and logs no error."""

import pytest
from django.urls import reverse

from pages.models import Profile
from tests.factories import create_page
from tests.factories_images import png_bytes, upload
from tests.versions.writing import write

pytestmark = pytest.mark.browser


def screens():
    from images.models import Image

    page = create_page(title="A page with a long-winded title", text='## Heading\n\n[[todo text="a rate"]]')
    draft = create_page(title="A draft", status="draft", parent=page)
    image = Image.objects.store(upload(png_bytes(900, 600), "bridge.png"))
    yield from (reverse(f"admin:{name}") for name in ("index", "account", "password_change"))
    yield reverse("admin:app_list", args=["pages"])
    for name in ("pages_page", "testimonials_testimonial", "testimonials_theme", "images_image", "images_document"):
        yield from (reverse(f"admin:{name}_{action}") for action in ("changelist", "add"))
    yield reverse("admin:publishing_redirect_changelist")
    yield reverse("admin:pages_page_menu")
    yield reverse("admin:pages_profile_change", args=[Profile.load().pk])
    yield from (
        reverse(f"admin:pages_page_{kind}", args=[draft.pk]) for kind in ("preview", "delete", "history", "move")
    )
    old, new = (
        write(page, title=title, text=f"{title} of one-and-the-same-" + "word-" * 30) for title in ("Old", "New")
    )
    yield reverse("admin:pages_page_versions", args=[page.pk])
    yield reverse("admin:pages_page_compare_versions", args=[page.pk]) + f"?old={old.pk}&new={new.pk}"
    yield reverse("admin:pages_page_change", args=[page.pk])
    yield from (reverse(f"admin:images_image_{kind}", args=[image.pk]) for kind in ("change", "delete"))


def without_a_session():
    yield reverse("admin:login")
    yield from (reverse(name) for name in ("admin_password_reset", "password_reset_done", "password_reset_complete"))
    yield reverse("password_reset_confirm", args=["x", "y"])


def visit(page, address):
    """Opens a screen, its fields that search included; returns by how many pixels it is too wide."""
    assert page.goto(address).ok, address
    for opener in page.query_selector_all(".chooser [role=combobox]"):
        opener.click()
        page.keyboard.press("Escape")
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("width", [390, 1440])
def test_every_screen_holds_to_the_policy_and_fits(desk, trouble, width):
    desk.set_viewport_size({"width": width, "height": 900})
    assert {address: over for address in screens() if (over := visit(desk, address)) > 0} == {}
    assert trouble == []


def test_screens_without_a_session_hold_to_the_policy_and_fit(chromium, live_server, trouble):
    page = chromium.new_page(base_url=live_server.url, viewport={"width": 390, "height": 900})
    trouble.watch(page)
    assert {address: over for address in without_a_session() if (over := visit(page, address)) > 0} == {}
    page.close()
    assert trouble == []


def test_the_choice_of_light_or_dark_goes_before_the_systems(desk):
    desk.emulate_media(color_scheme="dark")
    desk.goto(reverse("admin:index"))
    dark = desk.evaluate("getComputedStyle(document.body).backgroundColor")
    while desk.evaluate("document.documentElement.dataset.theme") != "light":
        desk.click(".theme-toggle >> visible=true")
    light = desk.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (dark, light) == ("rgb(15, 26, 24)", "rgb(255, 255, 255)")
