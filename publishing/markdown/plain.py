"""The words of a page without its tags."""

import html as html_module
import re

_FOOTNOTE_SIGN = re.compile(r'<sup class="footnote-ref">.*?</sup>|<a class="footnote-backref".*?</a>')
_INLINE_TAG = re.compile(r"</?(?:a|em|strong|s|sup|code)\b[^>]*>")
_OTHER_TAG = re.compile(r"<[^>]*>")


def plain_text(html: str, *, limit: int | None = None) -> str:
    """Return the text of `html` (as `render` gives it) on one line, without tags, markers and signs of footnotes.

    With `limit`, at most that many characters, cut between words and ended by an ellipsis.
    """
    text = _OTHER_TAG.sub(" ", _INLINE_TAG.sub("", _FOOTNOTE_SIGN.sub("", html)))
    text = " ".join(html_module.unescape(text).split())
    return text if limit is None else _shortened(text, limit)


def _shortened(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    whole_words = cut if text[limit - 1].isspace() else cut.rpartition(" ")[0]
    return (whole_words or cut).rstrip() + "…"
