"""The Nu HTML Checker finds nothing in any kind of page, nor in the style sheet."""

import re

import pytest

from tests.every_kind.visiting import fetch
from tests.tools.validator import messages
from tests.volume.kinds import KINDS

pytestmark = [pytest.mark.long, pytest.mark.xdist_group("every-kind")]


@pytest.fixture(scope="module")
def files(address_of, tmp_path_factory):
    """Every page, and the style sheet that they share, as files."""
    folder, paths = tmp_path_factory.mktemp("pages"), []
    for kind in KINDS:
        if kind.markup == "html":
            paths.append(folder / f"{kind.name}.html")
            paths[-1].write_bytes(fetch(address_of(kind)).body)
    home = next(kind for kind in KINDS if kind.name == "home")
    for number, sheet in enumerate(re.findall(rb'<link rel="stylesheet" href="([^"]+)"', fetch(address_of(home)).body)):
        paths.append(folder / f"style-{number}.css")
        site = address_of(home).removesuffix(home.path)
        paths[-1].write_bytes(fetch(site + sheet.decode()).body)
    return paths


@pytest.mark.parametrize("suffix", [".html", ".css"])
def test_the_checker_finds_nothing(files, suffix):
    chosen = [path for path in files if path.suffix == suffix]
    assert chosen
    if found := messages(chosen):
        pytest.fail("\n".join(found), pytrace=False)
