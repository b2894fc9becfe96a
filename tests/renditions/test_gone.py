"""A rendition whose file is gone while its row tells of it is made anew, by whoever met with a broken picture."""

import pytest
from django.core.files.storage import default_storage
from django_tasks_db.models import DBTaskResult

from images.renditions import asking
from images.renditions.making import make
from images.renditions.shown import is_ready
from images.renditions.specs import specs
from images.renditions.tasks import prune_renditions

pytestmark = pytest.mark.django_db


def prunings():
    return DBTaskResult.objects.filter(task_path=prune_renditions.module_path).count()


def test_it_is_made_anew_for_the_next_who_shows_it(photo, workshop, client):
    make(photo.pk, ["text"])
    photo.refresh_from_db()
    gone = specs(photo, "text")[0].name
    default_storage.delete(gone)
    assert client.get(default_storage.url(gone)).status_code == 404
    asking.enqueue()
    assert prunings() == 1
    prune_renditions.call()
    photo.refresh_from_db()
    assert not is_ready(photo, "text")
    asking.ask(photo, "text")
    asking.enqueue()
    make(*DBTaskResult.objects.get(task_path__endswith="make_renditions").args_kwargs["args"])
    assert default_storage.exists(gone)


def test_however_many_are_met_with_it_is_looked_into_once_in_a_while(client):
    for number in range(9):
        client.get(f"/media/renditions/00/{'0' * 32}/text-{number + 1}00-00000000.jpg")
    asking.enqueue()
    client.get(f"/media/renditions/00/{'0' * 32}/text-384-00000000.jpg")
    asking.enqueue()
    assert prunings() == 1


@pytest.mark.parametrize(
    "path", [f"images/00/{'0' * 32}.jpg", f"renditions/00/{'0' * 32}/text.jpg", "renditions/x.jpg"]
)
def test_nothing_is_looked_into_for_any_other_name(client, path):
    assert client.get(f"/media/{path}").status_code == 404
    asking.enqueue()
    assert prunings() == 0
