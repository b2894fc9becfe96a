"""`manage.py renditions`: prune takes away only what nothing can show, rebuild makes what was there before."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.utils import timezone

from images.models import Image
from images.renditions import making
from images.renditions.shown import is_ready
from images.renditions.specs import folder, specs
from images.storage import media_storage
from tests.factories_images import create_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def tomorrow():
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        yield


def run(*arguments):
    said = StringIO()
    call_command("renditions", *arguments, stdout=said)
    return said.getvalue()


def put(name):
    media_storage.save(name, ContentFile(b"bytes"))
    return name


@pytest.fixture
def made(photo, workshop):
    making.make(photo.pk, ["text", "face"])
    photo.refresh_from_db()
    return photo


def names(image, *places):
    return sorted(spec.name for place in places for spec in specs(image, place))


def test_prune_leaves_all_that_can_be_shown(made, stored, tomorrow):
    before = stored()
    run("--prune")
    made.refresh_from_db()
    assert stored() == before == names(made, "text", "face")
    assert is_ready(made, "text")


def test_prune_takes_what_a_moved_focal_point_and_former_encoders_left(made, stored, tomorrow):
    put(f"{folder(made)}/text-384-00000000.avif")
    Image.objects.filter(pk=made.pk).update(focal_x=10)
    said = run("--prune")
    made.refresh_from_db()
    assert stored() == names(made, "text")
    assert said.startswith(str(1 + len(specs(made, "face"))))


def test_prune_takes_what_no_picture_has(photo, stored, tomorrow):
    put(f"renditions/cd/{'cd' * 16}/text-384-00000000.avif")
    run("--prune")
    assert stored() == []


def test_prune_leaves_what_is_young(made, stored):
    young = put(f"{folder(made)}/text-384-00000000.avif")
    run("--prune")
    assert young in stored()


def test_what_one_of_two_pictures_that_look_the_same_shows_is_left(made, stored, tomorrow):
    create_image(file=made.file.name, width=made.width, height=made.height, focal_x=1)
    before = stored()
    run("--prune")
    assert stored() == before


def test_prune_takes_back_what_a_row_says_of_files_that_are_gone(made, tomorrow):
    media_storage.delete(specs(made, "face")[0].name)
    assert "1" in run("--prune")
    made.refresh_from_db()
    assert is_ready(made, "text")
    assert not is_ready(made, "face")


def test_all_may_be_thrown_away(made, tomorrow):
    media_storage.delete_below("renditions")
    run("--prune")
    made.refresh_from_db()
    assert made.ready == []


def test_a_dry_run_changes_nothing(made, stored, tomorrow):
    put(f"{folder(made)}/text-384-00000000.avif")
    media_storage.delete(specs(made, "face")[0].name)
    before = stored()
    run("--prune", "--dry-run")
    run("--rebuild", "--dry-run")
    made.refresh_from_db()
    assert stored() == before
    assert is_ready(made, "face")


def test_rebuild_makes_what_is_missing_of_what_was_there(made, workshop, stored):
    media_storage.delete_below("renditions")
    assert run("--rebuild").startswith(str(len(names(made, "text", "face"))))
    made.refresh_from_db()
    assert stored() == names(made, "text", "face")
    assert is_ready(made, "face")


def test_rebuild_makes_anew_what_other_encoders_made(made, workshop, stored, monkeypatch):
    monkeypatch.setattr("images.renditions.specs.VERSION", 1_000_000)
    assert not is_ready(made, "text")
    run("--rebuild")
    made.refresh_from_db()
    assert is_ready(made, "text")
    assert set(stored()) > set(names(made, "text", "face"))


def test_rebuilt_again_nothing_is_made(made, workshop):
    run("--rebuild")
    del workshop.asked[:]
    assert run("--rebuild").startswith("0")
    assert workshop.asked == []


def test_what_fails_is_counted_and_the_rest_is_made(made, workshop):
    create_image(ready=[])
    broken = create_image()
    put(f"{folder(broken)}/text-384-00000000.avif")
    media_storage.delete(specs(made, "face")[0].name)
    with pytest.raises(CommandError, match="1"):
        run("--rebuild")
    assert media_storage.exists(specs(made, "face")[0].name)


def test_it_can_be_interrupted(made, workshop):
    def interrupt(spec):
        raise KeyboardInterrupt

    media_storage.delete_below("renditions")
    workshop.before_each = interrupt
    with pytest.raises(CommandError):
        run("--rebuild")
    workshop.before_each = lambda spec: None
    run("--rebuild")
    assert media_storage.exists(specs(made, "face")[0].name)
