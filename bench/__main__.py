"""`python -m bench [NAME…]`: measures and prints a table; of all it writes `bench/results.json`."""

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import machine, site
from bench.rows import MEASURES, Row

RESULTS = Path(__file__).parent / "results.json"


def main(names: list[str]) -> None:
    console = Console()
    with site.fresh():
        # Only now: what they measure needs the site.
        from bench import library, page, pictures, upload, willow  # noqa: F401  (register what they measure)

        rows = {name: _measured(console, name) for name in names or MEASURES}
    described = machine.described()
    console.print(_table(rows))
    console.print(", ".join(f"{key}: {value}" for key, value in described.items()))
    if names:  # the figures of one file are those of one run
        return
    figures = {name: [vars(row) for row in found] for name, found in rows.items()}
    RESULTS.write_text(json.dumps({"machine": described, "figures": figures}, indent=1) + "\n")


def _measured(console: Console, name: str) -> list[Row]:
    with console.status(name):
        return list(MEASURES[name]())


def _table(rows: dict[str, list[Row]]) -> Table:
    table = Table("", "measured", "goal", "")
    for name, found in rows.items():
        table.add_row(f"[bold]{name}[/]")
        for row in found:
            met = {True: "met", False: "[bold red]missed[/]", None: ""}[row.met]
            value = f"{row.value:.0f}" if row.value >= 100 else f"{row.value:.3g}"
            table.add_row(row.what, f"{value} {row.unit}", row.goal, met)
        table.add_section()
    return table


if __name__ == "__main__":
    main(sys.argv[1:])
