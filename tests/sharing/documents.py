"""What programs read in a page: its data for search engines, and the tags in its head."""

import json
from html.parser import HTMLParser


class Head(HTMLParser):
    """The first of each `<meta>` by its name or property, links by their relation, the title, and blocks of data."""

    def __init__(self, html):
        super().__init__()
        self.meta, self.links, self.blocks, self.title, self._inside = {}, {}, [], "", None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self._inside = (tag, attributes.get("type"))
        if tag == "meta":
            self.meta.setdefault(attributes.get("name") or attributes.get("property"), attributes.get("content"))
        elif tag == "link":
            self.links.setdefault(attributes["rel"], attributes["href"])
        elif self._inside == ("script", "application/ld+json"):
            self.blocks.append("")

    def handle_endtag(self, tag):
        self._inside = None

    def handle_data(self, data):
        if self._inside == ("script", "application/ld+json"):
            self.blocks[-1] += data
        elif self._inside == ("title", None) and not self.title:
            self.title = data


def head(client, address="/a-page/"):
    answer = client.get(address)
    assert answer.status_code == 200
    return Head(answer.content.decode())


def nodes(client, address="/a-page/"):
    """The nodes of the graph of a page, by their type; there is one block of data."""
    (block,) = head(client, address).blocks
    document = json.loads(block)
    assert document["@context"] == "https://schema.org"
    return {node["@type"]: node for node in document["@graph"]}
