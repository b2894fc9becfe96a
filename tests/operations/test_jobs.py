"""The nightly round, and what the worker finds when it starts."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from consultancy.jobs import (
    TRIES,
    delete_old_concept_links,
    delete_old_counts,
    delete_old_history,
    delete_old_results,
    delete_old_revisions,
    delete_old_social_cards,
    nightly_round,
    schedule_nightly_round,
    take_up_again,
)
from consultancy.management.commands.worker import run_what_waits
from images.renditions.tasks import prune_renditions
from trash.tasks import empty_bin

pytestmark = pytest.mark.django_db


def create_job(*, status=TaskResultStatus.READY, task=delete_old_results, **fields):
    usual = {"args_kwargs": {"args": [], "kwargs": {}}, "backend_name": "default", "run_after": timezone.now()}
    return DBTaskResult.objects.create(task_path=task.module_path, status=status, **{**usual, **fields})


def waiting(task):
    return DBTaskResult.objects.filter(task_path=task.module_path, status=TaskResultStatus.READY)


@pytest.mark.parametrize(
    ("now", "night"),
    [
        (datetime(2026, 12, 3, 1, 0, tzinfo=UTC), datetime(2026, 12, 3, 2, 30, tzinfo=UTC)),
        (datetime(2026, 12, 3, 3, 0, tzinfo=UTC), datetime(2026, 12, 4, 2, 30, tzinfo=UTC)),
        (datetime(2027, 3, 27, 12, 0, tzinfo=UTC), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        (datetime(2027, 10, 30, 12, 0, tzinfo=UTC), datetime(2027, 10, 31, 2, 30, tzinfo=UTC)),
    ],
    ids=["tonight", "tomorrow", "an hour is skipped", "an hour is repeated"],
)
def test_the_round_is_made_at_half_past_three(now, night):
    with time_machine.travel(now, tick=False):
        schedule_nightly_round()
        schedule_nightly_round()
    assert [job.run_after for job in waiting(nightly_round)] == [night]


def test_a_round_enqueues_its_parts_and_the_next_one():
    nightly_round.call()
    assert waiting(nightly_round).count() == 1
    assert waiting(delete_old_results).count() == 1
    assert waiting(delete_old_social_cards).count() == 1
    assert waiting(delete_old_history).count() == 1
    assert waiting(delete_old_counts).count() == 1
    assert waiting(empty_bin).count() == 1
    assert waiting(delete_old_revisions).count() == 1
    assert waiting(delete_old_concept_links).count() == 1
    assert waiting(prune_renditions).count() == 1
    assert DBTaskResult.objects.count() == 11


def test_looking_for_a_job_is_one_question_outside_of_any_transaction(django_assert_num_queries):
    create_job(run_after=timezone.now() + timedelta(hours=1))
    with django_assert_num_queries(1) as asked:
        run_what_waits(worker=None)
    assert asked[0]["sql"].startswith("SELECT")


def test_what_a_dead_worker_left_waits_again_and_nothing_else_does():
    left = create_job(status=TaskResultStatus.RUNNING, worker_ids=["dead"])
    done, failed = create_job(status=TaskResultStatus.SUCCESSFUL), create_job(status=TaskResultStatus.FAILED)
    take_up_again()
    assert list(DBTaskResult.objects.filter(status=TaskResultStatus.READY)) == [left]
    assert DBTaskResult.objects.get(pk=done.pk).status == TaskResultStatus.SUCCESSFUL
    assert DBTaskResult.objects.get(pk=failed.pk).status == TaskResultStatus.FAILED


def test_a_job_that_ends_every_worker_is_given_up_and_says_so():
    job = create_job(status=TaskResultStatus.RUNNING, worker_ids=["dead"] * TRIES)
    take_up_again()
    job.refresh_from_db()
    assert job.status == TaskResultStatus.FAILED
    assert "worker ended" in job.traceback


def test_results_are_kept_two_weeks_and_failures_two_months():
    now = timezone.now()
    for status, days in (("SUCCESSFUL", 13), ("SUCCESSFUL", 15), ("FAILED", 59), ("FAILED", 61)):
        create_job(status=status, finished_at=now - timedelta(days=days), worker_ids=[days])
    delete_old_results.call()
    assert {job.worker_ids[0] for job in DBTaskResult.objects.all()} == {13, 59}


def test_the_owner_sees_what_failed_and_why_and_can_change_nothing(owner_client):
    job = create_job(status=TaskResultStatus.FAILED, traceback="<b>It broke</b>")
    list_page = "/admin/django_tasks_database/dbtaskresult/"
    assert "state-failed" in owner_client.get(f"{list_page}?state=FAILED").content.decode()
    assert "state-failed" not in owner_client.get(f"{list_page}?state=READY").content.decode()
    content = owner_client.get(f"{list_page}{job.pk}/change/").content.decode()
    assert "&lt;b&gt;It broke" in content
    assert owner_client.post(f"{list_page}{job.pk}/change/", {}).status_code == 403
    assert owner_client.get(f"{list_page}add/").status_code == 403
    assert owner_client.post(f"{list_page}{job.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("count", [3, 300])
def test_the_list_costs_at_most_12_queries(owner_client, django_assert_max_num_queries, count):
    for _number in range(count):
        create_job()
    with django_assert_max_num_queries(12):
        assert owner_client.get("/admin/django_tasks_database/dbtaskresult/").status_code == 200
