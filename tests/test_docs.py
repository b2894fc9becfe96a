"""What the documents name is there: links, pictures, commands and variables."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.core.management import get_commands
from django.utils.translation import trans_real

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
PICTURES = ROOT / "docs" / "pictures"

CODE = re.compile(r"^```.*?^```|^ {4}[^\n]*|`[^`\n]+`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^\s()]+)\)")
ELSEWHERE = re.compile(r"[a-z]+:")

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def destinations(document):
    """The paths and fragments that a document leads to on this disk; examples in code are none."""
    links = LINK.findall(CODE.sub("", document.read_text()))
    for path, _, fragment in (link.partition("#") for link in links if not ELSEWHERE.match(link)):
        yield (document.parent / unquote(path)).resolve() if path else document, fragment


def anchors(document):
    """The fragments of a document's headings, as code forges make them."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def named(pattern):
    """What the code in the documents names, with the document that does."""
    for document in DOCUMENTS:
        for code in CODE.findall(document.read_text()):
            for name in re.findall(pattern, code):
                yield document.name, name


def sentences():
    """All that the interface says in Dutch, that of Django's own admin included, without the difference of capitals."""
    catalogue = trans_real.translation("nl")._catalog
    return {catalogue[key].strip(".:").casefold() for key in catalogue.keys()}  # noqa: SIM118


def variables(pattern, *files):
    return {name for file in files for name in re.findall(pattern, (ROOT / file).read_text())}


@each_document
def test_every_link_leads_to_a_file(document):
    assert [path for path, _ in destinations(document) if not path.exists()] == []


@each_document
def test_every_link_into_a_document_leads_to_a_heading(document):
    links = [(path, fragment) for path, fragment in destinations(document) if fragment and path.suffix == ".md"]
    assert [(path.name, fragment) for path, fragment in links if fragment not in anchors(path)] == []


def test_every_picture_is_shown_somewhere():
    shown = {path for document in DOCUMENTS for path, _ in destinations(document)}
    assert [path for path in sorted(PICTURES.rglob("*.*")) if path not in shown] == []


def test_pictures_are_small():
    assert [path.name for path in PICTURES.rglob("*.png") if path.stat().st_size > 150_000] == []


def test_the_guide_calls_things_what_they_are_called_on_the_screen():
    guide = CODE.sub("", (ROOT / "docs" / "handleiding.md").read_text())
    labels = {" ".join(label.split()) for label in re.findall(r"\*\*(.+?)\*\*", guide, re.DOTALL)} - {"vet"}
    assert sorted(label for label in labels if label.casefold() not in sentences()) == []


def test_every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert [use for use in named(r"\bmake ([a-z]+)") if use[1] not in targets] == []


def test_every_command_that_is_named_exists():
    assert [use for use in named(r"\bmanage(?:\.py)? ([a-z_]+)") if use[1] not in get_commands()] == []


def test_the_operators_table_holds_the_variables_that_are_read():
    rows = re.findall(r"^\| (`[A-Z].*?) \|", (ROOT / "docs" / "operator.md").read_text(), re.MULTILINE)
    described = {name for row in rows for name in re.findall(r"`([A-Z0-9_]+)`", row)}
    store = variables(r'"(S3_[A-Z_]+)"', "consultancy/environment.py")
    read = variables(r'\benv\.\w+\(\s*"([A-Z_]+)"', "consultancy/settings.py") | variables(
        r'\bos\.(?:getenv|environ\.get)\(\s*"([A-Z_]+)"', "gunicorn.conf.py"
    )
    assert described == read | store
