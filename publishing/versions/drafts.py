"""What becomes of what somebody wrote: kept, published, taken back. Each is one transaction, the old state or the new.

An item here is a working copy (see `revisions`): the fields as they were written, those of other items by
`take_related`.
"""

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from publishing.models import Status
from publishing.versions.revisions import Item, Revision, applied, apply, content_of, keep, working_copy

# As long as this after its publication an item can be put back to what it was before.
SECOND_THOUGHTS = timedelta(days=1)


def is_live(item: Item) -> bool:
    """Whether what is stored of an item reaches visitors, now or at its moment, or did until its end."""
    return item is not None and item.status == Status.PUBLISHED


@transaction.atomic
def save(item: Item, by: Any = None, **kept: Any) -> Revision:
    """Keep what was written; visitors go on seeing what they see. `kept` are further fields of its revision."""
    stored = item.stored()
    keep_baseline(stored)
    if not is_live(stored):
        return _move_row(item, Revision.Kind.SAVED, by, **kept)
    if row := row_after(item, stored):
        row.save()
    item.render()
    _end_pending(item)
    return keep(item, Revision.Kind.SAVED, by, pending=content_of(item) != content_of(stored), **kept)


@transaction.atomic
def publish(item: Item, by: Any = None) -> Revision:
    """Show visitors what was written, at its moment; the item has been validated."""
    stored = item.stored()
    keep_baseline(stored)
    item.status = Status.PUBLISHED
    return _move_row(item, Revision.Kind.PUBLISHED, by, former_status=stored.status if stored else Status.DRAFT)


@transaction.atomic
def archive(item: Item) -> None:
    """Take a stored item off the site as it is; what waits goes on waiting."""
    row = item.stored()
    keep_baseline(row)
    row.status = Status.ARCHIVED
    row.save()


def record(item: Item, by: Any = None) -> None:
    """Keep a stored item as it stands as a version: for what writes rows by itself, after `keep_baseline`.

    What waits for its publication goes on waiting. `item` was saved, so that it is `rendered`.
    """
    former = Revision.objects.of(item).saved().filter(pending=False)
    stood_there = (former.published() if is_live(item) else former).first()
    if stood_there is None or stood_there.content != content_of(item):
        keep(item, Revision.Kind.PUBLISHED if is_live(item) else Revision.Kind.SAVED, by)


def undoable(item: Item) -> Revision | None:
    """The publication that can be taken back: an item's last, within a day, unless it put something back itself."""
    last = Revision.objects.of(item).published().first()
    if last is None or last.restored_from_id or not last.former_status or not is_live(item):
        return None
    return last if last.moment > timezone.now() - SECOND_THOUGHTS else None


def seen_before(item: Item, publication: Revision) -> Revision | None:
    """What visitors see again once this publication is taken back; None where they see nothing then."""
    if publication.former_status != Status.PUBLISHED:
        return None
    return Revision.objects.of(item).published().filter(pk__lt=publication.pk).first()


@transaction.atomic
def undo_publication(item: Item, by: Any = None, *, seen: int | None = None) -> Revision:
    """Have visitors see what they saw before the last publication of a stored item; its words wait again.

    Raises ValidationError where that is more than a day ago, or is not the one with the key `seen`.
    """
    last = undoable(item)
    if last is not None and seen not in (None, last.pk):
        raise ValidationError(_("Something newer was published meanwhile. Look at it first; nothing was undone."))
    if last is None:
        raise ValidationError(_("There is nothing to undo any more: it was done already, or longer than a day ago."))
    return _back_to_former(item, last, by) if last.former_status == Status.PUBLISHED else _take_off(item, last, by)


def _back_to_former(item, last, by):
    waiting = Revision.objects.of(item).pending().first() or last
    former = seen_before(item, last)
    if former is None:
        raise ValidationError(_("This publication can't be undone: what stood there before was not kept."))
    row = applied(item.stored(), former)
    row.slug = row.free_slug(row.slug)
    published = _move_row(row, Revision.Kind.PUBLISHED, by, restored_from=former)
    again = applied(row, waiting)
    if content_of(again) == published.content:
        return published
    again.render()
    return keep(again, Revision.Kind.SAVED, by, pending=True, restored_from=waiting)


def _take_off(item, last, by):
    before = Revision.objects.of(item).saved().filter(pk__lt=last.pk).first()
    row = working_copy(item.stored())
    row.slug = row.free_slug(row.slug)
    row.status = last.former_status
    # An end was typed; the moment of the publication may have come by itself.
    apply(row, {"published_at": before.content.get("published_at") if before else None})
    return _move_row(row, Revision.Kind.SAVED, by)


def _move_row(item, kind, by, **kept):
    """The row becomes what was written, so nothing waits any more."""
    # A manager would take what was written for what is stored.
    written = item.__dict__.pop("_prefetched_objects_cache", {})
    related = {field.name: list(written[field.name]) for field in item._meta.many_to_many if field.name in written}
    item.save()
    for name, others in related.items():
        getattr(item, name).set(others)
    _end_pending(item)
    return keep(item, kind, by, **kept)


def _end_pending(item):
    Revision.objects.of(item).pending().update(pending=False)


def keep_baseline(stored: Item | None) -> None:
    """Of what was never kept, what stands there is the first version."""
    if stored is None or Revision.objects.of(stored).saved().exists():
        return
    stored.render()
    kind = Revision.Kind.PUBLISHED if stored.ever_public or is_live(stored) else Revision.Kind.SAVED
    keep(stored, kind, moment=min(stored.last_changed, timezone.now()))


def follow_move(item: Item, former_slug: str, by: Any = None) -> None:
    """What waits of a stored item that was given another slug has that too, unless it was to get one of its own."""
    pending = Revision.objects.of(item).pending().first()
    if pending is None or pending.content.get("slug") != former_slug or item.slug == former_slug:
        return
    waiting = applied(item.stored(), pending)
    waiting.slug = item.slug
    waiting.render()
    _end_pending(item)
    keep(waiting, Revision.Kind.SAVED, by, pending=True)


def row_after(item: Item, stored: Item) -> Item | None:
    """The stored row of a live item with what takes effect at once, or None where that is as it was."""
    fields = [item._meta.get_field(name) for name in item.at_once if name != "status"]
    changed = [field for field in fields if getattr(item, field.attname) != getattr(stored, field.attname)]
    for field in changed:
        setattr(stored, field.attname, getattr(item, field.attname))
    return stored if changed else None
