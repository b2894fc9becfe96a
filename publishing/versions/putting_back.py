"""An older version of an item becomes its latest one, as far as the item can still hold it."""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from publishing.versions import drafts
from publishing.versions.revisions import Item, Revision, applied, apply, content_of, working_copy

# A value that is refused because of others goes back together with them.
_JUDGED_WITH = {"expires_at": ("published_at", "expires_at"), "translation_of": ("language",)}


class PutBack(NamedTuple):
    """The version that was made, and what was refused of the older one: {name of the field: sentences}."""

    version: Revision
    refused: dict[str, list[str]]


@transaction.atomic
def restore(item: Item, revision: Revision, by: Any = None) -> PutBack:
    """Make an older version of a stored item its latest one; what was the latest stays among its versions.

    A field that the item can't hold any more keeps what stands there now. Raises ValidationError, with nothing
    changed, where that leaves nothing to put back.
    """
    present = content_of(working_copy(item.stored()))
    applied(item, revision)
    item.slug = item.free_slug(item.slug)
    _keep_moments(item, item.stored())
    refused = _made_to_fit(item, present)
    if refused and content_of(item) == present:
        raise ValidationError(refused)
    return PutBack(drafts.save(item, by, restored_from=revision), refused)


def _keep_moments(item, stored):
    """What is live stays so from the same moment where the version had none, and no end comes back that has passed."""
    if drafts.is_live(stored):
        item.published_at = item.published_at or stored.published_at
    if item.expires_at and item.expires_at <= timezone.now():
        item.expires_at = stored.expires_at


def _made_to_fit(item, present):
    """Put what is refused back to what it is now; raises ValidationError for what is refused even then."""
    refused: dict[str, list[str]] = {}
    kept: dict[str, Any] = {}
    while found := _refusal(item):
        names = {name for field in found.message_dict for name in _JUDGED_WITH.get(field, (field,))}
        if not names & present.keys() - kept.keys():
            raise found
        refused |= found.message_dict
        kept |= {name: present[name] for name in names & present.keys()}
        apply(item, kept)
    return refused


def _refusal(item):
    try:
        item.full_clean(exclude={field.name for field in item._meta.fields if not field.editable})
    except ValidationError as refusal:
        return refusal
    return None
