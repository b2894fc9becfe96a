"""An instance as JSON and back, by Django's own serializers."""

from collections.abc import Iterable
from typing import Any

from django.core.serializers.base import DeserializationError
from django.core.serializers.python import Deserializer, Serializer
from django.db.models import Model

Fields = dict[str, Any]
_JSON = (str, int, float, list, dict, type(None))


class _RowSerializer(Serializer):
    """Concrete fields only, each as JSON can hold it; moments keep their microseconds."""

    def _value_from_field(self, obj, field):
        value = field.value_from_object(obj)
        return value if isinstance(value, _JSON) else field.value_to_string(obj)

    def handle_m2m_field(self, obj, field):
        """The rows between two models are kept as rows."""


def fields_of(instances: Iterable[Model]) -> list[Fields]:
    """The fields of each instance, as JSON can hold them."""
    return [row["fields"] for row in _RowSerializer().serialize(instances)]


def instance_of(kind: str, key: int, fields: Fields) -> Any:
    """The instance that a row describes, not stored; None where the site no longer has that kind or can't read it.

    A row may be of an older version of its model: fields that went are passed over, new ones get their defaults.
    """
    row = {"model": kind, "pk": key, "fields": fields}
    try:
        instance: Any = next((found.object for found in Deserializer([row], ignorenonexistent=True)), None)
    except DeserializationError:
        return None
    for field in instance._meta.concrete_fields if instance else ():
        if field.name not in fields and field is not instance._meta.pk:
            field.pre_save(instance, add=True)
    return instance
