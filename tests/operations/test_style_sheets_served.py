"""Remarks in a style sheet are for its authors; visitors do not wait for them."""

from django.core.files.storage import FileSystemStorage

from consultancy.static_files import StaticFiles
from pages.sheet import as_served

SHEET = """/* The look of it */
@layer base {
    a { color: red; } /* for
        now */
    b { color: blue; }
}
"""


NAMES = ("look.css", "look.js")


def collected(folder):
    """What is served of the two files by their names with a hash, as `collectstatic` makes them."""
    sources, storage = FileSystemStorage(folder), StaticFiles(location=folder / "served")
    for name in NAMES:
        (folder / name).write_text(SHEET)
        with sources.open(name) as source:
            storage.save(name, source)
    assert all(done for *_names, done in storage.post_process({name: (sources, name) for name in NAMES}))
    return [(folder / "served" / storage.hashed_files[name]).read_text() for name in NAMES]


def test_a_style_sheet_is_collected_without_remarks_and_indents(tmp_path):
    sheet, script = collected(tmp_path)
    assert " ".join(sheet.split()) == "@layer base { a { color: red; } b { color: blue; } }"
    assert "\n " not in sheet
    assert script == SHEET


def test_a_sheet_that_was_served_once_stays_as_it_is():
    assert as_served(as_served(SHEET)) == as_served(SHEET)
