"""The judge lets through what draws our screens, and nothing else."""

import pytest

from tests.terminal.judge import strays

OURS = (
    b"\x1b[?1049h\x1b[?25l\x1b[?2026$p\x1b]22;default\x07\x1b[1;1H\x1b[48;5;16m  \x1b[0m\r\n"
    b"\x1b[1;3;38;2;240;160;124;48;5;16mT u r n \xe2\x9c\xa6 \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d\x1b[0m\x1b[<u"
)
THEIRS = {
    "a colour that is not ours": b"\x1b[31mred",
    "the whole screen wiped": b"\x1b[2J",
    "a title for the window": b"\x1b]0;owned\x07",
    "something to paste": b"\x1b]52;c;cm0gLXJm\x07",
    "a link": b"\x1b]8;;file:///etc\x07here",
    "a device string": b"\x1bP+q544e\x1b\\",
    "a fresh terminal": b"\x1bc",
    "a mode that is not ours": b"\x1b[?47h",
    "keys that go to the program": b"\x1b[5n",
    "C1": "\u009b31m".encode(),
    "C1 as a bare byte": b"\x9b31m",
    "NUL": b"\x00",
    "a bell": b"\x07",
    "a backspace": b"\x08",
    "a return that writes over the line": b"good\rbad",
    "DEL": b"\x7f",
    "a line that is turned around": "\u202egnp.exe".encode(),
    "an isolate": "\u2066x".encode(),
    "no UTF-8": b"caf\xe9",
}


def test_what_draws_our_screens_is_let_through() -> None:
    assert strays(OURS) == []


@pytest.mark.parametrize("theirs", THEIRS.values(), ids=THEIRS.keys())
def test_what_is_not_ours_is_found_on_screens_and_in_lines(theirs: bytes) -> None:
    assert strays(OURS + theirs + OURS) != []
    assert strays(b"A card.\r\n" + theirs + b"\r\n", plain=True) != []


def test_in_lines_no_sequence_is_ours() -> None:
    assert strays(b"A\tcard.\r\n\x1b[1mbold\x1b[0m\n", plain=True) == [
        r"'\x1b[1mbold\x1b[0m\n'",
        r"'\x1b[0m\n'",
    ]


def test_a_killed_program_may_leave_half_a_sequence_or_half_a_letter() -> None:
    for half in (b"\x1b", b"\x1b[38;5", b"\x1b]22;defa", b"\xe2\x9c"):
        assert strays(OURS + half, killed=True) == []
        assert strays(OURS + half) != []
