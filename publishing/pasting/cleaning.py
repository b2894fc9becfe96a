"""From the HTML of a clipboard what matters to a text, well formed, and how tangled that is."""

import re
from html import unescape

import nh3

_INLINE = {
    "a",
    "b",
    "strong",
    "i",
    "em",
    "cite",
    "s",
    "del",
    "strike",
    "code",
    "sup",
    "sub",
    "span",
    "font",
    "br",
    "img",
}
_BLOCKS = {
    *(
        "p",
        "div",
        "section",
        "article",
        "blockquote",
        "figure",
        "figcaption",
        "pre",
        "hr",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
    ),
    *("table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
}
_ATTRIBUTES = {
    "*": {"style", "class", "id"},
    "a": {"href", "name"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "li": {"data-aria-level", "data-aria-posinset"},
    "p": {"role", "aria-level"},
    "div": {"role", "aria-level"},
    "td": {"colspan"},
    "th": {"colspan"},
}
# Their content is none of the text.
_DROPPED = {"script", "style", "title", "xml", "template", "noscript", "iframe", "object", "svg", "math", "select"}
# What is worked with below: none of these signs comes in.
_OWN_SIGNS = re.compile(r"[\ue000-\ue0ff]+")
_NOTHING = re.compile(r"[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]+")
_SPACES = re.compile(r"[\xa0\u2000-\u200a\u202f\u205f\u3000]|&nbsp;|&#160;|&#xa0;", re.IGNORECASE)
# Word gives the notes of a text that was never stored an address within a file of its own.
_WITHIN_FILE = re.compile(r"""(href=["']?)file:[^"'>#\s]*#""", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z]\w*)([^>]*)>")
_LONE = {"br", "hr", "img"}
# What of a style or class is read (`styles.py`); a span without any says nothing.
_TELLING = re.compile(r"font-weight|font-style|line-through|mso-list|Mso(?:Title|Quote|IntenseQuote)", re.IGNORECASE)

MOST_TAGS = 9_000
MOST_DEPTH = 100
# Of what was copied, before it is cleaned: word processors repeat themselves.
MOST_RAW_TAGS = 60_000
MOST_RAW_DEPTH = 400
MOST_SIGNS = 30_000


def is_too_much(html: str) -> bool:
    """Whether it has more tags, or stands deeper, than anything that somebody wrote."""
    depth = 0
    for number, match in enumerate(_RAW_TAG.finditer(html)):
        depth += -1 if match[1] else match[2].lower() not in _MAY_STAY_OPEN
        if depth > MOST_RAW_DEPTH or number > MOST_RAW_TAGS:
            return True
    return html.count("&") > MOST_SIGNS or html.count("<") > 2 * MOST_RAW_TAGS


_RAW_TAG = re.compile(r"<(/?)([a-zA-Z][\w:]*)")
_MAY_STAY_OPEN = {*_LONE, "p", "li", "td", "th", "tr", "dt", "dd", "meta", "link", "o:p", "col", "input", "base"}


def clean(html: str) -> str:
    """`html` as well-formed HTML of the tags that matter to a text."""
    begin = html.find("<") if html.startswith("Version:") else 0
    return _without_bare_spans(
        nh3.clean(
            _WITHIN_FILE.sub(r"\1#", _plain_signs(html[max(begin, 0) :])),
            tags=_INLINE | _BLOCKS,
            attributes=_ATTRIBUTES,
            attribute_filter=_telling,
            clean_content_tags=_DROPPED,
            url_schemes={"http", "https", "mailto", "tel"},
            link_rel=None,
            strip_comments=True,
        )
    )


def _plain_signs(html):
    return _NOTHING.sub("", _OWN_SIGNS.sub("", _SPACES.sub(" ", html)))


def _telling(_tag, name, value):
    return value if name not in ("style", "class") or _TELLING.search(value) else None


def _without_bare_spans(html):
    """Nine of ten tags of a word processor say nothing."""
    stands: list[bool] = []

    def kept(match):
        closes, name, attributes = match.groups()
        if name in _LONE:
            return match[0]
        if closes:
            return match[0] if not stands or stands.pop() else ""
        stands.append(name not in ("span", "font") or "=" in attributes)
        return match[0] if stands[-1] else ""

    return _TAG.sub(kept, html)


def is_tangled(html: str) -> bool:
    """Whether what is left has too many tags, or stands too deep, to be read in time."""
    depth = 0
    for number, (closes, name, _attributes) in enumerate(_TAG.findall(html)):
        depth += 0 if name in _LONE else -1 if closes else 1
        if depth > MOST_DEPTH or number > 2 * MOST_TAGS:
            return True
    return False


_ENDS = re.compile(
    r"</?(?:p|div|section|article|figure|figcaption|blockquote|li|dt|dd|tr|table|h[1-6]|br|hr)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    rf"<!--(?:.*?-->|.*\Z)|<({'|'.join(sorted(_DROPPED))})\b(?:.*?</\1\s*>|.*\Z)", re.IGNORECASE | re.DOTALL
)


def words_of(html: str) -> list[str]:
    """The bare words of any HTML, a string for each piece that stood by itself."""
    bare = re.sub(r"</?[a-zA-Z][^<>]*>?", "", _ENDS.sub("\n", _UNSEEN.sub("", _plain_signs(html))))
    return [line for line in map(str.strip, unescape(bare).split("\n")) if line]
