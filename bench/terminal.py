"""A terminal for the benchmarks: runs a program and tells when it has shown something."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from pathlib import Path

# What is installed has been compiled; where that is not allowed every start of the game would do it anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

COLUMNS, ROWS = 80, 24
_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[c": b"\x1b[?62c",
}
"""What a terminal says when a program asks what it is."""
_FRAME_ENDS = b"\x1b[?2026l"
_CODES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\s")


class Terminal:
    """One program in a pseudo-terminal of 80 by 24."""

    def __init__(self, command: list[str], **environ: str) -> None:
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.environ.update(
                TERM="xterm-256color", COLORTERM="truecolor", TEXTUAL_DISABLE_KITTY_KEY="1", **environ
            )
            os.execv(command[0], command)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.seen = b""

    def until(self, text: bytes, seconds: float = 20) -> float:
        """Return the seconds from now until *text* has come; raise TimeoutError when it does not."""
        start = time.perf_counter()
        since = len(self.seen)
        while text not in self.seen[since:]:
            self._read(start + seconds)
        return time.perf_counter() - start

    def press(self, keys: bytes) -> None:
        """Type *keys*."""
        os.write(self._fd, keys)

    def frame_after(self, keys: bytes, quiet: float = 0.15, seconds: float = 5) -> float:
        """Return the seconds from *keys* to the end of the first whole frame that they change."""
        self.settle(quiet)
        start, since = time.perf_counter(), len(self.seen)
        self.press(keys)
        while not any(map(_says_something, self.seen[since:].split(_FRAME_ENDS)[:-1])):
            self._read(start + seconds)
        return time.perf_counter() - start

    def settle(self, quiet: float) -> None:
        """Read until nothing has come for *quiet* seconds."""
        while self._readable(quiet):
            self._take()

    def used(self) -> float:
        """Return the processor seconds that the program has used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """Make an end of it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def _readable(self, seconds: float) -> bool:
        return bool(select.select([self._fd], [], [], max(0, seconds))[0])

    def _read(self, deadline: float) -> None:
        left = deadline - time.perf_counter()
        if left <= 0 or not self._readable(left):
            raise TimeoutError(self.seen[-400:])
        self._take()

    def _take(self) -> None:
        new = os.read(self._fd, 65536)
        self.seen += new
        for question, answer in _ANSWERS.items():
            if question in new:
                os.write(self._fd, answer)


def _says_something(frame: bytes) -> bool:
    """Return whether a frame writes more than where the cursor is."""
    return bool(_CODES.sub(b"", frame))
