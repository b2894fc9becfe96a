"""The words of a page without its tags."""

import html as html_module
import re

from django.utils.text import Truncator

_COMMENT_OR_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


def plain_text(html: str, *, limit: int | None = None) -> str:
    """Return the text of `html` (as `render` gives it) on one line, without tags and markers.

    With `limit`, at most that many characters, cut between words and ended by an ellipsis.
    """
    text = " ".join(html_module.unescape(_COMMENT_OR_TAG.sub(" ", html)).split())
    return text if limit is None else Truncator(text).chars(limit)
