"""Twenty files at once, five of them bad: each is told of in its own row, and the rest goes on."""

import re

import pytest
from playwright.sync_api import expect

from images.models import Image
from tests.factories_images import picture_bytes, png_bytes

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

ADD = "/admin/images/image/add/"
# In milliseconds: each picture is decoded in a process of its own, on a machine that may be busy.
PATIENCE = 60_000
TOO_LARGE = 26 * 2**20
# Gives an element what is dropped onto it, or pasted: files of [name, type, bytes].
CARRY = """(element, [event, files]) => {
  const carried = new DataTransfer();
  for (const [name, type, bytes] of files) carried.items.add(new File([new Uint8Array(bytes)], name, { type }));
  const options = { bubbles: true, cancelable: true };
  if (event === "paste") element.dispatchEvent(new ClipboardEvent(event, { ...options, clipboardData: carried }));
  else element.dispatchEvent(new DragEvent(event, { ...options, dataTransfer: carried }));
}"""


def file(name, content):
    return {"name": name, "mimeType": "image/png", "buffer": content}


def bad_files():
    yield file("empty.png", b"")
    yield file("words.png", b"just words")
    yield file("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>")
    yield file("torn.png", picture_bytes(200, 200)[:60])
    yield file("report.png", b"%PDF-1.7")


def good_files(number):
    yield from (file(f"picture-{width}.png", png_bytes(width, 30)) for width in range(40, 40 + number))


def row(desk, name):
    return desk.locator(".upload-row", has=desk.get_by_text(name, exact=True))


def carry(desk, event, *files):
    carried = [[one["name"], one["mimeType"], list(one["buffer"])] for one in files]
    desk.locator("body").evaluate(CARRY, [event, carried])


def test_fifteen_of_twenty_are_stored_and_five_say_why_not(desk, trouble):
    desk.goto(ADD)
    desk.set_input_files("[type=file]", [*bad_files(), *good_files(15)])
    expect(desk.locator("[data-said]")).to_have_text(re.compile(r"15 \w+ 20\b.* 5 "), timeout=PATIENCE)
    expect(desk.locator(".upload-row.is-new")).to_have_count(15, timeout=PATIENCE)
    refusals = [one.inner_text() for one in desk.locator(".is-refused .upload-state").all()]
    assert len(refusals) == 5 and all(len(one) > 20 for one in refusals)
    assert Image.objects.count() == 15
    assert all("400" in line for line in trouble)  # the browser logs each answer that is a refusal


def test_what_is_dropped_and_pasted_comes_in_and_is_described_on_the_spot(desk):
    desk.goto("/admin/images/image/")
    carry(desk, "dragover", file("a.png", png_bytes()))
    expect(desk.locator("[data-drop]")).to_be_visible()
    carry(desk, "drop", file("a.png", png_bytes()))
    carry(desk, "paste", file("b.png", png_bytes(50)))
    expect(desk.locator(".upload-row.is-new")).to_have_count(2, timeout=PATIENCE)
    desk.locator("textarea").first.fill("A bridge")
    desk.locator("[type=checkbox][name$=decorative]").last.check()
    desk.click("[data-save] [type=submit]")
    expect(desk.locator("[data-saved]")).to_contain_text("2")
    assert not Image.objects.to_describe().exists()


def test_one_too_large_is_told_of_before_it_is_sent(desk, tmp_path):
    desk.goto(ADD)
    sent = []
    desk.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    large = tmp_path / "large.png"
    with large.open("wb") as sparse:
        sparse.truncate(TOO_LARGE)
    desk.set_input_files("[type=file]", large)
    expect(row(desk, "large.png").locator(".upload-state")).to_contain_text("25")
    assert sent == []


def test_a_connection_that_is_lost_is_told_of_and_the_file_is_sent_again(desk):
    desk.goto(ADD)
    desk.route("**/add/", lambda route: route.abort())
    desk.set_input_files("[type=file]", list(good_files(3)))
    expect(desk.locator(".upload-row.is-refused")).to_have_count(3, timeout=PATIENCE)
    desk.unroute("**/add/")
    row(desk, "picture-40.png").locator("[data-retry]").click()
    expect(desk.locator(".upload-row.is-new")).to_have_count(1, timeout=PATIENCE)
    desk.click("[data-again]")
    expect(desk.locator(".upload-row.is-new")).to_have_count(3, timeout=PATIENCE)


def test_a_session_that_has_ended_is_told_of_and_nothing_that_was_typed_is_lost(desk):
    desk.goto(ADD)
    desk.set_input_files("[type=file]", list(good_files(1)))
    desk.locator("textarea").fill("A bridge")
    cookies = desk.context.cookies()
    desk.context.clear_cookies()
    desk.click("[data-save] [type=submit]")
    expect(desk.locator("[data-saved]")).not_to_be_empty()
    desk.set_input_files("[type=file]", file("other.png", png_bytes(90)))
    expect(row(desk, "other.png").locator("[data-retry]")).to_be_visible()
    desk.context.add_cookies(cookies)
    row(desk, "other.png").locator("[data-retry]").click()
    expect(desk.locator(".upload-row.is-new")).to_have_count(2, timeout=PATIENCE)
    desk.click("[data-save] [type=submit]")
    expect(desk.locator("[data-saved]")).to_contain_text("1")
    assert Image.objects.filter(alternative_text="A bridge").exists()
