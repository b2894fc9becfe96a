"""What another address of an item brings about, told on its form while it is typed."""

from copy import copy
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from publishing.addresses.consequences import as_typed, consequences
from publishing.editing import may_write
from publishing.models import WebPage, publishables
from trash.keys import key_of

TEMPLATE = "publishing/consequences.html"


@never_cache
@require_safe
def told(request: HttpRequest) -> HttpResponse:
    """A piece of HTML: what follows from storing the item of the kind `kind` (`pages.page`) with the key `key` (a new
    one without) with what is given of its `place_fields`.

    403 for who may not write this kind or not see this item, and for no kind at all.
    """
    kinds = {model._meta.label_lower: model for model in publishables() if issubclass(model, WebPage)}
    model = kinds.get(request.GET.get("kind", ""))
    if model is None or not (request.user.is_staff and may_write(request.user, model)):
        raise PermissionDenied
    former = _stored(model, key_of(request.GET.get("key")))
    if former and not admin.site.get_model_admin(model).has_view_or_change_permission(request, former):
        raise PermissionDenied
    typed, faults = as_typed(former or model(), request.GET)
    return render(request, TEMPLATE, {"told": consequences(typed, faults, former=former)})


def _stored(model, key) -> Any:
    return model._default_manager.with_translation().filter(pk=key).first() if key else None


class RenamingMixin:
    """The part of a form that says what its address is and brings about; a script keeps it true to what is typed."""

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), "consequences")

    @admin.display(description=_("what this means"))
    def consequences(self, item):
        # The item at hand is the one of the form, which is not to be changed by looking at it.
        known = consequences(copy(item)) if item.pk else None
        place = {"kind": item._meta.label_lower, "key": item.pk, "fields": " ".join(item.place_fields)}
        return render_to_string("publishing/consequences_panel.html", {"told": known, **place})

    def render_change_form(self, request, context, *args, **kwargs):
        script = forms.Script("js/admin/consequences.js", type="module")
        media = forms.Media(js=[script], css={"all": ["css/consequences.css"]})
        return super().render_change_form(request, {**context, "media": context["media"] + media}, *args, **kwargs)
