"""The tag with which an item is confirmed to be still true."""

from django import template
from django.urls import reverse

from publishing.confirmations import is_stale, looked_at

register = template.Library()


@register.inclusion_tag("admin/still_true.html", takes_context=True)
def still_true(context, item):
    """`{% still_true stored %}`: the question and its button, where nobody has looked at an item for a year."""
    if not (item and context.get("has_change_permission") and is_stale(item)):
        return {}
    kind = {"app_label": item._meta.app_label, "model_name": item._meta.model_name}
    return {
        "address": reverse("admin:still_true", kwargs={**kind, "pk": item.pk}),
        "moment": looked_at(item),
        "csrf_token": context.get("csrf_token"),
    }
