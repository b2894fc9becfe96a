"""The nightly emptying of the bin; it may run twice without harm."""

from django_tasks import task

from trash.models import Deletion
from trash.signals import emptied


@task()
def empty_bin() -> int:
    """Delete for good what has lain in the bin as long as is promised, each in a transaction of its own; how many."""
    keys = list(Deletion.objects.outdated().values_list("pk", flat=True))
    for key in keys:
        if deletion := Deletion.objects.outdated().filter(pk=key).first():
            deletion.purge()
    emptied.send(sender=Deletion)
    return len(keys)
