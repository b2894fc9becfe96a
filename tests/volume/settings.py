"""The site's settings, with addresses for what can't be had by asking for a page."""

from consultancy.settings import *  # noqa: F403

ROOT_URLCONF = "tests.volume.urls"
