"""An opened form asks the site something: of which item it is, who opened it, and what else there is of that item."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from publishing.autosave.autosaves import Autosave, Opened
from publishing.autosave.conflicts import newer_than, said_of_others
from publishing.editing import may_add, may_edit
from publishing.models import publishables


class RefusedError(Exception):
    """What was asked is not done; the sentence says why."""

    def __init__(self, status: int, sentence: str = ""):
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True)
class Around:
    """The item (None where it was never saved), what this user typed of it, who else is at work on it."""

    item: Any
    own: Autosave | None
    others: list[Any]
    user: Any
    opened: Opened

    def in_words(self) -> dict[str, Any]:
        """The `others` at work, and what is `newer` than the form."""
        newer = newer_than(self.item, self.opened.based_on, self.user) if self.item else None
        return {"others": said_of_others(self.others), "newer": newer}


@dataclass(frozen=True)
class Asked:
    """Which form asks: that of an item of this kind, opened by the user with the key `user`."""

    model: Any
    uuid: UUID
    user: int
    opened: Opened

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "Asked":
        """What a request says of its form: raises RefusedError."""
        with refuse_what_is_none():
            opened = Opened(_number(data["based_on"]), _number(data["version"]), storable(str(data["tab"]))[:36])
            return cls(_model(data["kind"]), UUID(data["uuid"]), _number(data["user"]), opened)

    @cached_property
    def item_type(self) -> ContentType:
        """The type of its item."""
        return ContentType.objects.get_for_model(self.model)

    def around(self, user: Any) -> Around:
        """What there is of its item by now; raises RefusedError for who is not that user, or may not change it."""
        self._check(user)
        item = self.model._default_manager.filter(uuid=self.uuid).first()
        if not (may_edit(user, item) if item else may_add(user, self.model)):
            raise RefusedError(403, _("You may not change this any more. Your text is in this browser."))
        rows = list(Autosave.objects.of(self.item_type, self.uuid).around(user).defer("typed"))
        own = next((row for row in rows if row.by == user), None)
        return Around(item, own, [row.by for row in rows if row is not own], user, self.opened)

    def _check(self, user):
        if not (user.is_authenticated and user.is_active and user.is_staff):
            raise RefusedError(401)
        if user.pk != self.user:
            raise RefusedError(
                401, _("Somebody else is signed in here now. Your text is kept in this browser for you.")
            )


@contextmanager
def refuse_what_is_none() -> Iterator[None]:
    """Raises RefusedError where a request is cut off, or is none that a form sends."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise RefusedError(400, _("Not everything arrived. Your text is in this browser.")) from error


def storable(text: str) -> str:
    """What every database holds of a text: no NUL, and no half of a sign."""
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _number(value):
    number = int(value)
    if not 0 <= number < 2**63:
        raise ValueError(value)
    return number


def _model(label):
    return {model._meta.label_lower: model for model in publishables()}[label]
