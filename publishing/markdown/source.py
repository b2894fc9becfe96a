"""What a text may consist of before anything reads it."""

import re

# Explicit bidirectional controls could reorder the page around a text; the marks that only
# describe a place (U+200E, U+200F, U+061C) stay.
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")

_LINE_ENDS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
# Characters that HTML forbids: other controls, surrogates, non-characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
    + "]"
)


def clean_source(text: str) -> str:
    """Return `text` with "\\n" for every kind of line end, U+FFFD for what HTML forbids, and no bidi controls."""
    return without_bidi_controls(_FORBIDDEN.sub("\ufffd", _LINE_ENDS.sub("\n", text)))


def without_bidi_controls(text: str) -> str:
    """Return `text` without the signs that turn the direction of writing."""
    return _BIDI_CONTROLS.sub("", text)
