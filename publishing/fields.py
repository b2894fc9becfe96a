"""Model fields that the rooms share."""

import re

from django.db import models

# Control characters and the signs that turn the direction of writing have no place in a single line (Unicode TR 36).
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


class LineField(models.CharField):
    """A single line of text, without control characters and signs that turn the direction of writing."""

    def to_python(self, value):
        value = super().to_python(value)
        return _UNSEEN.sub(" ", value).strip() if isinstance(value, str) else value

    def pre_save(self, model_instance, add):
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value
