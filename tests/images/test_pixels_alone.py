"""`images.pixels` stands alone: what decodes a file knows neither the site nor its data."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOREIGN = {"PIL", "pi_heif", "pypdfium2"}


def imported():
    for path in (ROOT / "images/pixels").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module if node.module != "images" else f"images.{node.names[0].name}"


def test_it_imports_pillow_two_decoders_and_the_standard_library():
    others = {
        name
        for name in imported()
        if not name.startswith("images.pixels") and name.split(".")[0] not in sys.stdlib_module_names | FOREIGN
    }
    assert others == set()


def test_it_loads_without_django():
    program = "import images.pixels.preparing, images.pixels.rendering, sys; print('django' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert answer.stdout == b"False\n"
