"""Search over pages, posts and testimonials.

text, stems      what a word is, and what it is compared by
query            what a visitor asks for
documents        what is kept of an item, and which items visitors may find
index            the interface to what keeps it; `fts5` is the one for SQLite
keeping          the index follows each save and deletion, and can be made anew
suggestions      "did you mean"
excerpts         the part of a text that holds what was asked for
results, views   the page of results
"""
