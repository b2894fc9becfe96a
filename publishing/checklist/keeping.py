"""The findings of each text are kept with it, so that the whole site can be asked without rendering it."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from publishing import findings
from publishing.checklist.item import subject_of
from publishing.checklist.rules import own_findings
from publishing.models import ChangeStamp, batches, publishables, stored_together

# Raised with every change of the rules: at the next `manage.py prepare` all items are looked at anew.
VERSION = 2


def follow() -> None:
    """From now on look at every item that is saved."""
    for model in publishables():
        post_save.connect(_keep_one, sender=model)
        stored_together.connect(keep_of, sender=model)
        post_delete.connect(forget, sender=model)


def _keep_one(instance, raw=False, **_signal):
    # A row that is stored raw, as from the bin, is brought up to date with others.
    if not raw:
        keep_of([instance])


def keep_of(items: Collection[Any], **_signal: Any) -> None:
    """Keep what is found in these items of one kind, in the transaction in which they are stored."""
    findings.keep({item: _found_in(item) for item in items})


def _found_in(item):
    found = own_findings(subject_of(item, getattr(item, "rendered", None)))
    # Whether a picture is described by now, the picture itself knows.
    return [finding for finding in found if finding.rule != "undescribed"]


def forget(instance: Any, **_signal: Any) -> None:
    """It is deleted."""
    findings.forget(instance)


def make_anew() -> None:
    """Look at every item where other rules did so before; stopped half-way, all of it is done the next time."""
    if not ChangeStamp.objects.exclude(rules=VERSION).exists():
        return
    for model, keys in batches():
        with transaction.atomic():
            if items := list(model._base_manager.filter(pk__in=keys)):
                keep_of(items)
    ChangeStamp.objects.update(rules=VERSION)
