"""How long versions are kept: what visitors have seen for good, what was saved or typed for a year."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from publishing.versions.drafts import SECOND_THOUGHTS
from publishing.versions.revisions import Revision, RevisionQuerySet

KEPT = timedelta(days=365)
# A save of somebody does not wait long for so many to be deleted.
BATCH = 200


def delete_old_revisions() -> int:
    """Delete what is kept long enough, in short transactions; gives how many.

    What an item would be put back to, what waits and what a newer version was put back from stay.
    """
    count = 0
    while keys := list(_old().values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            count += _old().filter(pk__in=keys).only("pk").delete()[0]
    return count


def _old() -> RevisionQuerySet:
    now = timezone.now()
    same_item = Revision.objects.filter(item_type=OuterRef("item_type"), item_uuid=OuterRef("item_uuid"))
    # Until a publication can't be undone any more, what stood there before it is needed.
    followed = same_item.filter(pk__gt=OuterRef("pk"), moment__lt=now - SECOND_THOUGHTS)
    put_back = Revision.objects.filter(restored_from=OuterRef("pk"))
    old = Revision.objects.filter(
        kind__in=(Revision.Kind.SAVED, Revision.Kind.TYPED), moment__lt=now - KEPT, pending=False
    )
    return old.filter(Exists(followed), ~Exists(put_back))
