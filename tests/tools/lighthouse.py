"""Lighthouse as its command runs it: a phone with a slow line, in Debian's Chromium."""

import json
import os
import subprocess
from dataclasses import dataclass

from tests.conftest import CHROMIUM, CHROMIUM_ARGUMENTS
from tests.tools.node import tool


class NoReportError(Exception):
    """Lighthouse came to no judgement; the message is its own."""


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of a page: scores from 0 to 100 and faults by category, and the layout shift."""

    scores: dict[str, int]
    shift: float
    faults: dict[str, list[str]]


def audit(address: str) -> Report:
    """Visits a page, also one that answers with an error, and judges it. Raises NoReportError."""
    flags = " ".join(["--headless=new", *CHROMIUM_ARGUMENTS])
    command = [*tool("node", "lighthouse/cli/index.js"), address, "--output=json", "--quiet", "--ignore-status-code"]
    done = subprocess.run(  # noqa: S603
        [*command, f"--chrome-flags={flags}"],
        env={**os.environ, "CHROME_PATH": CHROMIUM},
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    if done.returncode:
        raise NoReportError(done.stderr[-2000:])
    return _read(json.loads(done.stdout))


def _read(report):
    categories = report["categories"]
    return Report(
        {name: round(100 * (category["score"] or 0)) for name, category in categories.items()},
        report["audits"]["cumulative-layout-shift"]["numericValue"],
        {name: _faults(category, report["audits"]) for name, category in categories.items()},
    )


def _faults(category, audits):
    weighed = [audits[item["id"]] for item in category["auditRefs"] if item["weight"]]
    return [found["id"] for found in weighed if found["score"] is not None and found["score"] < 1]
