"""The real program in a real terminal, and an emulator that shows what a person would see."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pexpect
import pyte

COLUMNS, ROWS = 80, 24
HANDED = 99
"""The file descriptor from which the game is told a passphrase."""
GAME = [sys.executable, "-m", "game"]
AGAIN = 0.7
"""Seconds after which Enter is pressed once more."""
PATIENCE = 20.0
"""Seconds after which something that should be on the screen is missing."""


def hearing_all_but(ignored: Iterable[int] = ()) -> None:
    """Hear every signal that ends a program but those *ignored*, whatever whoever runs the tests ignores."""
    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_IGN if number in ignored else signal.SIG_DFL)


def born(ignoring: Iterable[int], passphrase: str) -> None:
    """Begin as a program that hears all signals but some, and is told *passphrase*, if there is any."""
    hearing_all_but(ignoring)
    if passphrase:
        reader, writer = os.pipe()
        os.write(writer, f"{passphrase}\n".encode())
        os.dup2(reader, HANDED)
        os.close(writer)


class Emulator(pyte.Screen):
    """A screen that lets pass what makes no sense, as every terminal does.

    Where a program dies in the middle of a sequence, the next letter that is typed becomes the end of it.
    """


def deaf_to_nonsense(name: str) -> Callable[..., None]:
    """Return what the screen does on the command *name*, and does not when its numbers are not fit for it."""
    command = getattr(pyte.Screen, name)

    def obey(screen: Emulator, *numbers: int, **how: bool) -> None:
        with suppress(TypeError):
            command(screen, *numbers, **how)

    return obey


for _name in set(pyte.Stream.csi.values()):
    setattr(Emulator, _name, deaf_to_nonsense(_name))


class Terminal:
    """One run of the game, with *arguments*, in a home of its own."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (COLUMNS, ROWS),
        ignoring: tuple[int, ...] = (),
        game: Sequence[str] = GAME,
        environ: Mapping[str, str] | None = None,
        passphrase: str = "",
    ) -> None:
        """Start *game* in a window of *size*, *ignoring* some signals from its birth."""
        self.screen = Emulator(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.bytes = b""
        usual = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_DISABLE_KITTY_KEY": "1"}
        opening = ("--passphrase-fd", str(HANDED)) if passphrase else ()
        command = [*game, "--home", str(home), *arguments, *opening]
        self.child = pexpect.spawn(
            command[0],
            command[1:],
            dimensions=size[::-1],
            env={**usual, **(environ or {})},
            timeout=0.05,
            preexec_fn=lambda: born(ignoring, passphrase),
        )

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def read(self) -> bool:
        """Take what has come, and show it; return whether more may come."""
        try:
            new = self.child.read_nonblocking(65536, 0.02)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.bytes += new
        self._stream.feed(new)
        return True

    def until(self, condition: Callable[[], bool]) -> None:
        """Read until *condition* holds; raise TimeoutError, with the screen, when it does not in time."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(self.text)
            self.read()

    def sees(self, text: str) -> None:
        """Wait until *text* is on the screen."""
        self.until(lambda: text in self.text)

    def press(self, keys: str) -> None:
        """Type *keys*."""
        self.child.send(keys)

    def looks(self) -> None:
        """Press Enter at a closed curtain until it opens."""
        self.enters(lambda: "your eyes only" not in self.text)

    def enters(self, is_done: Callable[[], bool]) -> None:
        """Press Enter until *is_done*: a curtain does not take one that comes as soon as it has changed."""
        end = time.monotonic() + PATIENCE
        while not is_done():
            if time.monotonic() > end:
                raise TimeoutError(self.text)
            self.press("\r")
            again = time.monotonic() + AGAIN
            while not is_done() and time.monotonic() < again:
                self.read()

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send the signal *number*."""
        os.kill(self.child.pid, number)

    def close_window(self) -> None:
        """Close the window that the program runs in."""
        self.child.ptyproc.fileobj.close()

    def ends(self) -> int | None:
        """Read until the program is gone; return its exit code, or minus its signal."""
        self.until(lambda: not self.child.isalive())
        for _ in range(20):
            if not self.read():
                break
        status: int | None = self.child.exitstatus
        return status if self.child.signalstatus is None else -int(self.child.signalstatus)


def saved_number(terminal: Terminal) -> int:
    """Return the number beside the word that says a move is safe, or 0 when the screen shows none."""
    words = terminal.text.splitlines()[0].split()
    return int(words[-1]) if len(words) > 1 and words[-2] == "saved" and words[-1].isdigit() else 0
