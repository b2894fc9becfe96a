"""What every test starts from."""

import pytest

from tests.factories import create_owner


@pytest.fixture(autouse=True)
def media_of_its_own(settings, tmp_path):
    """Files that a test stores go with it."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def owner(db):
    """The consultant: in the group of owners, no superuser."""
    return create_owner(username="consultant")


@pytest.fixture
def owner_client(client, owner):
    """A browser in which the consultant is signed in."""
    client.force_login(owner)
    return client
