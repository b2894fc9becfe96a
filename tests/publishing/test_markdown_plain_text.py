"""The words of a page without its tags."""

from publishing.markdown import plain_text, render


def words(text, **options):
    return plain_text(render(text, language="nl").html, **options)


def test_tags_and_insertables_leave_no_trace():
    assert words("# A\n\n*b*c\n\n[[contact]]\n\n- d\n- e") == "A bc d e"


def test_what_was_escaped_is_a_character_again():
    assert words("a < b & <c>") == "a < b & <c>"


def test_signs_of_footnotes_are_no_words():
    assert words("a[^1].\n\n[^1]: b") == "a. b"


def test_quotation_marks_stay_at_their_words():
    assert words('"*a*" `b`') == "“a” b"


def test_a_limit_cuts_between_words():
    assert words("een twee drie", limit=9) == "een twee…"
    assert words("een twee", limit=8) == "een twee"


def test_a_word_longer_than_the_limit_is_cut():
    assert words("abcdefgh", limit=4) == "abc…"
