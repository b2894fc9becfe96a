"""The site's settings; the test client asks it under a name of its own."""

from consultancy.settings import *  # noqa: F403

ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]  # noqa: F405
