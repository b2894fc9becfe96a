import shutil

import pytest

from tests.operations.commands import manage


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """The folder of a site right after its first run, and what that run said; copy it before changing it."""
    data_dir = tmp_path_factory.mktemp("prepared")
    done = manage("prepare", data_dir=data_dir, ADMIN_PASSWORD="for these tests")
    assert done.returncode == 0, done.stderr
    return data_dir, done.stdout


@pytest.fixture
def data_dir(prepared, tmp_path):
    return shutil.copytree(prepared[0], tmp_path / "site")
