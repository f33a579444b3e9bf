"""The keyboard: what is typed reaches the screens, whatever bytes it comes in, and Escape without a wait."""

import os
import select
import sys
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from typing import Any

from textual import constants
from textual._parser import Parser
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

from game.ui.frame import END, Frame, in_full

IDLE = 0.1
"""Seconds between two looks at whether the game is being left, while nothing is typed."""
_MOST_BYTES = 4096
_TURN = 0.00002
"""Seconds in which another thread gets its turn."""


def patient(usual: type[Driver]) -> type[Driver]:
    """Return the driver of a terminal that loses nothing and reads with `typed`; any other as it is."""
    if sys.platform == "win32":
        return usual
    from textual.drivers.linux_driver import LinuxDriver

    class Keyboard(LinuxDriver):
        _frame = Frame()

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            if self._file is not None:
                self._file = in_full(self._file)

        def write(self, data: str) -> None:
            if whole := self._frame.take(data):
                super().write(whole)
            if data == END:
                # The thread that writes it has to wait else until this one has nothing left to do.
                time.sleep(_TURN)

        def stop_application_mode(self) -> None:
            super().write(self._frame.rest())
            super().stop_application_mode()

        def run_input_thread(self) -> None:
            for event in typed(XTermParser(self._debug), self.fileno, self.exit_event.is_set):
                self.process_message(event)

    return Keyboard if usual is LinuxDriver else usual


def has_more(terminal: int, seconds: float) -> bool:
    """Return whether anything is typed at *terminal* within so many *seconds*."""
    return bool(select.select([terminal], [], [], seconds)[0])


def typed(
    parser: Parser[Message],
    terminal: int,
    is_over: Callable[[], bool],
    has_more: Callable[[int, float], bool] = has_more,
) -> Iterator[Message]:
    """Yield what is typed at *terminal* until it *is over*, or the terminal is gone.

    Escape is also how other keys begin. What follows of one has ESCDELAY to come, and only then is anything
    waited for that short. Bytes that are no letters are dropped: a terminal in another encoding sends such.
    """
    letters = getincrementaldecoder("utf-8")("ignore")
    pause = IDLE
    while not is_over():
        if not has_more(terminal, pause):
            yield from parser.tick()
            pause = IDLE
        elif data := os.read(terminal, _MOST_BYTES):
            if text := letters.decode(data):  # none while a letter is on its way
                yield from parser.feed(text)
            pause = min(IDLE, constants.ESCAPE_DELAY)
        else:
            return
