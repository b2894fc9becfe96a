"""When visitors last came to see something new of an item: a link to a concept made before then has done its work."""

from datetime import datetime
from typing import Any

from django.db.models import Q, Subquery
from django.utils import timezone

from publishing.previews.shared_previews import SharedPreview, SharedPreviewQuerySet
from publishing.versions.revisions import Revision

# A `Publishable`, which stands a floor higher.
Item = Any


def last_appearance(item: Item) -> datetime | None:
    """When visitors last came to see a publication of a stored item; None where they never saw one. One query.

    A publication whose moment was planned and then replaced before it came is none. `item` is its row, not its
    working copy.
    """
    if not item.ever_public:
        return None
    come = next((moment for moment in _moments(item) if moment <= timezone.now()), None)
    # The row tells of what was scheduled before versions were kept.
    return max(filter(None, (come, item.published_at if item.has_appeared else None)), default=None)


def _moments(item):
    """From when visitors see each publication, the latest first."""
    published = Revision.objects.of(item).published()
    first = published.order_by("pk").values("pk")[:1]
    # A move, an import or the undoing of a publication keeps a version too, and publishes nothing that waited.
    deeds = published.filter(~Q(former_status="") | Q(pk=Subquery(first)))
    for moment, start in deeds.values_list("moment", "content__published_at"):
        yield max(moment, datetime.fromisoformat(start)) if start else moment


def has_led_on(link: SharedPreview, item: Item) -> bool:
    """Whether visitors have seen a publication of the item since this link to it was made."""
    last = last_appearance(item)
    return last is not None and link.created <= last


def links_that_show(item: Item) -> SharedPreviewQuerySet:
    """The links that still show what is written of a stored item; those made before its last appearance do not."""
    links, last = SharedPreview.objects.of(item).usable(), last_appearance(item)
    return links.filter(created__gt=last) if last else links
