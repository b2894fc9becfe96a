"""How tokens are written as HTML where that differs from what markdown-it does."""

from collections.abc import Callable, MutableMapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from .headings import plain
from .widths import fits_phone

Tokens = Sequence[Token]
Env = MutableMapping[str, Any]

_DASHES = ("— ", "– ", "-- ", "--- ")


def paragraph_open(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    """The last paragraph of a quotation, where it begins with a dash, says whose words they are."""
    follows = [token.type for token in tokens[index + 3 : index + 4]]
    if follows == ["blockquote_close"] and tokens[index + 1].content.startswith(_DASHES):
        tokens[index].attrSet("class", "attribution")
    return str(self.renderToken(tokens, index, options, env))


def link_open(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    token = tokens[index]
    href = str(token.attrGet("href") or "")
    env["links"].setdefault(href)
    if is_elsewhere(href):
        token.attrSet("rel", "noopener")
    env["in_link"] = True
    return str(self.renderToken(tokens, index, options, env))


def link_close(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    env["in_link"] = False
    return "</a>"


def image(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    """A picture is shown as a link, for a page loads nothing from elsewhere; inside a link, as its words."""
    src = str(tokens[index].attrGet("src") or "")
    env["outside_pictures"].setdefault(src)
    words = escapeHtml(plain(tokens[index].children or ()).strip() or src)
    if env.get("in_link") or not src:
        return words
    rel = ' rel="noopener"' if is_elsewhere(src) else ""
    return f'<a href="{escapeHtml(src)}"{rel}>{words}</a>'


def is_elsewhere(href: str) -> bool:
    return href.lower().startswith(("http:", "https:", "//"))


def fence(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    """Code keeps its lines, so it may scroll in a box of its own, which the keyboard reaches."""
    return f'<pre tabindex="0"><code>{escapeHtml(tokens[index].content)}</code></pre>\n'


def table_open(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    """A table that may be too wide scrolls in a box of its own, which the keyboard reaches and a reader names."""
    env["tables"] += 1
    if fits_phone(tokens, index):
        return '<div class="table-scroll"><table>\n'
    label = escapeHtml(_("Table %(number)d") % {"number": env["tables"]})
    return f'<div class="table-scroll" role="region" tabindex="0" aria-label="{label}"><table>\n'


def table_close(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    return "</table></div>\n"


def cell_open(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    token = tokens[index]
    scope = ' scope="col"' if token.tag == "th" else ""
    alignment = str(token.attrGet("style") or "").removeprefix("text-align:")
    return f"<{token.tag}{scope}" + (f' class="align-{alignment}">' if alignment else ">")


def footnote_ref(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    number, again = _numbers(tokens[index])
    label = escapeHtml(_("Footnote %(number)d") % {"number": number})
    return (
        f'<sup class="footnote-ref"><a href="#fn-{number}" id="fnref-{number}{again}" role="doc-noteref"'
        f' aria-label="{label}">{number}</a></sup>'
    )


def footnote_block_open(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    label = escapeHtml(_("Footnotes"))
    return f'<section class="footnotes" role="doc-endnotes" aria-label="{label}">\n<ol>\n'


def footnote_block_close(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    return "</ol>\n</section>\n"


def footnote_open(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    return f'<li id="fn-{tokens[index].meta["id"] + 1}">'


def footnote_close(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    return "</li>\n"


def footnote_anchor(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    number, again = _numbers(tokens[index])
    label = escapeHtml(_("Back to footnote %(number)d in the text") % {"number": number})
    return (
        f' <a class="footnote-backref" href="#fnref-{number}{again}" role="doc-backlink" aria-label="{label}">'
        "\u21a9\ufe0e</a>"
    )


def _numbers(token: Token) -> tuple[int, str]:
    """The number of a footnote, and what tells its second and further references apart."""
    again = token.meta["subId"]
    return token.meta["id"] + 1, f"-{again + 1}" if again else ""


def insertable(self: Any, tokens: Tokens, index: int, options: Any, env: Env) -> str:
    """A place for the marker that is put in after sanitising."""
    env["insertables"].append(tokens[index].meta["insertable"])
    return f'<div data-insertable="{len(env["insertables"]) - 1}"></div>\n'


RULES: dict[str, Callable[..., str]] = {
    rule.__name__: rule
    for rule in (
        *(paragraph_open, link_open, link_close, image, fence, table_open, table_close, insertable),
        *(footnote_ref, footnote_block_open, footnote_block_close, footnote_open, footnote_close, footnote_anchor),
    )
} | {"code_block": fence, "th_open": cell_open, "td_open": cell_open}
