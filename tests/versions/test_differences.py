"""What was changed between two texts, as data: paragraph by paragraph and word by word, however long they are."""

import random
import time

import pytest

from publishing.versions.differences import MOST_ROWS, count_changed, differences

LENGTH = 250_000


def told(old, new):
    """The rows as short strings: `-word-` was removed and `+word+` added."""
    marks = {"same": "", "removed": "-", "added": "+"}

    def written(pieces):
        return "".join(f"{marks[piece.kind]}{piece.text}{marks[piece.kind]}" for piece in pieces)

    return [(row.kind, row.count or (written(row.left), written(row.right))) for row in differences(old, new).rows]


def test_a_changed_word_stands_in_its_paragraph():
    assert told("One fine day.", "One grey day.") == [("changed", ("One -fine- day.", "One +grey+ day."))]


@pytest.mark.parametrize(
    ("old", "new", "left", "right"),
    [
        ("Look, listen.", "Look listen.", "Look-,- listen.", "Look listen."),
        ("To gether we go", "Together we go", "-To gether- we go", "+Together+ we go"),
        ("- one\n- two", "- one\n- three", "- one\n- -two-", "- one\n- +three+"),
        ("Café e\u0301te", "Cafe e\u0301te", "-Café- e\u0301te", "+Cafe+ e\u0301te"),
    ],
)
def test_signs_and_spaces_are_told_too(old, new, left, right):
    assert told(old, new) == [("changed", (left, right))]


def test_added_and_removed_paragraphs_stand_alone():
    old, new = "First one here.\n\nSecond here.", "First one here.\n\nQuite another story.\n\nSecond here."
    added = [
        ("equal", ("First one here.",) * 2),
        ("added", ("", "+Quite another story.+")),
        ("equal", ("Second here.",) * 2),
    ]
    assert told(old, new) == added
    assert told(new, old)[1] == ("removed", ("-Quite another story.-", ""))


def test_a_changed_paragraph_is_found_again_beside_a_new_one():
    old = "The river was high that year.\n\nNobody slept."
    new = "An introduction that is new.\n\nThe river was low that year.\n\nNobody slept."
    assert [kind for kind, _rest in told(old, new)] == ["added", "changed", "equal"]


def test_paragraphs_that_share_no_words_are_told_whole():
    assert told("Apples and pears.", "Roads or rails?") == [("changed", ("-Apples and pears.-", "+Roads or rails?+"))]


def test_long_equal_stretches_are_folded_and_counted():
    same = [f"Paragraph {number}." for number in range(10)]
    rows = told("\n\n".join([*same, "The end is near"]), "\n\n".join([*same, "The end is here"]))
    assert rows[:2] == [("folded", 9), ("equal", ("Paragraph 9.",) * 2)]
    assert len(rows) == 3


def test_a_single_equal_paragraph_is_not_worth_folding():
    assert [kind for kind, _rest in told("A b.\n\nSame.\n\nC d.", "A x.\n\nSame.\n\nC x.")] == [
        "changed",
        "equal",
        "changed",
    ]


def test_empty_lines_and_line_ends_of_a_browser_are_no_difference():
    assert told("One.\n\nTwo.", "One.\r\n\r\n\r\nTwo.\r\n") == []


def test_both_sides_can_be_read_back_from_the_pieces():
    old, new = "One fine day, we go.\n\nStay.", "One day; we all go.\n\nStay.\n\nMore."
    rows = differences(old, new).rows
    assert "\n\n".join("".join(piece.text for piece in row.left) for row in rows if row.left) == old
    assert "\n\n".join("".join(piece.text for piece in row.right) for row in rows if row.right) == new


def prose(seed):
    chance = random.Random(seed)  # noqa: S311
    words = ["".join(chance.choices("etaoinshrdlu", k=chance.randint(2, 9))) for _ in range(2000)]
    return "\n\n".join(" ".join(chance.choices(words, k=60)) for _ in range(LENGTH // 400))


def swapped(parts):
    return [part for pair in zip(parts[1::2], parts[::2], strict=True) for part in pair]


def hostile():
    chance = random.Random(7)  # noqa: S311
    short, signs = [str(number) for number in range(36_000)], [chr(0x2190 + number) for number in range(300)]
    yield "no spaces", "a" * LENGTH, "b" * LENGTH
    yield "one letter paragraphs", "\n\n".join("ab" * 41_000), "\n\n".join("abb" * 27_000)
    yield "nothing in common", prose(1), prose(2)
    yield "neighbours swapped", "\n\n".join(short), "\n\n".join(swapped(short))
    yield "one paragraph", prose(1).replace("\n\n", " "), prose(2).replace("\n\n", " ")
    yield "every second word", " ".join(short), " ".join(word if int(word) % 2 else "x" for word in short)
    yield "signs", "".join(chance.choices(signs, k=LENGTH)), "".join(chance.choices(signs, k=LENGTH))
    yield "empty lines", "\n" * LENGTH, "\n " * (LENGTH // 2)


@pytest.mark.parametrize(("old", "new"), [pytest.param(old, new, id=name) for name, old, new in hostile()])
def test_hostile_texts_are_compared_within_two_seconds(old, new):
    began = time.process_time()
    found = differences(old, new)
    count_changed(old, new)
    assert time.process_time() - began < 2
    assert len(found.rows) <= MOST_ROWS + 3


def test_where_words_would_take_too_long_whole_paragraphs_are_told_and_that_it_is_so():
    words = prose(1).split()
    found = differences(" ".join(words), " ".join(random.Random(1).sample(words, len(words))))  # noqa: S311
    assert found.coarse
    assert [piece.kind for piece in (*found.rows[0].left, *found.rows[0].right)] == ["removed", "added"]


def test_many_changes_far_from_each_other_are_bounded_too():
    same = "Stays {0}.\n\nKeeps {0}.\n\nHolds {0}.\n\nLasts {0}."
    old, new = (
        "\n\n".join(f"{word} {number}\n\n{same.format(number)}" for number in range(200)) for word in ("old", "new")
    )
    assert len(differences(old, new).rows) <= MOST_ROWS + 3


def test_what_is_not_told_is_counted():
    old, new = ("\n\n".join(f"{word} {number}" for number in range(1000)) for word in ("old", "new"))
    found = differences(old, new)
    assert len([row for row in found.rows if row.kind == "changed"]) + found.more == 1000
