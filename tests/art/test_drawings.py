"""Two hundred drawings, any of which could hang on a wall."""

import subprocess
import sys
from itertools import combinations
from xml.etree import ElementTree

import pytest

from images.art import PLACES, arrangement, drawing, in_place
from images.art.circles import overlap
from tests.art.rasters import raster, thin_faces

SLUGS = [f"een-bericht-over-samenwerken-{number}" for number in range(200)]
STRANGE = ["", "1", "é", "\ud800", "\x00", "a" * 10_000, "مرحبا", "🙂"]


@pytest.mark.parametrize("place", PLACES)
def test_the_same_name_gives_the_same_drawing_in_another_process(place):
    source = f"from images.art import drawing; print([drawing(f'naam-{{n}}', {place!r}) for n in range(20)])"
    elsewhere = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)  # noqa: S603
    assert elsewhere.stdout.strip() == str([drawing(f"naam-{number}", place) for number in range(20)])


@pytest.mark.parametrize("place", PLACES)
def test_drawings_are_well_formed_and_small(place):
    sizes = sorted(len(drawing(slug, place)) for slug in SLUGS)
    assert sizes[100] <= 550
    assert sizes[-1] <= 800
    for slug in [*SLUGS, *STRANGE]:
        svg = ElementTree.fromstring(drawing(slug, place))  # noqa: S314
        assert svg.attrib["aria-hidden"] == "true"
        assert {element.tag for element in svg} <= {"circle", "path"}
        assert not {"id", "style", "class", "clip-path"}.intersection(*[element.attrib for element in svg.iter()])


def test_drawings_are_of_two_to_four_circles_and_no_colour_meets_itself():
    for slug in SLUGS:
        circles = arrangement(slug)
        assert 2 <= len(circles) <= 4
        assert not any(overlap(*pair) for pair in combinations(circles, 2) if pair[0].colour == pair[1].colour)


def test_what_overlaps_does_so_by_a_good_part_and_what_does_not_stays_clear():
    for slug in SLUGS:
        for pair in combinations(arrangement(slug), 2):
            small, large = sorted(pair, key=lambda circle: circle.r)
            met, apart = overlap(small, large), small.distance(large)
            if met is None:
                assert apart >= small.r * 1.08 + large.r, slug
            elif met.disc:
                assert apart + small.r * 1.08 <= large.r, slug
            else:
                assert 0.08 <= met.area / small.area <= 0.75, slug


@pytest.mark.parametrize("place", PLACES)
def test_no_part_of_a_drawing_is_a_sliver(place):
    frame = PLACES[place]
    slivers = {slug: thin_faces(raster(in_place(slug, frame), frame), shave=1) for slug in SLUGS[::4]}
    assert {slug for slug, count in slivers.items() if count} == set()


@pytest.mark.parametrize("place", PLACES)
def test_only_the_edges_that_may_cut_do(place):
    frame = PLACES[place]
    for slug in SLUGS:
        for circle in in_place(slug, frame):
            room = {
                "left": circle.x,
                "top": circle.y,
                "right": frame.width - circle.x,
                "bottom": frame.height - circle.y,
            }
            cut = {edge for edge, depth in room.items() if depth < circle.r - 0.15}
            assert cut <= frame.cut, slug
            assert all(0 < room[edge] < 0.75 * circle.r for edge in cut), slug


@pytest.mark.parametrize("place", PLACES)
def test_hardly_any_two_drawings_look_alike(place):
    """Seen from afar, as 24 cells across: alike is what differs in less than a tenth of what is painted."""
    frame = PLACES[place]
    seen = [raster(in_place(slug, frame), frame, width=24).tobytes() for slug in SLUGS]
    different = [one for number, one in enumerate(seen) if not any(_alike(one, other) for other in seen[:number])]
    assert len(different) >= 190


def _alike(one, other):
    differing = sum(a != b for a, b in zip(one, other, strict=True))
    return differing < 0.1 * sum(1 for a, b in zip(one, other, strict=True) if a or b)
