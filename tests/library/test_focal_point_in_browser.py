"""What matters most is pointed at, with the mouse or the arrow keys, and the cuts follow at once."""

import pytest
from playwright.sync_api import expect

from images.models import Image
from tests.factories_images import png_bytes, upload

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def image():
    image = Image.objects.store(upload(png_bytes(900, 300), "bridge.png"))
    image.alternative_text = "A bridge"
    image.save()
    return image


def test_it_is_pointed_at_and_moved_and_given_back_to_the_site(desk, trouble, image):
    desk.goto(f"/admin/images/image/{image.pk}/change/")
    card = desk.locator("[data-cut]").first
    assert card.get_attribute("viewBox") == "225 0 450 300"
    box = desk.locator("[data-picture]").bounding_box()
    desk.mouse.click(box["x"] + box["width"] / 10, box["y"] + box["height"] / 2)
    expect(desk.locator("[name=focal_point_0]")).to_have_value("10")
    assert card.get_attribute("viewBox") == "0 0 450 300"
    desk.locator("[data-point]").press("Shift+ArrowRight")
    desk.locator("[data-point]").press("ArrowUp")
    expect(desk.locator("[data-said]")).to_contain_text("20")
    expect(desk.locator("[name=focal_point_1]")).to_have_value("49")
    desk.click("[name=_save]")
    image.refresh_from_db()
    assert (image.focal_x, image.focal_y) == (20, 49)
    desk.goto(f"/admin/images/image/{image.pk}/change/")
    desk.click("[data-automatic]")
    assert card.get_attribute("viewBox") == "225 0 450 300"
    expect(desk.locator("[name=focal_point_0]")).to_have_value("")
    assert trouble == []
