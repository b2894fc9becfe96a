from django.db import migrations, models


class Migration(migrations.Migration):
    """Of what is kept already it is not known: `prepare` makes the index anew."""

    dependencies = [("consultancy", "0001_search_index")]

    operations = [
        migrations.AddField("searchentry", "changed", models.DateTimeField(null=True)),
    ]
