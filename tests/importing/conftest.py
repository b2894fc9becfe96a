from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation


@pytest.fixture(autouse=True)
def in_english(db):
    with translation.override("en"):
        yield


@pytest.fixture
def folder(tmp_path):
    """Writes files ({name: text or bytes}) into a folder called `texts`, and returns the folder."""

    def write(files, *, name="texts"):
        for file, content in files.items():
            path = tmp_path / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / name

    return write


@pytest.fixture
def run():
    """Imports a source and returns what the command says."""

    def run(source, *options):
        output = StringIO()
        call_command("import_content", str(source), *options, stdout=output)
        return output.getvalue()

    return run


@pytest.fixture
def refusal(run):
    """Imports a source that is refused, and returns the sentence."""

    def refusal(source):
        with pytest.raises(CommandError) as error:
            run(source)
        assert error.value.returncode == 1
        return str(error.value)

    return refusal
