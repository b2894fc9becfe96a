"""An item as it stands in a form at this moment, for looking at it while somebody types."""

from copy import copy
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.urls import resolve, reverse

from publishing.editing import may_write
from publishing.models import publishables
from publishing.versions.revisions import take_related
from trash.keys import key_of


def item_as_typed(request: HttpRequest) -> Any:
    """The item of the kind `kind` with the key `key` (a new one without), as the fields of its form were posted.

    What the form has no field for is as it was written last. It is not to be stored. Raises PermissionDenied for who
    may not write this kind or not see this item, and for no kind at all.
    """
    model = {kind._meta.label_lower: kind for kind in publishables()}.get(request.POST.get("kind", ""))
    if model is None or not may_write(request.user, model):
        raise PermissionDenied
    room, key = admin.site.get_model_admin(model), key_of(request.POST.get("key"))
    request = _in_its_form(request, model, key)
    stored = room.get_object(request, str(key)) if key else None
    if stored and not room.has_view_or_change_permission(request, stored):
        raise PermissionDenied
    form = room.get_form(request, stored, change=stored is not None)(request.POST, instance=stored or model())
    for name in form.fields:
        _take(form, name)
    return form.instance


def _in_its_form(request, model, key):
    """A request as it comes to the address of the form: an admin chooses its fields by that."""
    form = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    address = reverse(f"{form}_change", args=[key]) if key else reverse(f"{form}_add")
    asked = copy(request)
    asked.resolver_match = resolve(address)
    return asked


def _take(form, name):
    field, item = form.fields[name], form.instance
    stored_in = item._meta.get_field(name)
    if field.widget.value_omitted_from_data(form.data, form.files, form.add_prefix(name)):
        return
    try:
        value = field.clean(field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name)))
    except ValidationError:
        return  # what can't be stored like this is looked at once it can
    if stored_in.many_to_many:
        take_related(item, name, value)
    else:
        stored_in.save_form_data(item, value if stored_in.related_model else stored_in.to_python(value))
