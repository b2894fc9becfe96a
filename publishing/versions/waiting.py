"""What is used in a text that waits for its publication: the row that visitors see does not know of it yet."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType

from publishing import insertables, markdown
from publishing.versions.revisions import Revision

# What may be the name in an insertable.
NAMES = re.compile(r"\[\[\s*\w+\s+([\w-]+)")


def users_of(item: Any, **_signal: Any) -> list[Any]:
    """The items that will show a picture or document once they are published; answers `asked_where_used`."""
    return _items(revision for revision in Revision.objects.pending() if _shows(revision, item))


def uses_of(items: Sequence[Any], **_signal: Any) -> set[tuple[int, int, int]]:
    """Which items will show these pictures or documents once they are published; answers `asked_for_uses`."""
    found = {(item.pk, revision) for revision in Revision.objects.pending() for item in _shown(revision, items)}
    keys = _keys({revision for _item, revision in found})
    return {
        (item, revision.item_type_id, keys[revision.item_uuid])
        for item, revision in found
        if revision.item_uuid in keys
    }


def _shown(revision: Revision, items: Sequence[Any]) -> list[Any]:
    """Those that a revision shows; its text is read with care only where it names one of them at all."""
    named = set(NAMES.findall(revision.content.get("text") or ""))
    chosen = {value for value in revision.content.values() if isinstance(value, int)}
    return [item for item in items if (item.slug in named or item.pk in chosen) and _shows(revision, item)]


def _keys(revisions: Iterable[Revision]) -> dict[UUID, int]:
    """The keys of the rows of what these are revisions of; a query for each kind."""
    uuids = defaultdict(list)
    for revision in revisions:
        uuids[revision.item_type_id].append(revision.item_uuid)
    rows = (model._base_manager.filter(uuid__in=uuids[kind]) for kind in uuids if (model := _model(kind)))
    return dict(pair for found in rows for pair in found.values_list("uuid", "pk"))


def linking_to(items: Sequence[Any]) -> list[Any]:
    """The items that will link to any of these once they are published."""
    wanted = {str(item.uuid) for item in items}
    waiting = Revision.objects.pending().defer("content")
    return _items(revision for revision in waiting if wanted & {uuid for _kind, uuid in revision.links.values()})


def _items(revisions: Iterable[Revision]) -> list[Any]:
    """What these are revisions of; a query for each kind."""
    uuids = defaultdict(list)
    for revision in revisions:
        uuids[revision.item_type_id].append(revision.item_uuid)
    return [
        item for kind in uuids if (model := _model(kind)) for item in model._base_manager.filter(uuid__in=uuids[kind])
    ]


def _model(kind: int) -> Any:
    """The kind of item with the key of its type; None where that is no more."""
    return ContentType.objects.get_for_id(kind).model_class()


def _shows(revision: Revision, item: Any) -> bool:
    model, content = _model(revision.item_type_id), revision.content
    chosen = (
        field.name for field in (model._meta.concrete_fields if model else ()) if field.related_model is type(item)
    )
    if any(content.get(name) == item.pk for name in chosen):
        return True
    text = content.get("text") or ""
    if item.slug not in text:
        return False
    rendered = markdown.render(text, language=content.get("language") or settings.LANGUAGE_CODE)
    named = (one for one in rendered.insertables if one.name == item.slug)
    return any(insertables.is_a(item._meta.model_name, one) for one in named)
