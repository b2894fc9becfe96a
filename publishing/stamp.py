"""The site's change stamp: one value that moves whenever anything that visitors can see has changed."""

from uuid import uuid4

from django.db import models

from publishing import markdown


def renderer_version() -> int:
    """That of the renderer of this code, for a new site."""
    return markdown.VERSION


class ChangeStamp(models.Model):
    """The single row that holds the stamp. A random value, not a count: one that was rolled back never comes again.

    `renderer` is the version of the Markdown renderer that made all HTML that is stored, `rules` that of the rules by
    which all items were last looked at.
    """

    value = models.CharField(max_length=32)
    renderer = models.PositiveIntegerField(default=renderer_version)
    rules = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.value


def current() -> str:
    """The present stamp, in one query; empty as long as nothing was ever changed."""
    return ChangeStamp.objects.values_list("value", flat=True).first() or ""


def touch(**_signal) -> None:
    """Move the stamp, inside the caller's transaction. Takes and ignores a signal's arguments."""
    # One statement: a branch of pages that is deleted moves it for each of them.
    present = ChangeStamp(pk=1, value=uuid4().hex)
    ChangeStamp.objects.bulk_create([present], update_conflicts=True, unique_fields=["id"], update_fields=["value"])
