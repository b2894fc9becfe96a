"""The one place where Markdown becomes HTML. It knows no model and no app."""

from .contents import Chapter, contents
from .footnotes import notes_in_place, with_own_footnotes
from .headings import Heading
from .insertables import Insertable, parse, split, write
from .links import possible_links, replace_links
from .plain import plain_text
from .rendering import MAX_LENGTH, VERSION, Rendered, render
from .source import without_bidi_controls

__all__ = [
    "MAX_LENGTH",
    "VERSION",
    "Chapter",
    "Heading",
    "Insertable",
    "Rendered",
    "contents",
    "notes_in_place",
    "parse",
    "plain_text",
    "possible_links",
    "render",
    "replace_links",
    "split",
    "with_own_footnotes",
    "without_bidi_controls",
    "write",
]
