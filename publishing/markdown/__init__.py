"""The one place where Markdown becomes HTML. It knows no model and no app."""

from .headings import Heading
from .insertables import Insertable, parse, split, write
from .links import replace_links
from .plain import plain_text
from .rendering import MAX_LENGTH, VERSION, Rendered, render

__all__ = [
    "MAX_LENGTH",
    "VERSION",
    "Heading",
    "Insertable",
    "Rendered",
    "parse",
    "plain_text",
    "render",
    "replace_links",
    "split",
    "write",
]
