"""Reads settings from the environment; a value that can't be read is refused by its variable's name."""

import ipaddress
import os
import re
import secrets
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import environ
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

BOOLEANS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
ANY_REGION = "us-east-1"  # what stores that know no regions are told
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")


class Refused(ImproperlyConfigured):
    """A variable that can't be used as it is; the message starts with its name."""


def _read(name, default, convert, form=None):
    raw = os.environ.get(name, "").strip()
    return _convert(name, raw, convert, form) if raw else default


def _convert(name, raw, convert, form=None):
    try:
        return convert(raw)
    except Refused:
        raise
    except (ValueError, KeyError, OSError, ImproperlyConfigured) as error:
        # A value with a form holds a password: neither it nor what a parser quotes from it may reach a log.
        problem = f"the value can't be used: write it as {form}" if form else f"{raw!r} can't be used: {error}"
        raise Refused(f"{name}: {problem}") from (None if form else error)


def text(name, default):
    return _read(name, default, str)


def directory(name, default):
    """An absolute path to a folder that can be written in; made where it does not exist, for this user only."""

    def convert(raw):
        path = Path(raw).expanduser().resolve()
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(path, os.W_OK | os.X_OK):
            raise OSError("this user may not write there")
        return path

    return _read(name, None, convert) or _convert(name, str(default), convert)


def boolean(name, default):
    def convert(raw):
        if raw.lower() not in BOOLEANS:
            raise ValueError("write 1 or 0")
        return BOOLEANS[raw.lower()]

    return _read(name, default, convert)


def _whole_number(raw, lowest, highest):
    if not (raw.isascii() and raw.isdigit() and lowest <= int(raw) <= highest):
        raise ValueError(f"write a whole number from {lowest} to {highest}")
    return int(raw)


def port(name, default):
    return _read(name, default, lambda raw: _whole_number(raw, 1, 65535))


def count(name, default, *, highest):
    return _read(name, default, lambda raw: _whole_number(raw, 1, highest))


def choice(name, default, choices):
    def convert(raw):
        if raw not in choices:
            raise ValueError(f"choose one of {', '.join(choices)}")
        return raw

    return _read(name, default, convert)


def time_zone(name, default):
    def convert(raw):
        try:
            return ZoneInfo(raw).key
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("write a name such as Europe/Amsterdam") from error

    return _read(name, default, convert)


def _host(raw):
    if not re.fullmatch(r"\.?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[?[0-9a-f:]+\]?", raw, re.IGNORECASE):
        raise ValueError("write a name such as www.example.org or an address of numbers")
    return raw.lower()


def hosts(name):
    """Names separated by commas; a leading dot means every name below. "*" is refused: it would undo the check."""
    return _read(name, [], lambda raw: [_host(part.strip()) for part in raw.split(",")])


def interface(name, default):
    """The address to listen on."""
    return _read(name, default, lambda raw: _host(raw).strip("[]"))


def networks(name):
    """Addresses or networks (CIDR) separated by commas."""
    return _read(name, [], lambda raw: [str(ipaddress.ip_network(part.strip())) for part in raw.split(",")])


def origin(name, default, form=None):
    """Scheme, host and perhaps port, no path and no slash at the end. Given a `form` a refusal does not quote it."""

    def convert(raw):
        parts = urlsplit(raw)
        if parts.scheme not in ("http", "https") or parts.path.strip("/") or parts.query or parts.fragment:
            raise ValueError("write it as https://www.example.org")
        if "@" in parts.netloc or parts.port == 0:
            raise ValueError("write a name and perhaps a port after //")
        _host(parts.hostname or "")
        return f"{parts.scheme}://{parts.netloc.lower()}"

    return _read(name, default, convert, form)


def email_address(name, default):
    """An address as in `name@example.org` or `Name <name@example.org>`."""

    def convert(raw):
        found = re.fullmatch(r"[^<>\r\n]*<(?P<bracketed>[^<>]+)>|(?P<bare>[^<>]+)", raw)
        try:
            validate_email(found and (found["bracketed"] or found["bare"]))
        except ValidationError as error:
            raise ValueError("write it as Name <name@example.org>") from error
        return raw

    return _read(name, default, convert)


def database_url(name):
    """Django's DATABASES entry for PostgreSQL, or None where the variable is not set."""

    def convert(raw):
        config = environ.Env.db_url_config(raw)
        if urlsplit(raw).scheme not in ("postgres", "postgresql") or not config["NAME"]:
            raise ValueError(raw)
        if not find_spec("psycopg"):
            raise Refused(f"{name}: PostgreSQL needs psycopg: pip install 'psycopg[binary]'")
        return config

    return _read(name, None, convert, form="postgres://user:password@host:5432/database")


def media_url(name, default):
    """The address of a folder, with a slash at its end, that names of files are put behind."""

    def convert(raw):
        parts = urlsplit(raw)
        if parts.scheme not in ("http", "https") or parts.query or parts.fragment or "@" in parts.netloc:
            raise ValueError("write it as https://media.example.org/")
        if not re.fullmatch(r"[A-Za-z0-9/._~-]*", parts.path) or parts.port == 0:
            raise ValueError("write a path without spaces or other signs")
        _host(parts.hostname or "")
        return f"{parts.scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}/"

    return _read(name, default, convert)


def origin_of(url):
    """Scheme, host and perhaps port of an address; "" of one that is a path only."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def object_store():
    """The options of a store that speaks S3, from the variables S3_*, or None where none of them is set.

    Keys are read from here alone, so that nothing else on the machine decides which store is used.
    """
    options = {
        "bucket_name": _matching("S3_BUCKET", r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", "media-of-example, in lower case"),
        "access_key": _matching("S3_ACCESS_KEY", r"[!-~]+", "the store gives it, without spaces"),
        "secret_key": _matching("S3_SECRET_KEY", r"[!-~]+", "the store gives it, without spaces"),
        "endpoint_url": origin("S3_ENDPOINT", None, form="https://s3.example.org"),
        "region_name": _matching("S3_REGION", r"[a-z0-9-]{1,40}", "eu-west-1"),
    }
    if not any(options.values()):
        return None
    _demand_all_of(options)
    return {**options, "region_name": options["region_name"] or ANY_REGION}


def _demand_all_of(options):
    for name, option in (
        ("S3_BUCKET", "bucket_name"),
        ("S3_ACCESS_KEY", "access_key"),
        ("S3_SECRET_KEY", "secret_key"),
    ):
        if not options[option]:
            raise Refused(f"{name}: write it too: a store needs its bucket, its access key and its secret key")
    if not (options["endpoint_url"] or options["region_name"]):
        raise Refused("S3_ENDPOINT: write the address of the store, or for one of Amazon's the region in S3_REGION")
    if not (find_spec("storages") and find_spec("boto3")):
        raise Refused("S3_BUCKET: a store needs django-storages: pip install 'django-storages[s3]'")


def _matching(name, pattern, form):
    """A value of which the whole has that pattern, "" where there is none."""

    def convert(raw):
        if not re.fullmatch(pattern, raw):
            raise ValueError(raw)
        return raw

    return _read(name, "", convert, form)


def email_url(name):
    """The EMAIL_* settings for smtp://, smtp+tls:// (STARTTLS), smtps:// and smtp+ssl:// (TLS from the first byte)."""

    def convert(raw):
        parts = urlsplit(raw)
        ports = {"smtp": 25, "smtp+tls": 587, "smtps": 465, "smtp+ssl": 465}
        if not parts.hostname:
            raise ValueError(raw)
        # django-environ reads smtps:// as STARTTLS; everywhere else it means TLS from the first byte (RFC 8314).
        config = environ.Env.email_url_config(raw.replace("smtps://", "smtp+ssl://", 1))
        return {**config, "EMAIL_PORT": parts.port or ports[parts.scheme]}

    default = {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    return _read(name, default, convert, form="smtp+tls://user:password@mail.example.org:587")


def is_local(site_url):
    """Whether the site is an address of this machine itself."""
    host = urlsplit(site_url).hostname
    return host in LOCAL_HOSTS or host.endswith(".localhost")


def host_of(site_url):
    """The host as Django's ALLOWED_HOSTS writes it: no port, IPv6 in brackets."""
    host = urlsplit(site_url).hostname
    return f"[{host}]" if ":" in host else host


def mail_domain(site_url):
    """The domain that mail of the site comes from: its host without `www.`."""
    return urlsplit(site_url).hostname.removeprefix("www.")


def secret_key(name, *, kept_in, may_be_made):
    """The key from the environment, or else one that is made once and kept in the file `kept_in` (mode 600)."""

    key = text(name, "")
    if key and len(key) < 32:
        raise Refused(f"{name}: write at least 32 characters that nobody can guess")
    if not key and not may_be_made:
        raise Refused(f"{name}: write a long random text that stays the same; SITE_URL is not a local address")
    return key or _kept_secret(kept_in)


def _kept_secret(file):
    if not file.exists():
        made = file.with_name(f"{file.name}.{os.getpid()}")
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
            stream.write(secrets.token_urlsafe(50))
        # Linking never overwrites: of two processes that start together, both read the key of the first.
        with suppress(FileExistsError):
            os.link(made, file)
        made.unlink()
    return file.read_text().strip()
