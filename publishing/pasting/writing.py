"""From a tree whose tags say what they mean to Markdown."""

import re

from django.utils.translation import gettext as _
from markdownify import ATX, MarkdownConverter

from .emphasis import CLOSE, OPEN
from .escaping import escape
from .links import destination
from .notes import NOTE, REFERENCE
from .styles import BOLD_ITALIC, DROPPED, LISTED

_BREAK = "\ue007"
_BREAKS = re.compile(rf"[ \n]*{_BREAK}[ \n{_BREAK}]*")
_BLOCKS = {
    "p",
    "div",
    "li",
    "td",
    "th",
    "figure",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    LISTED,
    NOTE,
    "[document]",
}
_STANDING_ALONE = ("p", "div", "figure", "ul", "ol")
# Behind these signs stand the level and the number of an item of a list of Word.
ITEM, ITEM_ENDS = "\ue010", "\ue011"


def _emphasised(*names):
    def convert(self, el, text, parent_tags):
        begin, end = "".join(OPEN[name] for name in names), "".join(CLOSE[name] for name in reversed(names))
        return f"{begin}{text}{end}" if text.strip() and not _is_heading(parent_tags) else text

    return convert


def _is_heading(tags):
    return any(re.fullmatch("h[1-6]", tag) for tag in tags)


class Writer(MarkdownConverter):
    """Writes one text; `notes` holds those found on the way, by number."""

    class Options:
        heading_style = ATX
        bullets = "-"
        autolinks = False
        # White space is one space; nothing is wrapped.
        wrap, wrap_width = True, None

    def __init__(self, own: str):
        super().__init__()
        self.own = own
        self.notes: dict[int, str] = {}

    # Words

    def process_text(self, el, parent_tags=None):
        self._at = el
        return super().process_text(el, parent_tags)

    def escape(self, text, parent_tags):
        in_cell, in_link = bool({"td", "th"} & parent_tags), "a" in parent_tags
        return escape(text, begins_line=_begins_line(self._at), in_cell=in_cell, in_link=in_link)

    convert_strong = convert_b = _emphasised("strong")
    convert_em = convert_i = _emphasised("em")
    convert_del = convert_s = _emphasised("del")

    def convert_br(self, el, text, parent_tags):
        return " " if "_inline" in parent_tags else _BREAK

    def convert_a(self, el, text, parent_tags):
        href = destination(str(el.get("href", "")), self.own)
        words = " ".join(text.replace(_BREAK, " ").split())
        if not href or not words or "_noformat" in parent_tags:
            return text
        if el.find(_STANDING_ALONE):
            return f"\n\n[{words}]({href})\n\n"
        before, after = " " * text[:1].isspace(), " " * text[-1:].isspace()
        return f"{before}[{words}]({href}){after}"

    def convert_img(self, el, text, parent_tags):
        """A picture from elsewhere is a link to it; what only counts readers is nothing."""
        href, alt = destination(str(el.get("src", "")), self.own), " ".join(str(el.get("alt", "")).split())
        if alt and len(alt) < 4 and not alt.isascii():
            return alt
        if not href or str(el.get("width")) in ("0", "1") or "a" in parent_tags:
            return ""
        words = _("picture elsewhere: %(what)s") % {"what": alt} if alt else _("picture elsewhere")
        return f" [{escape(words, begins_line=False, in_cell=False, in_link=True)}]({href}) "

    # Blocks

    def convert_p(self, el, text, parent_tags):
        text = _broken(text)
        if "_inline" in parent_tags:
            return f" {text} "
        if el.get("data-alone"):
            return f"\n{text}\n"
        return f"\n\n{text}\n\n" if text else ""

    convert_div = convert_section = convert_article = convert_figure = convert_figcaption = convert_dd = convert_p

    def convert_hN(self, n, el, text, parent_tags):  # noqa: N802 - named by the base
        return super().convert_hN(n, el, text.replace(_BREAK, " "), parent_tags) if text.strip(f" \n{_BREAK}") else ""

    def convert_dt(self, el, text, parent_tags):
        return self.convert_p(el, f"{OPEN['strong']}{text}{CLOSE['strong']}", parent_tags)

    def convert_blockquote(self, el, text, parent_tags):
        return "\n" + super().convert_blockquote(el, _broken(text), parent_tags)

    def convert_list(self, el, text, parent_tags):
        if "_inline" in parent_tags:
            return f" {text} "
        if el.parent is not None and el.parent.name in ("ul", "ol"):
            # Google puts a list that belongs to an item behind it.
            return _indented(text.strip("\n"), "    " if el.parent.name == "ol" else "  ") + "\n"
        return f"\n{text.rstrip()}\n" if "li" in parent_tags else f"\n\n{text.strip()}\n\n"

    convert_ul = convert_ol = convert_list

    def convert_li(self, el, text, parent_tags):
        text = _broken(text)
        if "_inline" in parent_tags:
            return f" {text} "
        mark = f"{el['data-number']}. " if el.get("data-number") else "- "
        return mark + _indented(text, " " * len(mark)).lstrip() + "\n" if text else ""

    def convert_td(self, el, text, parent_tags):
        return f" {' '.join(text.replace(_BREAK, ' ').split())} |" + "  |" * (_span(el) - 1)

    convert_th = convert_td

    def convert_tr(self, el, text, parent_tags):
        columns = int(el.get("data-columns", 0))
        missing = max(0, int(el.get("data-missing", 0)))
        return f"|{text}{'  |' * missing}\n" + (f"|{' --- |' * columns}\n" if columns else "")

    def convert_caption(self, el, text, parent_tags):
        return ""

    def convert_sup(self, el, text, parent_tags):
        return text

    convert_sub = convert_sup

    def convert_hr(self, el, text, parent_tags):
        return "\n\n---\n\n" if "_inline" not in parent_tags else " "


def _dropped(self, el, text, parent_tags):
    return ""


def _listed(self, el, text, parent_tags):
    if "_inline" in parent_tags:
        return f" {text} "
    text = " ".join(text.replace(_BREAK, " ").split())
    return f"\n\n{ITEM}{el['data-level']}{el['data-number']}{ITEM_ENDS}{text}\n\n" if text else ""


def _reference(self, el, text, parent_tags):
    return f"[^{el['data-note']}]"


def _note(self, el, text, parent_tags):
    self.notes[int(el["data-note"])] = _broken(text)
    return ""


for _name, _convert in (
    (DROPPED, _dropped),
    (LISTED, _listed),
    (REFERENCE, _reference),
    (NOTE, _note),
    (BOLD_ITALIC, _emphasised("strong", "em")),
):
    setattr(Writer, f"convert_{_name.replace('-', '_')}", _convert)


def _span(cell):
    span = str(cell.get("colspan", "1"))
    return int(span) if span.isdecimal() and len(span) < 3 and int(span) else 1


def _begins_line(node):
    """Whether nothing stands before it on its line."""
    while node.previous_sibling is None and node.parent is not None and node.parent.name not in _BLOCKS:
        node = node.parent
    before = node.previous_sibling
    return before is None or getattr(before, "name", None) in {"br", "dropped", "ul", "ol", "table", *_BLOCKS}


def _broken(text):
    """Lines that were broken by hand; where an empty one stood between them, paragraphs."""
    text = text.strip(f" \n{_BREAK}")
    return _BREAKS.sub(lambda match: "\n\n" if match[0].count(_BREAK) > 1 else "  \n", text)


def _indented(text, by):
    return "\n".join(by + line if line else "" for line in text.split("\n"))
