"""The call to action of a page: where its button leads."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActionKind(models.TextChoices):
    """Where a button leads."""

    NONE = "", _("no button")
    CONTACT = "contact", _("to the contact page")
    PAGE = "page", _("to an own page")
    ADDRESS = "address", _("to an address elsewhere")


@dataclass(frozen=True)
class Action:
    """A button: its words and where it leads."""

    label: str
    url: str

    @classmethod
    def to(cls, page, label: str) -> "Action | None":
        """A button to a page, or None where there is no label, no page, or visitors may not see it."""
        return cls(label, page.get_absolute_url()) if label and page and page.is_published else None
