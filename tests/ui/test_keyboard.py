"""What is typed, byte by byte: Escape is told from the keys that begin with it, and nothing else hurries."""

import os

import pytest
from textual import constants, events
from textual._xterm_parser import XTermParser

from game.ui.keyboard import IDLE, has_more, typed

SOON, LATE = 0.001, 60.0
GONE = b""
"""What comes from a terminal whose window was closed."""


class Typist:
    """Types one piece whenever somebody waits for it. When there is none left and no hurry, it is over."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = list(pieces)
        self._is_over = False
        self.pauses: list[float] = []
        """How long somebody was ready to wait, time after time."""

    def keys(self) -> list[str]:
        """Return what is heard of it, key by key."""
        terminal, hand = os.pipe()
        with os.fdopen(terminal), os.fdopen(hand, "wb", buffering=0) as self._hand:
            heard = list(typed(XTermParser(), terminal, lambda: self._is_over, self._has_more))
        return [event.key for event in heard if isinstance(event, events.Key)]

    def _has_more(self, terminal: int, seconds: float) -> bool:
        self.pauses.append(seconds)
        if self._pieces:
            self._type(self._pieces.pop(0))
        elif seconds == IDLE:
            self._is_over = True
        return has_more(terminal, min(seconds, SOON))

    def _type(self, piece: bytes) -> None:
        if piece == GONE:
            self._hand.close()
        else:
            self._hand.write(piece)


def test_escape_is_heard_after_its_delay_and_nothing_else_is_hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "ESCAPE_DELAY", SOON)
    typist = Typist(b"\x1b")

    assert typist.keys() == ["escape"]
    assert typist.pauses == [IDLE, SOON, IDLE]


@pytest.mark.parametrize("pieces", [(b"\x1b", b"[B"), (b"\x1b[", b"B"), (b"\x1b", b"[", b"B")])
def test_a_key_that_comes_in_pieces_is_that_key(
    pieces: tuple[bytes, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "ESCAPE_DELAY", LATE)

    assert Typist(*pieces, b"x").keys() == ["down", "x"]


def test_bytes_that_are_no_letters_are_dropped_and_letters_that_come_in_pieces_are_not() -> None:
    assert Typist(b"a\xe9b\xff", "ü".encode()[:1], "ü".encode()[1:], b"c").keys() == ["a", "b", "ü", "c"]


def test_a_terminal_that_is_gone_has_been_heard_to_the_end() -> None:
    typist = Typist(b"a", GONE)

    assert typist.keys() == ["a"]
    assert len(typist.pauses) == 2
