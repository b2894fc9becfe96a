"""Reads settings from the environment; a value that can't be read is refused by its variable's name."""

import os
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured


def _read(name, default, convert):
    raw = os.environ.get(name, "").strip()
    if not raw:
        return default
    try:
        return convert(raw)
    except (ValueError, KeyError, OSError) as error:
        raise ImproperlyConfigured(f"{name}: {raw!r} can't be read: {error}") from error


def text(name, default):
    return _read(name, default, str)


def path(name, default):
    return _read(name, default, lambda raw: Path(raw).expanduser().resolve())


def boolean(name, default):
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    return _read(name, default, lambda raw: words[raw.lower()])


def port(name, default):
    return _read(name, default, int)


def choice(name, default, choices):
    def convert(raw):
        if raw not in choices:
            raise ValueError(f"choose one of {', '.join(choices)}")
        return raw

    return _read(name, default, convert)


def origin(name, default):
    def convert(raw):
        parts = urlsplit(raw)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
            raise ValueError("write it as https://www.example.nl")
        return f"{parts.scheme}://{parts.netloc}"

    return _read(name, default, convert)


def time_zone(name, default):
    return _read(name, default, lambda raw: ZoneInfo(raw).key)
