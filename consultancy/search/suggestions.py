""" "Did you mean": another spelling of a question that nothing answers."""

from collections.abc import Collection

from consultancy.search import spelling
from consultancy.search.index import Index
from consultancy.search.query import Query, Term

# Of more it would be guessing, at the cost of looking through the vocabulary for each.
MOST_UNKNOWN = 3


def suggestion(index: Index, query: Query) -> Query | None:
    """The question with its unknown words as they may be meant, if something public answers it; in three queries.

    Words that only stand in other items neither come into it nor change which one is taken.
    """
    terms = {term.folded: term for clause in query.clauses for term in clause.parts}
    corrections = _corrections(index, terms.values())
    corrected = query.corrected(corrections)
    return corrected if corrections and index.answers(corrected) else None


def _corrections(index: Index, terms: Collection[Term]) -> dict[str, str]:
    """The word that is meant by each unknown one; nothing where that can't be said of all of them."""
    neighbours = index.neighbours(terms, limit=MOST_UNKNOWN)
    near = {term.folded: spelling.near(term.folded, words) for term, words in neighbours.items()}
    if not all(near.values()):
        return {}
    counts = index.counts({word for words in near.values() for word in words})
    meant = {folded: spelling.likeliest(words, counts) for folded, words in near.items()}
    return {folded: word for folded, word in meant.items() if word} if all(meant.values()) else {}
