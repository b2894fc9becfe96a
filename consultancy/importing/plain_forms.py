"""How the lines of a page in plain text are told apart, in Dutch and in English."""

import re
from dataclasses import dataclass

from consultancy.importing.entries import Voice

_OPENING, _CLOSING = "[\"“”„‟'‘’‚«»]", "[\"“”'‘’»«]"

# The name that a picture has for who can't see it, in front of the words beside it.
MARKER = re.compile(r"(?:pijltje|pijl|icoontje|icoon|bolletje|arrow|icon|bullet) (?=\S*[A-Z0-9])")

_PLACES = (
    *("adresgegevens", "algemene voorwaarden", "blog", "contact", "contactgegevens", "cookies", "disclaimer", "home"),
    *("inloggen", "links", "menu", "naar boven", "nieuws", "over mij", "print", "privacy", "privacyverklaring"),
    *("sitemap", "terug", "volgende", "vorige", "welkom", "zoeken"),
    *("about me", "address", "back", "log in", "news", "next", "previous", "search", "terms", "top", "welcome"),
)
_PLACE = f"(?i:{'|'.join(sorted(_PLACES, key=len, reverse=True))})"
_NAVIGATION = re.compile(rf"(?:[A-Z][\w&.'’-]* ){{0,4}}?{_PLACE}(?:[ |·•>»/-]+{_PLACE})*")

SAID_BY = re.compile(
    rf"{_OPENING}(?P<words>[^\"“”„«»]+){_CLOSING}(?P<link>,? (?:aldus|volgens|zei|zegt|said|says|according to|[-–—]) )"
    r"(?P<author>[A-Z][^.,;:!?]{1,80})\.?"
)
_NAME = r"[A-Z][\w.'’-]*"
_BETWEEN = r"van|de|den|der|het|'t|ter|ten|te|von|du|la|le|el"
_ATTRIBUTION = re.compile(
    rf"(?:[-–—] ?)?(?P<name>{_NAME}(?: (?:{_BETWEEN}|{_NAME})){{0,6}}), (?P<role>.{{2,160}}[^.!?:,;])"
)
_QUOTED = re.compile(rf"{_OPENING}(?P<words>.+){_CLOSING}\.?", re.DOTALL)

_ELSEWHERE = r"\b(?i:artikel|article|blogs?|brochure|column|document|download|film|interview|pdf|video|website)\b"
_AFTER_COLON = re.compile(rf"{_ELSEWHERE}.*?: (?P<words>[A-Z0-9][^\n]{{1,140}}?)[.!?]*$")
_TWICE = re.compile(rf"{_ELSEWHERE}.*{_OPENING}(?P<words>[^\"'“”‘’]{{2,140}}){_CLOSING} (?P=words)\.?$")

_SENTENCE_END = re.compile(rf"[.!?…:]{_CLOSING}?$")
_BULLET = re.compile(r"[•·▪◦–*-] +")
_MARKDOWN = re.compile(r"[\\`*\[\]<~|]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")


@dataclass
class Line:
    """A line of the file, without white space around it; `number` counts from 1."""

    number: int
    text: str
    heading: bool = False


def is_short(text: str) -> bool:
    """Whether a line could be a title, by its length and its end."""
    return len(text) <= 120 and not text.endswith((".", ",", ";", ":"))


def is_navigation(text: str) -> bool:
    """Whether a line holds only words that lead elsewhere on a site, perhaps behind its name."""
    return bool(_NAVIGATION.fullmatch(text))


def is_closing(text: str) -> bool:
    """Whether a line at the end of a page belongs to the site around it."""
    return is_navigation(text) or text.startswith(("©", "(c) "))


def ends_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text))


def is_heading(text: str, following: str) -> bool:
    """Whether a line at the beginning of a paragraph is a heading of what follows."""
    if not text[:1].isupper() or not is_short(text) or following[:1].islower():
        return False
    if text.endswith("?"):
        return len(text.split()) <= 12
    return len(text.split()) <= 8 and text[-1].isalnum() and len(following) > len(text)


def voice_in(lines: list[str]) -> Voice | None:
    """What somebody says, where lines are a quotation and a last one with her name and role."""
    attribution = _ATTRIBUTION.fullmatch(lines[-1])
    quoted = _QUOTED.fullmatch("\n".join(lines[:-1]))
    return Voice(quoted["words"], attribution["name"], attribution["role"]) if attribution and quoted else None


def as_quotation(voice: Voice) -> str:
    """A voice as a quotation in Markdown, whose last paragraph says whose it is."""
    words = "\n".join(f"> {as_markdown(line)}" for line in voice.words.split("\n"))
    return f"{words}\n>\n> — {escape(voice.name)}, {escape(voice.role)}"


def lost_link(text: str) -> str | None:
    """The words of a paragraph that were probably a link to something elsewhere, whose address plain text lost."""
    end = text[-400:]
    found = _TWICE.search(end) or _AFTER_COLON.search(end)
    return found["words"] if found else None


def as_markdown(line: str) -> str:
    """A line as Markdown that reads the same; a line that begins with a bullet is an item of a list."""
    bullet = _BULLET.match(line)
    return f"- {escape(line[bullet.end() :])}" if bullet else escape(line)


def escape(line: str) -> str:
    """A line in which no sign means anything to Markdown."""
    line = _MARKDOWN.sub(r"\\\g<0>", line)
    if line[:1].isdigit():
        return re.sub(r"^(\d{1,9})([.)])(?=\s|$)", r"\1\\\2", line)
    return re.sub(r"^([#>+=-])", r"\\\1", line)
