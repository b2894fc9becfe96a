from uuid import uuid4

from django.db import migrations
from django.utils import timezone

# What a search page held that nobody had touched: its title in a language of the site, and nothing else.
UNTOUCHED = {
    "section": "search",
    "title__in": ["Zoeken", "Search"],
    "lead": "",
    "text": "",
    "description": "",
    "menu": "",
}


def publish(apps, schema_editor):
    """There is a search now, where the database has an index for it; a page that was changed is left to its owner."""
    if schema_editor.connection.vendor == "sqlite":
        waiting = apps.get_model("pages", "Page").objects.filter(status="draft", was_public=False, **UNTOUCHED)
        if waiting.update(status="published", published_at=timezone.now(), was_public=True):
            move_stamp(apps)


def hide(apps, schema_editor):
    """The release before had no search."""
    shown = apps.get_model("pages", "Page").objects.filter(status="published", **UNTOUCHED)
    if shown.update(status="draft", published_at=None, was_public=False):
        move_stamp(apps)


def move_stamp(apps):
    """Processes that still run see the change."""
    apps.get_model("publishing", "ChangeStamp").objects.update_or_create(pk=1, defaults={"value": uuid4().hex})


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0003_translations"),
        ("publishing", "0001_initial"),
    ]

    operations = [migrations.RunPython(publish, hide)]
