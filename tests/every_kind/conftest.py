"""The volume site, served once for all tests of this folder, and one visit to every kind of page."""

from contextlib import ExitStack
from functools import cache
from itertools import cycle

import pytest

from tests.every_kind.visiting import see
from tests.volume.kinds import KINDS
from tests.volume.serving import volume_site


@pytest.fixture(scope="session")
def address_of():
    """A function that gives the whole address of a kind of page; a site is served from the first one asked for on."""
    with ExitStack() as running:
        site = cache(lambda crowded: running.enter_context(volume_site(crowded=crowded)))
        yield lambda kind: site(kind.crowded) + kind.path


@pytest.fixture(scope="session")
def see_all(chromium, address_of):
    """A function that visits every kind of page at a width and in a scheme."""

    @cache
    def see_all(width, scheme):
        return [see(chromium, address_of(kind), kind, width=width, scheme=scheme) for kind in KINDS]

    return see_all


@pytest.fixture(scope="session")
def sample(chromium, address_of):
    """Every kind visited once, in turns on a phone by day, at a desk by night, and the other way round."""
    ways = cycle([(390, "light"), (1280, "dark"), (390, "dark"), (1280, "light")])
    listed = [kind for kind in KINDS if not kind.crowded]
    return [
        see(chromium, address_of(kind), kind, width=width, scheme=scheme)
        for kind, (width, scheme) in zip(listed, ways, strict=False)
    ]
