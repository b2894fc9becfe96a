"""The floors of the house: imports go down only, and rooms on one floor never import each other."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Top first. A room may import from the floors below its own, and from itself.
ROOMS = [
    {"consultancy"},
    {"pages", "blog", "testimonials", "contact"},
    {"publishing"},
    {"images"},
    {"trash"},
]

# The same inside `publishing`: each name is a module of it, or a package that stands on one floor.
PUBLISHING = [
    {"apps", "urls"},
    {"admin", "templatetags"},
    {"deleting"},
    {"previews.previewing"},
    {
        "views",
        "previews.concepts",
        "autosave.views",
        "autosave.autosaving",
        "picking.views",
        "addresses.renaming",
        "anew",
        "versions.screens",
    },
    {"autosave.writing", "autosave.asking", "previews.showing"},
    {
        "previews.typed",
        "autosave.setting_aside",
        "autosave.conflicts",
        "picking.shelves",
        "addresses.consequences",
        "versions.listing",
    },
    {
        "editing",
        "states",
        "widgets",
        "forms",
        "moment_field",
        "translating",
        "versions.revising",
        "previews.sharing",
        "versions.words",
    },
    {"checklist", "binned", "versions.waiting", "versions.keeping", "versions.at_once", "versions.putting_back"},
    {"versions.drafts"},
    {"picking.choosing"},
    {"models", "picking.chips"},
    {"autosave.autosaves", "previews.appearances", "versions.what_changed"},
    {"versions.revisions"},
    {"references", "findings", "insertables", "origins", "translations", "confirmations"},
    {"addresses.redirects", "history", "previews.shared_previews", "kept_rows"},
    {
        "addresses.not_found",
        "stamp",
        "fields",
        "addresses.slugs",
        "addresses.elsewhere",
        "publication",
        "moments",
        "versions.differences",
        "versions.changes",
    },
    {"pasting"},
    {"markdown", "versions.sequences"},
]


def imports(path):
    """All (module, line) that a file imports, those inside functions too; relative ones made absolute."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, [base, node.module]))
            yield module, node.lineno
            yield from ((f"{module}.{alias.name}", node.lineno) for alias in node.names)


def floor_of(name, floors):
    return next((number for number, floor in enumerate(floors) if name in floor), None)


def files(room):
    return [path for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts]


def upward(room):
    """Sentences about imports of a room that go up or sideways."""
    own = floor_of(room, ROOMS)
    for path in files(room):
        for module, line in imports(path):
            target = module.split(".")[0]
            floor = floor_of(target, ROOMS)
            if floor is not None and target != room and floor <= own:
                yield f"{path.relative_to(ROOT)}:{line} imports {module}: {room} stands beside or below {target}"


def part_of_publishing(module):
    """The name in PUBLISHING under which a module of that room stands, or None."""
    inner = module.removeprefix("publishing.") if module.startswith("publishing.") else ""
    return next((part for part in set().union(*PUBLISHING) if f"{inner}.".startswith(f"{part}.")), None)


def upward_inside_publishing():
    """The same for the floors inside `publishing`."""
    for path in files("publishing"):
        if path.name == "__init__.py" and path.parent.name not in set().union(*PUBLISHING):
            continue
        part = part_of_publishing(".".join(path.relative_to(ROOT).with_suffix("").parts))
        assert part, f"{path.relative_to(ROOT)}: say in PUBLISHING on which floor it stands"
        own = floor_of(part, PUBLISHING)
        for module, line in imports(path):
            target = part_of_publishing(module)
            if target and target != part and floor_of(target, PUBLISHING) <= own:
                yield f"{path.relative_to(ROOT)}:{line} imports {module}: {part} stands beside or below {target}"


@pytest.mark.parametrize("room", sorted(set().union(*ROOMS)))
def test_imports_of_a_room_go_down_only(room):
    assert list(upward(room)) == []


def test_imports_inside_publishing_go_down_only():
    assert list(upward_inside_publishing()) == []


def test_no_template_of_a_room_has_python_beside_it():
    """Templates live in `templates/`, so that a designer finds all of them in one place."""
    assert [path for room in set().union(*ROOMS) for path in (ROOT / room).rglob("*.html")] == []


def test_every_room_is_on_a_floor():
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}
    assert apps == set().union(*ROOMS)


def test_the_text_renderer_knows_no_model():
    for path in files("publishing/markdown"):
        for module, line in imports(path):
            assert not module.startswith(("django.db", "django.apps", "django.conf")), f"{path}:{line} imports {module}"


HIGHER_UP = {
    "publishing": {"site", *(path.stem for path in (ROOT / "consultancy/templatetags").glob("[!_]*.py")), *ROOMS[1]},
    "images": {"publishing", "editing"},
}
HIGHER_UP["images"] |= HIGHER_UP["publishing"]
HIGHER_UP["trash"] = {"images", *HIGHER_UP["images"]}


@pytest.mark.parametrize("room", HIGHER_UP)
def test_templates_use_what_is_below_them_only(room):
    """What a template of a lower room loads, includes or extends is of its own floor or below."""
    for path in (ROOT / "templates" / room).rglob("*.html"):
        for tag in re.findall(r"{%\s*(?:load|include|extends)\s+([^%]+)%}", path.read_text(encoding="utf-8")):
            assert not HIGHER_UP[room] & set(re.findall(r"\w+", tag)), f"{path.relative_to(ROOT)}: {tag}"
