"""What is pasted becomes Markdown by the site, and stays plain where it can't or must not."""

import pytest

pytestmark = pytest.mark.browser

HTML = "<p>Een <b>vet</b> woord</p>"


def answered(editor, **answer):
    editor.answers["paste/"] = {"content_type": "text/plain; charset=utf-8", **answer}


def test_plain_words_are_put_in_as_they_are(editor):
    editor.paste("a\r\nb **c**\t")
    assert editor.text == "a\nb **c**\t"


def test_words_with_looks_become_markdown_in_one_step(editor):
    editor.open("Begin: ")
    answered(editor, body="Een **vet** woord\n")
    editor.paste("Een vet woord", HTML)
    editor.wait_for_text("Begin: Een **vet** woord")
    assert editor.sent[-1][0] == "admin/editor/paste/"
    assert editor.sent[-1][1].startswith(b"html=%3Cp%3EEen+%3Cb%3E")
    editor.press("Control+z")
    assert editor.text == "Begin: "


def test_a_heading_or_list_begins_on_a_line_of_its_own(editor):
    editor.open("Begin")
    answered(editor, body="- een\n- twee\n")
    editor.paste("een twee", "<ul><li>een<li>twee</ul>")
    editor.wait_for_text("Begin\n\n- een\n- twee")


def test_looks_that_are_none_are_not_sent(editor):
    editor.paste("Een", '<meta charset="utf-8"><span style="color: red">Een</span>')
    assert editor.text == "Een"


def test_what_is_typed_until_the_answer_comes_is_kept(editor):
    waiting = []
    editor.page.route("**/paste/", lambda route: waiting.append(route))
    editor.paste("vet", HTML)
    editor.type("na")
    editor.page.wait_for_timeout(50)
    waiting[0].fulfill(content_type="text/plain", body="**vet** ")
    editor.wait_for_text("**vet**na")
    editor.page.unroute("**/paste/")


@pytest.mark.parametrize(
    "answer", [{"status": 500, "body": "<h1>"}, {"body": "<h1>Login", "content_type": "text/html"}]
)
def test_the_plain_words_are_put_in_where_the_site_fails(editor, answer):
    editor.answers["paste/"] = answer
    editor.paste("Een vet woord", HTML)
    editor.wait_for_text("Een vet woord")
    editor.troubles.clear()


def test_what_is_selected_makes_place(editor):
    editor.open("een twee drie")
    editor.select("twee")
    answered(editor, body="**2**")
    editor.paste("2", HTML)
    editor.wait_for_text("een **2** drie")


def test_it_comes_where_it_was_pasted_though_that_was_deleted_meanwhile(editor):
    waiting = []
    editor.open("een twee drie")
    editor.select("twee")
    editor.page.route("**/paste/", lambda route: waiting.append(route))
    editor.paste("vet", HTML)
    editor.press("Control+a", "Delete")
    editor.type("en daarna dit")
    editor.page.wait_for_timeout(50)
    waiting[0].fulfill(content_type="text/plain", body="**vet**")
    editor.wait_for_text("**vet**en daarna dit")
    editor.page.unroute("**/paste/")
