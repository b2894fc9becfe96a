"""The rules about an item by itself: each a pure function of what it says, so that it can be asked at every key."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from publishing import insertables, markdown
from publishing.findings import Finding
from publishing.insertables import TO_FILL_IN
from publishing.models import SUMMARY_LENGTH

# In pixels: what a picture in the column of a text, and one as wide as the page, is shown at.
WIDE_ENOUGH = 600
WIDE_ENOUGH_WHEN_LARGE = 1200
SAYS_NOTHING = frozenset(
    {
        *("hier", "klik", "klik hier", "lees meer", "lees verder", "meer", "link", "deze link", "via deze link"),
        *("here", "click", "click here", "read more", "more", "this link", "learn more"),
    }
)
_LINK = re.compile(r"<a href=[^>]*>(.*?)</a>", re.DOTALL)
_NO_WORDS = re.compile(r"<!--.*?-->|<(code|pre)\b.*?</\1>", re.DOTALL)
_IN_A_SENTENCE = re.compile(r"\[\[[^\[\]\n]+\]\]")
_LARGE = {"groot", "large"}
_DECORATIVE = {"decoratief", "decorative"}


@dataclass(frozen=True)
class Subject:
    """An item with its text as rendered; `pictures` are those that the text names, `fields` those of the item."""

    item: Any
    rendered: markdown.Rendered
    pictures: Mapping[str, Any]
    fields: Mapping[str, Any]

    @property
    def shown(self) -> Iterator[tuple[markdown.Insertable, Any]]:
        """Each picture of the library that the text shows, with the line that does."""
        for one in self.rendered.insertables:
            if insertables.is_a("image", one) and one.name in self.pictures:
                yield one, self.pictures[one.name]


RuleFunction = Callable[[Subject], Iterator[Finding]]


def undescribed(subject: Subject) -> Iterator[Finding]:
    """WCAG 2.2, 1.1.1: what a picture shows is said, or that it shows nothing that matters."""
    for one, picture in subject.shown:
        if picture.to_describe and not one.get("alt").strip() and _DECORATIVE.isdisjoint(one.options):
            yield Finding("undescribed", detail=picture.title)
    for field, picture in subject.fields.items():
        if picture.to_describe:
            yield Finding("undescribed", field, picture.title)


def small_picture(subject: Subject) -> Iterator[Finding]:
    for one, picture in subject.shown:
        if picture.width < (WIDE_ENOUGH if _LARGE.isdisjoint(one.options) else WIDE_ENOUGH_WHEN_LARGE):
            yield Finding("small_picture", detail=picture.title)


def small_picture_of_item(subject: Subject) -> Iterator[Finding]:
    """Of a portrait a small one is enough; what is called a picture stands wide above a text."""
    picture = subject.fields.get("image")
    if picture is not None and picture.width < WIDE_ENOUGH:
        yield Finding("small_picture", "image", picture.title)


def skipped_level(subject: Subject) -> Iterator[Finding]:
    """WCAG 2.2, 1.3.1: the headings are the table of contents of whoever listens; the page has its own first level."""
    level = 1
    for heading in subject.rendered.headings:
        if heading.level > level + 1:
            yield Finding("skipped_level", detail=heading.text, anchor=heading.anchor)
        level = heading.level


def empty_words(subject: Subject) -> Iterator[Finding]:
    """WCAG 2.2, 2.4.4 and 2.4.9: links are also read by themselves, in a list."""
    for html in _LINK.findall(subject.rendered.html):
        words = markdown.plain_text(html)
        if words.strip(" .!…:>»→").lower() in SAYS_NOTHING:
            yield Finding("empty_words", detail=words)


def to_fill_in(subject: Subject) -> Iterator[Finding]:
    for one in subject.rendered.insertables:
        if one.kind in TO_FILL_IN.words.values():
            yield Finding("to_fill_in", detail=one.get("text", "…"))


def unreadable(subject: Subject) -> Iterator[Finding]:
    """Lines of which what is written in them is wrong, whatever else there is on the site."""
    for one in subject.rendered.insertables:
        if insertables.is_refused(one):
            yield Finding("unknown", detail=one.source)


def in_a_sentence(subject: Subject) -> Iterator[Finding]:
    """What can be put into a text stands on a line of its own: elsewhere its signs are words."""
    for written in _IN_A_SENTENCE.findall(_NO_WORDS.sub("", subject.rendered.html)):
        yield Finding("in_a_sentence", detail=markdown.plain_text(written))


def elsewhere(subject: Subject) -> Iterator[Finding]:
    for address in subject.rendered.outside_pictures:
        yield Finding("elsewhere", detail=address)


def no_speaker(subject: Subject) -> Iterator[Finding]:
    item = subject.item
    if getattr(item, "quotation", "") and not item.quotation_author:
        yield Finding("no_speaker", "quotation_author")


def description(subject: Subject) -> Iterator[Finding]:
    """Where the kind has a description that is written by hand, and search engines may show it."""
    written = "description" in {field.name for field in subject.item._meta.concrete_fields}
    if not written or subject.item.noindex:
        return
    told = subject.item.description or subject.item.lead
    if not told.strip():
        yield Finding("no_description", "description")
    elif len(told) > SUMMARY_LENGTH:
        yield Finding("description_cut", "description", str(len(told)))


_rules: list[RuleFunction] = [
    *(undescribed, small_picture, small_picture_of_item, skipped_level, empty_words),
    *(to_fill_in, unreadable, in_a_sentence, elsewhere, no_speaker, description),
]


def register(rule: RuleFunction) -> None:
    """Add a rule about a kind of a room above; called from its `AppConfig.ready`."""
    _rules.append(rule)


def own_findings(subject: Subject) -> list[Finding]:
    """All that these rules find, each once."""
    return list(dict.fromkeys(finding for rule in _rules for finding in rule(subject)))
