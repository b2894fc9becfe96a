""" "Did you mean": another spelling of a question that nothing answers."""

from consultancy.search.index import Index
from consultancy.search.query import Query, Term
from consultancy.search.text import Word

# Of a longer question it would be guessing, at the cost of looking through the vocabulary for each word.
MOST_WORDS = 5


def suggestion(index: Index, query: Query) -> Query | None:
    """The question with its unknown words as they may be meant, if something public answers it; in three queries.

    Each word put in stands in a public item just as it is: nothing is learned here about any other.
    """
    terms = [term for clause in query.clauses for term in clause.parts]
    if len(terms) > MOST_WORDS:
        return None
    meant = {term: [_as_it_is(word) for word in likely] for term, likely in index.similar(terms).items()}
    answered = index.answered([*terms, *(other for others in meant.values() for other in others)])
    corrections: dict[Word, str] = {}
    for term in terms:
        if term not in answered:
            best = next((other for other in meant.get(term, ()) if other in answered), None)
            if best is None:
                return None
            corrections[term.word] = best.word.text
    corrected = query.corrected(corrections)
    return corrected if corrections and index.find(corrected, limit=1) else None


def _as_it_is(word: str) -> Term:
    return Term(Word(0, len(word), word), exact=True)
