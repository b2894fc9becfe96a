"""The tag that draws the tree of pages in the admin."""

from dataclasses import dataclass
from typing import Any

from django import template

from pages.tree import Node

register = template.Library()

# What has a place of its own in a row.
APART = {"action_checkbox", "in_tree"}


@dataclass
class Row:
    """A page as it stands in the list, with what the columns of the list hold, by their name, and what may be done."""

    node: Node
    cells: list[tuple[str, Any]]
    below: "list[Row]"
    may_move: bool
    may_add: bool


@register.inclusion_tag("admin/page_tree.html", takes_context=True)
def page_tree(context, cl):
    """`{% page_tree cl %}`: the tree of a `TreeChangeList`."""
    request, admin = context["request"], cl.model_admin
    may_change, may_add = admin.has_change_permission(request), admin.has_add_permission(request)
    columns = [(name, _column(admin, name)) for name in cl.list_display if name not in APART]

    def row(node):
        page = node.page
        cells = [(name, cell) for name, column in columns if (cell := column(page))]
        may_move = may_change and page.pk not in cl.fixed
        return Row(node, cells, [row(one) for one in node.below], may_move, may_add and not page.section)

    return {
        "rows": [row(node) for node in cl.nodes],
        "top": cl.top,
        "way": cl.way,
        "has_actions": bool(context.get("action_form")),
    }


def _column(admin, name):
    if hasattr(admin, name):
        return getattr(admin, name)
    return lambda page: getattr(page, name) and getattr(page, f"get_{name}_display")()
