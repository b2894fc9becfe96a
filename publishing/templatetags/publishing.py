"""The tag that shows a text."""

from django import template

from publishing import insertables

register = template.Library()


@register.simple_tag(takes_context=True)
def text(context, item):
    """`{% text page %}`: the text of a publishable with its insertables filled in.

    An editor, and whoever looks at a preview, also sees which of them visitors do not get.
    """
    return insertables.fill(item.body_html, warn=bool(context.get("preview") or context.get("edit_url")))
