"""The address to which a form sends what is typed in it, every few seconds: short, and nothing is rendered."""

import json
import logging
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from publishing import markdown
from publishing.autosave import autosaves
from publishing.autosave.autosaves import Autosave, Opened, OvertakenError
from publishing.autosave.conflicts import newer_than, said_of_other_tab, said_of_others
from publishing.editing import may_add, may_edit
from publishing.models import publishables
from publishing.moments import time_of_day

logger = logging.getLogger(__name__)

# In all fields together: a text that is too long to be saved is kept all the same.
LONGEST = 2 * markdown.MAX_LENGTH
MOST_VALUES = 1000


class RefusedError(Exception):
    """What was sent is not kept; the sentence says why."""

    def __init__(self, status: int, sentence: str = ""):
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True)
class Sent:
    """What a form sent."""

    model: Any
    uuid: UUID
    user: int
    opened: Opened
    typed: autosaves.Typed

    @property
    def kind(self) -> ContentType:
        """The type of its item."""
        return ContentType.objects.get_for_model(self.model)


@never_cache
@require_POST
def autosave(request: HttpRequest) -> JsonResponse:
    """Keep what was typed, from JSON: `kind`, `uuid`, `user`, `based_on`, `version`, `tab` and `fields`.

    Answers the new `version`, when it was `kept`, the `others` at work on the item and what is `newer` than the form.
    Else a sentence in `problem` and 400 for what is cut off or no such request, 401 for who is not signed in or is
    somebody else, 403 for who may not change the item, 409 where the same person typed on in another form, 413 for too
    much, 503 where the database can't keep it.
    """
    try:
        return JsonResponse(_kept(request))
    except RefusedError as refusal:
        return _problem(refusal.status, str(refusal))
    except OvertakenError as overtaken:
        return _problem(409, said_of_other_tab(overtaken.row))
    except OperationalError:
        logger.exception("what was typed could not be kept")
        return _problem(503, _("The site can't keep anything at the moment. Your text is in this browser."))


def _problem(status, sentence):
    return JsonResponse({"problem": sentence}, status=status)


def _kept(request):
    sent = _sent(request.body)
    _check_user(request.user, sent)
    item = sent.model._default_manager.filter(uuid=sent.uuid).first()
    if not (may_edit(request.user, item) if item else may_add(request.user, sent.model)):
        raise RefusedError(403, _("You may not change this any more. Your text is in this browser."))
    rows = list(Autosave.objects.of(sent.kind, sent.uuid).around(request.user).defer("typed"))
    own = next((row for row in rows if row.by == request.user), None)
    others = [row.by for row in rows if row is not own]
    kept = autosaves.keep(_row(sent, request.user), own, sent.opened)
    return {
        "version": kept.version,
        "kept": time_of_day(kept.moment),
        "others": said_of_others(others),
        "newer": newer_than(item, sent.opened.based_on, request.user) if item else None,
    }


def _check_user(user, sent):
    if not (user.is_authenticated and user.is_active and user.is_staff):
        raise RefusedError(401)
    if user.pk != sent.user:
        raise RefusedError(401, _("Somebody else is signed in here now. Your text is kept in this browser for you."))


def _row(sent, user):
    return Autosave(item_type=sent.kind, item_uuid=sent.uuid, by=user, typed=sent.typed)


def _sent(body):
    """What the body of a request says: raises RefusedError."""
    try:
        # Of one that was cut off the last brace is missing.
        data = json.loads(body)
        opened = Opened(_number(data["based_on"]), _number(data["version"]), _storable(str(data["tab"]))[:36])
        sent = Sent(_model(data["kind"]), UUID(data["uuid"]), _number(data["user"]), opened, _fields(data["fields"]))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise RefusedError(400, _("Not everything arrived. Your text is in this browser.")) from error
    if sum(len(value) for values in sent.typed.values() for value in values) > LONGEST:
        raise RefusedError(
            413, _("This is too long to be kept here. Your text is in this browser: spread it over two pages.")
        )
    return sent


def _number(value):
    number = int(value)
    if not 0 <= number < 2**63:
        raise ValueError(value)
    return number


def _model(label):
    return {model._meta.label_lower: model for model in publishables()}[label]


def _fields(fields):
    named = {_storable(name)[:100]: values for name, values in fields.items() if autosaves.is_field(name)}
    values = {name: [_storable(value) for value in values] for name, values in named.items()}
    if sum(map(len, values.values())) > MOST_VALUES:
        raise ValueError(len(values))
    return values


def _storable(text):
    """What every database holds: no NUL, and no half of a sign."""
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
