"""A table for tests of plain mode: lines go in, and the whole talk comes out as text."""

import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.files.config import Config, write_config
from game.files.paths import Home, find_home, open_home
from game.plain.asking import Asking
from game.plain.play import play_plain
from game.plain.voice import Voice
from game.sitting import Sitting, begin, resume

DECKS = Path(__file__).parent / "decks"
ROWS = 3
SEED = 28
"""It deals Tea a card to tell first."""
STARTED = ("", "", "", "")
"""What brings an evening to its first card: two curtains, and a ceiling behind each."""
LIGHT_CARD = ("told", "given", "go", "move")
OPEN_CARD = ("told", "given", "that", "go", "move")
THREE_CARDS = (*STARTED, *LIGHT_CARD, *LIGHT_CARD, *OPEN_CARD)
"""What brings an evening with roads to its fourth card."""
END = "(end)"
TYPED = re.compile(r"^(?:\(not shown\) )?>(?! \(end\))(?: (.*))?$", re.MULTILINE)
"""A line of a transcript that somebody typed."""


@dataclass(slots=True)
class Talk:
    """What was said at a table. Typed lines stand in the transcript, but were not written by the voice."""

    lines: Iterable[str]
    written: list[str] = field(default_factory=list)
    """What the voice wrote."""
    transcript: list[str] = field(default_factory=list)
    """The same with what was typed between."""

    def asking(self) -> Asking:
        """Return an asking that reads the lines as a terminal would, and pushes its screen away."""
        typed = iter(self.lines)

        def read() -> str:
            line = next(typed, None)
            if line is None:
                self.transcript.append(END)
                raise EOFError
            self.transcript.append(line)
            return line

        def read_seen() -> str:
            line = read()
            self.transcript.append("\n")
            return line

        def write(text: str) -> None:
            self.written.append(text)
            self.transcript.append(text)

        def read_unseen(prompt: str) -> str:
            write(prompt)
            return read()

        return Asking(Voice(read_seen, write, read_unseen, rows=ROWS))

    @property
    def told(self) -> str:
        """What the voice told, in one piece."""
        return "".join(self.written)

    @property
    def text(self) -> str:
        """The transcript, without the empty ends of its lines."""
        return "\n".join(line.rstrip() for line in "".join(self.transcript).splitlines()) + "\n"


def a_home(folder: Path, *, welcomed: bool = True) -> Home:
    """Return an opened home in *folder* that has the decks of these tests and none that came along."""
    home = replace(find_home(folder / "home"), shipped=folder / "nothing", is_given=False)
    open_home(home)
    for deck in DECKS.iterdir():
        shutil.copy(deck, home.decks)
    if welcomed:
        write_config(home.config, Config(welcomed=True))
    return home


def sit(home: Home, *decks: str, shape: str = "short", seed: int = SEED) -> Sitting:
    """Return a new evening of Ana and Ben with *decks*."""
    return begin(home, ("Ana", "Ben"), shape, decks, seed)


def play(opened: Callable[[], Sitting], *lines: str) -> tuple[Sitting, Talk]:
    """Play what *opened* gives with the typed *lines* until they end; return it and what was said."""
    talk = Talk(lines)
    sitting = opened()
    try:
        play_plain(sitting, talk.asking())
    finally:
        sitting.leave()
    return sitting, talk


def again(sitting: Sitting, *lines: str) -> tuple[Sitting, Talk]:
    """Go on with *sitting*, as it was saved."""
    return play(lambda: resume(sitting.home, sitting.id, SEED), *lines)
