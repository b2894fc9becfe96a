"""Any text of the greatest length is rendered in a time that is in proportion to that of a usual text.

A usual text of that length takes about 0.16 s where the worst of these take 1.4 s and two seconds are the goal. The
ratio (13) holds on a slow machine, where seconds would not; beside other tests, which fight for the caches, twice
that is allowed. What is not linear is off by far more.
"""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.markdown import MAX_LENGTH, render, replace_links

TIMES_A_USUAL_TEXT = 26
PROSE = 'Samen *bereik* je meer, zei "iemand" [hier](/aanbod/).\nEn dat gaat niet vanzelf, want \'t is werk.\n\n'


def seconds(function, *arguments, **options):
    """What the processor (not the clock: other tests run beside this one) needs."""
    start = time.process_time()
    function(*arguments, **options)
    return time.process_time() - start


def in_time(function, *arguments, **options):
    """Whether it is within the bound, at the third try at the latest."""
    return any(_is_in_time(function, *arguments, **options) for _ in range(3))


def _is_in_time(function, *arguments, **options):
    # What else the machine does changes by the second: the usual text is rendered before and after.
    before = seconds(render, filled(PROSE), language="nl")
    taken = seconds(function, *arguments, **options)
    after = seconds(render, filled(PROSE), language="nl")
    return taken < TIMES_A_USUAL_TEXT * max(before, after)


def filled(*parts):
    """`parts` one after the other, each repeated to its share of the greatest length."""
    share = MAX_LENGTH // len(parts)
    return "".join((part * (share // len(part) + 1))[:share] for part in parts)


WORST = {
    "brackets": "[",
    "pictures": "![",
    "links that never end": "![](",
    "quotes": "\"'",
    "stars": "*",
    "stars in brackets": "[*",
    "items": "- a\n",
    "quotations": ">",
    "headings": "# a\n",
    "table lines": "|a|b|\n|-|-|\n",
}
OTHERS = (
    *("[", "]", "_", "`", '"', "'", "- ", "|", "[a](", "[^1]", "<", "&", "\\", "~~", "[[", "a\n", "a\n=\n", "[\n"),
    *("[^1]: a\n\n", "[a]: /b\n", "> - ", "*a_ ", "**a", "<!--", "[^", "\n", "\t", "![\n", "[a\\\n", "``` ` "),
    *("[](a '", '[x]("', "&amp;", "\\\n"),
)
long_check = pytest.mark.skipif(settings.get_current_profile_name() != "long", reason="for `make check`")


@pytest.mark.parametrize("part", WORST.values(), ids=WORST)
def test_a_text_of_nothing_but_marks_is_rendered_in_time(part):
    assert in_time(render, filled(part), language="nl")


@pytest.mark.parametrize(
    "parts", [("[", "]"), ("[^1]: a\n\n", "[^"), ("[a]: /b\n\n", "[a]"), ("|a\n", "|-\n", "|\n")], ids=repr
)
def test_a_mixture_is_rendered_in_time(parts):
    assert in_time(render, filled(*parts), language="nl")


def test_a_very_wide_table_is_rendered_in_time():
    text = "|a" * 50_000 + "|\n" + "|-" * 50_000 + "|\n" + "|\n" * 20_000
    assert in_time(render, text, language="nl")


def test_lines_that_follow_deep_quotations_are_rendered_in_time():
    assert in_time(render, "> " * 19 + "a\n" + "-b\n" * 83_000, language="nl")


def test_a_long_address_that_is_referred_to_again_and_again_makes_no_page_of_millions_of_characters():
    text = f"[a]: /{'b' * 1000}\n\n" + "[a]" * 80_000
    assert len(render(text, language="nl").html) < 8 * MAX_LENGTH


def test_a_text_full_of_links_gets_new_addresses_in_time():
    assert in_time(replace_links, filled("[a](/b/)"), {"/b/": "/c/"})


@long_check
@settings(deadline=None)
@given(st.sampled_from([*WORST.values(), *OTHERS]))
def test_any_mark_repeated_is_rendered_in_time(part):
    assert in_time(render, filled(part), language="nl")


marks = st.lists(st.sampled_from([*WORST.values(), *OTHERS, *"a ()>", "\n\n"]), min_size=1, max_size=4)


@long_check
@settings(max_examples=100, deadline=None)
@given(st.lists(marks.map("".join), min_size=1, max_size=3))
def test_any_mixture_repeated_is_rendered_in_time(parts):
    assert in_time(render, filled(*parts), language="nl")
