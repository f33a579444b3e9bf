"""What enters is only text."""

import pytest

from game.words.text import first_unsafe, folded, is_plain, plain_text

UNSAFE = [
    0x00,
    0x07,
    0x08,
    0x0B,
    0x0D,
    0x1B,
    0x1F,
    0x7F,
    0x80,
    0x9B,
    0x9F,
    0x202A,
    0x202E,
    0x2066,
    0x2069,
    0xD800,
    0xDFFF,
]
PLAIN = ["Ana", "a\tb\nc", "Zoë", "愛", "שלום", "👩‍❤️‍👩", "[/q]", "[@click=app.quit]x[/]", "{partner}", ""]


@pytest.mark.parametrize("code", UNSAFE)
def test_a_code_that_a_terminal_obeys_is_told_and_taken_out(code: int) -> None:
    text = f"a{chr(code)}b"

    assert (is_plain(text), first_unsafe(text), plain_text(text)) == (False, f"U+{code:04X}", "ab")


@pytest.mark.parametrize("text", PLAIN)
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert (is_plain(text), first_unsafe(text), plain_text(text)) == (True, "", text)


@pytest.mark.parametrize(
    ("text", "searched"),
    [("CAFÉ", "cafe"), ("ﬁn Straße", "fin strasse"), ("İz", "iz"), ("名前", "名前"), ("Plain", "plain")],
)
def test_what_is_searched_has_no_accents_and_no_capitals(text: str, searched: str) -> None:
    assert folded(text) == searched
