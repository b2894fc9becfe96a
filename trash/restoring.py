"""Out of the bin: the rows are inserted as they were, then the rooms bring up to date what follows from them.

The models' own `save` would give them the present moment as that of their making, forget that they were public once,
and save a text again for every page of the same branch that it links to. So each row is stored raw, as fixtures are.
"""

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from trash.models import DeletedRow, Deletion, model_of
from trash.rows import fields_of, instance_of
from trash.signals import relinking, restored, restoring


def restore(deletion: Deletion) -> "Restoration":
    """Bring a deletion back, in one transaction.

    Raises ValidationError, in words and with nothing changed, where something has taken its place;
    Deletion.DoesNotExist where it lies in the bin no longer.
    """
    with transaction.atomic():
        restoration = Restoration(Deletion.objects.select_for_update().get(pk=deletion.pk))
        restoration.run()
    return restoration


def references_of(instance: models.Model) -> list[tuple[Any, Any]]:
    """The foreign keys of an instance that lead somewhere, as (field, key)."""
    fields = (field for field in instance._meta.concrete_fields if field.many_to_one or field.one_to_one)
    return [(field, key) for field in fields if (key := getattr(instance, field.attname)) is not None]


def leading_nowhere(instances: list[models.Model]) -> dict[tuple[Any, Any], bool]:
    """Whether each thing that these refer to is missing, {(model, key): bool}; one query for each model."""
    own = {(type(instance), instance.pk) for instance in instances}
    wanted = defaultdict(set)
    for instance in instances:
        for field, key in references_of(instance):
            wanted[field.related_model].add(key)
    missing: dict[tuple[Any, Any], bool] = {}
    for model, keys in wanted.items():
        present = set(model._base_manager.filter(pk__in=keys).values_list("pk", flat=True))
        missing |= {(model, key): key not in present and (model, key) not in own for key in keys}
    return missing


class Restoration:
    """One restoration at work. `notes` says what is not as it was; `as_drafts` makes drafts of all that follow."""

    def __init__(self, deletion: Deletion):
        self.deletion = deletion
        self.notes: list[str] = []
        self.as_drafts = False
        self.items: list[Any] = []

    def run(self) -> None:
        """Insert the rows, tell the rooms, give others back what they lost, and take the deletion out of the bin."""
        back = self._insert([pair for pair in self._read() if self._make_ready(*pair)])
        self.items = [instance for row, instance in back if row.is_item]
        self._tell(back)
        for change in self.deletion.changes:
            self._relink(change)
        self.deletion.delete()

    def rehearse(self, most: int) -> list[Any]:
        """The first items as they would come back now, with the notes on that; nothing is written.

        Raises ValidationError where it would be refused.
        """
        self.items = [instance for row, instance in self._read() if row.is_item][:most]
        for instance in self.items:
            self._find_place(instance, self._lost(instance))
        return self.items

    def _read(self):
        found = [(row, instance_of(row.kind, row.key, row.fields)) for row in self.deletion.rows.all()]
        if any(instance is None for row, instance in found if row.is_item):
            raise ValidationError(_("This was kept by an older version of the site, which can't be read any more."))
        rows = [(row, instance) for row, instance in found if instance is not None]
        self._missing = leading_nowhere([instance for _row, instance in rows])
        self._known = {(type(instance), instance.pk): instance for _row, instance in rows}
        return rows

    def _find_place(self, instance, lost) -> dict[Any, Any]:
        """Ask the rooms where it comes back; gives what it has lost and may get back later."""
        left = {field.name: key for field, key in lost.items()}
        restoring.send(sender=type(instance), instance=instance, lost=left, restoration=self)
        return {field: key for field, key in lost.items() if field.name in left}

    def _make_ready(self, row, instance) -> bool:
        """Whether it comes back now, with the place that it comes back to."""
        lost = self._lost(instance)
        if any(not field.null for field in lost):
            for field, key in lost.items():
                self._leave_with(field, key, row)
            return False
        if row.is_item:
            lost = self._find_place(instance, lost)
        for field, key in lost.items():
            self._remember_with(field, key, instance)
        return True

    def _lost(self, instance) -> dict[Any, Any]:
        """What it referred to and is not there now, {field: key}; such a reference is emptied where it may be."""
        lost = {}
        for field, key in references_of(instance):
            if self._missing[field.related_model, key]:
                lost[field] = key
                if field.null:
                    setattr(instance, field.name, None)
            elif (other := self._known.get((field.related_model, key))) is not None:
                setattr(instance, field.name, other)
        return lost

    def _insert(self, pairs):
        """Those of these rows that are back: all at once, and each by itself only where one of them is refused."""
        try:
            with transaction.atomic():
                for _row, instance in pairs:
                    _store(instance)
        except IntegrityError:
            return [(row, instance) for row, instance in pairs if self._is_taken(row, instance)]
        return pairs

    def _is_taken(self, row, instance) -> bool:
        try:
            with transaction.atomic():
                _store(instance)
        except IntegrityError:
            if row.is_item:
                raise ValidationError(_why_not(instance)) from None
            return False
        return True

    def _tell(self, back):
        by_model = defaultdict(list)
        for row, instance in back:
            by_model[type(instance)].append((instance, row.extras))
        for model, pairs in by_model.items():
            restored.send(sender=model, restored=pairs, restoration=self)

    # What lies in the bin too gets back what it had when it comes back itself.

    def _holder(self, field, key):
        rows = DeletedRow.objects.filter(kind=field.related_model._meta.label_lower, key=key)
        return rows.exclude(deletion=self.deletion).select_related("deletion").first()

    def _leave_with(self, field, key, row):
        """A row that can't be without what lies in the bin comes back with that."""
        if holder := self._holder(field, key):
            row.deletion, row.place = holder.deletion, holder.place + 1
            row.save(update_fields=["deletion", "place"])

    def _remember_with(self, field, key, instance):
        if holder := self._holder(field, key):
            change = {"model": instance._meta.label_lower, "pk": instance.pk}
            change |= {"before": {field.name: key}, "after": {field.name: None}}
            holder.deletion.changes.append(change)
            holder.deletion.save(update_fields=["changes"])

    def _relink(self, change):
        """A row that stayed gets back what it lost, unless somebody has changed just that since."""
        model = model_of(change["model"])
        instance = model and model._base_manager.filter(pk=change["pk"]).first()
        if instance is None:
            self._relink_in_bin(change)
            return
        (present,) = fields_of([instance])
        if not _is_as_left(present, change):
            return
        was = instance_of(change["model"], change["pk"], present | change["before"])
        was._state.adding = False
        names = [model._meta.get_field(name).attname for name in change["before"]]
        try:
            relinking.send(sender=model, instance=was)
            with transaction.atomic():
                model._base_manager.filter(pk=was.pk).update(**{name: getattr(was, name) for name in names})
        except (ValidationError, IntegrityError):
            self.notes.append(_("“%(item)s” has changed since, and is left as it is.") % {"item": was})

    def _relink_in_bin(self, change):
        row = DeletedRow.objects.filter(kind=change["model"], key=change["pk"]).exclude(deletion=self.deletion).first()
        if row and _is_as_left(row.fields, change):
            row.fields |= change["before"]
            row.save(update_fields=["fields"])


def _store(instance):
    instance.save_base(raw=True, force_insert=(type(instance),))


def _is_as_left(fields, change) -> bool:
    return all(name in fields and fields[name] == value for name, value in change["after"].items())


def _why_not(instance) -> str:
    """What has taken its place, in words."""
    try:
        instance.validate_unique()
        instance.validate_constraints()
    except ValidationError as error:
        return " ".join(error.messages)
    return _("“%(item)s” can't be brought back: something else has taken its place.") % {"item": instance}
