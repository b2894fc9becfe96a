"""The addresses to which a form sends what is typed in it, and asks what else there is: short, nothing is rendered."""

import json
import logging

from django.db import OperationalError
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from publishing import markdown
from publishing.autosave import autosaves
from publishing.autosave.asking import Asked, RefusedError, refuse_what_is_none, storable
from publishing.autosave.autosaves import Autosave, OvertakenError
from publishing.autosave.conflicts import said_of_other_tab
from publishing.moments import time_of_day

logger = logging.getLogger(__name__)

# In all fields together: a text that is too long to be saved is kept all the same.
LONGEST = 2 * markdown.MAX_LENGTH
MOST_VALUES = 1000


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


@never_cache
@require_safe
def other_texts(request: HttpRequest) -> JsonResponse:
    """What else there is by now of an item whose form is open: `kind`, `uuid`, `user`, `based_on`, `version`, `tab`.

    Answers the `others` at work on it, what is `newer` than the form, and in `problem` that the same person typed on
    in another form; 400, 401 and 403 as `autosave` does. Nothing is kept.
    """
    try:
        asked = Asked.read(request.GET)
        told = asked.around(request.user)
    except RefusedError as refusal:
        return _problem(refusal.status, str(refusal))
    is_elsewhere = told.own and not told.own.is_known_to(asked.opened)
    return JsonResponse({**told.in_words(), "problem": said_of_other_tab(told.own) if is_elsewhere else ""})


def _kept(request):
    asked, typed = _sent(request.body)
    around = asked.around(request.user)
    row = Autosave(item_type=asked.item_type, item_uuid=asked.uuid, by=request.user, typed=typed)
    kept = autosaves.keep(row, around.own, asked.opened)
    return {"version": kept.version, "kept": time_of_day(kept.moment), **around.in_words()}


def _sent(body):
    """What the body of a request says: raises RefusedError."""
    with refuse_what_is_none():
        # Of one that was cut off the last brace is missing.
        data = json.loads(body)
        asked, typed = Asked.read(data), _fields(data["fields"])
    if sum(len(value) for values in typed.values() for value in values) > LONGEST:
        raise RefusedError(
            413, _("This is too long to be kept here. Your text is in this browser: spread it over two pages.")
        )
    return asked, typed


def _fields(fields):
    named = {storable(name)[:100]: values for name, values in fields.items() if autosaves.is_field(name)}
    values = {name: [storable(value) for value in values] for name, values in named.items()}
    if sum(map(len, values.values())) > MOST_VALUES:
        raise ValueError(len(values))
    return values
