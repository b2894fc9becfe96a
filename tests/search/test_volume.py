"""Among ten thousand items an answer to any question costs a few times what a page without a question costs."""

from itertools import accumulate, product
from random import Random
from statistics import median
from time import process_time

import pytest
from django.utils import timezone

from blog.models import Post
from consultancy.search import keeping
from tests.search.searching import answer

pytestmark = [pytest.mark.django_db, pytest.mark.long]

ITEMS, WORDS = 10_000, 250
# Where the page without a question takes 3 milliseconds, an answer takes less than 50.
MOST_TIMES = 15

_random = Random(5)  # noqa: S311
_syllables = [f"{first}{vowel}{last}" for first, vowel, last in product("bdghklmnprstvwz", "aeiou", "klmnrst")]
VOCABULARY = list(dict.fromkeys("".join(_random.choices(_syllables, k=1 + number % 4)) for number in range(40_000)))
_HOW_OFTEN = list(accumulate(1 / (rank + 3) for rank in range(len(VOCABULARY))))
COMMON = [word for word in VOCABULARY[:200] if len(word) > 5]
ASKED_OF_EACH = 15


def written(number):
    return " ".join(_random.choices(VOCABULARY, cum_weights=_HOW_OFTEN, k=number))


def common(number):
    return _random.sample(COMMON, number)


def misspelt(number):
    return [word[:3] + "x" + word[3:] for word in common(number)]


SHAPES = {
    "a common word": lambda: common(1)[0],
    "the commonest words": lambda: " ".join(VOCABULARY[:3]),
    "function words": lambda: "de het een van en in is dat",
    "a beginning": lambda: common(1)[0][:3],
    "three words": lambda: " ".join(common(3)),
    "eight words": lambda: " ".join(common(8)),
    "a misspelt word": lambda: misspelt(1)[0],
    "two misspelt words": lambda: " ".join(misspelt(2)),
    "three misspelt words": lambda: " ".join(misspelt(3)),
    "eight misspelt words": lambda: " ".join(misspelt(8)),
    "known words and a misspelt one": lambda: " ".join([*common(5), *misspelt(1)]),
    "one part, time and again": lambda: "-".join([VOCABULARY[0]] * 50),
    "many parts": lambda: "-".join(common(20))[:200],
    "many misspelt parts": lambda: "-".join(misspelt(20))[:200],
    "apostrophes": lambda: "'".join(common(20))[:200],
    "many small compounds": lambda: " ".join("-".join(common(3)) for _number in range(6))[:200],
    "single letters": lambda: "-".join("abcdefghijklmnopqrstuvwxyz" * 4)[:199],
}


def milliseconds(client, asked):
    """Of this process, whatever else the machine does meanwhile."""
    start = process_time()
    answer(client, asked)
    return (process_time() - start) * 1000


@pytest.fixture
def large_site():
    public = {"status": "published", "published_at": timezone.now()}
    Post.objects.bulk_create(
        Post(title=written(5), slug=f"{number}", lead=written(15), body_html=f"<p>{written(WORDS)}</p>", **public)
        for number in range(ITEMS)
    )
    keeping.rebuild()


def test_every_shape_of_question_is_answered_in_time(client, large_site):
    answer(client, "")
    usual = median(milliseconds(client, "") for _number in range(ASKED_OF_EACH))
    times = {
        shape: round(median(milliseconds(client, make()) for _number in range(ASKED_OF_EACH)) / usual, 1)
        for shape, make in SHAPES.items()
    }
    assert not {shape: number for shape, number in times.items() if number > MOST_TIMES}
