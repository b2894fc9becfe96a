"""The library with 10,000 pictures in it."""

from collections.abc import Iterator
from time import perf_counter

from bench.rows import Row, at_most, measured, measures
from bench.site import owner_client

PICTURES = 10_000
LIST = "/admin/images/image/"
TRIES = 5


@measures("library of 10,000 pictures")
def library() -> Iterator[Row]:
    from images.models import Image
    from tests.factories_images import unsaved_image

    few = min(_asked(LIST)[0] for _try in range(TRIES))
    titles = ("Bridge over the water", "Portrait of a speaker", "Hall full of people")
    Image.objects.bulk_create(
        unsaved_image(title=f"{titles[number % 3]} {number}", alternative_text=titles[number % 3])
        for number in range(PICTURES)
    )
    took, queries, _searching = min(_asked(LIST) for _try in range(TRIES))
    found, asked, searching = min(_asked(f"{LIST}?q=speaker+4711") for _try in range(TRIES))
    yield at_most("queries of the list", queries, "", 12)
    yield at_most("queries of a search", asked, "", 12)
    yield at_most("search: its own queries, the slowest word", 1000 * searching, "ms", 50)
    yield measured("search, to its answer", 1000 * found, "ms")
    yield measured("the list against that of a library with next to nothing in it", took / few, "x")


def _asked(address: str) -> tuple[float, int, float]:
    """Seconds to the answer, number of queries, and seconds of the queries that ask the table of pictures."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        began = perf_counter()
        answer = owner_client().get(address)
        took = perf_counter() - began
    assert answer.status_code == 200  # noqa: S101
    searching = sum(float(one["time"]) for one in queries if "images_image" in one["sql"])
    return took, len(queries), searching
