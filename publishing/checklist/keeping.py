"""The findings of each text are kept with it, so that the whole site can be asked without rendering it."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from publishing import findings
from publishing.checklist.item import subject_of
from publishing.checklist.rules import own_findings
from publishing.models import ChangeStamp, batches, publishables

# Raised with every change of the rules: at the next `manage.py prepare` all items are looked at anew.
VERSION = 1


def follow() -> None:
    """From now on look at every item that is saved."""
    for model in publishables():
        post_save.connect(keep_of, sender=model)
        post_delete.connect(forget, sender=model)


def keep_of(instance: Any, raw: bool = False, **_signal: Any) -> None:
    """Keep what is found in an item that is saved, in the transaction of its save; of a raw row nothing yet."""
    if raw:
        return
    found = own_findings(subject_of(instance, getattr(instance, "rendered", None)))
    # Whether a picture is described by now, the picture itself knows.
    findings.keep(instance, [finding for finding in found if finding.rule != "undescribed"])


def forget(instance: Any, **_signal: Any) -> None:
    """It is deleted."""
    findings.forget(instance)


def make_anew() -> None:
    """Look at every item where other rules did so before; stopped half-way, all of it is done the next time."""
    if not ChangeStamp.objects.exclude(rules=VERSION).exists():
        return
    for model, keys in batches():
        with transaction.atomic():
            for item in model._base_manager.filter(pk__in=keys):
                keep_of(item)
    ChangeStamp.objects.update(rules=VERSION)
