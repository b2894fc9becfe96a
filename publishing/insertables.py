"""What can be put into a text: a register of kinds, filled by the rooms, and the filling in of a rendered text."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from publishing.addresses import is_elsewhere
from publishing.markdown import Insertable, split


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of insertable.

    `words` gives the word written in texts per language. `load` takes the names used in a text and returns what
    visitors may see of them, in one query; names it leaves out are unknown or not public. `find` is the same for
    every item that exists: its results are what the text refers to. A kind without names is loaded under the name "".
    `names` gives the names there are, for "did you mean". `problem` words what the editor is told where visitors see
    nothing, if the usual sentences do not fit; `accepts` refuses a use for what is written in it. `learn` is told of
    each use of an item when a text is saved.
    """

    words: Mapping[str, str]
    template: str
    load: Callable[[Collection[str]], Mapping[str, Any]]
    find: Callable[[Collection[str]], Mapping[str, Any]]
    names: Callable[[], Iterable[str]] | None = None
    problem: Callable[[Insertable], str] | None = None
    accepts: Callable[[Insertable], bool] | None = None
    learn: Callable[[Any, Insertable], None] | None = None


_by_word: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Make a kind known under its word in each language; called from a room's `AppConfig.ready`."""
    for word in kind.words.values():
        _by_word[word] = kind


def word_for(word: str, language: str) -> str:
    """The word for the same kind in a language: `word_for("image", "nl")` is `afbeelding`."""
    words = _by_word[word].words
    return words.get(language.split("-")[0], word)


@dataclass(frozen=True)
class Inserted:
    """What a text inserts: the items, public or not, and a mark for each name that no item has (see `mark`)."""

    items: tuple[Any, ...]
    missing: tuple[str, ...]


def referred_to(insertables: Collection[Insertable]) -> Inserted:
    """What these insertables name: one query per kind used."""
    found = {kind: kind.find(names) for kind, names in _names_by_kind(insertables).items()}
    known = [one for one in insertables if _item(one, found) is not None]
    for insertable in known:
        learn = _by_word[insertable.kind].learn
        if learn:
            learn(_item(insertable, found), insertable)
    missing = {mark(one.kind, one.name) for one in insertables if one.kind in _by_word and one.name} - {
        mark(one.kind, one.name) for one in known
    }
    return Inserted(tuple(item for items in found.values() for item in items.values()), tuple(sorted(missing)))


def mark(word: str, name: str) -> str:
    """What stands for an insertable among the paths of `BrokenLink`: `mark("afbeelding", "a")` is `[[image a]]`."""
    return f"[[{word_for(word, 'en')} {name}]]"


def fill(html: str, *, warn: bool = False) -> SafeString:
    """A rendered text with its insertables filled in: one query per kind used.

    `html` comes from the one renderer. What is unknown or not public shows nothing, or with `warn` (an editor looks)
    a plain sentence that says so.
    """
    parts = split(html)
    loaded = _load([part for part in parts if isinstance(part, Insertable)])
    return mark_safe("".join(_show(part, loaded, warn) if isinstance(part, Insertable) else part for part in parts))  # noqa: S308


def problems(insertables: Collection[Insertable]) -> list[str]:
    """A sentence for the editor for each insertable that visitors will not see."""
    loaded = _load(insertables)
    return [_problem(insertable) for insertable in insertables if _item(insertable, loaded) is None]


def is_a(word: str, insertable: Insertable) -> bool:
    """Whether it is of the kind with this English word, in whichever language it is written."""
    kind = _by_word.get(insertable.kind)
    return kind is not None and word in kind.words.values()


def is_refused(insertable: Insertable) -> bool:
    """Whether nothing on the site could make it show something: its kind is not known, or what is written is wrong."""
    kind = _by_word.get(insertable.kind)
    return kind is None or (kind.accepts is not None and not kind.accepts(insertable))


def not_shown(insertables: Collection[Insertable]) -> list[tuple[Insertable, Any]]:
    """Those that visitors see nothing of, each with the item that it names, or None: at most two queries per kind."""
    loaded = _load(insertables)
    hidden = [one for one in insertables if _item(one, loaded) is None]
    found = {kind: kind.find(names) for kind, names in _names_by_kind(hidden).items()}
    return [(one, _item(one, found)) for one in hidden]


def _names_by_kind(insertables):
    names = defaultdict(set)
    for insertable in insertables:
        if kind := _by_word.get(insertable.kind):
            names[kind].add(insertable.name)
    return names


def _load(insertables):
    return {kind: kind.load(names) for kind, names in _names_by_kind(insertables).items()}


def _item(insertable, loaded):
    return None if is_refused(insertable) else loaded.get(_by_word[insertable.kind], {}).get(insertable.name)


def _show(insertable, loaded, warn):
    item = _item(insertable, loaded)
    if item is not None:
        return render_to_string(_by_word[insertable.kind].template, {"item": item, "insertable": insertable})
    if warn:
        return render_to_string("publishing/insertable_problem.html", {"problem": _problem(insertable)})
    return ""


def _problem(insertable):
    kind = _by_word.get(insertable.kind)
    if kind and kind.problem:
        return kind.problem(insertable)
    source = {"source": insertable.source}
    if kind and insertable.name in kind.find([insertable.name]):
        return _("%(source)s: this is not published, so visitors see nothing here.") % source
    known = _by_word if kind is None else kind.names() if kind.names else ()
    similar = get_close_matches(insertable.name if kind else insertable.kind, known, n=1)
    if similar:
        return _("%(source)s: this is not known. Did you mean “%(word)s”?") % {**source, "word": similar[0]}
    return _("%(source)s: this is not known, so visitors see nothing here.") % source


def _nothing(names):
    return {}


# A place to fill in: a note to the editor in the middle of a text, that visitors never see.
TO_FILL_IN = Kind(
    words={"nl": "invullen", "en": "todo"},
    template="",
    load=_nothing,
    find=_nothing,
    problem=lambda insertable: _("Still to fill in: %(what)s") % {"what": insertable.get("text", "…")},
)
register(TO_FILL_IN)


def _itself(names):
    return dict.fromkeys(names, True)


def _has_address(insertable):
    return is_elsewhere(insertable.get("url", ""))


# A film elsewhere: a card that leads there. Nothing of it is loaded here (a visitor is not shown to anybody else).
register(
    Kind(
        words={"nl": "video", "en": "video"},
        template="publishing/insertable_video.html",
        load=_itself,
        find=_nothing,
        accepts=_has_address,
        problem=lambda insertable: (
            _('%(source)s: write where the video is, as in url="https://…".') % {"source": insertable.source}
        ),
    )
)
