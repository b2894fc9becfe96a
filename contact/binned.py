"""A message that is deleted for good leaves nothing of its writer behind."""

from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model


def forget_name(sender: type[Model], rows: list[Any], **_signal: Any) -> None:
    """Answers `trash.signals.purged`: the history says that there was a message, and no longer whose."""
    entries = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(sender))
    entries.filter(object_id__in=[str(row.key) for row in rows]).update(object_repr="")
