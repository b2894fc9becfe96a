"""The nightly emptying of the bin; it may run twice without harm."""

from django_tasks import task

from trash.models import Deletion
from trash.signals import emptied


@task()
def empty_bin() -> int:
    """Delete for good what has lain in the bin as long as is promised, each in a transaction of its own; how many."""
    gone = [deletion.number for key in _outdated() if (deletion := _purged(key))]
    # What one can't tidy keeps nobody else from tidying; the job says so after.
    for _receiver, answer in emptied.send_robust(sender=Deletion, number=sum(gone)):
        if isinstance(answer, Exception):
            raise answer
    return len(gone)


def _outdated():
    return list(Deletion.objects.outdated().values_list("pk", flat=True))


def _purged(key):
    """The deletion, which lies there no longer; None where somebody brought it back meanwhile."""
    if deletion := Deletion.objects.outdated().filter(pk=key).first():
        deletion.purge()
    return deletion
