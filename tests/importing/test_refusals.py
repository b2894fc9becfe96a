"""What can't be read is refused by file and line, and then nothing at all is imported."""

import pytest

from pages.models import Page
from publishing.models import Origin
from tests.importing.documents import document

FAULTS = {
    "empty": (b"", "x.md: is empty."),
    "only white space": (b" \r\n\n", "x.md: is empty."),
    "not UTF-8": (document("cre\xebren").encode("cp1252"), "x.md, line 5: is not UTF-8"),
    "UTF-16": (document().encode("utf-16"), "x.md, line 1: is not UTF-8"),
    "NUL": (document("a\0b"), "x.md, line 5: holds a NUL character"),
    "no title": ("A text.", "x.md: has no title"),
    "an empty title": (document(title=""), "x.md, line 2: has no title"),
    "not closed": ("---\ntitle: A\n\nText.", "x.md, line 1: the front matter is not closed"),
    "broken YAML": ("---\ntitle: [a\nslug: b\n---\n", "x.md, line 3: the front matter is no valid YAML"),
    "a control character": ("---\ntitle: a\x01\n---\n", "x.md, line 1: the front matter is no valid YAML"),
    "an alias to nothing": ("---\ntitle: *a\n---\n", "x.md, line 2: the front matter is no valid YAML"),
    "too deep": (f"---\ntitle: {'[' * 3000}\n---\n", "x.md, line 1: the front matter is no valid YAML"),
    "no mapping": ("---\n- a\n---\n", "x.md, line 2: the front matter is no list"),
    "nested": ("---\ntitle: A\nmore:\n  a: b\n---\n", "x.md, line 4: a value is text or a list"),
    "twice": ("---\ntitle: A\ntitle: B\n---\n", "x.md, line 3: “title” stands here a second time."),
    "several": (document(lead="[a, b]"), "x.md, line 3: “lead” takes one value."),
    "status": (document(status="live"), "x.md, line 3: status: “live” is no status"),
    "scheduled without a date": (document(status="scheduled"), "x.md, line 3: scheduled needs a date"),
    "date": (document(date="tomorrow"), "x.md, line 3: date: “tomorrow” is no date"),
    "a date of a caveman": (document(date="0001-01-01"), "x.md, line 3: date: “0001-01-01” is too far away."),
    "boolean": (document(on_home="perhaps"), "x.md, line 3: on_home: “perhaps” is neither true nor false."),
    "number": (document(position="-1"), "x.md, line 3: position: “-1” is no whole number."),
    "a number too large": (document(position=2**31), "x.md, line 3: position:"),
    "slug": (document(slug="aan bod!"), "x.md, line 3: slug:"),
    "language": (document(language="xx"), "x.md, line 3: language:"),
    "menu": (document(menu="top"), "x.md, line 3: menu:"),
    "a title too long": (document(title="a" * 301), "x.md, line 2: title:"),
    "an introduction too long": (document(lead="a" * 601), "x.md, line 3: lead:"),
    "a button without words": (document(action_kind="contact"), "x.md: action_label:"),
    "a dangerous address": (
        document(action_kind="address", action_label="a", action_url="javascript:alert(1)"),
        "x.md, line 5: action_url:",
    ),
    "a text too long": (document("a" * 250_001), "x.md: text: Ensure this value has at most 250000 characters"),
    "a file too long": (document("a" * 1_100_000), "x.md: is too long"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_imported_and_the_file_is_named(folder, refusal, fault):
    content, sentence = FAULTS[fault]
    said = refusal(folder({"a.md": document(title="Good"), "x.md": content, "z.txt": "Good\n\nText.\n"}))
    assert said.startswith("Nothing was imported.\n")
    assert sentence in said
    assert not Page.objects.filter(section="").exists()
    assert not Origin.objects.exists()


def test_every_fault_is_named_at_once(folder, refusal):
    said = refusal(folder({"a.md": document(status="live"), "b.md": document(status="on")}))
    assert "a.md, line 3" in said
    assert "b.md, line 3" in said


def test_what_is_not_there_or_no_text_is_refused(folder, refusal, tmp_path):
    assert "there is no such file" in refusal(tmp_path / "nothing")
    assert "can't be read; these can: .md, .txt" in refusal(folder({"a.pdf": b"%PDF"}) / "a.pdf")
    assert "holds no text" in refusal(folder({"a.pdf": b"%PDF"}))


def test_old_text_that_no_encoding_fits_is_refused(folder, refusal):
    assert "a.txt, line 3: is not UTF-8" in refusal(folder({"a.txt": b"A\n\n\x81\x8d"}))


def test_a_page_in_plain_text_without_a_heading_is_refused(folder, refusal):
    assert "a.txt, line 1: no heading found" in refusal(folder({"a.txt": "One sentence. And another.\n"}))


def test_a_text_of_the_greatest_length_is_imported(folder, run):
    run(folder({"a.md": document("é" * 250_000)}))
    assert len(Page.objects.get(title="A page").text) == 250_000
