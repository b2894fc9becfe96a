"""No line breaks between a number and its unit, or within a name with initials."""

import pytest

from publishing.markdown import render
from publishing.models import Status
from tests.factories import create_page

NO_BREAK = "&nbsp;"


def shown(text, language="nl"):
    return render(text, language=language).html.removeprefix("<p>").removesuffix("</p>\n").replace(NO_BREAK, "~")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("5 km, 10 % of 3 m²", "5~km, 10~% of 3~m²"),
        ("€ 50 en £ 1.000, of 50 €", "€~50 en £~1.000, of 50~€"),
        ("om 09.00 uur, at 9 a.m.", "om 09.00~uur, at 9~a.m."),
        ("2,5 miljoen euro", "2,5~miljoen euro"),
        ("J. de Vries en A.B. Jansen", "J.~de Vries en A.B.~Jansen"),
        ("J. R. R. Tolkien", "J.~R.~R.~Tolkien"),
        ("zie p. 3, nr. 4 en § 5", "zie p.~3, nr.~4 en §~5"),
        ("« Où ? »", "«~Où ?~»"),
    ],
)
def test_what_belongs_together_stays_on_one_line(typed, expected):
    assert shown(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "20 jaar",
        "in 2019 meer",
        "5 minuten",
        "5 mannen",
        "ABC. De",
        "stap. 3",
        "1 2 3",
        "een km",
        "$x",
        "A. en B.",
    ],
)
def test_other_spaces_stay(typed):
    assert shown(typed) == typed


@pytest.mark.parametrize("typed", ["`5 km`", "```\n5 km\n```", "    5 km", "[a](</5 km/>)", '[a](/b "5 km")'])
def test_code_addresses_and_tooltips_stay(typed):
    assert NO_BREAK not in render(typed, language="nl").html


def test_what_is_stored_as_typed_stays_as_typed(db):
    page = create_page(title="A page", text="5 km", status=Status.PUBLISHED)
    page.refresh_from_db()
    assert (page.text, page.body_html) == ("5 km", f"<p>5{NO_BREAK}km</p>\n")
