"""The variables that say where media lie; each is refused by its name where it can't be used."""

import json

import pytest

from consultancy import environment as env
from tests.operations.commands import manage, run

STORE = {
    "S3_BUCKET": "media-of-example",
    "S3_ENDPOINT": "https://s3.example.org",
    "S3_ACCESS_KEY": "the-access-key",
    "S3_SECRET_KEY": "the-secret-key",
}


@pytest.fixture
def given(monkeypatch):
    def give(**variables):
        for name in (*STORE, "S3_REGION"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return give


def test_without_any_media_lie_on_disk(given):
    given()
    assert env.object_store() is None


def test_a_store_is_told_by_four(given):
    given(**STORE)
    assert env.object_store() == {
        "bucket_name": "media-of-example",
        "access_key": "the-access-key",
        "secret_key": "the-secret-key",
        "endpoint_url": "https://s3.example.org",
        "region_name": "us-east-1",
    }


def test_one_of_amazons_is_told_by_its_region(given):
    given(**{**STORE, "S3_ENDPOINT": "", "S3_REGION": "eu-west-1"})
    options = env.object_store()
    assert (options["endpoint_url"], options["region_name"]) == (None, "eu-west-1")


@pytest.mark.parametrize("name", STORE)
def test_one_that_lacks_is_named(given, name):
    given(**{**STORE, name: ""})
    with pytest.raises(env.Refused, match=f"^{name}: "):
        env.object_store()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("S3_BUCKET", "My Bucket"),
        ("S3_BUCKET", "https://s3.example.org/bucket"),
        ("S3_BUCKET", "a"),
        ("S3_ENDPOINT", "s3.example.org"),
        ("S3_ENDPOINT", "https://s3.example.org/bucket"),
        ("S3_ENDPOINT", "https://key:hidden@s3.example.org"),
        ("S3_REGION", "the Netherlands"),
        ("S3_ACCESS_KEY", "hid den"),
        ("S3_SECRET_KEY", "hid den"),
        ("S3_SECRET_KEY", "hiddén"),
    ],
)
def test_one_that_can_not_be_read_is_named_and_a_key_not_shown(given, name, value):
    given(**{**STORE, name: value})
    with pytest.raises(env.Refused, match=f"^{name}: ") as refusal:
        env.object_store()
    assert "hid" not in str(refusal.value)


def test_without_the_library_for_it_the_extra_is_named(given, monkeypatch):
    given(**STORE)
    monkeypatch.setattr(env, "find_spec", lambda _name: None)
    with pytest.raises(env.Refused, match=r"django-storages\[s3\]"):
        env.object_store()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", "/media/"),
        ("https://media.example.org", "https://media.example.org/"),
        ("https://CDN.example.org/site/media/", "https://cdn.example.org/site/media/"),
    ],
)
def test_a_public_root_ends_with_a_slash(monkeypatch, value, expected):
    monkeypatch.setenv("MEDIA_URL_ROOT", value)
    assert env.media_url("MEDIA_URL_ROOT", "/media/") == expected


@pytest.mark.parametrize(
    "value",
    [
        "media.example.org",
        "/media/",
        "ftp://media.example.org",
        "https://me@media.example.org",
        "https://media.example.org/?a=b",
        "https://media.example.org/a b",
        "https://media.example.org/;script-src",
        "https://media.example.org;script-src *",
        "https://*",
        "https://",
    ],
)
def test_a_public_root_that_can_not_be_read_is_refused(monkeypatch, value):
    monkeypatch.setenv("MEDIA_URL_ROOT", value)
    with pytest.raises(env.Refused, match=r"^MEDIA_URL_ROOT: "):
        env.media_url("MEDIA_URL_ROOT", "/media/")


def test_a_site_with_https_takes_no_root_without(tmp_path):
    public = {"SITE_URL": "https://www.example.org", "SECRET_KEY": "only for this test, and long enough for a key"}
    done = manage("check", data_dir=tmp_path, MEDIA_URL_ROOT="http://media.example.org", **public)
    assert (done.returncode, done.stderr[:16]) == (1, "MEDIA_URL_ROOT: ")


WHAT_IS_SET = """
import json
from django.conf import settings
print(json.dumps([settings.MEDIA_URL, settings.STORAGES["default"], settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]]))
"""


def test_pictures_may_come_from_the_public_root_and_nothing_else_may(tmp_path):
    done = run("-c", WHAT_IS_SET, data_dir=tmp_path, MEDIA_URL_ROOT="https://media.example.org/site", **STORE)
    media_url, storage, policy = json.loads(done.stdout)
    assert media_url == "https://media.example.org/site/"
    assert storage["BACKEND"] == "images.object_store.ObjectStore"
    assert policy["img-src"] == ["'self'", "https://media.example.org"]
    assert [name for name, sources in policy.items() if "https://media.example.org" in sources] == ["img-src"]


def test_without_a_store_nothing_of_it_is_loaded(tmp_path):
    code = "import django, sys; django.setup(); import images.storage; print('boto3' in sys.modules)"
    assert run("-c", code, data_dir=tmp_path).stdout.strip() == "False"
