"""The profile of a site that has one already stays as it is, on the way there and on the way back."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE, AFTER = ("pages", "0001_initial"), ("pages", "0002_logo_colours_and_footer_text")


def migrate(target):
    executor = MigrationExecutor(connection)
    executor.migrate([target])
    return executor.loader.project_state([target]).apps.get_model("pages", "Profile")


@pytest.mark.django_db(transaction=True)
def test_a_profile_gets_no_colour_and_keeps_its_name():
    newest = MigrationExecutor(connection).loader.graph.leaf_nodes("pages")[0]
    try:
        migrate(BEFORE).objects.create(pk=1, name="A Name")
        profile = migrate(AFTER).objects.get(pk=1)
        assert (profile.name, profile.first_colour, profile.footer_text, profile.logo) == ("A Name", "", "", None)
        assert migrate(BEFORE).objects.get(pk=1).name == "A Name"
    finally:
        migrate(newest)
