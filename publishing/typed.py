"""An item as it stands in a form at this moment, for looking at it while somebody types."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from images.models import Image
from publishing.editing import may_write
from publishing.models import publishables


def item_as_typed(user: Any, data: Mapping[str, str]) -> Any:
    """The item of the kind `checklist` with the key `key` (a new one without), with what `data` has for its fields.

    It is not to be stored. Raises PermissionDenied for who may not write this kind, and for no kind at all.
    """
    model = {kind._meta.label_lower: kind for kind in publishables()}.get(data["checklist"])
    if model is None or not may_write(user, model):
        raise PermissionDenied
    item = _stored(model, data.get("key", "")) or model()
    for field in item._meta.concrete_fields:
        if field.editable and field.name in data and field.related_model in (None, Image):
            _take(item, field, data[field.name])
    return item


def _stored(model, key):
    return model._default_manager.filter(pk=int(key)).first() if key.isdecimal() and int(key) < 2**63 else None


def _take(item, field, typed):
    try:
        setattr(item, field.attname, field.clean(typed, item))
    except ValidationError:
        return  # what can't be stored like this is looked at once it can
