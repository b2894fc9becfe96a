"""What a form is to hold of other items is searched for, chosen, taken away and made on the way."""

import pytest

from tests.factories_blog import create_post, create_topic
from tests.factories_images import create_image

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def topics(desk):
    for name in ("Muziek", "Dialoog", "Coaching"):
        create_topic(name=name)
    create_image(title="Chairs", alternative_text="Chairs")
    post = create_post(status="draft")
    desk.set_default_timeout(10_000)
    desk.goto(f"/admin/blog/post/{post.pk}/change/")
    return desk.locator(".field-topics")


def sent(desk, name):
    return desk.evaluate("name => new FormData(document.querySelector('#post_form')).getAll(name).length", name)


def test_several_are_chosen_with_the_keyboard_and_taken_away(desk, topics, trouble):
    desk.get_by_label("Onderwerpen", exact=False).first.focus()
    for word in ("muz", "dia"):
        desk.keyboard.type(word)
        topics.locator("[aria-selected=true]").wait_for()
        desk.keyboard.press("Enter")
    assert topics.locator(".chooser-chosen li").all_inner_texts() == ["Muziek\n×", "Dialoog\n×"]
    assert sent(desk, "topics") == 2
    topics.locator("button").first.click()
    assert sent(desk, "topics") == 1
    desk.keyboard.press("ArrowDown")
    topics.locator("[role=option]").first.wait_for()
    assert sorted(topics.locator("[role=option]").all_inner_texts()) == ["Coaching", "Muziek"]
    desk.keyboard.press("Escape")
    assert topics.locator("[role=listbox]").is_hidden()
    assert trouble == []


def test_one_is_chosen_by_its_picture_and_replaced_by_one_made_on_the_way(desk, topics, trouble):
    place = desk.locator(".field-image")
    place.locator("[role=combobox]").click()
    place.locator("[role=option] img").click()
    assert "Chairs" in place.locator(".chooser-chosen").inner_text() and sent(desk, "image") == 1
    with desk.expect_popup() as opened:
        desk.locator("#add_id_topics").click()
    opened.value.fill("[name=name]", "Leiderschap")
    opened.value.locator("[name=_save]").click()
    topics.locator(".chooser-chosen li", has_text="Leiderschap").wait_for()
    assert sent(desk, "topics") == 1
