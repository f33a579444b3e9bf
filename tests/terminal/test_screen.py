"""The emulator shows what a person would see, also of a program that dies in the middle of a sequence."""

import pyte
import pytest

from tests.terminal.screen import Emulator


@pytest.mark.parametrize("cut", [b"\x1b[38;2;29;20c", b"\x1b[?1;2;3;4A", b"\x1b[1;2;3A", b"\x1b[?5;5H"])
def test_a_sequence_that_was_cut_short_is_let_pass_and_the_rest_is_shown(cut: bytes) -> None:
    screen = Emulator(20, 2)
    pyte.ByteStream(screen).feed(cut + b"\x1b[2;3Hdone")
    assert screen.display[1].rstrip() == "  done"
