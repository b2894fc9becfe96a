"""The tree of pages as a list shows it: a part of it at a time, however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from pages.models import Page, Status

# So many pages stand on one screen; what is below them can be opened.
MOST_SHOWN = 300


@dataclass
class Node:
    """A page with what is shown below it; `hidden` counts the pages below that are not."""

    page: Any
    below: "list[Node]" = field(default_factory=list)
    hidden: int = 0
    is_first: bool = False
    is_last: bool = False

    @property
    def count(self) -> int:
        """How many pages stand below it, shown or not."""
        return self.hidden + sum(1 + node.count for node in self.below)


class Tree:
    """Which page stands below which, in the order of the site; one query."""

    def __init__(self) -> None:
        self.parents: dict[int, int | None] = {}
        self.children: dict[int | None, list[int]] = defaultdict(list)
        for key, parent in Page.objects.order_by(*Page.SIBLING_ORDER).values_list("pk", "parent_id"):
            self.parents[key] = parent
            self.children[parent].append(key)

    def above(self, key: int | None) -> Iterator[int]:
        """The keys of the pages that one stands under, nearest first."""
        while key is not None and (key := self.parents.get(key)) is not None:
            yield key

    def size(self, key: int) -> int:
        """How many pages stand below one."""
        return sum(1 + self.size(child) for child in self.children.get(key, ()))

    def opened(self, keys: Iterable[int]) -> set[int]:
        """Which pages show what stands right below them, from these down: level by level, as many as fit."""
        level, opened = list(keys), set()
        room = MOST_SHOWN - len(level)
        while level:
            deeper = []
            for key in level:
                children = self.children.get(key, ())
                if children and len(children) <= room:
                    opened.add(key)
                    room -= len(children)
                    deeper += children
            level = deeper
        return opened

    def nodes(self, keys: list[int], pages: QuerySet) -> list[Node]:
        """These pages of one parent with what is shown below them; one query, of `pages`."""
        opened = self.opened(keys)
        shown = [*keys, *(child for key in opened for child in self.children[key])]
        by_key = pages.in_bulk(shown)
        return self._nodes(keys, opened, by_key)

    def _nodes(self, keys, opened, by_key):
        # One that was deleted since the keys were read is left out.
        return [self._node(key, opened, by_key) for key in keys if key in by_key]

    def _node(self, key, opened, by_key):
        neighbours = self.children[self.parents[key]]
        ends = {"is_first": key == neighbours[0], "is_last": key == neighbours[-1]}
        if key in opened:
            return Node(by_key[key], self._nodes(self.children[key], opened, by_key), **ends)
        return Node(by_key[key], hidden=self.size(key), **ends)

    def for_publishers(self) -> set[int]:
        """The keys of the pages that only whoever may publish moves: public ever or at a moment, or above such a one.

        What `Page.needs_publisher` says of one page, for all of them; one query.
        """
        reached = Page.objects.filter(Q(was_public=True) | Q(status=Status.PUBLISHED)).values_list("pk", flat=True)
        return {key for reached_key in reached for key in (reached_key, *self.above(reached_key))}
