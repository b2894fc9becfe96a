"""Footnotes on a page: read where they stand, and apart from those of other texts.

`render` gives plain links to a list at the end, which is right in feeds, in print and wherever there is no page
around. Here is what a page adds; both work on its HTML, in time in proportion to the length.
"""

import re

_SECTION = '<section class="footnotes"'
_REFERENCE = re.compile(
    r'<sup class="footnote-ref"><a (href="#fn-(\d+)") (id="[^"]*") (role="[^"]*") (aria-label="[^"]*")>\d+</a></sup>'
)
_ITEM = re.compile(r'<li id="fn-(\d+)">')
_LIST_END = re.compile(r"</li>\s*(?:</ol>\s*</section>\s*)?$")
_BACK = re.compile(r' ?<a class="footnote-backref"[^>]*>[^<]*</a>')
_TAG = re.compile(r'<[a-z][a-z0-9]*(?: [a-z-]+(?:="[^"]*")?)*>')
_ID = re.compile(r' id="[^"]*"')
_MARKER = re.compile(r"<!--.*?-->", re.DOTALL)
# A button is a box, before which a line may break: not after this, where the style sheet says `nowrap`.
_JOINER = "\u2060"
_FOOTNOTE_ADDRESS = re.compile(r'(href="#| id=")(?=fn(?:ref)?-\d)')


def notes_in_place(html: str) -> str:
    """Return rendered `html` in which the sign of a footnote opens it there, as a popover (HTML, 6.12), without script.

    The list at the end stays as it is. Where popovers are not known the sign is the link that it was, and the
    popovers are not to be shown; that is for the style sheet.
    """
    text, section, notes = html.partition(_SECTION)
    if not section:
        return html
    return _with_buttons(text) + section + _with_buttons(notes) + _popovers(notes)


def with_own_footnotes(html: str, prefix: str) -> str:
    """Return rendered `html` in which the ids of footnotes, and what leads to them, begin with `prefix`."""
    if _SECTION not in html:
        return html
    return _TAG.sub(lambda tag: _FOOTNOTE_ADDRESS.sub(rf"\g<1>{prefix}", tag[0]), html)


def _with_buttons(html: str) -> str:
    return _REFERENCE.sub(
        r'<sup class="footnote-ref" \3><a hidden \1 \4 \5>\2</a>'
        rf'{_JOINER}<button type="button" popovertarget="note-\2" \5>\2</button></sup>',
        html,
    )


def _popovers(notes: str) -> str:
    """The notes once more, without anything that may stand on a page only once.

    What takes the focus stands inside: two popovers that took it themselves would vie for it (HTML, 6.6.7).
    """
    _, *pieces = _ITEM.split(notes)
    return "".join(
        f'<div class="note" role="note" popover id="note-{number}">'
        f'<div tabindex="-1" autofocus>{_copy(note)}</div></div>\n'
        for number, note in zip(pieces[::2], pieces[1::2], strict=True)
    )


def _copy(note: str) -> str:
    bare = _MARKER.sub("", _BACK.sub("", _LIST_END.sub("", note)))
    return _TAG.sub(lambda tag: _ID.sub("", tag[0]), _with_buttons(bare))
