"""The tables of the index: `search_index` and `search_vocabulary` of FTS5, and the entries that name its rows."""

from collections.abc import Iterable

from django.db import connection

FROM = "search_index JOIN consultancy_searchentry AS entry ON entry.id = search_index.rowid"


def rows(sql: str, values: Iterable = ()) -> list[tuple]:
    """What a query answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return cursor.fetchall()
