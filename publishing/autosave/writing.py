"""One opened form of an item: what it shows that was typed, what it knows, and what else there is by now."""

from functools import cached_property
from typing import Any
from uuid import UUID, uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from publishing.autosave import autosaves
from publishing.autosave.autosaves import Autosave, Opened, OvertakenError
from publishing.autosave.conflicts import Conflict, latest_saved, overtaking, said_of_newer, said_of_other_tab
from publishing.autosave.setting_aside import content_as_typed, put_aside
from publishing.models import Revision
from publishing.versions.words import changed_contents
from trash.keys import key_of


class Writing:
    """One opened form of an item, or of a new one (`item` None): what it knows, and what else there is by now."""

    def __init__(self, request: Any, model: Any, item: Any):
        self.request, self.model, self.item = request, model, item
        self.kind = ContentType.objects.get_for_model(model)
        self.is_sent = request.method == "POST"

    @cached_property
    def uuid(self) -> UUID:
        """That of its item, or the one that a new item gets: never another item's, nor that of somebody else's text."""
        if self.item:
            return self.item.uuid
        asked = uuid_of((self.request.POST if self.is_sent else self.request.GET).get("uuid"))
        return asked if asked and self._is_free(asked) else uuid4()

    def _is_free(self, uuid):
        of_item = {"item_type": self.kind, "item_uuid": uuid}
        if Revision.objects.filter(**of_item).exclude(kind=Revision.Kind.TYPED, by=self.request.user).exists():
            return False
        others = Autosave.objects.filter(**of_item).exclude(by=self.request.user)
        return not (others.exists() or self.model._base_manager.filter(uuid=uuid).exists())

    @cached_property
    def own(self) -> Any:
        """What this person typed of it and did not save."""
        return autosaves.find(self.kind, self.uuid, self.request.user)

    @cached_property
    def latest(self) -> Any:
        """The version that was saved last."""
        return latest_saved(self.item) if self.item else None

    @property
    def latest_id(self) -> int:
        """The number of that version; 0 where there is none."""
        if hasattr(self.item, "latest_saved"):
            return self.item.latest_saved
        return self.latest.pk if self.latest else 0

    @cached_property
    def opened(self) -> Opened | None:
        """What the form knows that was sent; None where it says nothing of it."""
        data = self.request.POST
        if "_based_on" not in data:
            return None
        return Opened(number_of(data["_based_on"]), number_of(data.get("_autosave")), data.get("_tab", "")[:36])

    @cached_property
    def shows_typed(self) -> bool:
        """Whether the form opens with what was typed: where that is newer than what was saved, or was asked for."""
        if self.is_sent or self.own is None:
            return False
        newer = self.own.based_on == self.latest_id or self.own.moment > self.latest.moment
        return newer or "typed" in self.request.GET

    @property
    def based_on(self) -> int:
        """The version on which what the form shows was built."""
        if self.is_sent and self.opened:
            return self.opened.based_on
        return self.own.based_on if self.shows_typed else self.latest_id

    @property
    def version(self) -> int:
        """That of what was typed which the form knows."""
        return self.own.version if self.own else 0

    @cached_property
    def data(self) -> Any:
        """What the form shows that was typed."""
        if self.is_sent:
            return autosaves.as_data(autosaves.typed_in(self.request.POST))
        return self.own.data if self.shows_typed else None

    @cached_property
    def taken_back(self) -> Any:
        """What this person put aside of a new item, and goes on with: what was asked for, else the latest."""
        if self.item or self.is_sent or self.own or "uuid" not in self.request.GET:
            return None
        aside = autosaves.put_aside_of(self.request.user, self.model).filter(item_uuid=self.uuid)
        return aside.filter(pk=number_of(self.request.GET.get("aside"))).first() or aside.first()

    # What stands in the way of saving

    @cached_property
    def is_overtaken(self) -> bool:
        """Whether a newer version was saved than the one that the form was opened with, or shows."""
        seen = max(number_of(self.request.POST.get("_mine")), self.based_on)
        return self.latest_id > seen and overtaking(self.item, seen) is not None

    @cached_property
    def other_tab(self) -> Any:
        """What this person typed in another opened form of the item since, and did not decide about."""
        if not (self.is_sent and self.opened and self.own) or "_mine" in self.request.POST:
            return None
        return None if self.own.is_known_to(self.opened) else self.own

    @cached_property
    def refusal(self) -> str:
        """Why nothing was saved: a sentence; empty where nothing stands in the way."""
        if not (self.is_sent and self.opened):
            return ""
        if self.is_overtaken or self.other_tab:
            return _("Nothing was saved yet, and nothing is lost. Look at both texts and choose.")
        return _("There is no other text any more: save yours.") if "_compare" in self.request.POST else ""

    @cached_property
    def conflict(self) -> Any:
        """The other text beside this one, or None."""
        if self.data is None or not (self.is_overtaken or self.other_tab):
            return None
        mine = content_as_typed(self.item, self.model, self.data)
        if self.is_overtaken:
            sentence, theirs = said_of_newer(self.latest, self.request.user), self.latest.content
        else:
            theirs = content_as_typed(self.item, self.model, self.other_tab.data)
            sentence = said_of_other_tab(self.other_tab)
        return Conflict(sentence, self.latest_id, changed_contents(theirs, mine, self.model))

    # What becomes of what was typed

    def keep(self) -> bool:
        """Keep what was sent and could not be saved; says whether it is, or only what was typed elsewhere."""
        if not self.opened:
            return False
        row = Autosave(item_type=self.kind, item_uuid=self.uuid, by=self.request.user)
        row.typed = autosaves.typed_in(self.request.POST)
        try:
            with transaction.atomic():
                self.own = autosaves.keep(row, self.own, self.opened)
        except OvertakenError:
            return False
        return True

    def end(self) -> None:
        """It is saved, so what was typed is kept no longer; that of another opened form is put aside if it was seen."""
        if not self.opened:
            return
        if "_mine" in self.request.POST and self.own and not self.own.is_known_to(self.opened):
            put_aside(self.own, self.item)
        autosaves.end(self.kind, self.uuid, self.request.user, self.opened)

    def put_aside(self) -> None:
        """Put what was sent among the versions of the item: the other text is gone on with."""
        row = Autosave(item_type=self.kind, item_uuid=self.uuid, by=self.request.user)
        row.typed = autosaves.typed_in(self.request.POST)
        put_aside(row, self.item)
        autosaves.end(self.kind, self.uuid, self.request.user, self.opened or Opened())


def uuid_of(text: str | None) -> UUID | None:
    """The identity that a form names, or None."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def number_of(text: str | None) -> int:
    """A number of a revision or an autosave; 0 for what can be none."""
    return key_of(text) or 0
