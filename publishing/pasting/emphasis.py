"""Bold, italic and struck words: first written with a sign for each end, which then become those of Markdown.

Only when a whole paragraph is there can be seen what touches what.
"""

import re

OPEN = {"strong": "\ue001", "em": "\ue003", "del": "\ue005"}
CLOSE = {"strong": "\ue002", "em": "\ue004", "del": "\ue006"}
_WRITTEN = {"strong": "**", "em": "*", "del": "~~"}
_KIND = {sign: name for ends in (OPEN, CLOSE) for name, sign in ends.items()}
_ANY = re.compile("[\ue001-\ue006]")
_OPENS, _CLOSES = "[\ue001\ue003\ue005]", "[\ue002\ue004\ue006]"
_EMPTY = re.compile("\ue001([ \n]*)\ue002|\ue003([ \n]*)\ue004|\ue005([ \n]*)\ue006")
_AGAIN = re.compile("\ue002([ ]*)\ue001|\ue004([ ]*)\ue003|\ue006([ ]*)\ue005")
_SPACE_AFTER_OPEN = re.compile(f"({_OPENS}+)([ ]+)")
_SPACE_BEFORE_CLOSE = re.compile(f"([ ]+)({_CLOSES}+)")
# Between a sign and a letter Markdown sees no end of bold words, so the sign is left out of them.
_SIGN_BEFORE_CLOSE = re.compile(rf"([^\w\s\\\ue000-\ue0ff)\]]+)({_CLOSES}+)(?=\w)")
_SIGN_AFTER_OPEN = re.compile(rf"(?<=\w)({_OPENS}+)([^\w\s\\\ue000-\ue0ff(\[]+)")


def write(text: str) -> str:
    """`text` with the signs of Markdown for its emphasised words; without those that would not hold."""
    if not _ANY.search(text):
        return text
    return "\n\n".join(_write_block(block) for block in text.split("\n\n"))


def _write_block(block):
    for pattern in (_EMPTY, _AGAIN, _EMPTY):
        block = pattern.sub(lambda match: "".join(filter(None, match.groups())), block)
    block = _SPACE_BEFORE_CLOSE.sub(r"\2\1", _SPACE_AFTER_OPEN.sub(r"\2\1", block))
    block = _SIGN_AFTER_OPEN.sub(r"\2\1", _SIGN_BEFORE_CLOSE.sub(r"\2\1", block))
    return _balanced(_EMPTY.sub("", block))


def _balanced(block):
    """Each end has its beginning in the same paragraph, and nothing is bold within bold."""
    pieces, open_at = [], {}
    for piece in re.split("([\ue001-\ue006])", block):
        name = _KIND.get(piece)
        if name is None:
            pieces.append(piece)
        elif piece in OPEN.values():
            open_at.setdefault(name, []).append(len(pieces))
            pieces.append("")
        elif open_at.get(name):
            begin = open_at[name].pop()
            if not open_at[name]:
                pieces[begin] = _WRITTEN[name]
                pieces.append(_WRITTEN[name])
    return "".join(pieces)
