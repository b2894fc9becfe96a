"""A page on which she edits loads little script, and none from elsewhere."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.factories import create_page
from tests.factories_blog import create_post
from tests.testimonials.factories import create_testimonial

pytestmark = pytest.mark.django_db

MOST = 60_000
# Modules that are fetched only when they are needed count as well.
IMPORTS = re.compile(r"""(?:\bfrom|\bimport\(?)\s*["']([./][^"']+)["']""")


def scripts_of(html):
    """The addresses of the scripts of a page, and of all that these import."""
    wanted = re.findall(r'<script[^>]* src="([^"]+)"', html)
    known = set()
    while wanted:
        address = wanted.pop()
        if address not in known:
            known.add(address)
            folder = Path(address).parent
            wanted += [str((folder / found).resolve()) for found in IMPORTS.findall(source(address))]
    return known


def source(address):
    assert address.startswith("/static/"), address
    return Path(finders.find(address.removeprefix("/static/"))).read_text(encoding="utf-8")


@pytest.fixture(params=[create_page, create_post, create_testimonial], ids=["page", "post", "testimonial"])
def form(request, owner_client):
    item = request.param()
    return owner_client.get(f"/admin/{item._meta.label_lower.replace('.', '/')}/{item.pk}/change/").content.decode()


def test_all_of_it_fits_in_sixty_kilobytes(form):
    weights = {address: len(gzip.compress(source(address).encode(), 9)) for address in scripts_of(form)}
    assert sum(weights.values()) <= MOST, sorted(weights.items(), key=lambda pair: -pair[1])


def test_nothing_of_it_is_a_library_that_is_not_used(form):
    assert not [name for name in ("jquery", "select2", "prepopulate", "urlify", "xregexp", "jsi18n") if name in form]
