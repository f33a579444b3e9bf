"""The real program as a victim: it plays, and is killed at an instant that chance or the disk chooses."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from game.files.atomic import FRESH
from game.files.paths import Home
from tests.torture.evening import passphrase_of

GAME = (sys.executable, "-m", "game")
WEAK = (sys.executable, str(Path(__file__).with_name("weak.py")))
CARELESS = (sys.executable, str(Path(__file__).with_name("careless.py")))
QUESTION = b"\n> "
PATIENCE = 20.0
"""Seconds after which a program that should have come to something has not."""


@dataclass(frozen=True, slots=True)
class Death:
    """What was seen of a program until it was killed."""

    questions: int
    """How often it asked, and so said that all before was saved."""
    was_saving: bool
    """Whether it left a file half written."""


@contextmanager
def handed(passphrase: str) -> Iterator[tuple[int, ...]]:
    """Hand over *passphrase*, if there is any, in a file descriptor."""
    if not passphrase:
        yield ()
        return
    reader, writer = os.pipe()
    os.write(writer, f"{passphrase}\n".encode())
    os.close(writer)
    yield (reader,)
    os.close(reader)


class Pipe:
    """Plain mode fed with all its lines at once."""

    def __init__(
        self, home: Home, lines: tuple[str, ...], *arguments: str, game: tuple[str, ...] = GAME
    ) -> None:
        command = [*game, *arguments, "--plain", "--home", str(home.root)]
        self._saves = home.saves
        with handed(passphrase_of(home)) as descriptors:
            command += [word for each in descriptors for word in ("--passphrase-fd", str(each))]
            self._child = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                pass_fds=descriptors,
            )
        assert self._child.stdin is not None
        self.told = b""
        self.types(*lines)  # and the pipe stays open: an end of input would end the evening

    def types(self, *lines: str) -> None:
        """Type *lines*."""
        assert self._child.stdin is not None
        self._child.stdin.write("".join(f"{line}\n" for line in lines).encode())
        self._child.stdin.flush()

    def asks(self, count: int) -> bool:
        """Wait until it has asked so often; return whether it did before it ended."""
        assert self._child.stdout is not None
        end = time.monotonic() + PATIENCE
        while self.told.count(QUESTION) < count and time.monotonic() < end:
            if select.select([self._child.stdout], [], [], 0.1)[0]:
                new = os.read(self._child.stdout.fileno(), 65536)
                if not new:
                    return False
                self.told += new
        return self.told.count(QUESTION) >= count

    def left(self) -> int:
        """Type that one leaves, and return the exit code."""
        with suppress(BrokenPipeError):
            self.types("leave")
        return self.ended()

    def ended(self) -> int:
        """Return the exit code of a program that ends by itself."""
        assert self._child.stdin is not None
        with suppress(BrokenPipeError):
            self._child.stdin.close()
        assert self._child.stdout is not None
        self.told += self._child.stdout.read()
        self._child.stdout.close()
        return self._child.wait()

    def killed_after(self, seconds: float) -> Death:
        """Kill it so many *seconds* after its start, wherever it is then."""
        time.sleep(seconds)
        return self._killed()

    def killed_while_saving(self, save: int, seconds: float) -> Death:
        """Kill it so many *seconds* after it has begun its save number *save*, counted from its start."""
        end = time.monotonic() + PATIENCE / 10
        seen: set[str] = set()
        while len(seen) < save and self._child.poll() is None and time.monotonic() < end:
            seen.update(name for name in os.listdir(self._saves) if name.endswith(FRESH))  # noqa: PTH208
        wait = time.monotonic() + seconds
        while time.monotonic() < wait:
            pass  # a sleep is longer than a save
        return self._killed()

    def killed_when_shorter(self, path: Path) -> Death:
        """Kill it as soon as the file at *path* is shorter than it was a moment ago."""
        size, end = 0, time.monotonic() + PATIENCE
        while self._child.poll() is None and time.monotonic() < end:
            before, size = size, path.stat().st_size
            if size < before:
                break
        return self._killed()

    def killed_at_question(self, count: int) -> Death:
        """Kill it once it has asked so often."""
        self.asks(count)
        return self._killed()

    def _killed(self) -> Death:
        self._child.send_signal(signal.SIGKILL)
        assert self._child.stdout is not None
        self.told += self._child.stdout.read()
        self._child.wait()
        for stream in (self._child.stdin, self._child.stdout):
            assert stream is not None
            stream.close()
        left = any(path.name.endswith(FRESH) for path in self._saves.iterdir())
        return Death(self.told.count(QUESTION), left)


LINES = ("", "", "", "", "", "", "2", "swap", "undo", "redo", "pause", "lighter", "3")
"""What is typed, the usual most often; what is no choice somewhere is told so, and nothing happens."""


def some_lines(dice: Random, count: int) -> tuple[str, ...]:
    """Return so many lines as two people might type them."""
    return tuple(dice.choice(LINES) for _ in range(count))
