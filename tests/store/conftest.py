"""A store that speaks S3, served by moto on this machine, and every test of this room on it and on disk."""

import logging
from itertools import count

import pytest
from django.core.files.storage import default_storage

ACCESS_KEY, SECRET_KEY = "the-access-key", "the-secret-key"
_numbers = count(1)


@pytest.fixture(scope="session")
def s3_server():
    """The address of moto's server, in a thread of this process."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def store_options(s3_server):
    """What `consultancy.environment.object_store` gives for a new bucket, which is made."""
    options = {
        "bucket_name": f"media-{next(_numbers)}",
        "access_key": ACCESS_KEY,
        "secret_key": SECRET_KEY,
        "endpoint_url": s3_server,
        "region_name": "us-east-1",
    }
    from images.object_store import ObjectStore

    client = ObjectStore(**options).connection.meta.client
    client.create_bucket(Bucket=options["bucket_name"])
    return options


@pytest.fixture
def in_store(settings, store_options):
    """Media lie in the store."""
    use_store(settings, store_options)
    return default_storage


@pytest.fixture(params=["disk", "store"])
def storage(request):
    """The storage of media: on disk, and in the store."""
    if request.param == "store":
        request.getfixturevalue("in_store")
    return default_storage


def use_store(settings, options):
    backend = {"BACKEND": "images.object_store.ObjectStore", "OPTIONS": options}
    settings.STORAGES = {**settings.STORAGES, "default": backend}


@pytest.fixture
def names(storage):
    """The names of all files that are there."""
    folders = ("images", "documents", "covers", "renditions", "trash", "cards")
    return lambda: sorted(entry.name for folder in folders for entry in storage.below(folder))
