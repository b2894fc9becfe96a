"""The tree in a real browser: dragged with a mouse and with a finger, stepped with the keyboard, typed on a form."""

import pytest

from pages.models import Page
from tests.factories import create_page
from tests.tree.trees import LIST, paths, small_tree, titles_under

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HEIGHT = 2400


@pytest.fixture
def tall(desk):
    """The list of pages, all of it in view."""
    desk.set_viewport_size({"width": 1280, "height": HEIGHT})
    return desk


def spot(desk, page, part, selector="[data-handle]"):
    """A point in the row of a page, at this part of the row's height."""
    row = desk.locator(f"#page-{page.pk} > [data-row]").bounding_box()
    box = desk.locator(f"#page-{page.pk} > [data-row] {selector}").bounding_box()
    return box["x"] + box["width"] / 2, row["y"] + row["height"] * part


def drag(desk, page, other, part):
    desk.mouse.move(*spot(desk, page, 0.5))
    desk.mouse.down()
    desk.mouse.move(*spot(desk, other, part, ".tree-title"), steps=5)
    desk.mouse.up()
    desk.locator("dialog[open] h1").wait_for()


def test_a_page_is_dragged_under_another_and_moves_once_that_is_confirmed(tall, trouble):
    offer, _dialogue, _training, other = small_tree()
    tall.goto(LIST)
    drag(tall, offer, other, 0.5)
    dialog = tall.locator("dialog[open]")
    assert "/other/offer/dialogue/" in dialog.inner_text()
    assert "offer/dialogue" in paths()
    with tall.expect_navigation():
        dialog.locator("form[method=post] button").click()
    assert "other/offer/dialogue" in paths()
    with tall.expect_navigation():
        tall.locator("form.undo button").click()
    assert "offer/dialogue" in paths()
    assert trouble == []


@pytest.mark.parametrize(("part", "order"), [(0.1, ["Training", "Dialogue"]), (0.9, ["Dialogue", "Training"])])
def test_dropped_on_the_edge_of_a_row_it_comes_before_or_behind_it(tall, part, order):
    offer, dialogue, training, _other = small_tree()
    first, second = (training, dialogue) if part < 0.5 else (dialogue, training)
    Page.objects.filter(pk=first.pk).update(position=2_000 if part < 0.5 else 1)
    Page.objects.filter(pk=second.pk).update(position=1_000)
    tall.goto(LIST)
    drag(tall, training, dialogue, part)
    with tall.expect_navigation():
        tall.locator("dialog[open] form[method=post] button").click()
    assert titles_under(offer) == order


def test_a_finger_drags_too_and_escape_lets_go(tall):
    offer, *_, other = small_tree()
    tall.goto(LIST)
    session = tall.context.new_cdp_session(tall)

    def touch(kind, *points):
        touches = [{"x": x, "y": y} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    touch("touchStart", spot(tall, offer, 0.5))
    touch("touchMove", spot(tall, other, 0.5, ".tree-title"))
    assert "drop-under" in tall.locator(f"#page-{other.pk}").get_attribute("class")
    tall.keyboard.press("Escape")
    touch("touchEnd")
    assert not tall.locator("dialog[open]").count()
    touch("touchStart", spot(tall, offer, 0.5))
    touch("touchMove", spot(tall, other, 0.5, ".tree-title"))
    touch("touchEnd")
    tall.locator("dialog[open] h1").wait_for()
    assert "/other/offer/" in tall.locator("dialog[open]").inner_text()


def test_steps_with_the_keyboard_keep_their_place(tall):
    offer, dialogue, *_ = small_tree()
    create_page(title="Third", slug="third", parent=offer)
    tall.goto(LIST)
    tall.locator(f"#page-{dialogue.pk} button[value=down]").focus()
    for order in (["Training", "Dialogue", "Third"], ["Training", "Third", "Dialogue"]):
        with tall.expect_navigation():
            tall.keyboard.press("Enter")
        assert titles_under(offer) == order
        row = f"#page-{dialogue.pk} > [data-row]"
        tall.locator(f"{row} :is(button[value=down]:enabled, a.tree-title):focus").wait_for()


def test_the_dialog_goes_from_choosing_to_seeing_and_back_by_keyboard(tall, trouble):
    offer, *_, other = small_tree()
    tall.goto(LIST)
    tall.locator(f"#page-{offer.pk} > [data-row] a[data-move]").press("Enter")
    dialog = tall.locator("dialog[open]")
    dialog.locator("[name=under]").select_option(str(other.pk))
    dialog.locator("[data-move-step] button").press("Enter")
    dialog.locator("form[method=post]").wait_for()
    assert "/other/offer/" in dialog.inner_text()
    dialog.locator("a[data-move]").press("Enter")
    dialog.locator("[name=under]").wait_for()
    tall.keyboard.press("Escape")
    assert not tall.locator("dialog[open]").count()
    assert "offer" in paths()
    assert trouble == []


def test_a_branch_that_was_folded_stays_folded(tall):
    offer, dialogue, *_ = small_tree()
    tall.goto(LIST)
    tall.locator(f"#page-{offer.pk} > details > summary").click()
    tall.goto(LIST)
    assert not tall.locator(f"#page-{dialogue.pk}").is_visible()
    tall.goto(f"{LIST}#page-{dialogue.pk}")
    tall.reload()
    tall.locator(f"#page-{dialogue.pk}").wait_for()


def test_what_an_address_brings_about_is_said_while_it_is_typed(tall, trouble):
    offer, dialogue, _training, other = small_tree()
    tall.goto(f"/admin/pages/page/{dialogue.pk}/change/")
    tall.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    tall.fill("[name=slug]", "talking")
    panel = tall.locator("[data-consequences]")
    panel.filter(has_text="/offer/talking/").wait_for()
    tall.select_option("[name=parent]", str(other.pk))
    for place in (panel, tall.locator(".consequences.is-echo")):
        place.filter(has_text="/other/talking/").wait_for()
    tall.select_option("[name=parent]", str(offer.pk))
    tall.fill("[name=slug]", "training")
    panel.filter(has_text="training-2").wait_for()
    assert trouble == []


@pytest.mark.parametrize("width", [390, 768])
def test_nothing_of_the_tree_is_wider_than_the_window(desk, width):
    page = None
    for depth in range(6):
        page = create_page(
            title=f"A page with a title of some length {depth}", slug=f"d{depth}", parent=page, menu="main"
        )
    desk.set_viewport_size({"width": width, "height": 900})
    desk.goto(LIST)
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
