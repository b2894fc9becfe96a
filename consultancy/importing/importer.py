"""A whole source into the site: all or nothing, twice the same, never over what was edited by hand since."""

from dataclasses import dataclass, field
from enum import Enum

from django.db import transaction
from django.utils.translation import gettext as _

from consultancy.importing import translations
from consultancy.importing.content import content_digest
from consultancy.importing.entries import Entry, SourceError
from consultancy.importing.kinds import KINDS
from consultancy.importing.pages import is_untouched
from consultancy.importing.sources import Source
from pages.models import Page
from publishing import history
from publishing.models import Origin, Publishable, Revision
from publishing.versions import drafts


class Action(Enum):
    """What is done with an entry."""

    CREATE = "create"
    RECREATE = "recreate"
    FILL = "fill"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    TAKEN = "taken"

    @property
    def makes(self) -> bool:
        return self in (Action.CREATE, Action.RECREATE)

    @property
    def writes(self) -> bool:
        return self.makes or self in (Action.FILL, Action.UPDATE)


@dataclass
class Outcome:
    """What became of an entry: `item` is what stands for it on the site, `remarks` what else is to be said."""

    entry: Entry
    action: Action
    origin: Origin | None = None
    item: Publishable | None = None
    remarks: list[str] = field(default_factory=list)


def import_source(source: Source, *, dry_run: bool = False, by: str = "") -> list[Outcome]:
    """Import every entry in one transaction; with `dry_run` it is done and taken back, so that the answer is true.

    `by` stands in the history of the site as who did it; without it nothing is noted there.
    Raises SourceError, naming file and line of each fault, with nothing imported.
    """
    with transaction.atomic():
        outcomes = _Run(source).outcomes()
        if by:
            history.note_all(by, [one.item for one in outcomes if one.action.makes], "imported")
            history.note_all(
                by, [one.item for one in outcomes if one.action.writes and not one.action.makes], "changed"
            )
        if dry_run:
            transaction.set_rollback(True)
    return outcomes


class _Run:
    def __init__(self, source: Source):
        self.source = source
        self.keys = {source.key(entry) for entry in source.entries}
        self.by_path: dict[str, Outcome] = {}

    def outcomes(self) -> list[Outcome]:
        decided = self.decided = self._each(self._decide, self.source.entries)
        self._each(self._register, decided)
        # Parents before children, whatever the order of their files.
        written = sorted((outcome for outcome in decided if outcome.action.writes), key=self._depth)
        self._each(self._begin, [outcome for outcome in written if outcome.action.makes])
        self._each(self._keep_former, [outcome for outcome in written if outcome.action is Action.UPDATE])
        # Roles and languages may have changed places: what is linked anew does not stand in its own way.
        for outcome in written:
            translations.unlink(outcome.item)
        self._each(self._fill, written)
        self._each(self._link, written)
        for outcome in written:
            self._keep(outcome)
        return decided

    def _each(self, function, subjects):
        results, faults = [], []
        for subject in subjects:
            try:
                results.append(function(subject))
            except SourceError as fault:
                faults.append(str(fault))
        if faults:
            raise SourceError("\n".join(faults))
        return results

    def _decide(self, entry: Entry) -> Outcome:
        if entry.kind not in KINDS:
            message = _("“%(value)s” is no kind; these are: %(known)s.")
            raise entry.error("kind", message % {"value": entry.kind, "known": ", ".join(KINDS)})
        kind = KINDS[entry.kind]
        origin = self._origin(entry)
        item = origin.item if origin else kind.standing(entry)
        return Outcome(entry, self._action(entry, kind, origin, item), origin, item)

    def _origin(self, entry):
        key = self.source.key(entry)
        return Origin.objects.filter(source=key).first() or self._moved_origin(entry, key)

    def _moved_origin(self, entry, key):
        """The record of an identical file that was imported from elsewhere; from now on it goes under the new key."""
        same = Origin.objects.filter(source_digest=entry.digest, source__startswith=f"{entry.kind}:")
        origin = same.exclude(source__in=self.keys).first()
        if origin is None or origin.item is None:
            return None
        origin.source = key
        origin.save()
        return origin

    def _action(self, entry, kind, origin, item):
        if origin is None:
            return Action.CREATE if item is None else Action.FILL if is_untouched(item) else Action.TAKEN
        if item is None:
            return Action.RECREATE
        if origin.source_digest == entry.digest:
            return Action.UNCHANGED
        if origin.item_digest != content_digest(item, kind.content):
            return Action.EDITED
        if _is_another(entry, item):
            raise SourceError.at(entry.source, _another(item))
        return Action.UPDATE

    def _register(self, outcome):
        """Remember at which path the source wishes for an item; where two do, the first has it."""
        entry, path = outcome.entry, self._path(outcome)
        if path in self.by_path and entry.get("section"):
            message = _("this section is also in %(file)s.") % {"file": self.by_path[path].entry.source}
            raise entry.error("section", message)
        self.by_path.setdefault(path, outcome)

    def _path(self, outcome):
        return KINDS[outcome.entry.kind].path(outcome.entry)

    def _depth(self, outcome):
        return self._path(outcome).count("/")

    def _find(self, path: str) -> Page | None:
        """The page that an entry of this source wishes to stand at a path, else the one that stands there."""
        outcome = self.by_path.get(path)
        return _fresh(outcome.item) if outcome else Page.objects.at(path).first()

    def _begin(self, outcome):
        outcome.item = KINDS[outcome.entry.kind].begin(outcome.entry, self._find)

    def _keep_former(self, outcome):
        """What stands there stays among its versions; what waits for its publication goes on waiting."""
        drafts.keep_baseline(outcome.item.stored())
        if Revision.objects.of(outcome.item).pending().exists():
            outcome.remarks.append(_("changes made here wait: to publish them replaces what is imported now."))

    def _fill(self, outcome):
        outcome.item = _fresh(outcome.item)
        outcome.remarks += KINDS[outcome.entry.kind].fill(outcome.item, outcome.entry, self._find)

    def _link(self, outcome):
        by_file = {other.entry.source: other for other in self.decided}
        translations.link(_fresh(outcome.item), outcome.entry, by_file, self.by_path)

    def _keep(self, outcome):
        """Store once more what now can link to every other item of the source, and remember where it came from."""
        kind = KINDS[outcome.entry.kind]
        outcome.item = _fresh(outcome.item)
        outcome.item.save()
        drafts.record(outcome.item, history.IMPORT)
        origin = outcome.origin or Origin(source=self.source.key(outcome.entry))
        origin.item = outcome.item
        origin.source_digest = outcome.entry.digest
        origin.item_digest = content_digest(outcome.item, kind.content)
        origin.save()


def _fresh(item):
    """The item as stored by now: moving another one also changes paths and links of this one."""
    return type(item)._default_manager.get(pk=item.pk)


def _is_another(entry, item):
    """Whether neither title nor address of an entry are those of the item that its file was imported as."""
    fixed = getattr(item, "section", "")
    return not fixed and entry.get("title") != item.title and entry.get("slug") != item.slug


def _another(item):
    return _(
        "was imported before as “%(title)s” and now seems to hold something else. Give the file another name, or write "
        "“slug: %(slug)s” in it if it is the same."
    ) % {"title": item.title, "slug": item.slug}
