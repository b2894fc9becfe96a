"""What was typed in a form as the content of a revision, so that it can be compared and restored; nothing is lost."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict

from publishing.autosave.autosaves import Autosave, set_aside
from publishing.moment_field import MomentField, MomentWidget
from publishing.versions.revisions import Item, Revision, as_json, content_of, revised_fields
from trash.keys import key_of


def content_as_typed(item: Item | None, model: Any, data: QueryDict) -> dict[str, Any]:
    """The content of an item (None: of no item yet) with what `data` has for its fields.

    A value that its field refuses stands there as it was typed: to be read, while restoring passes over it.
    """
    typed = {field.name: _value(field, data) for field in revised_fields(model) if _is_typed(field, data)}
    stood_there = content_of(item) if item else {}
    # No field shows the parts of a second: a moment that was left as it stood keeps them.
    untouched = {name for name, value in typed.items() if _same_second(value, stood_there.get(name))}
    return {**stood_there, **{name: value for name, value in typed.items() if name not in untouched}}


def _same_second(typed, stood_there):
    try:
        moments = [datetime.fromisoformat(value).replace(microsecond=0) for value in (typed, stood_there)]
    except (TypeError, ValueError):
        return False
    return moments[0] == moments[1]


def put_aside(row: Autosave, item: Item | None) -> Revision:
    """Put what was typed of an item (None: a new one) among its versions, and keep it no longer as being typed."""
    return set_aside(row, content_as_typed(item, row.item_type.model_class(), row.data))


def _is_typed(field, data):
    names = [field.name, *(f"{field.name}_{number}" for number in range(2) if isinstance(field, models.DateTimeField))]
    # A box without a tick sends nothing, nor does a choice of several without one.
    silent = isinstance(field, models.BooleanField) or field.many_to_many
    return silent or any(name in data for name in names)


def _value(field, data):
    if field.many_to_many:
        return sorted(filter(None, map(key_of, data.getlist(field.name))))
    if isinstance(field, models.BooleanField):
        return field.name in data
    is_moment = isinstance(field, models.DateTimeField)
    form_field = MomentField(required=False, validators=field.validators) if is_moment else field.formfield()
    widget = MomentWidget() if is_moment else form_field.widget
    raw = widget.value_from_datadict(data, {}, field.name)
    return _cleaned(field, form_field, raw)


def _cleaned(field, form_field, raw):
    try:
        value = field.to_python(raw) if field.related_model else form_field.clean(raw)
    except (ValidationError, ValueError):
        return _as_typed(field, raw)
    return as_json(value)


def _as_typed(field, raw):
    """What is no value of its field; never what could be taken for one."""
    if field.related_model:
        return None
    words = " ".join(filter(None, raw)) if isinstance(raw, list) else raw
    return f"“{words}”" if words and not isinstance(field, models.CharField | models.TextField) else words
