"""What differs between two contents of an item in a few words: for the sentence above a form, and for a list."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import ngettext

from publishing.versions.differences import WORK, count_changed
from publishing.versions.revisions import revised_fields
from publishing.versions.sequences import Work


def what_changed(old: Mapping[str, Any], new: Mapping[str, Any], model: Any, work: Work | None = None) -> list[str]:
    """The names of the fields that two contents (see `revisions.content_of`) differ in, the text by its paragraphs.

    `work` is shared by all that a list tells: where it runs out, a text is told by its name alone.
    """
    changed = [
        field
        for field in revised_fields(model)
        if field.name in old and field.name in new and old[field.name] != new[field.name]
    ]
    text = [_of_text(field, old, new, work or Work(WORK)) for field in changed if field.name == "text"]
    return [name for name in text if name] + [str(field.verbose_name) for field in changed if field.name != "text"]


def _of_text(field, old, new, work):
    """How many paragraphs; empty where nothing but empty lines was changed."""
    work.ran_out = False
    count = count_changed(old["text"] or "", new["text"] or "", work)
    if work.ran_out:
        return str(field.verbose_name)
    return ngettext("%d paragraph", "%d paragraphs", count) % count if count else ""
