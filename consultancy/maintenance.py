"""The page that a web server shows while the site itself does not answer: a file among the static ones."""

import os
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

PAGE = "maintenance.html"


def write_page() -> None:
    """Write it in the language of the site, whole or not at all, and only where it differs from what is there.

    Its styles are the static ones, so these are collected first. It asks nothing of the database.
    """
    with translation.override(settings.LANGUAGE_CODE):
        page = render_to_string(PAGE)
    file = settings.STATIC_ROOT / PAGE
    if file.exists() and file.read_text(encoding="utf-8") == page:
        return
    made = file.with_name(f"{PAGE}.new")
    made.write_text(page, encoding="utf-8")
    made.chmod(0o644)
    made.replace(file)


def let_web_server_read() -> None:
    """Open the folders of static files to a web server that is another user; the files in them are open as it is."""
    for folder, _folders, _files in os.walk(settings.STATIC_ROOT):
        Path(folder).chmod(0o755)
