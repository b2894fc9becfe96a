"""How the last part of an address is made."""

from collections.abc import Collection
from itertools import chain, count

from django.core.validators import slug_re
from django.utils.text import slugify

MAX_LENGTH = 100
_ROOM_FOR_NUMBER = 6


def slug_from(title: str, otherwise: str) -> str:
    """A slug made from a title, short enough to be numbered; `otherwise` where the title has no letters for one."""
    return slugify(title)[: MAX_LENGTH - _ROOM_FOR_NUMBER].strip("-_") or otherwise


def as_slug(typed: str, otherwise: str) -> str:
    """What was typed where that is a slug, else one made from it; `otherwise` where it has no letters for one."""
    return typed if len(typed) <= MAX_LENGTH and slug_re.match(typed) else slug_from(typed, otherwise)


def first_free(wanted: str, taken: Collection[str]) -> str:
    """`wanted` where it is free, else it with the first number behind it that makes it free."""
    stem = wanted[: MAX_LENGTH - _ROOM_FOR_NUMBER].strip("-_")
    numbered = (f"{stem}-{number}" for number in count(2))
    return next(slug for slug in chain([wanted], numbered) if slug not in taken)


def first_free_name(wanted: str, taken: Collection[str], length: int) -> str:
    """`wanted` where it is free, else it with the first number in brackets behind it, in at most `length` signs."""
    numbered = (f"{wanted[: length - 5]} ({number})" for number in count(2))
    return next(name for name in chain([wanted], numbered) if name not in taken)
