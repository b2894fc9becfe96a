import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("publishing", "0003_renderer_of_what_is_stored"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source_id", models.PositiveBigIntegerField()),
                ("rule", models.CharField(max_length=30)),
                ("field", models.CharField(max_length=50)),
                ("detail", models.CharField(max_length=300)),
                (
                    "source_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="contenttypes.contenttype"
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["source_type", "source_id"], name="publishing__source__aee9b1_idx")],
            },
        ),
        migrations.AddField(
            model_name="changestamp",
            name="rules",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
