"""What a line of a page in plain text is, shows in its form."""

import pytest

from consultancy.importing.sources import read_source


@pytest.fixture
def read(folder):
    return lambda text: read_source(folder({"page.txt": text}) / "page.txt").entries[0]


def test_a_page_may_be_called_as_navigation_is(read):
    entry = read("Contact\n\nBel gerust, ik neem altijd op.\n")
    assert (entry.fields["title"], entry.text) == ("Contact", "Bel gerust, ik neem altijd op.")


def test_navigation_above_a_title_without_a_mark_is_left_out(read):
    entry = read("Home | Contact\nDe buurttuin\n\nEen tuin voor iedereen.\n")
    assert entry.fields["title"] == "De buurttuin"


def test_lines_of_a_wrapped_paragraph_stay_one_paragraph(read):
    entry = read("De tuin\n\nEen zin die\nin het midden van een regel doorgaat\ntot hier.\n")
    assert entry.text == "Een zin die\nin het midden van een regel doorgaat\ntot hier."


def test_a_heading_may_stand_alone_above_its_text(read):
    entry = read("De tuin\n\nHet begin\n\nEerst komt de schoffel, daarna de rest.\n\nVragen?\n")
    assert entry.text == "## Het begin\n\nEerst komt de schoffel, daarna de rest.\n\nVragen?"


def test_short_lines_of_a_list_are_no_headings(read):
    entry = read("De tuin\n\nStraat van de Voorbeelden\nPlaats\n\nDaar is het.\n")
    assert entry.text == "Straat van de Voorbeelden\nPlaats\n\nDaar is het."


def test_a_name_below_an_empty_line_still_belongs_to_its_quotation(read):
    entry = read("De tuin\n\nEen begin van de tekst.\n\n“Wat een tuin!”\n\nVera van den Voorbeeld, Bewoner\n")
    assert entry.voices[0].name == "Vera van den Voorbeeld"


def test_a_quotation_that_nobody_signs_stays_a_paragraph(read):
    entry = read("De tuin\n\n“Wat een tuin!”\n\nDat zei iemand, en zij had gelijk.\n")
    assert entry.text == "“Wat een tuin!”\n\nDat zei iemand, en zij had gelijk."


def test_windows_1252_is_read_and_said(read):
    entry = read("De tuin\n\nCreëren met één hand.\n".encode("cp1252"))
    assert entry.text == "Creëren met één hand."
    assert "Windows-1252" in entry.notes[1].text


def test_line_ends_of_windows_and_a_byte_order_mark_do_no_harm(read):
    entry = read(b"\xef\xbb\xbfDe tuin\r\n\r\nEerste regel.\r\n")
    assert (entry.fields["title"], entry.text) == ("De tuin", "Eerste regel.")
