"""What an import did, in plain lines."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.importing.entries import Note
from consultancy.importing.importer import Action, Outcome
from publishing.states import STATES, state_of

_SENTENCES = {
    Action.CREATE: gettext_lazy("%(file)s: new"),
    Action.RECREATE: gettext_lazy("%(file)s: was deleted since, made anew"),
    Action.FILL: gettext_lazy("%(file)s: fills the page that stood ready"),
    Action.UPDATE: gettext_lazy("%(file)s: changed in the source, so changed here"),
    Action.UNCHANGED: gettext_lazy("%(file)s: unchanged"),
    Action.EDITED: gettext_lazy("%(file)s: edited by hand since, left as it is"),
    Action.TAKEN: gettext_lazy("%(file)s: this page has texts of its own already, left as it is"),
}


def lines(outcome: Outcome) -> Iterator[str]:
    """What became of an entry: its file, and where it was written also each of its lines and each remark."""
    entry, item = outcome.entry, outcome.item
    head = _SENTENCES[outcome.action] % {"file": entry.source, "kind": entry.kind}
    if item is not None:
        head += _(" → %(address)s “%(title)s” (%(status)s)") % {
            "address": item.get_absolute_url(),
            "title": item.title,
            "status": STATES[state_of(item)],
        }
    yield head
    if outcome.action.writes:
        yield from (f"    {_note(note)}" for note in entry.notes)
        yield from (f"    {remark}" for remark in outcome.remarks)


def _note(note: Note) -> str:
    if note.first == note.last:
        place = _("line %(first)d") % {"first": note.first}
    else:
        place = _("lines %(first)d-%(last)d") % {"first": note.first, "last": note.last}
    left_out = f": {note.left_out}" if note.left_out else ""
    return f"{place}: {note.text}{left_out}"
