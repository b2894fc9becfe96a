"""Renditions that somebody had to do without are noted in memory, and asked for in jobs once the answer is out.

So nothing is made that nobody shows, and nothing is written while a page is drawn. What is noted in a process that
ends is noted again by the next that shows it.
"""

import logging
from threading import Event, Lock
from time import monotonic
from typing import Any

from django.core.signals import request_finished
from django.db import DatabaseError, close_old_connections, connection, transaction

from images.locks import without_waiting
from images.models import Image
from images.renditions.shown import is_ready
from images.renditions.specs import set_key
from images.renditions.tasks import make_renditions, prune_renditions

# Seconds until the same is asked for again, twice as long each time: it may be a picture that can't be made.
PAUSE = 10 * 60
LONGEST_PAUSE = 24 * 60 * 60
# So many pictures wait to be asked for, so many sets are remembered as asked for.
MOST_WAITING = 500
MOST_REMEMBERED = 5000
# Remembered among the keys of sets.
PRUNING = "pruning"

logger = logging.getLogger(__name__)

_lock = Lock()
_waiting: dict[int, set[str]] = {}  # places by the key of the picture
_asked: dict[str, tuple[float, float]] = {}  # when, and the pause after it, by the key of the set
_rows_in_doubt = Event()


def ask(image: Image, place: str) -> None:
    """Note that `image` is shown at a place for which its renditions are not there. Asks nothing of the database.

    What stands in for them until then is made at the upload; where it is gone, it is noted as well.
    """
    if image.pk is None:
        return
    if is_ready(image, place):
        _forget_one(set_key(image, place))
    else:
        _note(image, place)
        if not is_ready(image, "first"):
            _note(image, "first")


def doubt_rows() -> None:
    """Note that the file of a rendition was wanted and not there: a row may tell of it, which pruning puts right.

    As anybody can want what never was, all such wishes together are one job, and more and more seldom.
    """
    with _lock:
        if _is_due(PRUNING):
            _remember(PRUNING)
            _rows_in_doubt.set()


def begin() -> None:
    """From now on what was noted is asked for after each answer; for a process that serves."""
    request_finished.connect(enqueue)


def enqueue(**_signal: Any) -> None:
    """Enqueue a job for each picture that was noted, and for rows in doubt; takes and ignores a signal's arguments.

    No lock is waited for. What the database refuses waits for the next answer.
    """
    due = _take()
    if not due and not _rows_in_doubt.is_set():
        return
    try:
        with without_waiting(), transaction.atomic():
            for pk, places in due.items():
                make_renditions.enqueue(pk, sorted(places))
            if _rows_in_doubt.is_set():
                prune_renditions.enqueue()
        _rows_in_doubt.clear()
    except DatabaseError as error:
        logger.warning("Sizes of pictures could not be asked for yet: %s", error)
        _put_back(due)
    finally:
        # Django has closed its own at the end of the request; within a transaction it is the caller's.
        if not connection.in_atomic_block:
            close_old_connections()


def forget() -> None:
    """Forget what was noted and what was asked for."""
    with _lock:
        _waiting.clear()
        _asked.clear()
        _rows_in_doubt.clear()


def _note(image, place):
    with _lock:
        if _is_due(set_key(image, place)) and (image.pk in _waiting or len(_waiting) < MOST_WAITING):
            _waiting.setdefault(image.pk, set()).add(place)
            _remember(set_key(image, place))


def _forget_one(key):
    """What was made need not wait should it be gone again: after the bin, after all were thrown away."""
    if key in _asked:
        with _lock:
            _asked.pop(key, None)


def _is_due(key):
    when, pause = _asked.get(key, (-LONGEST_PAUSE, 0))
    return monotonic() - when >= pause


def _remember(key):
    _when, pause = _asked.pop(key, (0, PAUSE / 2))
    while len(_asked) >= MOST_REMEMBERED:
        del _asked[next(iter(_asked))]
    _asked[key] = (monotonic(), min(2 * pause, LONGEST_PAUSE))


def _take():
    with _lock:
        due = dict(_waiting)
        _waiting.clear()
        return due


def _put_back(due):
    with _lock:
        for pk, places in due.items():
            if pk in _waiting or len(_waiting) < MOST_WAITING:
                _waiting.setdefault(pk, set()).update(places)
