from importlib import import_module

from django.db import migrations, models

former = import_module("consultancy.migrations.0001_search_index")

# FTS5 keeps a copy of every text, which nothing reads, unless it is told to keep none.
CREATE = (former.CREATE[0].replace("fts5 (", "fts5 (content = '', "), *former.CREATE[1:])
EMPTY = "DELETE FROM consultancy_searchentry"


class Migration(migrations.Migration):
    """The index begins empty, and so it does on the way back: `prepare` makes it anew."""

    dependencies = [("consultancy", "0002_when_an_item_changed")]

    operations = [
        migrations.RunSQL(EMPTY, EMPTY),
        migrations.RunPython(former.on_sqlite(former.DROP), former.on_sqlite(former.CREATE)),
        migrations.AddField("searchentry", "words", models.BinaryField(default=bytes)),
        migrations.RunPython(former.on_sqlite(CREATE), former.on_sqlite(former.DROP)),
    ]
