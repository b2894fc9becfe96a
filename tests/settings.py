"""The site's settings for tests: nothing of this machine's own environment, and a DATA_DIR that is thrown away."""

import os
from tempfile import TemporaryDirectory

OWN_VARIABLES = (
    *("ADMIN_PASSWORD", "ALLOWED_HOSTS", "CONTACT_RECIPIENT", "DATABASE_URL", "DEBUG", "EMAIL_FROM", "EMAIL_URL"),
    *(
        "HOST",
        "LANGUAGE_CODE",
        "MEDIA_URL_ROOT",
        "OPERATOR_EMAIL",
        "PORT",
        "S3_ACCESS_KEY",
        "S3_BUCKET",
        "S3_ENDPOINT",
        "S3_REGION",
        "S3_SECRET_KEY",
        "SECRET_KEY",
        "SITE_URL",
        "TIME_ZONE",
        "TRUSTED_PROXIES",
        "WEB_CONCURRENCY",
    ),
)
for name in OWN_VARIABLES:
    os.environ.pop(name, None)

_data = TemporaryDirectory(prefix="site-tests-")
os.environ["DATA_DIR"] = _data.name

from consultancy.settings import *  # noqa: E402, F403

STATIC_ROOT.mkdir()  # noqa: F405
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A file as in production: SQLite's databases in memory lock whole tables and know no waiting.
DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}  # noqa: F405
