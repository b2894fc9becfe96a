"""Which item refers to which: links between own items are kept by identity, so that no move breaks one.

A text holds the ordinary address of what it links to. At each save the addresses in it are brought up to date, and
the items they stand for are kept here; when one of these moves, the texts that refer to it are rewritten.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import Resolver404, resolve

from publishing.addresses.redirects import Redirect
from publishing.kept_rows import keep_exactly
from publishing.markdown import replace_links

# So many texts are rewritten at once.
BATCH = 100

# An item that has an address of its own: a `WebPage`, which stands a floor higher.
Item = Any


class Reference(models.Model):
    """The text of `source` holds a link to, or an insertable of, `target`."""

    source_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    source_id = models.PositiveBigIntegerField()
    source = GenericForeignKey("source_type", "source_id")
    target_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    target_id = models.PositiveBigIntegerField()
    target = GenericForeignKey("target_type", "target_id")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["source_type", "source_id", "target_type", "target_id"], name="one_reference_per_pair"
            )
        ]
        indexes = [models.Index(fields=["target_type", "target_id"])]

    def __str__(self):
        return f"{self.source} → {self.target}"


class BrokenLink(models.Model):
    """The text of `source` holds a link to an address of this site, or an insertable, for which there is nothing."""

    source_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    source_id = models.PositiveBigIntegerField()
    source = GenericForeignKey("source_type", "source_id")
    path = models.CharField(max_length=2100, db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["source_type", "source_id", "path"], name="one_broken_link_per_path")
        ]

    def __str__(self):
        return f"{self.source} → {self.path}"


def own_path(link: str) -> str | None:
    """The address within this site that a link leads to: `/a/` for `/a#b` or `https://this.site/a/`; else None."""
    own = urlsplit(settings.SITE_URL)
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    if (parts.scheme, parts.netloc) not in (("", ""), (own.scheme, own.netloc)) or not parts.path.startswith("/"):
        return None
    return parts.path.rstrip("/") + "/"


def items_at(paths: Iterable[str]) -> dict[str, Item]:
    """The items at these addresses, public or not; a former address gives the item that it leads to now."""
    wanted = set(paths)
    found: dict[str, Item] = {}
    for model in apps.get_models():
        if wanted and hasattr(model, "at_addresses"):
            found |= model.at_addresses(wanted)
    former = Redirect.objects.filter(path__in=wanted - found.keys()).prefetch_related("target") if wanted else ()
    return found | {redirect.path: redirect.target for redirect in former if redirect.target}


def _own_paths(links):
    return {re.split("[?#]", link)[0]: path for link in links if (path := own_path(link))}


@dataclass(frozen=True)
class Linked:
    """What a text links to: own items, and paths of this site at which no item stands."""

    items: tuple[Item, ...]
    missing: tuple[str, ...]


def bring_up_to_date(text: str, links: Iterable[str]) -> tuple[str, Linked]:
    """The text with the present addresses of the own items among its `links`, and what it links to."""
    paths = _own_paths(links)
    items = items_at(paths.values())
    present = {link: items[path].get_absolute_url() for link, path in paths.items() if path in items}
    changed = {link: address for link, address in present.items() if address != link}
    linked = Linked(tuple(items.values()), tuple(sorted(set(paths.values()) - items.keys())))
    return replace_links(text, changed) if changed else text, linked


def identities(links: Iterable[str]) -> dict[str, list[str]]:
    """The own items that `links` lead to, as {link without ?query and #fragment: [kind, uuid]}, as JSON can hold it."""
    paths = _own_paths(links)
    items = items_at(paths.values())
    return {
        link: [items[path]._meta.label_lower, str(items[path].uuid)] for link, path in paths.items() if path in items
    }


def addresses_now(identities: Mapping[str, list[str]]) -> dict[str, str]:
    """Where the items of such identities are now, as {link: address}; what was deleted or is no kind is left out."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for kind, uuid in identities.values():
        wanted[kind].add(uuid)
    kinds: dict[str, Any] = {
        model._meta.label_lower: model for model in apps.get_models() if hasattr(model, "at_addresses")
    }
    found = {
        (kind, str(item.uuid)): item.get_absolute_url()
        for kind, uuids in wanted.items()
        if kind in kinds
        for item in kinds[kind]._default_manager.filter(uuid__in=uuids).defer("text", "body_html")
    }
    return {link: found[kind, uuid] for link, (kind, uuid) in identities.items() if (kind, uuid) in found}


def record(linked: Mapping[Any, Linked]) -> None:
    """Keep exactly what the text of each of these, all of one model, links to or inserts.

    Among what is missing there may be marks of insertables beside paths.
    """
    targets = {source: {_key(target) for target in found.items} for source, found in linked.items()}
    keep_exactly(Reference, ("target_type_id", "target_id"), targets)
    missing = {source: {(path[:2100],) for path in found.missing} for source, found in linked.items()}
    keep_exactly(BrokenLink, ("path",), missing)


def _key(item):
    return ContentType.objects.get_for_model(item).pk, item.pk


def _source_key(source):
    return {"source_type": ContentType.objects.get_for_model(source), "source_id": source.pk}


def adopt(paths: Iterable[str]) -> None:
    """There are items now at these paths (or for these marks): the texts that named them before refer to them."""
    links = BrokenLink.objects.filter(path__in=list(paths)).prefetch_related("source")
    for source in {link.source for link in links if link.source is not None}:
        source.save(update_fields=["text"])


def is_answered(path: str) -> bool:
    """Whether something that is no item may stand at a path such as `/feed.xml`.

    The address of an item is named like its kind, and where none was found there is none.
    """
    kinds = {model._meta.model_name for model in apps.get_models() if hasattr(model, "at_addresses")}
    return any(name not in kinds for name in (_name_at(path.rstrip("/")), _name_at(path)) if name)


def _name_at(path):
    try:
        return resolve(path).url_name
    except Resolver404:
        return None


def leave_broken(item: Item, path: str) -> None:
    """`item` goes: what links to it from now on links to `path`, where nothing stands."""
    BrokenLink.objects.bulk_create(
        (
            BrokenLink(source_type_id=reference.source_type_id, source_id=reference.source_id, path=path)
            for reference in _references_to(item)
        ),
        ignore_conflicts=True,
    )


def _references_to(item):
    return Reference.objects.filter(target_type=ContentType.objects.get_for_model(item), target_id=item.pk)


def referred_to_by(source: models.Model, model: type[models.Model]) -> list[int]:
    """The keys of the items of a model that the text of `source` refers to."""
    target_type = ContentType.objects.get_for_model(model)
    kept = Reference.objects.filter(**_source_key(source), target_type=target_type)
    return list(kept.values_list("target_id", flat=True))


def referring_to(targets: Iterable[Item]) -> list[Item]:
    """The items whose text refers to any of these, each once."""
    sources = {(reference.source_type_id, reference.source_id): reference for reference in references_to(targets)}
    models.prefetch_related_objects(list(sources.values()), "source")
    return [reference.source for reference in sources.values() if reference.source is not None]


def references_to(targets: Iterable[Item]) -> models.QuerySet:
    """The references to any of these items."""
    by_type: dict[ContentType, set[int]] = defaultdict(set)
    for target in targets:
        by_type[ContentType.objects.get_for_model(target)].add(target.pk)
    references = Reference.objects.none()
    for target_type, ids in by_type.items():
        references |= Reference.objects.filter(target_type=target_type, target_id__in=ids)
    return references


def follow(moved: Mapping[Item, str]) -> None:
    """Rewrite the texts that link to items which have moved; `moved` gives each item's address before.

    Of a text only the addresses change, not what it says or refers to: so each is written without the rest of a save,
    as many at once as the memory should hold.
    """
    new = {old: item.get_absolute_url() for item, old in moved.items()}
    by_type = defaultdict(list)
    for source_type, key in references_to(moved).values_list("source_type", "source_id").distinct().order_by():
        by_type[source_type].append(key)
    for source_type, keys in by_type.items():
        model: Any = ContentType.objects.get_for_id(source_type).model_class()
        for start in range(0, len(keys), BATCH):
            _rewrite(model._base_manager, keys[start : start + BATCH], new)


def _rewrite(manager, keys, new):
    sources = [source for source in manager.filter(pk__in=keys) if hasattr(source, "rewrite_links")]
    changed = [source for source in sources if source.rewrite_links(new)]
    manager.bulk_update(changed, ["text", "body_html"])


def forget(instance: models.Model, **_signal: Any) -> None:
    """`instance` is deleted: it refers to nothing and nothing refers to it."""
    item_type = ContentType.objects.get_for_model(instance)
    Reference.objects.filter(source_type=item_type, source_id=instance.pk).delete()
    BrokenLink.objects.filter(source_type=item_type, source_id=instance.pk).delete()
    _references_to(instance).delete()


def users_of(item: models.Model, **_signal: Any) -> list[Item]:
    """The items whose text shows this picture or document: the answer to `images.usage.asked_where_used`."""
    return referring_to([item])


def uses_of(items: Iterable[models.Model], **_signal: Any) -> set[tuple[int, int, int]]:
    """Which texts show these pictures or documents: the answer to `images.usage.asked_for_uses`."""
    return set(references_to(items).values_list("target_id", "source_type_id", "source_id"))
