"""Quotation marks, apostrophes, dashes and ellipses."""

import pytest

from publishing.markdown import render


def typeset(text, language):
    return render(text, language=language).html.removeprefix("<p>").removesuffix("</p>\n")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('"Ja", zei ze.', "“Ja”, zei ze."),
        ("'Ja', zei ze.", "‘Ja’, zei ze."),
        ("\"Zij zei 'ja'\"", "“Zij zei ‘ja’”"),
        ("'Zij zei \"ja\"'", "‘Zij zei “ja”’"),
        ("foto's en auto's", "foto’s en auto’s"),
        ("'s Avonds, 't is 'n feest; 'k weet 'm", "’s Avonds, ’t is ’n feest; ’k weet ’m"),
        ('"\'s Avonds"', "“’s Avonds”"),
        ("de jaren '90", "de jaren ’90"),
        ("Hans' boek", "Hans’ boek"),
        ('"*woord*"', "“<em>woord</em>”"),
        ('*"woord"*', "<em>“woord”</em>"),
        ('**"a** b"', "<strong>“a</strong> b”"),
        ('"[a](/b)"', '“<a href="/b">a</a>”'),
        ('"`a`"', "“<code>a</code>”"),
        ('("a")', "(“a”)"),
        ('a "b"\n"c" d', "a “b”\n“c” d"),
        ('""', "“”"),
        ("een -- twee", "een – twee"),
        ("2019--2024", "2019–2024"),
        ("een --- twee---drie", "een — twee—drie"),
        ("nou...", "nou…"),
        ("a.... --> <-- -", "a.... --&gt; &lt;-- -"),
    ],
)
def test_dutch_is_set_as_dutch(typed, shown):
    assert typeset(typed, "nl") == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('"Don\'t", she said.', "“Don’t”, she said."),
        ("'Don't', she said.", "‘Don’t’, she said."),
        ("'Tis the '90s, rock 'n' roll", "’Tis the ’90s, rock ’n’ roll"),
        ("dogs' tails", "dogs’ tails"),
        ("'t", "‘t"),
        ("5' 10\"", "5' 10\""),
    ],
)
def test_english_is_set_as_english(typed, shown):
    assert typeset(typed, "en") == shown


@pytest.mark.parametrize(
    "text", ["`\"a\" -- 'b'...`", "<https://example.com/a--b...>", '\\"a\\"', "&quot;a&quot;", "\\.\\.\\."]
)
def test_code_addresses_and_escaped_characters_stay(text):
    assert not set("“”‘’–—…") & set(typeset(text, "nl"))


def test_an_address_in_a_link_stays():
    assert render("[a](/b--c...'d')", language="nl").links == ("/b--c...'d'",)


def test_code_blocks_stay():
    assert '"a" -- b' in render('```\n"a" -- b\n```', language="nl").html


def test_a_heading_and_a_footnote_are_set_too():
    shown = render('# "a"\n\nb[^1]\n\n[^1]: "c"', language="nl").html
    assert "“a”" in shown and "“c”" in shown
