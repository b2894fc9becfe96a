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
# What leads to it or is kept of it is let go page by page, as in any deletion.
A_PAGE_GONE = 17


def branch_of(number):
    """A page with so many below it, each of which links to it."""
    top = create_page(title="Top", slug=f"top-{number}")
    text = f"[Up](/top-{number}/)"
    return [top, *(create_page(title=f"Below {one}", parent=top, text=text) for one in range(number))]


def queries_of(number):
    """How many it takes to put away and to bring back."""
    branch = branch_of(number)
    with CaptureQueriesContext(connection) as putting:
        deletion = put(branch, by=None)
    with CaptureQueriesContext(connection) as restoring:
        restore(deletion)
    return len(putting), len(restoring)


def test_each_page_of_a_branch_adds_a_few_queries():
    (gone_few, back_few), (gone_many, back_many) = queries_of(3), queries_of(100)
    assert back_many - back_few <= A_PAGE * 97
    assert gone_many - gone_few <= A_PAGE_GONE * 97
