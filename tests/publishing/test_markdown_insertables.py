"""The form of what is put into a text by a line of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.markdown import Insertable, parse, render, split, write


def inserted(text):
    return render(text, language="nl").insertables


def test_a_line_is_read_into_kind_name_options_and_values():
    assert parse('[[afbeelding team-dag groot links alt="Een kring" bron="Zij zei: \\"ja\\""]]') == Insertable(
        kind="afbeelding",
        name="team-dag",
        options=("groot", "links"),
        values=(("alt", "Een kring"), ("bron", 'Zij zei: "ja"')),
    )


def test_a_value_is_asked_by_its_key():
    insertable = parse('[[image a alt="b"]]')
    assert insertable.get("alt") == "b"
    assert insertable.get("title") == ""
    assert insertable.get("title", "c") == "c"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[[contact]]", Insertable("contact")),
        ("  [[ Contact ]]\t", Insertable("contact")),
        ("[[blog - latest]]", Insertable("blog", options=("latest",))),
        ("[[image a alt=“b c”]]", Insertable("image", "a", values=(("alt", "b c"),))),
        ('[[image alt=""]]', Insertable("image", values=(("alt", ""),))),
        ('[[image a alt="b ]] c"]]', Insertable("image", "a", values=(("alt", "b ]] c"),))),
    ],
)
def test_lines_that_people_write_are_read(line, expected):
    assert parse(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "", "[[]]", "[[ ]]", "[contact]", "[[contact]", "[[contact]] x", "x [[contact]]", "[[a/b]]", "[[1a]]",
        '[[image a alt="b]]', "[[image a alt=b]]", '[[image a alt="b"c]]', "[[image a.b]]", "[[a]]\n[[b]]",
    ],
)  # fmt: skip
def test_what_is_something_else_is_no_insertable(line):
    assert parse(line) is None


words = st.from_regex(r"[\w-]+", fullmatch=True)
kinds = st.from_regex(r"[a-z]+", fullmatch=True)
one_line = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"))


@given(
    kinds,
    st.just("") | words.filter(lambda word: word != "-"),
    st.lists(words),
    st.lists(st.tuples(words, one_line)),
)
def test_what_is_written_is_read_back(kind, name, options, values):
    line = write(kind, name, options, values)
    assert parse(line) == Insertable(kind, name, tuple(options), tuple(values))


@given(st.text(st.sampled_from('-><&!"\\]ab ')))
def test_a_value_survives_the_page(value):
    html = render(write("image", "a", values=[("alt", value)]), language="nl").html
    assert "-" not in html.removeprefix("<!--").removesuffix("-->\n")
    [insertable] = [piece for piece in split(html) if isinstance(piece, Insertable)]
    assert insertable.get("alt") == value


@pytest.mark.parametrize("parts", [("",), ("a b",), ("a", "b]]"), ("a", "b", ["c d"]), ("a", "", (), [("b c", "d")])])
def test_what_is_no_plain_word_is_not_written(parts):
    with pytest.raises(ValueError):
        write(*parts)


def test_line_ends_in_a_value_become_spaces():
    assert write("image", values=[("alt", "a\r\nb\u2028c")]) == '[[image alt="a b c"]]'


@pytest.mark.parametrize(
    "text",
    [
        "[[contact]]",
        "a\n[[contact]]\nb",
        "   [[contact]]",
        "> [[contact]]",
        "> a\n> [[contact]]",
        "- a\n\n  [[contact]]",
        "- [[contact]]",
        "# a\n[[contact]]\n# b",
        "a\r\n[[contact]]\r\n",
        "[a]: /b\n[[contact]]",
        "|a|\n|-|\n[[contact]]",
    ],
)
def test_a_line_of_its_own_is_an_insertable(text):
    assert inserted(text) == (Insertable("contact"),)
    assert [piece for piece in split(render(text, language="nl").html) if isinstance(piece, Insertable)] == [
        Insertable("contact")
    ]


@pytest.mark.parametrize(
    "text",
    ["a [[contact]]", "[[contact]] a", "    [[contact]]", "```\n[[contact]]\n```", "`[[contact]]`", "\\[[contact]]"],
)
def test_elsewhere_it_is_text(text):
    assert inserted(text) == ()
    assert "[[contact]]" in render(text, language="nl").html


def test_a_kind_that_nobody_knows_is_told_too():
    assert inserted("[[nonsense]]") == (Insertable("nonsense"),)


def test_pieces_of_a_page_stand_in_their_order():
    pieces = split(render("a\n\n[[contact]]\n\nb\n\n[[blog]]", language="nl").html)
    assert [piece if isinstance(piece, str) else piece.kind for piece in pieces] == [
        "<p>a</p>\n",
        "contact",
        "\n<p>b</p>\n",
        "blog",
        "\n",
    ]


def test_the_line_as_typed_is_kept():
    assert inserted("[[ Contact   x ]]")[0].source == "[[ Contact   x ]]"
