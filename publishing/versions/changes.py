"""What differs between two versions of a rendered text, block by block: paragraphs, headings, lists, tables."""

import re

from publishing.versions.sequences import Work, steps

_NODE = re.compile(r'<!--.*?-->|<(/?)([a-z][a-z0-9]*)((?:[^">]|"[^"]*")*)>', re.DOTALL)
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "wbr"})
# Stands before what an insertable is going to show, and after what was taken out at the end.
_SIGN = "<span {}></span>"
# Comparisons, which take some milliseconds: what was rewritten beyond that is marked as a whole.
_WORK = 200_000


def blocks(html: str) -> list[str]:
    """The outermost elements and markers of rendered `html`, each with the white space after it."""
    ends, depth = [], 0
    for node in _NODE.finditer(html):
        if node[2] and node[2] not in _VOID:
            depth += -1 if node[1] else 1
        if not depth:
            ends.append(node.end())
    return [html[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)] if ends else []


def with_changes_marked(html: str, former: str) -> str:
    """Return rendered `html` in which `data-changed` stands at each outermost block that `former` has not.

    `data-cut` stands at the block before which something was taken out.
    """
    new = blocks(html)
    marks = _marks(blocks(former), new)
    marked = [_marked(block, marks[place]) if place in marks else block for place, block in enumerate(new)]
    return "".join([*marked, _SIGN.format("data-cut") if len(new) in marks else ""])


def _marks(old, new):
    """{place among the new blocks: what stands there}."""
    marks: dict[int, str] = {}
    for step, _i1, _i2, j1, j2 in steps(*([block.strip() for block in one] for one in (old, new)), Work(_WORK)):
        if step == "delete":
            marks[j1] = "data-cut"
        elif step != "equal":
            marks |= dict.fromkeys(range(j1, j2), "data-changed")
    return marks


def _marked(block, attribute):
    start = _NODE.search(block)
    if start is None or not start[2]:
        return _SIGN.format(attribute) + block
    return f"{block[: start.end(2)]} {attribute}{block[start.end(2) :]}"
