"""A list whose name alone says little begins with a sentence on what it is for."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "is_explained"),
    [
        ("publishing/redirect/", True),
        ("publishing/notfoundaddress/", True),
        ("django_tasks_database/dbtaskresult/", True),
        ("pages/page/", False),
    ],
)
def test_it_is_said_what_the_list_is_for(owner_client, address, is_explained):
    answer = owner_client.get(f"/admin/{address}", follow=True)
    assert answer.status_code == 200
    assert ('class="list-explained"' in answer.text) == is_explained
