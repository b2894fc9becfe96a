"""What an item holds, as one value that shows whether anybody has changed it."""

from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any

from consultancy.importing.entries import digest
from publishing import markdown, references


def content_digest(item, fields: Collection[str]) -> str:
    """Changes when, and only when, a person has changed one of these fields of a stored item.

    The site itself gives links in a text the present address of what they lead to: that is no change.
    """
    held = {field: _value(item, field) for field in fields}
    held["text"] = _with_lasting_links(held["text"], item.language)
    # A field that a later version adds is empty at first: that is no change either.
    return digest({field: value for field, value in held.items() if value})


def differs(item, other, fields: Collection[str]) -> bool:
    """Whether two items of a kind hold something else in these fields."""
    return any(_value(item, field) != _value(other, field) for field in fields)


def _value(item, field) -> Any:
    if item._meta.get_field(field).many_to_many:
        return sorted(getattr(item, field).values_list("pk", flat=True))
    value = getattr(item, item._meta.get_field(field).attname)
    if isinstance(value, datetime):
        # The admin's form knows no parts of a second.
        return value.astimezone(UTC).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    # Forms send line ends of their own and no white space around a text.
    return "\n".join(value.splitlines()).strip() if isinstance(value, str) else value


def _with_lasting_links(text, language):
    links = markdown.render(text, language=language).links
    items = references.items_at(path for link in links if (path := references.own_path(link)))
    return markdown.replace_links(text, {path: f"/{item.uuid}/" for path, item in items.items()})
