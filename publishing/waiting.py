"""What is used in a text that waits for its publication: the row that visitors see does not know of it yet."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings

from publishing import insertables, markdown
from publishing.revisions import Revision


def users_of(item: Any, **_signal: Any) -> list[Any]:
    """The items that will show a picture or document once they are published; answers `asked_where_used`."""
    return [user for user, content, _links in _waiting() if _shows(type(user), content, item)]


def linking_to(items: Sequence[Any]) -> list[Any]:
    """The items that will link to any of these once they are published."""
    wanted = {str(item.uuid) for item in items}
    return [user for user, _content, links in _waiting() if wanted & {uuid for _kind, uuid in links.values()}]


def _waiting() -> Iterable[tuple[Any, dict, dict]]:
    for revision in Revision.objects.pending().select_related("item_type"):
        model: Any = revision.item_type.model_class()
        item = model and model._base_manager.filter(uuid=revision.item_uuid).first()
        if item is not None:
            yield item, revision.content, revision.links


def _shows(model, content, item) -> bool:
    chosen = (field.name for field in model._meta.concrete_fields if field.related_model is type(item))
    if any(content.get(name) == item.pk for name in chosen):
        return True
    text = content.get("text") or ""
    if item.slug not in text:
        return False
    rendered = markdown.render(text, language=content.get("language") or settings.LANGUAGE_CODE)
    named = (one for one in rendered.insertables if one.name == item.slug)
    return any(insertables.is_a(item._meta.model_name, one) for one in named)
