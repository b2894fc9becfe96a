"""What the head of a page holds for search engines and for sites that show a link to it."""

import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from pages import structured_data as data
from pages.site import current_site, site_of

register = template.Library()
register.filter("absolute", data.absolute)

# Nothing in a text can end the element that holds it, nor a line of it.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
# Sites that show links know languages by the country as well (https://ogp.me, `og:locale`).
_LOCALES = {"nl": "nl_NL", "en": "en_GB"}


@register.filter
def og_locale(language: str) -> str:
    """A language as `og:locale` writes it."""
    return _LOCALES.get(language, language)


@register.simple_tag(takes_context=True)
def structured_data(context):
    """`{% structured_data %}`: what the page says of itself, as a block of data that no browser runs."""
    request = context.get("request")
    graph = data.graph(
        site_of(request) if request else current_site(),
        context["page"],
        url=context["canonical"],
        language=context["language"],
        ancestors=context.get("ancestors", ()),
    )
    return format_html('<script type="application/ld+json">{}</script>', _json(graph))


def _json(document):
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308
