"""What is amiss with one item at hand, stored or not: the rules about itself and those about what it refers to."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError

from images.models import Image
from publishing import insertables, markdown, references
from publishing.checklist.rules import Subject, own_findings
from publishing.findings import Finding, rank
from publishing.models import Status


def subject_of(item: Any, rendered: markdown.Rendered | None = None) -> Subject:
    """What the rules look at: one query for the pictures that the text names, one for each picture of the item."""
    rendered = rendered or markdown.render(item.text, language=item.language)
    names = {one.name for one in rendered.insertables if insertables.is_a("image", one)}
    pictures = {image.slug: image for image in Image.objects.filter(slug__in=names)} if names else {}
    return Subject(item, rendered, pictures, dict(_pictures_of(item)))


def _pictures_of(item):
    for field in item._meta.concrete_fields:
        if field.related_model is Image and (picture := getattr(item, field.name)):
            yield field.name, picture


def findings(item: Any, rendered: markdown.Rendered | None = None) -> list[Finding]:
    """All that is amiss with an item, worst first."""
    subject = subject_of(item, rendered)
    found = [*own_findings(subject), *_of_links(subject), *_of_insertables(subject), *_of_title(item)]
    return sorted(dict.fromkeys(found), key=lambda finding: rank(finding.rule))


def _of_links(subject: Subject) -> Iterator[Finding]:
    paths = {path for link in subject.rendered.links if (path := references.own_path(link))}
    items = references.items_at(paths) if paths else {}
    for path in sorted(paths):
        if path not in items:
            if path != _address_of(subject.item) and not references.is_answered(path):
                yield Finding("no_page", detail=path)
        elif not items[path].is_published and items[path] != subject.item:
            yield Finding("not_public", detail=str(items[path]))


def _address_of(item):
    """Where it will stand; None for what has no address yet."""
    return item.get_absolute_url() if item.slug else None


def _of_insertables(subject: Subject) -> Iterator[Finding]:
    hidden = insertables.not_shown(subject.rendered.insertables)
    for one, item in hidden:
        if insertables.is_refused(one) or insertables.is_a("todo", one):
            continue
        if item is not None:
            yield Finding("not_public", detail=str(item))
        else:
            yield Finding("unknown" if one.name else "nothing_shown", detail=one.source)


def _of_title(item: Any) -> Iterator[Finding]:
    if not item._meta.get_field("title").editable:
        return
    others = type(item)._default_manager.published().exclude(pk=item.pk)
    if item.title and others.filter(title=item.title, language=item.language).exists():
        yield Finding("same_title", "title", item.title)


def blocking(item: Any, found: list[Finding] | None = None) -> list[Finding]:
    """What keeps an item from being published as it is now; `found` are its findings, where they are known.

    What was amiss already in what visitors see holds nothing up: a telephone number can be mended on a page of which
    a link has come to lead nowhere.
    """
    broken = [finding for finding in (findings(item) if found is None else found) if finding.breaks]
    stored = item.stored() if broken else None
    known = findings(stored) if stored is not None and stored.is_published else []
    return [finding for finding in broken if finding not in known]


def refuse(item: Any) -> None:
    """Raise ValidationError, with the reasons at their fields, where visitors are to see an item and can't."""
    if item.status != Status.PUBLISHED or item.is_expired:
        return
    reasons: dict[str, list[str]] = {}
    for finding in blocking(item):
        reasons.setdefault(finding.field, []).append(finding.message)
    if reasons:
        raise ValidationError(reasons)
