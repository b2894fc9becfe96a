"""The button that says of an item at hand that all of it is still true."""

from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from publishing.confirmations import confirm
from publishing.history import note
from publishing.models import publishables


def still_true(request: HttpRequest, app_label: str, model_name: str, pk: int) -> HttpResponse:
    """Keep that whoever asks has read an item and found it true, for those who may change it; then the start page.

    Called through the admin, which has asked for a login.
    """
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    model = _timeless(app_label, model_name)
    item = get_object_or_404(model, pk=pk)
    if not admin.site._registry[model].has_change_permission(request, item):
        raise PermissionDenied
    with transaction.atomic():
        confirm(item, request.user)
        note(request.user, item, "confirmed")
    messages.success(request, _("“%(title)s” is good for another year.") % {"title": item})
    return redirect("admin:index")


def _timeless(app_label: str, model_name: str) -> Any:
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError as error:
        raise Http404 from error
    if model not in publishables() or not model.timeless:  # type: ignore[attr-defined]
        raise Http404
    return model
