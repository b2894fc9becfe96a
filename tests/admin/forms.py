"""Fills in a form of the admin as a browser does: what stands in it, with some fields changed."""

import re
from html import unescape

from django.utils import timezone

# What a person presses to give an item a status.
_BUTTONS = {"published": {"_publish": ""}, "archived": {"_archive": ""}}


def filled_in(client, address, **changes):
    """The data that a browser would send from the form at `address` after `changes` ({field: value}).

    `status` is no field: it presses the button that gives an item that status.
    """
    form = client.get(address).context["adminform"].form
    data = {}
    for bound in form:
        if bound.field.show_hidden_initial:
            data[bound.html_initial_name] = _hidden_initial(bound)
        value = bound.value()
        if hasattr(value, "isoformat") and hasattr(value, "hour"):
            local = timezone.localtime(value)
            data[f"{bound.html_name}_0"], data[f"{bound.html_name}_1"] = local.date().isoformat(), f"{local:%H:%M:%S}"
        elif value not in (None, False):
            data[bound.html_name] = "on" if value is True else value
    for inline in client.get(address).context["inline_admin_formsets"]:
        prefix = inline.formset.prefix
        data |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    button = _BUTTONS.get(changes.pop("status", ""), {})
    return data | changes | button


def _hidden_initial(bound):
    """What a form says that a field showed when it was opened."""
    value = re.search(r' value="([^"]*)"', bound.as_hidden(only_initial=True))
    return unescape(value[1]) if value else ""
