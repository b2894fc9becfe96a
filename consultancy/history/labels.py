"""The history of the admin, in the language of whoever reads it."""

import json

from django.contrib.admin.models import LogEntry
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils import translation
from django.utils.text import capfirst


@receiver(pre_save, sender=LogEntry)
def name_fields_as_the_catalogue_does(instance, **_signal):
    """Django stores labels, which begin with a capital and so are in no catalogue; verbose names are."""
    if instance.content_type is None:
        return
    try:
        changes = json.loads(instance.change_message)
    except ValueError:
        return
    names = _names(instance.content_type.model_class())
    for change in (details for part in changes for details in part.values() if "fields" in details):
        change["fields"] = [names.get(label, label) for label in change["fields"]]
    instance.change_message = json.dumps(changes)


def _names(model):
    with translation.override(None):
        models = [model, *(relation.related_model for relation in model._meta.related_objects)]
        fields = [field for one in models for field in one._meta.fields]
        return {capfirst(str(field.verbose_name)): str(field.verbose_name) for field in fields}
