"""Typing in a real browser: kept at once, and still there whatever happens on the way."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from pages.models import Page
from publishing.models import Autosave
from tests.autosave.typing import Form
from tests.factories import create_owner, create_page

pytestmark = pytest.mark.browser

KEPT = r"\d\d[:.]\d\d"
COPIES = "Object.keys(localStorage).filter((key) => key.startsWith('autosave:')).length"


@pytest.fixture
def page(consultant):
    return create_page(title="Offer", text="Old", status="draft")


def open_form(tab, page):
    tab.goto(reverse("admin:pages_page_change", args=[page.pk]))
    return tab


def write(tab, text, field="#id_text"):
    """Type without waiting for the seconds to pass after which it is sent."""
    tab.eval_on_selector(
        field,
        """(field, text) => {
            field.value = text;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }""",
        text,
    )


def send(tab):
    tab.evaluate("window.dispatchEvent(new Event('focus'))")


def status(tab):
    return tab.locator("[data-autosave-status]")


def expect_kept(tab):
    expect(status(tab)).to_have_text(re.compile(KEPT))
    expect(status(tab)).not_to_have_class("is-error")


def text_of(tab):
    return tab.input_value("#id_text")


def press(tab, button="[name=_save]"):
    with tab.expect_navigation():
        tab.click(button)


def sign_in(tab, user, address=None):
    if address:
        tab.goto(address)
    tab.fill("#id_username", user.username)
    tab.fill("#id_password", "a long password of a test")
    tab.click("input[type=submit]")
    tab.wait_for_url(lambda url: "login" not in url)


def test_what_is_typed_is_kept_after_some_seconds_and_shown_on_reloading(desk, page):
    open_form(desk, page)
    write(desk, "Typed with care")
    expect_kept(desk)
    assert Autosave.objects.get().typed["text"] == ["Typed with care"]
    assert desk.evaluate(COPIES) == 0
    desk.reload()
    assert text_of(desk) == "Typed with care"
    expect(desk.locator(".typed-before")).to_be_visible()


def test_what_is_typed_before_the_script_has_come_is_kept_too(desk, page):
    held = []
    desk.route("**/admin/autosave*.js", lambda route: held.append(route))
    desk.goto(reverse("admin:pages_page_change", args=[page.pk]), wait_until="commit")
    desk.locator("#id_lead").press_sequentially("Typed in haste")
    for route in held:
        route.continue_()
    expect_kept(desk)
    assert Autosave.objects.get().typed["lead"] == ["Typed in haste"]


def test_a_page_that_is_left_keeps_the_last_word_and_asks_nothing(desk, page):
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    open_form(desk, page)
    desk.focus("#id_title")
    desk.keyboard.type("!")
    write(desk, "Typed in haste")
    desk.goto(reverse("admin:index"))
    open_form(desk, page)
    expect(desk.locator("#id_text")).to_have_value("Typed in haste")
    assert asked == []


def test_a_page_asks_before_it_is_left_where_nothing_could_be_kept(desk, page):
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    open_form(desk, page)
    desk.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') } }")
    desk.route("**/editor/autosave/", lambda route: route.abort())
    desk.focus("#id_title")
    desk.keyboard.type("!")
    send(desk)
    only_here = desk.locator("[data-autosave]").get_attribute("data-text-only-here")
    expect(status(desk)).to_have_text(only_here)
    desk.goto(reverse("admin:index"))
    assert asked == ["beforeunload"]


def test_a_new_page_is_kept_and_reloaded_as_it_was_typed(desk, consultant):
    desk.goto(reverse("admin:pages_page_add"))
    write(desk, "Begun on a train", "#id_title")
    send(desk)
    expect_kept(desk)
    desk.reload()
    assert desk.input_value("#id_title") == "Begun on a train"
    desk.click("[name=_save]")
    desk.wait_for_url("**/change/")
    assert Page.objects.filter(title="Begun on a train").count() == 1
    assert not Autosave.objects.exists()


def test_without_a_connection_it_stays_in_the_browser_and_goes_on_later(desk, page):
    open_form(desk, page)
    desk.context.set_offline(True)
    write(desk, "Typed in a tunnel")
    send(desk)
    expect(status(desk)).to_have_text(desk.locator("[data-autosave]").get_attribute("data-text-offline"))
    desk.click("[name=_save]")
    assert text_of(desk) == "Typed in a tunnel"
    desk.context.set_offline(False)
    expect_kept(desk)
    assert Autosave.objects.get().typed["text"] == ["Typed in a tunnel"]


def test_a_tab_that_was_closed_without_a_connection_is_not_lost(desk, page):
    open_form(desk, page)
    desk.context.set_offline(True)
    write(desk, "Typed in a tunnel")
    desk.close(run_before_unload=False)
    page_again = desk.context.new_page()
    desk.context.set_offline(False)
    open_form(page_again, page)
    expect(page_again.locator("#id_text")).to_have_value("Typed in a tunnel")
    expect(page_again.locator(".typed-before")).to_be_visible()


def test_signing_in_again_leads_back_to_the_text_as_it_was_typed(desk, page, consultant):
    open_form(desk, page)
    Session.objects.all().delete()
    write(desk, "Typed with care")
    desk.click("[name=_save]")
    expect(status(desk)).to_have_text(desk.locator("[data-autosave]").get_attribute("data-text-signed-out"))
    assert text_of(desk) == "Typed with care"
    desk.click("[data-autosave-sign-in]")
    sign_in(desk, consultant)
    expect(desk.locator("#id_text")).to_have_value("Typed with care")
    assert Page.objects.get(pk=page.pk).text == "Old"


def test_signing_out_and_in_in_another_tab_is_noticed(desk, page, consultant):
    open_form(desk, page)
    tab = desk.context.new_page()
    tab.goto(reverse("admin:index"))
    tab.click("#logout-form button")
    write(desk, "Typed with care")
    send(desk)
    expect(desk.locator("[data-autosave-sign-in]")).to_be_visible()
    sign_in(tab, consultant, reverse("admin:login"))
    send(desk)
    expect_kept(desk)
    press(desk)
    assert Page.objects.get(pk=page.pk).text == "Typed with care"


def test_another_person_at_the_same_browser_sees_nothing_of_it(desk, page):
    open_form(desk, page)
    desk.context.set_offline(True)
    write(desk, "A secret")
    desk.close()
    tab = desk.context.new_page()
    desk.context.set_offline(False)
    Session.objects.all().delete()
    other = create_owner(username="els")
    sign_in(tab, other, reverse("admin:login"))
    open_form(tab, page)
    tab.wait_for_load_state("networkidle")
    assert text_of(tab) == "Old"
    assert not Autosave.objects.exists()
    assert tab.evaluate(COPIES) == 1


def test_a_token_that_has_come_to_an_end_is_renewed(desk, page):
    open_form(desk, page)
    desk.context.clear_cookies(name="csrftoken")
    write(desk, "Typed with care")
    send(desk)
    expect_kept(desk)


def test_two_tabs_see_each_other_before_anything_is_saved(desk, page):
    open_form(desk, page)
    tab = open_form(desk.context.new_page(), page)
    write(desk, "In the one tab.")
    send(desk)
    expect_kept(desk)
    write(tab, "In the other tab.")
    send(tab)
    tab.click("[data-autosave-compare]")
    expect(tab.locator(".conflict .differences")).to_be_visible()
    assert text_of(tab) == "In the other tab."
    press(tab, "[name=_mine]")
    assert Page.objects.get(pk=page.pk).text == "In the other tab."


def told(tab):
    return tab.locator("[data-autosave-conflict]")


def test_a_tab_is_told_of_the_other_one_before_anything_is_typed_in_it(desk, page):
    open_form(desk, page)
    tab = open_form(desk.context.new_page(), page)
    write(desk, "In the one tab.")
    send(desk)
    expect(told(tab)).not_to_be_empty()
    expect(tab.locator("[data-autosave-compare]")).to_be_visible()
    expect(told(desk)).to_be_empty()


def test_a_tab_is_told_when_the_other_one_is_saved(desk, page):
    open_form(desk, page)
    tab = open_form(desk.context.new_page(), page)
    write(desk, "In the one tab.")
    press(desk)
    expect(told(tab)).not_to_be_empty()
    expect(told(desk)).to_be_empty()


def test_what_another_browser_did_is_told_on_coming_back_to_the_tab(desk, page, client):
    open_form(desk, page)
    Form(client, page).save(text="On the telephone.")
    send(desk)
    expect(told(desk)).not_to_be_empty()


def test_enter_in_a_field_never_chooses_between_two_texts(desk, page):
    open_form(desk, page)
    tab = open_form(desk.context.new_page(), page)
    for one in (desk, tab):
        write(one, f"Typed in {one is tab}.")
        with one.expect_navigation():
            one.press("#id_title", "Enter")
    expect(tab.locator(".conflict")).to_be_visible()
    with tab.expect_navigation():
        tab.press("#id_title", "Enter")
    expect(tab.locator(".conflict")).to_be_visible()
    assert Page.objects.get(pk=page.pk).text == "Typed in False."
