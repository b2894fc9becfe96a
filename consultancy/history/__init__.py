"""The history of the site: Django's own log, in words. `publishing/history.py` writes what this package tells."""

from datetime import timedelta

from django.contrib.admin.models import LogEntry
from django.utils import timezone

KEPT = timedelta(days=2 * 365)


def delete_old_entries() -> None:
    """Delete what was done longer ago than is kept."""
    LogEntry.objects.filter(action_time__lt=timezone.now() - KEPT).delete()
