"""The real program in a window of its own, on either face, with keys pressed faster than it can follow."""

import termios
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from game.engine.laying import pile
from game.engine.rules import IllegalMove, may_swap
from game.engine.scene import scene
from game.files.decks.shelf import read_shelf
from game.files.evenings.folder import id_of
from game.files.evenings.keeper import AlreadyOpen, Keeper
from game.files.evenings.savefile import read_save
from game.files.paths import Home
from game.table import Table
from tests.terminal.screen import Terminal, saved_number
from tests.torture.evening import Mirror, mirrored, passphrase_of
from tests.torture.victim import GAME, QUESTION

SOON = 2.0
"""Seconds within which a program that is asked to leave is gone."""
SCREENS, LINES = "screens", "lines"
FACES = (SCREENS, LINES)
KEYS = ("\r", "\r", "\r", "\r", "s", "u", "r")
_ENTERED, _LEFT, _SHOWN, _HIDDEN = b"\x1b[?1049h", b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?25l"


class Window:
    """One run of the game that goes on with the evening *save*, and what is pressed in it."""

    def __init__(
        self, home: Home, save: Path, face: str, dice: Random, count: int, game: tuple[str, ...] = GAME
    ) -> None:
        self.face = face
        self._home, self._save = home, save
        seed = dice.randrange(10**6)
        if face == SCREENS:
            self.mirror, self._typed = pressed(home, save, seed, dice, count)
        else:
            lines = tuple(dice.choice(("", "", "", "swap", "undo", "redo")) for _ in range(count))
            self.mirror, self._typed = (
                mirrored(home, save, seed, lines),
                "".join(f"{each}\r" for each in lines),
            )
        flags = ("--plain",) if face == LINES else ("--motion", "none")
        arguments = ("resume", id_of(save), *flags, "--seed", str(seed))
        self.terminal = Terminal(home.root, *arguments, game=game, passphrase=passphrase_of(home))
        self._modes: list[object] = termios.tcgetattr(self.terminal.child.child_fd)

    def play(self, seconds: float) -> None:
        """Wait for the table, press all keys at once, and look on for so many *seconds*."""
        self.terminal.until(
            lambda: self.questions > 0 if self.face == LINES else self.newest_called_saved > 0
        )
        self.terminal.press(self._typed)
        self.look(seconds)

    def look(self, seconds: float) -> None:
        """Look on for so many *seconds*."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.terminal.read()

    @property
    def questions(self) -> int:
        """How often it asked in lines."""
        return self.terminal.bytes.replace(b"\r", b"").count(QUESTION)

    @property
    def newest_called_saved(self) -> int:
        """The number of the newest save that it has called saved."""
        if self.face == SCREENS:
            return saved_number(self.terminal)
        return self.mirror.newest_called_saved(self.questions)

    def ends(self) -> list[str]:
        """See the program out; return what is wrong with how it went: slowly, or leaving a mess."""
        start = time.monotonic()
        self.terminal.ends()
        took = time.monotonic() - start
        mess = [f"it took {took:.1f} s to leave"] if took > SOON else []
        if termios.tcgetattr(self.terminal.child.child_fd) != self._modes:
            mess.append("the terminal was left in another mode")
        written = self.terminal.bytes
        if _ENTERED in written and _LEFT not in written:
            mess.append("the other screen was left on")
        if written.rfind(_SHOWN) < written.rfind(_HIDDEN):
            mess.append("the cursor was left hidden")
        return mess

    def is_gone(self) -> list[str]:
        """Wait for a program whose window is closed; return what is wrong if it stays."""
        start = time.monotonic()
        while self.terminal.child.ptyproc.isalive():
            if time.monotonic() - start > SOON:
                self.terminal.kill()
                return ["it stayed when its window was closed"]
            time.sleep(0.005)
        return []

    def is_free(self) -> list[str]:
        """Return what is wrong if nobody else can write the evening now."""
        try:
            Keeper(self._home, id_of(self._save)).close()
        except AlreadyOpen:
            return ["the evening stayed locked"]
        return []


def pressed(home: Home, save: Path, seed: int, dice: Random, count: int) -> tuple[Mirror, str]:
    """Return what up to *count* keys come to at the table, and the keys; they stop short of the closing."""
    saved = read_save(save, home.seal)
    mirror, keys = Mirror(saved.number, [saved.record], []), ""
    table = Table(saved.record, pile(saved.record.setting, read_shelf(home).decks), mirror.kept.append, seed)
    acts: dict[str, Callable[[], None]] = {
        "\r": lambda: table.choose(scene(table.evening).choices[0][0]),
        "s": lambda: table.swap() if may_swap(table.evening) else None,
        "u": lambda: table.undo() if table.can_undo else None,
        "r": table.redo,
    }
    for _ in range(count):
        key = dice.choice(KEYS)
        before = len(mirror.kept)
        with suppress(IllegalMove):
            acts[key]()
        if table.evening.is_closed or table.alone is not None:
            del mirror.kept[before:]
            break
        keys += key
    return mirror, keys
