"""markdown-it's two parsers, made to ask only the rules that can begin with the character at hand.

The result is that of the originals; a text that is nothing but mark-up takes a fraction of their time.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from markdown_it.parser_block import ParserBlock, RuleFuncBlockType
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_INLINE_BEGINNINGS = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "link": "[",
    "footnote_ref": "[",
    "image": "!",
    "autolink": "<",
    "entity": "&",
}
# Rules that are not named here can begin with anything.
_BLOCK_BEGINNINGS = {
    "insertable": "[",
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*-+0123456789",
    "reference": "[",
    "footnote_def": "[",
    "heading": "#",
}


class InlineParser(ParserInline):
    """An inline parser with the rules of `original`."""

    def __init__(self, original: ParserInline) -> None:
        super().__init__()
        self.ruler, self.ruler2 = original.ruler, original.ruler2
        rules = list(zip(original.ruler.get_active_rules(), original.ruler.getRules(), strict=True))
        beginnings = "".join(_INLINE_BEGINNINGS[name] for name, _ in rules if name in _INLINE_BEGINNINGS)
        self._rules = {
            character: [rule for name, rule in rules if character in _INLINE_BEGINNINGS.get(name, "")]
            for character in beginnings
        }
        # The label of a link ends at a "]" that begins a token.
        self._rules["]"] = []
        self.terminator_re = re.compile("[" + re.escape("".join(self._rules)) + "]")

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        """Go past one token, producing nothing."""
        position = state.pos
        if position in state.cache:
            state.pos = state.cache[position]
            return
        if state.level >= state.md.options["maxNesting"]:
            state.pos = state.posMax
        else:
            state.level += 1
            applied = self._apply(state, True)
            state.level -= 1
            state.pos = state.pos if applied else position + 1
        state.cache[position] = state.pos

    def tokenize(self, state: StateInline) -> None:
        """Produce the tokens between `state.pos` and `state.posMax`."""
        deepest = state.md.options["maxNesting"]
        while state.pos < state.posMax:
            if state.level >= deepest or not self._apply(state, False):
                state.append_pending(state.src[state.pos])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def _apply(self, state: StateInline, silent: bool) -> bool:
        rules = self._rules.get(state.src[state.pos])
        if rules is None:
            return self._text(state, silent)
        return any(rule(state, silent) for rule in rules)

    def _text(self, state: StateInline, silent: bool) -> bool:
        found = self.terminator_re.search(state.src, state.pos, state.posMax)
        end = found.start() if found else state.posMax
        if not silent:
            state.append_pending(state.src[state.pos : end])
        state.pos = end
        return True


class BlockParser(ParserBlock):
    """A block parser with the rules of `original`."""

    def __init__(self, original: ParserBlock) -> None:
        super().__init__()
        self.ruler = _Chains(original.ruler)


class _Chains(Ruler[RuleFuncBlockType]):
    """A ruler that has one rule for each chain of `original`: it asks those that can begin here, in their order."""

    def __init__(self, original: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        self.__rules__: list[Any] = original.__rules__
        active = [rule for rule in original.__rules__ if rule.enabled]
        names = {"", *(chain for rule in active for chain in rule.alt)}
        self._chains = {
            chain: [_first_that_applies((rule.name, rule.fn) for rule in active if not chain or chain in rule.alt)]
            for chain in names
        }

    def getRules(self, chainName: str = "") -> list[RuleFuncBlockType]:  # noqa: N802, N803
        return self._chains.get(chainName, [])


def _first_that_applies(rules: Iterable[tuple[str, Callable[..., bool]]]) -> RuleFuncBlockType:
    rules = list(rules)
    characters = set("".join(_BLOCK_BEGINNINGS.values()))
    by_character = {
        character: [rule for name, rule in rules if character in _BLOCK_BEGINNINGS.get(name, character)]
        for character in characters
    }
    with_any = [rule for name, rule in rules if name not in _BLOCK_BEGINNINGS]

    def apply(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        start = state.bMarks[start_line] + state.tShift[start_line]
        for rule in by_character.get(state.src[start : start + 1], with_any):
            if rule(state, start_line, end_line, silent):
                return True
        return False

    return apply
