"""The list of contents of a text, read from its HTML, which holds every heading with its anchor."""

import re
from dataclasses import dataclass, replace

from .plain import plain_text

# A text with fewer headings is looked over without a list.
WORTHWHILE = 4

_HEADING = re.compile(r'<h([23]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)


@dataclass(frozen=True)
class Chapter:
    """A heading in the list, with those of the level below it."""

    text: str
    anchor: str
    below: tuple["Chapter", ...] = ()


def contents(html: str) -> tuple[Chapter, ...]:
    """Return the headings of the first two levels in rendered `html`; nothing where there are fewer than WORTHWHILE.

    A heading of the second level with none of the first before it stands among those of the first.
    """
    found = _HEADING.findall(html.partition('<section class="footnotes"')[0])
    if len(found) < WORTHWHILE:
        return ()
    groups: list[list[tuple[str, Chapter]]] = []
    for level, anchor, words in found:
        one = (level, Chapter(plain_text(words), anchor))
        if level == "3" and groups and groups[-1][0][0] == "2":
            groups[-1].append(one)
        else:
            groups.append([one])
    return tuple(replace(first, below=tuple(chapter for _, chapter in rest)) for (_, first), *rest in groups)
