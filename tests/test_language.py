"""What people read is Dutch: each sentence has its translation, and the compiled catalogue is the present one."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import django
import polib
import pytest

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "locale" / "nl" / "LC_MESSAGES" / "django.po"
OF_DJANGO = ROOT / "locale" / "django" / "nl" / "LC_MESSAGES" / "django.po"
MAKE = "run `manage.py makemessages -l nl --add-location file --no-wrap`, translate, and `manage.py compilemessages`"


def sentences(path):
    read = polib.mofile if path.suffix == ".mo" else polib.pofile
    return {entry.msgid: entry.msgstr_plural or entry.msgstr for entry in read(str(path)) if not entry.obsolete}


def test_every_sentence_is_translated():
    catalogue = polib.pofile(str(CATALOGUE))
    assert [entry.msgid for entry in catalogue.untranslated_entries() + catalogue.fuzzy_entries()] == []


def test_a_translation_keeps_the_places_to_fill_in():
    places = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
    for entry in polib.pofile(str(CATALOGUE)):
        if entry.msgid_plural:
            continue
        assert sorted(places.findall(entry.msgid)) == sorted(places.findall(entry.msgstr)), entry.msgid


def test_no_sentence_hides_inside_an_f_string():
    """xgettext does not look into them, so such a sentence would stay English for ever."""
    for room in ("consultancy", "pages", "blog", "testimonials", "contact", "publishing", "images"):
        for path in (ROOT / room).rglob("*.py"):
            for text in (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.JoinedStr)):
                names = {
                    call.func.id for call in ast.walk(text) if isinstance(call, ast.Call) and hasattr(call.func, "id")
                }
                assert not names & {"_", "gettext", "ngettext"}, f"{path}:{text.lineno}"


@pytest.mark.parametrize("catalogue", [CATALOGUE, OF_DJANGO], ids=["ours", "django's"])
def test_the_compiled_catalogue_is_the_present_one(catalogue):
    assert sentences(catalogue.with_suffix(".mo")) == sentences(catalogue), MAKE


def test_what_is_said_otherwise_than_django_does_is_a_sentence_of_django():
    """A sentence that Django has changed meanwhile would be lost without a word."""
    of_django = set()
    for catalogue in Path(django.__file__).parent.rglob("locale/en/LC_MESSAGES/django.po"):
        of_django |= sentences(catalogue).keys()
    assert sorted(sentences(OF_DJANGO).keys() - of_django) == []


def test_the_catalogue_holds_every_sentence_of_the_code(tmp_path):
    if not shutil.which("xgettext"):
        pytest.skip("xgettext is not installed (Debian: gettext), so new sentences are not looked for")
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")  # noqa: S607
    for name in files:
        if (
            (ROOT / name).is_file()
            and name.endswith((".py", ".html", ".txt"))
            and not name.startswith(("tests/", "docs/", "requirements"))
        ):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "locale").mkdir()
    command = [sys.executable, "-m", "django", "makemessages", "-l", "nl", "--no-location"]
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)  # noqa: S603
    made = sentences(tmp_path / "locale" / "nl" / "LC_MESSAGES" / "django.po")
    assert sorted(made.keys() - sentences(CATALOGUE).keys()) == [], MAKE
    assert sorted(sentences(CATALOGUE).keys() - made.keys()) == [], MAKE
