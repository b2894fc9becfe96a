"""What can be put into a text: a register of kinds, filled by the rooms, and the filling in of a rendered text."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from publishing.addresses.elsewhere import is_elsewhere
from publishing.markdown import Insertable, split


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of insertable.

    `words` gives the word written in texts per language. `load` takes the names used in a text and returns what
    visitors may see of them, in one query; names it leaves out are unknown or not public. `find` is the same for
    every item that exists: its results are what the text refers to. A kind without names is loaded under the name "".
    `names` gives the names there are, for "did you mean". `problem` words what the editor is told where visitors see
    nothing, if the usual sentences do not fit: it gets the use, the item that it names or None, and the name that was
    probably meant or "". `accepts` refuses a use for what is written in it. `learn` is told of each use of an item
    when a text is saved. `label` is what an editor calls the kind, `picture` gives the address of a small picture of
    an item, or None.
    """

    words: Mapping[str, str]
    template: str
    load: Callable[[Collection[str]], Mapping[str, Any]]
    find: Callable[[Collection[str]], Mapping[str, Any]]
    names: Callable[[], Iterable[str]] | None = None
    problem: Callable[[Insertable, Any, str], str] | None = None
    accepts: Callable[[Insertable], bool] | None = None
    learn: Callable[[Any, Insertable], None] | None = None
    label: str | Promise = ""
    picture: Callable[[Any], str | None] | None = None


_by_word: dict[str, Kind] = {}
# To look for the word that was meant takes time for each.
MOST_HELPED = 20


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
    found = _find(insertables)
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
    used = [part for part in parts if isinstance(part, Insertable)]
    loaded = _load(used)
    told = _told(used, loaded) if warn else {}
    return mark_safe("".join(part if isinstance(part, str) else _show(part, loaded, told) for part in parts))  # noqa: S308


def problems(insertables: Collection[Insertable]) -> list[str]:
    """A sentence for the editor for each insertable that visitors will not see."""
    told = _told(insertables, _load(insertables))
    return [told[insertable] for insertable in insertables if insertable in told]


def seen_by_editor(insertables: Collection[Insertable]) -> list[tuple[Kind | None, Any, str | None]]:
    """Of each its kind, the item that it names, public or not, and what keeps visitors from seeing it.

    At most two queries per kind used, and one more where a name is not known.
    """
    found = _find(insertables)
    loaded = _load(insertables, {kind: items for kind, items in found.items() if kind.load is kind.find})
    told = _told(insertables, loaded, found)
    return [(_by_word.get(one.kind), _item(one, found), told.get(one)) for one in insertables]


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
    found = _find(hidden)
    return [(one, _item(one, found)) for one in hidden]


def _names_by_kind(insertables):
    names = defaultdict(set)
    for insertable in insertables:
        if kind := _by_word.get(insertable.kind):
            names[kind].add(insertable.name)
    return names


def _find(insertables):
    return {kind: kind.find(names) for kind, names in _names_by_kind(insertables).items()}


def _load(insertables, known=()):
    """What visitors see of them; of some kinds that may be `known` already."""
    names = _names_by_kind(insertables)
    return {kind: known[kind] if kind in known else kind.load(names[kind]) for kind in names}


def _item(insertable, loaded):
    return None if is_refused(insertable) else loaded.get(_by_word[insertable.kind], {}).get(insertable.name)


def _show(insertable, loaded, told):
    item = _item(insertable, loaded)
    if item is not None:
        return render_to_string(_by_word[insertable.kind].template, {"item": item, "insertable": insertable})
    if insertable in told:
        return render_to_string("publishing/insertable_problem.html", {"problem": told[insertable]})
    return ""


def _told(insertables, loaded, found=None):
    """Why visitors see nothing of them, for each of which they don't."""
    hidden = list(dict.fromkeys(one for one in insertables if _item(one, loaded) is None))
    found = _find(hidden) if found is None else found
    meant = _meant([one for one in hidden if _item(one, found) is None])
    return {one: _problem(one, _item(one, found), meant.get(one, "")) for one in hidden}


def _meant(unknown):
    """The word that each was probably to be; of a text with many that are not known, the first ones get that help."""
    there = {kind: list(kind.names()) for kind in _names_by_kind(unknown) if kind.names}
    similar = {one: _similar(one, there) for one in unknown[:MOST_HELPED]}
    return {one: words[0] for one, words in similar.items() if words}


def _similar(insertable, there):
    kind = _by_word.get(insertable.kind)
    if kind is None:
        return get_close_matches(insertable.kind, _by_word, n=1)
    return get_close_matches(insertable.name, there.get(kind, ()), n=1)


def _problem(insertable, item, meant):
    kind = _by_word.get(insertable.kind)
    if kind and kind.problem:
        return kind.problem(insertable, item, meant)
    source = {"source": insertable.source}
    if item is not None:
        return _("%(source)s: this is not published, so visitors see nothing here.") % source
    if meant:
        return _("%(source)s: this is not known. Did you mean “%(word)s”?") % {**source, "word": meant}
    return _("%(source)s: this is not known, so visitors see nothing here.") % source


def _nothing(names):
    return {}


# A place to fill in: a note to the editor in the middle of a text, that visitors never see.
TO_FILL_IN = Kind(
    words={"nl": "invullen", "en": "todo"},
    template="",
    load=_nothing,
    find=_nothing,
    problem=lambda insertable, *_known: _("Still to fill in: %(what)s") % {"what": insertable.get("text", "…")},
    label=gettext_lazy("To fill in"),
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
        problem=lambda insertable, *_known: (
            _('%(source)s: write where the video is, as in url="https://…".') % {"source": insertable.source}
        ),
        label=gettext_lazy("Video"),
    )
)
