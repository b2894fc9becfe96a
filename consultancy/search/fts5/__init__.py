"""The index in SQLite, by its full-text search FTS5. The migrations of `consultancy` make its tables.

tables    which those are
words     what an item is found by, and a question in the query language of FTS5
keeping   the index follows the items
asking    what it answers
"""

from consultancy.search.fts5.asking import Asking
from consultancy.search.fts5.keeping import Keeping


class FTS5Index(Keeping, Asking):
    """`consultancy.search.index.Index`."""
