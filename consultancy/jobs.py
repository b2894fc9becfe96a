"""Background jobs: the nightly round, and what the one worker of a site does beyond running them."""

import fcntl
import os
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import datetime, timedelta
from datetime import time as time_of_day

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from consultancy.cards import delete_old_cards
from consultancy.history import delete_old_entries
from consultancy.readings.counting import delete_old_readings
from contact.tasks import delete_old_spam
from images.covers import look_into_documents
from images.renditions.tasks import prune_renditions
from publishing.previews.shared_previews import delete_old_links
from publishing.versions import keeping
from trash.tasks import empty_bin

NIGHTLY_AT = time_of_day(3, 30)
# A job that ended its worker that often is not tried again: it would end every worker to come.
TRIES = 3
DIED = "The worker ended while it ran this job, each time that it was tried."


@task()
def delete_old_results() -> None:
    """Delete what became of jobs: after two weeks, of failed ones after two months."""
    call_command("prune_db_task_results", min_age_days=14, failed_min_age_days=60, verbosity=0)


@task()
def delete_old_social_cards() -> None:
    """Delete the cards of what is public no longer."""
    delete_old_cards()


@task()
def delete_old_history() -> None:
    """Delete what was done longer ago than the history goes back."""
    delete_old_entries()


@task()
def delete_old_counts() -> None:
    """Delete how often items were read on days longer ago than is kept."""
    delete_old_readings()


@task()
def delete_old_revisions() -> None:
    """Delete the versions that nobody published and that are kept long enough."""
    keeping.delete_old_revisions()


@task()
def delete_old_concept_links() -> None:
    """Delete the links to concepts whose time is over."""
    delete_old_links()


@task()
def nightly_round() -> None:
    """Enqueue what is to be done every night, each part as a job of its own, and the round of the next night."""
    schedule_nightly_round()
    content = (delete_old_spam, empty_bin, delete_old_revisions, delete_old_concept_links)
    records = (delete_old_results, delete_old_social_cards, delete_old_history, delete_old_counts)
    for part in (*content, *records, look_into_documents, prune_renditions):
        part.enqueue()


def schedule_nightly_round() -> None:
    """Have the round made in the coming night, unless it waits already."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=nightly_round.module_path)
    if not waiting.exists():
        nightly_round.using(run_after=_coming_night()).enqueue()


def _coming_night() -> datetime:
    now = timezone.localtime()
    night = timezone.make_aware(datetime.combine(now.date(), NIGHTLY_AT))
    return night if night > now else timezone.make_aware(datetime.combine(now.date() + timedelta(days=1), NIGHTLY_AT))


def take_up_again() -> None:
    """Jobs that a worker left when it died wait again; to be called by the only worker there is."""
    for job in DBTaskResult.objects.running():
        if len(job.worker_ids) < TRIES:
            job.status = TaskResultStatus.READY
            job.save(update_fields=["status"])
        else:
            job.set_failed(RuntimeError(DIED))


@contextmanager
def only_worker(keep_waiting: Callable[[], bool]):
    """Gives True once no other process of this machine is the worker of this site; False if it waits no longer.

    The system itself frees the lock of a process that dies, however it does; the file names its holder.
    """
    with (settings.DATA_DIR / "worker.lock").open("a") as lock:
        while keep_waiting():
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                time.sleep(0.2)
            else:
                lock.truncate(0)
                lock.write(str(os.getpid()))
                lock.flush()
                yield True
                return
        yield False
