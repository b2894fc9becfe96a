"""The history of an item is told in the words of its form."""

import pytest
from django.contrib.admin.models import LogEntry

from tests.admin.forms import filled_in
from tests.factories import create_page
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("create", "changes", "words"),
    [
        (create_page, {"menu_title": "Short", "lead": "New"}, ["Inleiding", "Titel in het menu"]),
        (create_image, {"caption": "New"}, ["Bijschrift"]),
    ],
)
def test_fields_are_named_in_dutch(owner_client, create, changes, words):
    item = create()
    form = f"/admin/{item._meta.app_label}/{item._meta.model_name}/{item.pk}/"
    owner_client.post(form + "change/", filled_in(owner_client, form + "change/", **changes))
    content = owner_client.get(form + "history/").content.decode().casefold()
    assert all(word.casefold() in content for word in words)


def test_an_entry_about_nothing_in_particular_is_kept_as_it_is(owner):
    entry = LogEntry.objects.create(user=owner, action_flag=2, object_repr="x", change_message="[]")
    assert entry.change_message == "[]"
