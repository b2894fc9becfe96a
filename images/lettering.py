"""A line of text of any length in a rectangle: how large, and where its lines end. Pure functions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from images.typefaces import Face

ELLIPSIS, HYPHEN = "…", "-"
_AFTER_A_HYPHEN = re.compile(r"(?<=\w[-–—/])(?=\w)")


@dataclass(frozen=True)
class Block:
    """Lines of text at a size in pixels."""

    lines: tuple[str, ...]
    size: int


@dataclass(frozen=True)
class Frame:
    """The room that a text has: pixels, sizes from the largest to the smallest, and the leading in ems.

    At the size `hyphens` and larger no line ends after a hyphen, at `unbroken` and larger no word is broken.
    """

    width: int
    height: int
    sizes: Sequence[int]
    hyphens: int
    unbroken: int
    leading: float


def fitted(text: str, face: Face, frame: Frame) -> Block:
    """The text as large as it fits, its lines of like length; if it never does, its beginning and an ellipsis."""
    for size in frame.sizes:
        words = _words(text, face, size, frame)
        lines = _wrapped(words, face, size, frame.width)
        if all(face.width(line, size) <= frame.width for line in lines) and len(lines) <= _rows(frame, size):
            return Block(_balanced(words, face, size, frame.width), size)
    return Block(_shortened(lines, face, size, frame), size)


def _words(text: str, face: Face, size: int, frame: Frame) -> list[str]:
    """What stays together on a line at this size, each with the space before it."""
    words = re.split("(?= )", text)
    if size < frame.hyphens:
        words = [part for word in words for part in _AFTER_A_HYPHEN.split(word)]
    if size < frame.unbroken:
        words = [part for word in words for part in _broken(word, face, size, frame.width)]
    return words


def _broken(word: str, face: Face, size: int, width: int) -> Iterator[str]:
    """The word in parts of like length, if it is wider than a line."""
    whole = face.width(word.strip(" "), size)
    line = min(width, whole / ceil(whole / (width - size)) + 1.5 * size) if whole > width else width
    while face.width(word.strip(" "), size) > line and len(word) > 1:
        cut = max(1, _fitting(word, face, size, line, HYPHEN))
        yield word[:cut] + HYPHEN
        word = word[cut:]
    yield word


def _fitting(text: str, face: Face, size: int, width: float, ending: str) -> int:
    """How many of its first characters fit with an ending behind them."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = face.width(text[:middle].strip(" ") + ending, size) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return low


def _wrapped(words: Sequence[str], face: Face, size: int, width: float) -> list[str]:
    """Each line as full as it goes; a word wider than the line stands on one of its own."""
    lines: list[str] = []
    for word in words:
        joined = lines[-1] + word if lines else ""
        if lines and face.width(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.append(word.strip(" "))
    return lines


def _balanced(words: Sequence[str], face: Face, size: int, width: int) -> tuple[str, ...]:
    """As many lines as are needed, in the narrowest column that holds them."""
    count = len(_wrapped(words, face, size, width))
    low, high = max(int(max((face.width(word.strip(" "), size) for word in words), default=0)), width // 3), width
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_wrapped(words, face, size, middle)) <= count else (middle + 1, high)
    return tuple(_wrapped(words, face, size, high))


def _rows(frame: Frame, size: int) -> int:
    return max(1, int(frame.height / (size * frame.leading)))


def _shortened(lines: Sequence[str], face: Face, size: int, frame: Frame) -> tuple[str, ...]:
    kept = list(lines[: _rows(frame, size)])
    cut = _fitting(kept[-1], face, size, frame.width, ELLIPSIS)
    return (*kept[:-1], kept[-1][:cut].rstrip(" -,;:.") + ELLIPSIS)
