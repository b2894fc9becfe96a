"""Another file in the place of the one there was: what shows it, its name and its words stay.

What was there before is kept for as long as what lies in the bin, under a name that no address leads to and nobody can
guess, and can be put back; then the two change places. Only the last one is kept.
"""

import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from images.discarding import discard, files_of, is_old
from images.models import AlreadyStoredError, Document, Image, MediaFile
from images.storage import media_storage, why_not_kept
from trash.models import KEPT_FOR, DeletedRow
from trash.signals import emptied, purged

FOLDER = "former"
# Proportions that differ by less are the same: a point in the picture still is where it was.
ALIKE = 0.01
# What is made of a file after it was stored, as it is until then.
UNMADE: dict[str, Any] = {"ready": (), "pages": None, "cover": ""}

# What was received and is not in the row: should it be gone from the storage by then, it is written once more.
RECEIVED = ("content", "first")


def follow() -> None:
    """From now on let go of what was replaced long ago."""
    emptied.connect(tidy_up)
    for model in (Image, Document):
        purged.connect(_let_purged_go, sender=model)


def replace(item: MediaFile, upload: File) -> None:
    """Put `upload` in the place of the file of a stored item.

    Raises ValidationError for what can't be taken or where the item is gone, AlreadyStoredError for what is in the
    library already, with nothing changed. What was chosen as most important in a picture is forgotten unless the
    proportions stay.
    """
    come = type(item)(title=item.title)
    come.receive(upload)
    come.write()
    vars(item).update({name: vars(come)[name] for name in RECEIVED if name in vars(come)})
    try:
        with transaction.atomic():
            _read_again(item)  # decoding took seconds
            _exchange(item, _facts(come) | _point(item, come))
    except BaseException:
        with suppress(OSError, DatabaseError):
            discard(files_of(come))
        raise


def put_back(item: MediaFile) -> None:
    """Put back what was replaced, and keep what replaced it; raises ValidationError where that can't be done."""
    with transaction.atomic():
        _read_again(item)
        former = item.former
        if not former or not _link(former["kept"], former["facts"]["file"]):
            raise ValidationError(_("The former file is not there any more."), code="gone")
        _exchange(item, former["facts"])


def until(item: MediaFile) -> datetime:
    """Until when what was replaced can be put back; for an item of which something was."""
    former = cast(dict[str, Any], item.former)
    return datetime.fromisoformat(former["since"]) + KEPT_FOR


def kept_name(former: dict[str, Any] | None) -> str:
    """The name in the storage under which what was replaced is kept; "" where there is none."""
    return former["kept"] if former else ""


def _read_again(item: MediaFile) -> None:
    """What others have made of an item meanwhile; to be called in the transaction that changes it."""
    try:
        item.refresh_from_db(fields=[*item.FACTS, *_point_fields(item), "former"])
    except type(item).DoesNotExist as error:
        message = _("“%(item)s” was deleted meanwhile. Nothing was replaced.")
        raise ValidationError(message, code="gone", params={"item": item}) from error


def _exchange(item: MediaFile, facts: dict[str, Any]) -> None:
    """Let an item, as it was read in this transaction, have the file of `facts`, and keep the one it had."""
    if existing := type(item).objects.filter(digest=facts["digest"]).first():
        raise AlreadyStoredError(existing)
    dropped, item.former = item.former, _keep(item)
    for name, value in facts.items():
        setattr(item, name, value)
    item.save(update_fields=[*facts, "former", "changed"])
    if dropped:
        _delete_after_commit(kept_name(dropped))


def _keep(item: MediaFile) -> dict[str, Any] | None:
    """What an item is now, with its file linked to another name; None where that file was lost."""
    token = secrets.token_hex(16)
    kept = f"{FOLDER}/{token[:2]}/{token}{PurePosixPath(str(item.file)).suffix}"
    if not _link(str(item.file), kept):
        return None
    facts = _facts(item) | {name: UNMADE[name] for name in item.FACTS if name in UNMADE}
    point = {name: getattr(item, name) for name in _point_fields(item)}
    return {"since": timezone.now().isoformat(), "kept": kept, "facts": facts | point}


def _link(name: str, other: str) -> bool:
    """Whether a file is to be found under another name now; raises ValidationError where the storage refuses."""
    try:
        media_storage.keep_as(name, other)
        return media_storage.exists(other)
    except OSError as error:
        raise ValidationError(why_not_kept(error), code="unwritable") from error


def _facts(item: MediaFile) -> dict[str, Any]:
    return {name: getattr(item, name) for name in item.FACTS} | {"file": str(item.file)}


def _point_fields(item: MediaFile) -> list[str]:
    return [name for name in ("focal_x", "focal_y") if hasattr(item, name)]


def _point(item: MediaFile, come: MediaFile) -> dict[str, Any]:
    """What the point that matters most in a picture is from now on."""
    if not isinstance(item, Image) or not isinstance(come, Image):
        return {}
    stays = abs(item.width * come.height / (item.height * come.width) - 1) < ALIKE
    return {} if stays else {"focal_x": None, "focal_y": None}


def _let_purged_go(rows: list[DeletedRow], **_signal: Any) -> None:
    for row in rows:
        if kept := kept_name(row.fields.get("former")):
            _delete_after_commit(kept)


def _delete_after_commit(kept: str) -> None:
    transaction.on_commit(lambda: media_storage.delete(kept), robust=True)


def tidy_up(**_signal: Any) -> None:
    """Forget what was replaced as long ago as the bin keeps things; take away what nothing names."""
    for model in (Image, Document):
        for item in model.objects.filter(former__isnull=False).only("former"):
            if until(item) < timezone.now():
                # Nothing that anybody sees; and not what was replaced while this was read.
                model.objects.filter(pk=item.pk, former=item.former).update(former=None)
    named = {kept for _name, kept in former_files()}
    for entry in list(media_storage.below(FOLDER)):
        if entry.name not in named and is_old(entry):
            media_storage.delete(entry.name)


def former_files() -> Iterator[tuple[str, str]]:
    """All files that were replaced and are kept, as (name that it had, name now)."""
    for model in (Image, Document):
        rows = DeletedRow.objects.filter(kind=model._meta.label_lower).values_list("fields__former", flat=True)
        for former in filter(None, (*rows, *model.objects.values_list("former", flat=True))):
            yield former["facts"]["file"], former["kept"]
