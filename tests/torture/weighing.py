"""Commands on the scales, in a real terminal: soon over, with little memory, and only text is written."""

import sys
import time
from pathlib import Path

from game.files.paths import Home
from tests.terminal.judge import strays
from tests.terminal.screen import GAME, PATIENCE, Terminal
from tests.torture import scales

LONGEST = 5.0
"""Seconds that one command may take."""
MOST = 512 << 20
"""Bytes of memory that it may take."""


class Weighed(Terminal):
    """A run of the game of which it is found out how much memory it takes."""

    def __init__(
        self,
        home: Home,
        *arguments: str,
        environ: dict[str, str] | None = None,
        game: tuple[str, ...] = tuple(GAME),
    ) -> None:
        self._report: Path = home.root.parent / "weight"
        weighing = (sys.executable, "-IS", scales.__file__, str(self._report), *game)
        super().__init__(home.root, *arguments, environ=environ, game=weighing)

    @property
    def weight(self) -> int:
        """The most bytes that it ever held at once, now that it is over."""
        return int(self._report.read_text())

    def too_much(self, seconds: float) -> list[str]:
        """Return what is wrong with what it took, so many *seconds* among it."""
        wrong = [f"it took {seconds:.1f} s"] if seconds > LONGEST else []
        return wrong + ([f"it took {self.weight >> 20} MB"] if self.weight > MOST else [])


def weighed(
    home: Home,
    *arguments: str,
    environ: dict[str, str] | None = None,
    game: tuple[str, ...] = tuple(GAME),
) -> tuple[list[str], int]:
    """Run a command; return what is wrong with how it ended or what it wrote, and the bytes that it took."""
    start = time.monotonic()
    terminal = Weighed(home, *arguments, environ=environ, game=game)
    terminal.press("\x04\x04")
    try:
        code = terminal.ends() or 0
    except TimeoutError:
        terminal.kill()
        return [f"{arguments}: it hangs, after {PATIENCE:.0f} s"], 0
    took = time.monotonic() - start
    told = terminal.bytes.replace(b"^D", b"").replace(b"\x08", b"")
    wrong = strays(told, plain=True)
    wrong += ["it broke"] if b"The game broke" in told or code not in (0, 1, 2) else []
    return [f"{arguments}: {each}" for each in (*wrong, *terminal.too_much(took))], terminal.weight
