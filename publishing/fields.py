"""Model fields that the rooms share."""

import re

from django.db import models

from publishing.markdown import without_bidi_controls

_SURROGATES = re.compile(r"[\ud800-\udfff]+")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


def without_turning_signs(text: str) -> str:
    """A text that is read in the direction of its letters: as a title, an introduction or a quotation must be.

    Otherwise it could read as something else (Unicode TR 36, 2.5).
    """
    return _SURROGATES.sub("", without_bidi_controls(text))


def one_line_end(text: str) -> str:
    """A text as it is kept: each of its lines ends in a line feed, whatever a browser or a file ends them with."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class LineField(models.CharField):
    """A single line of text: white space and control characters become one space, turning signs nothing."""

    def to_python(self, value):
        value = super().to_python(value)
        return _SPACE.sub(" ", without_turning_signs(value)).strip() if isinstance(value, str) else value

    def pre_save(self, model_instance, add):
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value
