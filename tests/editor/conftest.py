"""The editor in a real browser, in a form of its own under the site's strict policy: no database, no server."""

import json
import mimetypes
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.utils import translation
from playwright.sync_api import expect

from publishing.widgets import EditorWidget

ADDRESS = "http://editor.test/"
POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'"
SURFACE = "[data-surface]"
FORM = """<!doctype html><html lang="nl"><title>Editor</title>
<link rel="stylesheet" href="/static/admin/css/base.css"><link rel="stylesheet" href="/static/css/admin.css">
<link rel="stylesheet" href="/static/css/editor.css">
<body><main><h1>Editor</h1><form><input type="hidden" name="csrfmiddlewaretoken" value="token">
<label for="id_text">Tekst</label>{widget}<button>Opslaan</button></form></main>
<script src="/static/js/editor.js" type="module"></script></body></html>"""


class Editor:
    """A page with the editor of one text; `answers` are what the site gives at an address of the editor."""

    def __init__(self, page):
        self.page = page
        self.answers = {}
        self.missing = "no file"
        self.sent = []
        self.troubles = []
        self._html = ""
        page.on("console", lambda message: message.type == "error" and self.troubles.append(message.text))
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.route(f"{ADDRESS}**", self._answer)

    def open(self, text=""):
        """Begin anew with a text, the cursor at its end."""
        self.load(text)
        self.page.wait_for_selector(SURFACE)
        self.page.focus(SURFACE)
        self.press("Control+End")
        return self

    def load(self, text="", missing="no file"):
        """Load the form anew; the files whose path ends so do not arrive."""
        self.missing = missing
        self.answers = {"insertables/": {"json": []}}
        self.sent.clear()
        self.troubles.clear()
        with translation.override("en"):
            widget = EditorWidget().render("text", text, {"id": "id_text", "class": "markdownx-editor vLargeTextField"})
        self._html = FORM.format(widget=widget)
        self.page.goto(ADDRESS)

    def _answer(self, route):
        path = route.request.url.removeprefix(ADDRESS)
        file = finders.find(path.removeprefix("static/")) if path.startswith("static/") else None
        if path.endswith(self.missing):
            return route.abort()
        if file:
            headers = {"Content-Type": mimetypes.guess_type(file)[0]}
            return route.fulfill(body=Path(file).read_bytes(), headers=headers)
        if not path:
            headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
            return route.fulfill(body=self._html, headers=headers)
        self.sent.append((path, route.request.post_data_buffer))
        answer = next((answer for name, answer in self.answers.items() if name in path), None)
        return route.fulfill(**answer) if answer else route.abort()

    @property
    def text(self):
        """What the field holds, and so what a form would send."""
        return self.page.input_value("#id_text")

    def wait_for_text(self, text):
        expect(self.page.locator("#id_text")).to_have_value(text)

    @property
    def shown(self):
        """What the rows show, one under the other."""
        return "\n".join(self.page.locator(f"{SURFACE} > *").all_text_contents())

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text):
        self.page.keyboard.type(text)

    def button(self, command):
        self.page.click(f"[data-command={command}]")

    def select(self, words):
        """Select the first occurrence of these words, as a mouse would."""
        self.page.evaluate(
            """words => {
                const rows = document.querySelector("[data-surface]").children;
                for (const row of rows) {
                    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
                    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                        const at = node.data.indexOf(words);
                        if (at < 0) continue;
                        getSelection().setBaseAndExtent(node, at, node, at + words.length);
                        return;
                    }
                }
                throw new Error("not shown: " + words);
            }""",
            words,
        )
        self.settle()

    def settle(self):
        """Wait for the browser to tell of a selection, which it does in its next turn."""
        self.page.evaluate("new Promise(resolve => setTimeout(resolve))")

    def paste(self, text="", html="", files=()):
        """Paste words, with their looks as `html`, or files of (name, type, bytes)."""
        carried = json.dumps([[name, kind, list(content)] for name, kind, content in files])
        self.page.eval_on_selector(
            SURFACE,
            """(element, [text, html, files]) => {
                const carried = new DataTransfer();
                if (text) carried.setData("text/plain", text);
                if (html) carried.setData("text/html", html);
                for (const [name, type, bytes] of JSON.parse(files))
                    carried.items.add(new File([new Uint8Array(bytes)], name, { type }));
                const event = { clipboardData: carried, bubbles: true, cancelable: true };
                element.dispatchEvent(new ClipboardEvent("paste", event));
            }""",
            [text, html, carried],
        )


@pytest.fixture(scope="module")
def _editor(chromium):
    context = chromium.new_context(viewport={"width": 1200, "height": 900}, locale="nl-NL")
    context.set_default_timeout(15_000)
    yield Editor(context.new_page())
    context.close()


@pytest.fixture
def editor(_editor):
    """The editor of an empty text; nothing may go wrong in the browser meanwhile."""
    yield _editor.open()
    assert _editor.troubles == []
