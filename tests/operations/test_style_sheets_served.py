"""Remarks in a style sheet are for its authors; visitors do not wait for them."""

from django.core.files.base import ContentFile

from consultancy.static_files import StaticFiles
from pages.sheet import as_served

SHEET = """/* The look of it */
@layer base {
    a { color: red; } /* for
        now */
    b { color: blue; }
}
"""


def test_a_style_sheet_is_collected_without_remarks_and_indents(tmp_path):
    storage = StaticFiles(location=tmp_path)
    storage.save("css/look.css", ContentFile(SHEET.encode()))
    storage.save("js/look.js", ContentFile(SHEET.encode()))
    served = (tmp_path / "css/look.css").read_text()
    assert " ".join(served.split()) == "@layer base { a { color: red; } b { color: blue; } }"
    assert "\n " not in served
    assert (tmp_path / "js/look.js").read_text() == SHEET


def test_a_sheet_that_was_served_once_stays_as_it_is():
    assert as_served(as_served(SHEET)) == as_served(SHEET)
