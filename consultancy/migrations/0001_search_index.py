from django.db import migrations, models

# A row holds, for each word, the word as written, without accents, and as the stem of its language: the
# tokenizer divides at spaces only. A hit in a title weighs ten times one in the text.
CREATE = (
    "CREATE VIRTUAL TABLE search_index USING fts5 (title, lead, text, tokenize = 'ascii', prefix = '3 4')",
    "INSERT INTO search_index (search_index, rank) VALUES ('rank', 'bm25(10.0, 4.0, 1.0)')",
    "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search_index, 'row')",
)
DROP = ("DROP TABLE search_vocabulary", "DROP TABLE search_index")


def on_sqlite(statements):
    """These statements where the database is SQLite: no other has FTS5."""

    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "sqlite":
            for statement in statements:
                schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("item_id", models.PositiveBigIntegerField()),
                ("version", models.CharField(max_length=40)),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("kind", "item_id"), name="one_search_entry_per_item")],
            },
        ),
        migrations.RunPython(on_sqlite(CREATE), on_sqlite(DROP)),
    ]
