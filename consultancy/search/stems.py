"""What the forms of a word have in common, in the languages of the site."""

from functools import lru_cache
from threading import Lock

from django.conf import settings
from snowballstemmer import stemmer

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)

# The first whose stem still begins as the word does. Kraaij and Pohlmann's also takes prefixes away, so that
# "begeleiding" would be found as "beleid".
_STEMMERS = {"nl": (stemmer("dutch"), stemmer("dutch_porter")), "en": (stemmer("english"),)}
# A stem begins with as many letters of its word.
BEGINNING = 3
# A stemmer keeps the word at hand in itself.
_ONE_AT_A_TIME = Lock()


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Said so often that they tell nothing: left out of a question that holds other words.
FUNCTION_WORDS = _listed(
    """
    aan al als bij dan dat de deze die dit door een en er het hoe ik in is je kan maar me met mij mijn naar niet nog of
    om ons onze ook op over te tot u uit uw van voor waar wat we wel wie wij wordt ze zich zijn zo
    a about an and are as at be but by can do for from have how i if it its me my not of on or our so that the their
    there they this to us was we what when where which who will with you your
    """
)


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word in a language of the site."""
    with _ONE_AT_A_TIME:
        for one in _STEMMERS[language]:
            found = one.stemWord(word)
            if found and word.startswith(found[:BEGINNING]):
                return found
    return word
