"""What a benchmark is: a function that yields rows, registered under a name by its module."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure. `goal` says in words what `met` holds it to; without a goal it is told for comparison only."""

    what: str
    value: float
    unit: str
    goal: str = ""
    met: bool | None = None


Measure = Callable[[], Iterator[Row]]
MEASURES: dict[str, Measure] = {}


def measures(name: str) -> Callable[[Measure], Measure]:
    """Registers a function under the name that the command line takes."""

    def register(measure: Measure) -> Measure:
        MEASURES[name] = measure
        return measure

    return register


def at_most(what: str, value: float, unit: str, limit: float) -> Row:
    """A row whose goal is not to be above a limit."""
    return Row(what, value, unit, f"at most {limit:g}", value <= limit)


def measured(what: str, value: float, unit: str) -> Row:
    """A row that has no goal of its own."""
    return Row(what, value, unit)
