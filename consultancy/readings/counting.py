"""Counts in the memory of the process, written down at most once a minute, when no visitor waits for it any more."""

import atexit
import logging
from collections import Counter
from collections.abc import Iterable
from contextlib import nullcontext
from datetime import date, timedelta
from threading import Lock
from time import monotonic
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.signals import request_finished
from django.db import Error, close_old_connections, connection, transaction
from django.utils import timezone

from consultancy.models import Reading
from images.locks import without_waiting
from publishing.models import publishables

PAUSE = 60  # seconds
KEPT = timedelta(days=400)
# So many different addresses a process collects between two times of writing; more are not counted.
MOST_PATHS = 500
# So many items are counted on one day, so that the table is bounded whatever comes by.
MOST_A_DAY = 1000

logger = logging.getLogger(__name__)

_lock = Lock()
_collected: Counter[tuple[date, str]] = Counter()
# When the first of these was counted, on the clock that is never set back.
_since: float | None = None


def count(path: str) -> None:
    """Count that somebody read what stands at `path`, with its outer slashes. Asks nothing of the database."""
    _collect({(timezone.localdate(), path): 1})


def begin() -> None:
    """From now on what is counted is written down, after an answer and at the end of the process."""
    request_finished.connect(store_when_due)
    atexit.register(store, wait=True)


def store_when_due(**_signal: Any) -> None:
    """Write down what was counted, if that has waited for a minute. Takes and ignores a signal's arguments."""
    if _since is not None and monotonic() - _since >= PAUSE:
        store()


def store(*, wait: bool = False) -> None:
    """Write down what was counted; only with `wait`, for the end of a process, somebody else's write is waited for.

    What the database refuses is kept for the next time, as far as there is room.
    """
    due = _take()
    if not due:
        return
    try:
        with nullcontext() if wait else without_waiting():
            _write(due)
    except Error as error:
        logger.warning("Readings could not be written down: %s", error)
        _collect(due)
    finally:
        # Django has closed its own at the end of the request; within a transaction it is the caller's.
        if not connection.in_atomic_block:
            close_old_connections()


def delete_old_readings() -> None:
    """Delete the numbers of days longer ago than is kept."""
    Reading.objects.filter(day__lt=timezone.localdate() - KEPT).delete()


def _collect(counts):
    global _since
    with _lock:
        for key, number in counts.items():
            if key in _collected or len(_collected) < MOST_PATHS:
                _collected[key] += number
        _since = _since or monotonic()


def _take():
    global _since
    with _lock:
        due = dict(_collected)
        _collected.clear()
        _since = None
        return due


def _write(counts: dict[tuple[date, str], int]) -> None:
    items = _public_items({path for _day, path in counts})
    rows: Counter[tuple[date, int, UUID]] = Counter()
    for (day, path), number in counts.items():
        if path in items:
            rows[day, *items[path]] += number
    if rows:
        with transaction.atomic():
            _add([(*key, rows[key]) for key in _with_room(rows)])


def _public_items(paths) -> dict[str, tuple[int, UUID]]:
    """What stands at these addresses, as {address: (key of its kind, uuid)}; what is no item is left out."""
    return {
        path: (ContentType.objects.get_for_model(item).pk, item.uuid)
        for model in publishables()
        if hasattr(model, "at_addresses")
        for path, item in model.at_addresses(paths).items()
        if item.is_published
    }


def _with_room(keys: Iterable[tuple[date, int, UUID]]) -> list[tuple[date, int, UUID]]:
    """Those that were counted on their day already, and as many new ones as that day has room for."""
    kept = []
    by_day = {day: [key for key in keys if key[0] == day] for day in {key[0] for key in keys}}
    for day, of_day in by_day.items():
        written = set(Reading.objects.filter(day=day).values_list("day", "item_type", "item_uuid"))
        new = [key for key in of_day if key not in written]
        kept += [key for key in of_day if key in written] + new[: max(0, MOST_A_DAY - len(written))]
    return kept


def _add(rows) -> None:
    table, fields = Reading._meta.db_table, Reading._meta.concrete_fields[1:]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    key = ", ".join(f'"{field.column}"' for field in fields[:-1])
    sql = (
        f'INSERT INTO "{table}" ({columns}) VALUES (%s, %s, %s, %s) '  # noqa: S608
        f'ON CONFLICT ({key}) DO UPDATE SET "count" = "{table}"."count" + excluded."count"'
    )
    with connection.cursor() as cursor:
        cursor.executemany(sql, [list(map(_prepared, fields, row)) for row in rows])


def _prepared(field, value):
    return field.get_db_prep_value(value, connection)
