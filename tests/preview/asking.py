"""Asking for the preview of a form as its script does."""

from tests.admin.forms import filled_in

AS_TYPED = "/admin/editor/as-typed/"


def form_of(item, model=None):
    """Where the form of an item is, or of a new one of a model."""
    options = (model or item)._meta
    return f"/admin/{options.app_label}/{options.model_name}/{f'{item.pk}/change' if item else 'add'}/"


def ask(client, item=None, *, model=None, **typed):
    """The answer to what stands in the form of an item, with these fields typed otherwise."""
    fields = filled_in(client, form_of(item, model), **typed)
    about = {"kind": (model or item)._meta.label_lower, "key": item.pk if item else "", "page": ""}
    return client.post(AS_TYPED, fields | about)


def page_of(client, item=None, **typed):
    """The page as visitors would see it."""
    return ask(client, item, **typed).json()["page"]
