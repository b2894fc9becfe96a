"""What was changed between two texts."""

import re
from difflib import SequenceMatcher

_BETWEEN_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: what empty lines part."""
    return [part for part in _BETWEEN_PARAGRAPHS.split(text.replace("\r\n", "\n").strip()) if part]


def count_changed(old: str, new: str) -> int:
    """How many paragraphs were changed, added or taken out between two texts."""
    steps = SequenceMatcher(None, paragraphs(old), paragraphs(new)).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in steps if tag != "equal")
