from django.db import migrations, models

import publishing.stamp

# The renderer before there was a version of it.
FIRST = 1


def say_first(apps, schema_editor):
    """What an existing site holds was made by the first renderer."""
    apps.get_model("publishing", "ChangeStamp").objects.update(renderer=FIRST)


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0002_redirects_by_hand_and_addresses_not_found"),
    ]

    operations = [
        migrations.AddField(
            model_name="changestamp",
            name="renderer",
            field=models.PositiveIntegerField(default=publishing.stamp.renderer_version),
        ),
        migrations.RunPython(say_first, migrations.RunPython.noop),
    ]
