"""A visitor with an ordinary browser, and a counter that begins empty."""

import pytest

from consultancy.models import Reading
from consultancy.readings import counting

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def nothing_collected():
    counting._take()
    yield
    counting._take()


@pytest.fixture
def visit(client):
    """Asks for an address as a visitor does; gives the answer."""

    def ask(address, method="get", **headers):
        return getattr(client, method)(address, headers={"user-agent": BROWSER, **headers})

    return ask


@pytest.fixture
def written(db):
    """Writes down what was counted; gives {title: count} of all days together."""

    def write():
        counting.store()
        numbers = {}
        for row in Reading.objects.all():
            item = row.item_type.model_class().objects.get(uuid=row.item_uuid)
            numbers[item.title] = numbers.get(item.title, 0) + row.count
        return numbers

    return write
