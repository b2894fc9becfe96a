"""The filter for templates of the admin that name items of any kind."""

from django import template
from django.urls import reverse

register = template.Library()


@register.filter
def edit_address(item) -> str:
    """Where an item is edited in the admin."""
    return reverse(f"admin:{item._meta.app_label}_{item._meta.model_name}_change", args=[item.pk])
