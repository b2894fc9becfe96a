"""The tag that shows a text."""

from urllib.parse import urlsplit

from django import template

from publishing import insertables

register = template.Library()


@register.simple_tag(takes_context=True)
def text(context, item):
    """`{% text page %}`: the text of a publishable with its insertables filled in.

    An editor, and whoever looks at a preview, also sees which of them visitors do not get.
    """
    return insertables.fill(item.body_html, warn=bool(context.get("preview") or context.get("edit_url")))


@register.filter
def value(insertable, key):
    """`{{ insertable|value:"title" }}`: what is written behind `title=` in an insertable, or nothing."""
    return insertable.get(key, "")


@register.filter
def host(url):
    """The name of the site that an address leads to, without `www.`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
