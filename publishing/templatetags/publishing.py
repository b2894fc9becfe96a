"""The tag that shows a text."""

from urllib.parse import urlsplit

from django import template

from publishing import insertables, markdown, moments
from publishing.versions.changes import with_changes_marked

register = template.Library()


@register.simple_tag(takes_context=True)
def text(context, item):
    """`{% text page %}`: the text of a publishable with its insertables filled in.

    Its footnotes open where they stand. An editor, and whoever looks at a preview, also sees which insertables
    visitors do not get; in a preview what they do not see yet is marked.
    """
    warn = bool(context.get("preview") or context.get("edit_url"))
    html = markdown.notes_in_place(item.body_html)
    if context.get("preview") and item.public_html is not None:
        html = with_changes_marked(html, markdown.notes_in_place(item.public_html))
    return insertables.fill(html, warn=warn)


@register.simple_tag
def contents(item):
    """`{% contents page as contents %}`: the headings of a text, for `publishing/contents.html`; nothing where few."""
    return markdown.contents(item.body_html)


@register.filter
def value(insertable, key):
    """`{{ insertable|value:"title" }}`: what is written behind `title=` in an insertable, or nothing."""
    return insertable.get(key, "")


@register.filter
def host(url):
    """The name of the site that an address leads to, without `www.`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


@register.filter
def in_words(moment):
    """`{{ page.published_at|in_words }}`: "tomorrow at 09:00"; nothing where there is no moment."""
    return moments.in_words(moment) if moment else ""
