import pytest
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from contact.models import Message
from tests.contact.forms import filled_in


@pytest.fixture
def send(client):
    """Sends the form as a visitor does, with what is usual for a person; gives the answer."""

    def send(**fields):
        return client.post("/contact/", filled_in(**fields))

    return send


@pytest.fixture
def sent(send):
    """The message that is stored when this is sent."""

    def sent(**fields):
        send(**fields)
        return Message.objects.latest("pk")

    return sent


@pytest.fixture
def run_jobs(db):
    """Runs all that waits, each as the worker runs it (whose loop would close the connection of the test)."""
    options = {"interval": 0, "batch": True, "startup_delay": False, "max_tasks": None}
    worker = Worker(queue_names=["*"], excluded_queue_names=[], backend_name="default", worker_id="test", **options)

    def run_jobs():
        while job := DBTaskResult.objects.ready().first():
            job.claim(worker.worker_id)
            worker.run_task(job)

    return run_jobs


@pytest.fixture
def recipient(settings):
    settings.CONTACT_RECIPIENT = "consultant@example.org"
