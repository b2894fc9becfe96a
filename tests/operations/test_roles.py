import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from consultancy.roles import JOBS, OWNERS, ROOMS


@pytest.mark.django_db
def test_owners_may_do_everything_in_the_rooms_and_nothing_with_logins():
    permissions = Group.objects.get(name=OWNERS).permissions.values_list("content_type__app_label", "codename")
    assert ("pages", "delete_page") in permissions
    assert ("images", "add_image") in permissions
    assert {codename for label, codename in permissions if label == JOBS} == {"view_dbtaskresult"}
    assert {label for label, _ in permissions} <= {*ROOMS, JOBS}


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
