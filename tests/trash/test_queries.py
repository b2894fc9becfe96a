"""A branch, however large, holds up whoever saves meanwhile for a short time only."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import create_page
from trash.putting import put
from trash.restoring import restore

pytestmark = pytest.mark.django_db

# Its place, its row and where the links in its text lead.
A_PAGE = 4


def branch_of(number):
    """A page with so many below it, each of which links to it."""
    top = create_page(title="Top", slug=f"top-{number}")
    text = f"[Up](/top-{number}/)"
    return [top, *(create_page(title=f"Below {one}", parent=top, text=text) for one in range(number))]


def queries_back(number):
    deletion = put(branch_of(number), by=None)
    with CaptureQueriesContext(connection) as queries:
        restore(deletion)
    return len(queries)


def test_bringing_back_asks_a_few_queries_for_each_page():
    assert queries_back(100) - queries_back(3) <= A_PAGE * 97
