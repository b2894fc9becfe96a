"""Where the style sheet does not come, no drawing grows beyond its own measure and every text is there."""

import re


def test_every_drawing_has_a_measure_of_its_own(client, edge_addresses):
    drawings = [
        drawing for address in edge_addresses.values() for drawing in re.findall(r"<svg[^>]*>", page(client, address))
    ]
    assert drawings
    assert [drawing for drawing in drawings if not re.search(r' width="\d+" height="\d+"', drawing)] == []


def test_nothing_but_notes_the_menu_and_links_for_older_browsers_is_hidden(client, edge_addresses):
    hidden = {
        tag
        for address in edge_addresses.values()
        for tag in re.findall(r"<\w+[^>]* hidden\b[^>]*>", page(client, address))
    }
    assert [tag for tag in hidden if not tag.startswith('<a hidden href="#fn-')] == []


def page(client, address):
    return client.get(address).content.decode()
