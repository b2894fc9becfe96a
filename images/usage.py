"""Where a file of the library is used. The rooms above know; they answer a signal, so that this room knows none."""

from typing import Any

from django.db.models import Model
from django.dispatch import Signal

# Sent with `item`; each receiver answers a list of the objects whose text shows that item.
asked_where_used = Signal()


def used_in(item: Model) -> list[Model]:
    """The objects whose text shows this picture or document."""
    answers: list[Any] = asked_where_used.send(type(item), item=item)
    return [user for _receiver, users in answers for user in users]
