"""Versions for tests, and the addresses of their screens."""

from django.urls import reverse
from django.utils import timezone

from publishing.models import Revision
from publishing.versions import drafts, revisions


def write(item, by=None, *, publish=False, **fields):
    """Keep other words of an item as its form does; gives the version."""
    written = revisions.working_copy(type(item).objects.get(pk=item.pk))
    for name, value in fields.items():
        setattr(written, name, value)
    return (drafts.publish if publish else drafts.save)(written, by)


def row(item):
    return type(item).objects.get(pk=item.pk)


def screen(item, name="versions", *keys):
    return reverse(f"admin:{item._meta.app_label}_{item._meta.model_name}_{name}", args=[item.pk, *keys])


def look(item, version):
    return screen(item, "version", version.pk)


def put_back(client, item, version):
    return client.post(screen(item, "restore_version", version.pk), follow=True)


def said(response):
    """What was told to whoever did it, as one text."""
    return " ".join(str(message) for message in response.context["messages"])


def many(item, number, **fields):
    """That many saved versions more of an item, or of items that are no more."""
    usual = {"item_uuid": item.uuid, "kind": "saved", "moment": timezone.now()}
    kind = revisions.Revision.objects.of(item).values_list("item_type", flat=True)[0]
    Revision.objects.bulk_create(
        Revision(
            **{
                "item_type_id": kind,
                "content": revisions.content_of(item) | {"text": f"Text {count}."},
                **usual,
                **fields,
            }
        )
        for count in range(number)
    )
