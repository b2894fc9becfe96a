"""The nightly emptying of the bin, in the history: one line for all that went, by the site itself."""

import json

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.dispatch import receiver

from publishing.history import WORKER, actor
from trash.models import Deletion
from trash.signals import emptied


@receiver(emptied, sender=Deletion)
def note_emptying(number, **_signal):
    """Names and titles are gone for good, so only how many they were is written down; of none, nothing."""
    if number:
        LogEntry.objects.create(
            user=actor(WORKER),
            content_type=ContentType.objects.get_for_model(Deletion),
            action_flag=DELETION,
            change_message=json.dumps([{"emptied": {"number": number}}]),
        )
