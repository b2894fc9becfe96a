"""The allow-list: nothing reaches a page that is not named here."""

import nh3

SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_TAGS = {
    *("p", "br", "hr", "blockquote", "pre", "code", "em", "strong", "s", "sup", "a", "ol", "ul", "li"),
    *("table", "thead", "tbody", "tr", "th", "td", "div", "section"),
    *_HEADINGS,
}
_ATTRIBUTES = {
    "a": {"href", "title", "rel", "id", "role", "aria-label"},
    "ol": {"start"},
    "li": {"id"},
    "th": {"scope"},
    "div": {"role", "tabindex", "aria-label", "data-insertable"},
    "pre": {"tabindex"},
    "section": {"role", "aria-label"},
    **{heading: {"id"} for heading in _HEADINGS},
}
_ALIGNMENTS = {"align-left", "align-center", "align-right"}
_CLASSES = {
    "p": {"attribution"},
    "sup": {"footnote-ref"},
    "a": {"footnote-backref"},
    "section": {"footnotes"},
    "div": {"table-scroll"},
    "th": _ALIGNMENTS,
    "td": _ALIGNMENTS,
}


def clean(html: str) -> str:
    """Return `html` with everything taken out that the allow-list does not name, comments too."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
