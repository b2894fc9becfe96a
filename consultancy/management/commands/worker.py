import logging
import os
import time

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from consultancy.jobs import only_worker, schedule_nightly_round, take_up_again

logger = logging.getLogger(__name__)

INTERVAL = 1  # seconds between two looks for a job


class Command(BaseCommand):
    help = "Runs the site's background jobs, one at a time, until it is ended; a second one waits for the first."

    def add_arguments(self, parser):
        parser.add_argument("--beside", type=int, metavar="PID", help="end when this process, the parent, is gone")

    def handle(self, *, beside=None, **options):
        # The library tells of every look for a job.
        logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
        worker = Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            backend_name="default",
            worker_id=f"{os.getpid()}-{time.time_ns()}",
            interval=0,
            startup_delay=False,
            max_tasks=None,
            batch=True,
        )
        worker.configure_signals()

        def wanted():
            return worker.running and beside in (None, os.getppid())

        with only_worker(wanted) as alone:
            if alone:
                _work(worker, wanted)


def _work(worker, wanted):
    prepared = False
    while wanted():
        try:
            if not prepared:
                take_up_again()
                schedule_nightly_round()
                prepared = True
            run_what_waits(worker)
        # A database that is busy or away for a while; jobs stay in it.
        except OperationalError:
            logger.exception("Jobs have to wait")
            # One may be left in the middle: it is taken up again as after a worker that died.
            prepared = False
        close_old_connections()
        if wanted():
            time.sleep(INTERVAL)


def run_what_waits(worker):
    """Run every job whose moment has come."""
    # The library's own look for a job locks the whole of SQLite; this one is a plain question.
    if DBTaskResult.objects.ready().exists():
        worker.run()
        # Should a round have failed before it could see to the next one.
        schedule_nightly_round()
