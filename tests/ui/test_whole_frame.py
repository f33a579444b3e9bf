"""What is shown goes out whole, whatever interrupts it."""

import asyncio
import io
import os
import signal
import sys
import tty
from collections.abc import Iterator

import pytest
from textual.app import App
from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver

from game.ui.keyboard import patient

FRAME = "│" * 30_000
"""More than a terminal takes at once."""


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Stand between the program and its terminal, to which it speaks unbuffered, and read what comes."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    raw = io.FileIO(theirs, "w", closefd=False)
    monkeypatch.setattr(sys, "__stderr__", io.TextIOWrapper(raw, "utf-8", write_through=True))
    before = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    before[signal.SIGWINCH] = signal.signal(signal.SIGWINCH, lambda *_: None)
    yield ours
    for number, handler in before.items():
        signal.signal(number, handler)
    os.close(ours)
    os.close(theirs)


def test_a_frame_that_a_resize_interrupts_is_shown_whole(terminal: int) -> None:
    async def driver() -> Driver:
        return patient(LinuxDriver)(App())  # only where a loop runs

    writer = WriterThread(asyncio.run(driver())._file)  # type: ignore[attr-defined]
    writer.start()
    writer.write(FRAME)
    writer.write("\n")
    shown = b""
    while not shown.endswith(b"\n"):
        signal.pthread_kill(writer.ident or 0, signal.SIGWINCH)
        shown += os.read(terminal, 500)
    writer.stop()

    assert shown.decode() == f"{FRAME}\n"
