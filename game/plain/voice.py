"""The voice of plain mode: it tells and it hears lines, and never says what a terminal would obey."""

import errno
import re
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from textwrap import wrap
from typing import TextIO

from game.words import say
from game.words.text import plain_text

PROMPT = "> "
WIDTH = 78
ROWS = 40
"""Empty lines that push a screen away at the least; a taller terminal gets its own height."""
_COMMAND = "turn-toward "
_LEAD = re.compile(r" *(?:\d+  |· )?")


@dataclass(frozen=True, slots=True)
class Voice:
    """Where lines come from and go to."""

    read: Callable[[], str]
    """Return the next typed line; raise EOFError when there is none."""
    write: Callable[[str], None]
    read_unseen: Callable[[str], str] | None = None
    """The same without showing what is typed after the given prompt; None where nothing is shown anyway."""
    echoes: bool = True
    """Whether what is typed shows up, and with it the end of its line."""
    width: int = WIDTH
    rows: int = 0
    """Empty lines that push what was told out of sight; 0 where there is no screen."""

    def tell(self, *blocks: str) -> None:
        """Tell *blocks*, each a few lines, with an empty line before each of them."""
        told = (self._fitted(plain_text(block)) for block in blocks if block)
        self.write("".join(f"\n{block}\n" for block in told))

    def ask(self) -> str:
        """Return a typed line; raise EOFError when there is none."""
        self.write(PROMPT)
        try:
            line = self.read()
        except (EOFError, KeyboardInterrupt):
            self.write("\n")
            raise
        if not self.echoes:
            self.write("\n")
        return line

    def ask_unseen(self) -> str:
        """Return a typed line that nobody saw being typed; raise EOFError when there is none."""
        if self.read_unseen is None:
            return self.ask()
        try:
            return self.read_unseen(f"{say('line.unseen')}{PROMPT}")
        finally:
            self.write("\n")

    def clear(self) -> None:
        """Push what was told out of sight. Without escape codes no terminal forgets it."""
        self.write("\n" * self.rows)

    def _fitted(self, block: str) -> str:
        return "\n".join(line for long in block.split("\n") for line in self._wrapped(long))

    def _wrapped(self, line: str) -> list[str]:
        if line.startswith(_COMMAND):
            return [line]  # whoever copies it to a shell needs it whole
        lead = _LEAD.match(line)
        hang = " " * (lead.end() if lead else 0)
        return wrap(
            line, self.width, subsequent_indent=hang, break_on_hyphens=False, break_long_words=False
        ) or [""]


def voice_of(source: TextIO | None, sink: TextIO) -> Voice:
    """Return the voice that reads *source* and writes to *sink*; a terminal does not echo hidden answers."""
    heard_by_terminal = source is not None and source.isatty()
    size = shutil.get_terminal_size((WIDTH, ROWS))
    return Voice(
        read=lambda: _line(source),
        write=lambda text: _write(sink, text),
        read_unseen=(lambda prompt: _line_unseen(source, sink, prompt)) if heard_by_terminal else None,
        echoes=heard_by_terminal,
        width=max(20, min(WIDTH, size.columns)) if sink.isatty() else WIDTH,
        rows=max(ROWS, size.lines) if sink.isatty() else 0,
    )


def _line(source: TextIO | None) -> str:
    try:
        line = source.readline() if source else ""
    except OSError as error:
        raise EOFError from error  # the terminal has been closed
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def _write(sink: TextIO, text: str) -> None:
    try:
        sink.write(text)
        sink.flush()
    except OSError as error:
        if error.errno == errno.EIO:
            raise BrokenPipeError from error  # a closed terminal is as far away as a closed pipe
        raise


if sys.platform == "win32":

    def _line_unseen(_: TextIO | None, __: TextIO, prompt: str) -> str:
        """Read a line from the console without echo."""
        from getpass import getpass  # nobody else needs it

        return getpass(prompt)

else:
    import os
    import signal
    import termios
    import threading
    from typing import Any

    def _line_unseen(source: TextIO | None, sink: TextIO, prompt: str) -> str:
        """Read a line from the terminal, which echoes nothing from before the prompt until after its end.

        What was typed ahead has been seen, and is dropped.
        """
        assert source is not None, "only a terminal can be told not to echo"
        descriptor = source.fileno()
        usual = termios.tcgetattr(descriptor)
        silent = [*usual]
        silent[3] &= ~termios.ECHO

        def rest(*_: object) -> None:
            """Stop, with the terminal as it was meanwhile; what was half typed is gone after."""
            termios.tcsetattr(descriptor, termios.TCSAFLUSH, usual)
            os.kill(os.getpid(), signal.SIGSTOP)
            termios.tcsetattr(descriptor, termios.TCSAFLUSH, silent)
            _write(sink, f"\n{prompt}")

        termios.tcsetattr(descriptor, termios.TCSAFLUSH, silent)
        before = _on_suspending(rest)
        try:
            _write(sink, prompt)
            return _line(source)
        finally:
            _on_suspending(before)
            # A terminal that has been closed has no echo to give back.
            with suppress(termios.error):
                termios.tcsetattr(descriptor, termios.TCSAFLUSH, usual)

    def _on_suspending(act: Any) -> Any:
        """Let ctrl+z do *act*, and return what it did before; only the main thread hears it."""
        if threading.current_thread() is not threading.main_thread():
            return act
        return signal.signal(signal.SIGTSTP, act)
