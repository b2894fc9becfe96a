"""The files of the library in a store that speaks S3. Needs the extra `s3`: nothing else may import this."""

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import PurePosixPath
from threading import Lock
from urllib.parse import urljoin

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files import File
from django.utils.encoding import filepath_to_uri
from django.utils.http import content_disposition_header
from storages.backends.s3 import S3Storage

from images import names
from images.circuit import Circuit
from images.storage import FOR_EVER, Entry, MediaStorage, StoreError
from images.stored_object import StoredObject

# What no visitor gets from here: files in the bin, and what the site itself answers with.
OURS_ALONE = {
    "CacheControl": "private, no-store",
    "ContentDisposition": "attachment",
    "ContentType": "application/octet-stream",
}
CLIENT = Config(
    connect_timeout=2,
    read_timeout=7,
    retries={"mode": "standard", "total_max_attempts": 2},
    s3={"addressing_style": "auto"},
    ignore_configured_endpoint_urls=True,
    # Many stores refuse the check sums that Amazon's has by now; the signature covers the content as it is.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
# One request for each file, so that it is there whole or not at all; none is as large as the threshold.
TRANSFER = TransferConfig(use_threads=False, multipart_threshold=2**30)
NOT_FROM_ENVIRONMENT = {"security_token": None, "session_profile": None}
AT_ONCE = 8


class ObjectStore(MediaStorage, S3Storage):
    """Below no folder: a bucket is that of one site.

    What visitors get has the headers that `images.views.media` gives it; nosniff is the one that no store keeps.
    """

    def __init__(self, **options):
        super().__init__(client_config=CLIENT, transfer_config=TRANSFER, **NOT_FROM_ENVIRONMENT, **options)
        self._circuit = Circuit()
        self._connecting = Lock()
        self._connected = None

    @property
    def connection(self):
        """One for all threads, which costs 13 MB: only its client is used, and that they may share."""
        with self._connecting:
            if self._connected is None:
                self._connected = self._create_session().resource(
                    "s3", region_name=self.region_name, endpoint_url=self.endpoint_url, config=self.client_config
                )
            return self._connected

    def get_ready(self):
        """Read the description of S3, which takes half a second; the store itself is not asked."""
        self.connection.meta.client  # noqa: B018

    def check(self) -> None:
        """Ask the store for its bucket. Raises StoreError where it does not answer, or refuses."""
        with self._asking():
            self.connection.meta.client.list_objects_v2(Bucket=self.bucket_name, MaxKeys=1)

    def url(self, name, parameters=None, expire=None, http_method=None):
        """Below MEDIA_URL, where the site itself or the store answers; it never ends."""
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name))

    def get_object_parameters(self, name):
        """What S3 calls the headers that an object is answered with."""
        known = names.recognise(name)
        if known is None:
            return OURS_ALONE.copy()
        parameters = {"CacheControl": FOR_EVER, "ContentType": known.content_type}
        if known.is_document:
            parameters["ContentDisposition"] = content_disposition_header(True, PurePosixPath(name).name)
        return parameters

    def _open(self, name, mode="rb"):
        if mode != "rb":
            raise ValueError("what is stored is read only")
        stored = StoredObject(lambda start: self._get(name, start), self._asking)
        return File(io.BufferedReader(stored, 2**16), name)

    def _get(self, name, start):
        where = {"Range": f"bytes={start}-"} if start else {}
        with self._asking():
            answer = self.connection.meta.client.get_object(Bucket=self.bucket_name, Key=name, **where)
        return answer["Body"], answer["ContentLength"]

    def _save(self, name, content):
        with self._asking():
            return super()._save(name, content)

    def keep_as(self, name, other):
        source = {"Bucket": self.bucket_name, "Key": name}
        headers = {"MetadataDirective": "REPLACE", **self.get_object_parameters(other)}
        try:
            with self._asking():
                self.connection.meta.client.copy_object(
                    Bucket=self.bucket_name, Key=other, CopySource=source, **headers
                )
        except FileNotFoundError:
            return

    def delete(self, name):
        with self._asking():
            super().delete(name)

    def delete_below(self, folder):
        # Deleting many in one request asks for a check sum that not every store takes.
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(self.delete, [entry.name for entry in self.below(folder)]))

    def exists(self, name):
        with self._asking():
            return super().exists(name)

    def size(self, name):
        with self._asking():
            return super().size(name)

    def listdir(self, path):
        with self._asking():
            return super().listdir(path)

    def below(self, folder) -> Iterator[Entry]:
        pages = self.connection.meta.client.get_paginator("list_objects_v2")
        with self._asking():
            for page in pages.paginate(Bucket=self.bucket_name, Prefix=f"{folder}/"):
                for found in page.get("Contents", ()):
                    yield Entry(found["Key"], found["Size"], found["LastModified"])

    @contextmanager
    def _asking(self):
        """Whatever goes wrong within is an OSError, whose words name no key."""
        if not self._circuit.lets_through():
            raise StoreError("the store did not answer a moment ago", is_passing=True)
        try:
            yield
        except ClientError as refusal:
            self._circuit.answered()
            raise _refused(refusal) from refusal
        except BotoCoreError as failure:
            self._circuit.failed()
            raise StoreError(f"the store does not answer: {type(failure).__name__}", is_passing=True) from failure
        self._circuit.answered()


def _refused(refusal: ClientError) -> OSError:
    status = refusal.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    code = refusal.response.get("Error", {}).get("Code", "")
    if status == 404 and code != "NoSuchBucket":
        return FileNotFoundError(f"not in the store: {code}")
    return StoreError(f"the store refuses: {code} ({status})", is_passing=status >= 500)
