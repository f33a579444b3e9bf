"""What is typed into a hidden field is nowhere: in no file, and on no terminal before its time.

Two evenings differ in nothing but what was hidden, and come to the same; every byte that is kept of them must
then be the same. So a number of one digit and a vote are searched for as well as a word.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from game.engine.rulebook import Asks
from game.engine.scene import scene
from game.files.config import Config, write_config
from game.files.evenings.folder import evening_paths
from game.files.evenings.savefile import read_save
from game.files.paths import Home
from game.plain.asking import Asking
from game.plain.play import play_plain
from game.plain.voice import Voice
from game.sitting import begin
from game.table import Table
from tests.files.locked import locked
from tests.plain.scripts import a_home
from tests.terminal.screen import Terminal
from tests.torture.evening import TELLTALES, told_plainly
from tests.torture.tally import Tally
from tests.torture.victim import GAME, WEAK, Pipe

HIDDEN = "canary words in every hidden field: in no file, and on no terminal before their time"
WORDS = (("canaryana", "canaryben"), ("budgieana", "budgieben"))
NUMBERS = (("3", "8"), ("10", "0"))
"""What each of the two gives, in either of two evenings that come to the same."""
CLIPBOARD = b"\x1b]52"
DECKS = ("roads", "numbers", "secrets", "hard")
MOST = 400
SEALED = "what is kept, names and cards in a locked home: in no file that can be read"
NAMES = ("Cassowary", "Ptarmigan")
CARD = "Where does the magpie nest"
CARDS = '[deck]\ntitle = "Cards"\n' + "".join(f'[[card]]\ntext = "{CARD} {n}?"\n' for n in range(20))
BACK, SENTENCE, WEEK = "the robin hour", "The heron stood still.", "Feed the bittern daily."
KEPT = (BACK, SENTENCE, WEEK)
_KEEPING = ("keep", SENTENCE, "2", "nothing", "keep", WEEK, "2")
KEPT_LINES = (*("",) * 4, f"pause {BACK}", *("",) * 7, "close", *("",) * 4, *_KEEPING, "")
"""An evening from its first curtain to its end, with everything in it that can be kept."""
SECRET = '[deck]\ntitle = "Secret"\n[[card]]\ntext = "What do you need?"\nkind = "{kind}"\n'


@dataclass(slots=True)
class Hands:
    """Two people who type, and change places behind the curtain from one evening to the other."""

    table: Table
    evening: int
    asked: dict[str, int]
    """How often each kind of hidden thing was asked for."""
    _is_open: bool = False

    def type(self) -> str:
        """Return the next line that they type."""
        table = self.table
        if table.evening.is_closed:
            return "leave"
        if table.alone is None or table.evening.paused:
            return ""
        self._is_open = not self._is_open
        return "" if self._is_open else self._hidden(table.alone, scene(table.evening).asks)

    def _hidden(self, player: int, asks: Asks) -> str:
        self.asked[asks] = self.asked.get(asks, 0) + 1
        match asks:
            case Asks.WORDS:
                return WORDS[self.evening][player]
            case Asks.NUMBER:
                return NUMBERS[self.evening][player]
            case Asks.CEILING | Asks.VOTE:
                choices = [choice for choice, _ in scene(self.table.evening).choices]
                # One is as willing as can be and the other is not; nobody may find out who.
                return choices[-1] if player == self.evening else choices[0]
            case _:
                return ""


def lines_of(home: Home, evening: int, seed: int, asked: dict[str, int]) -> tuple[str, ...]:
    """Return what two people type in a whole evening."""
    sitting = begin(home, ("Ana", "Ben"), "standard", DECKS, seed)
    hands = Hands(sitting.table, evening, asked)
    typed: list[str] = []

    def read() -> str:
        if len(typed) > MOST:
            raise EOFError
        typed.append(hands.type())
        return typed[-1]

    play_plain(sitting, Asking(Voice(read, lambda _: None)))
    sitting.leave()
    return tuple(typed)


def played(folder: Path, evening: int, seed: int, asked: dict[str, int]) -> tuple[dict[str, bytes], str]:
    """Play an evening with the real program; return all files that are there then, and what it told."""
    lines = lines_of(a_home(folder / "twin"), evening, seed, asked)
    home = a_home(folder / "real")
    decks = (word for deck in DECKS for word in ("--deck", deck))
    names = ("--names", "Ana", "Ben", *decks, "--length", "standard", "--seed", str(seed))
    pipe = Pipe(home, lines, "play", *names)
    pipe.asks(len(lines))
    pipe.ended()
    files = {
        str(path.relative_to(home.root)): path.read_bytes() for path in home.root.rglob("*") if path.is_file()
    }
    return files, pipe.told.decode()


def untimely(told: str, evening: int) -> Iterator[str]:
    """Yield every line in which a hidden word stands that is not the showing of both."""
    for line in told.splitlines():
        if any(word in line for word in WORDS[evening]) and not re.match(r"(Ana|Ben): ", line):
            yield line


def found(folder: Path, seed: int, asked: dict[str, int]) -> list[str]:
    """Return what can be found out of what was hidden."""
    one, told = played(folder / "one", 0, seed, asked)
    other, told_then = played(folder / "other", 1, seed, asked)
    kept = b"".join((*one.values(), *other.values()))
    return [
        *(
            f"differs: {name}"
            for name in sorted(one.keys() | other.keys())
            if one.get(name) != other.get(name)
        ),
        *(f"kept: {word}" for words in WORDS for word in words if word.encode() in kept),
        *untimely(told, 0),
        *untimely(told_then, 1),
    ]


def test_nothing_hidden_is_found_after_an_evening(tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    tally, asked = tallied(HIDDEN), dict[str, int]()
    tally.tried(*found(tmp_path, 1, asked))

    assert {Asks.CEILING, Asks.NUMBER, Asks.WORDS} <= asked.keys()


@pytest.mark.torture
@pytest.mark.parametrize("batch", range(4))
def test_nothing_hidden_is_found_after_any_evening(
    batch: int, tmp_path: Path, tallied: Callable[[str], Tally]
) -> None:
    tally, asked = tallied(HIDDEN), dict[str, int]()
    for number in range(6):
        seed = 100 * batch + number
        tally.tried(*(f"{seed}: {each}" for each in found(tmp_path / str(number), seed, asked)))
    for asks, times in asked.items():
        tally.of_which[f"{asks} asked"] = times
    assert {Asks.CEILING, Asks.NUMBER, Asks.WORDS, Asks.VOTE} <= asked.keys()


def in_a_locked_home(folder: Path, seed: int, game: tuple[str, ...] = GAME) -> list[str]:
    """Play an evening that keeps all it can in a locked home, be killed, play on; return what can be read."""
    home = locked(a_home(folder))
    (home.decks / "cards.toml").write_text(CARDS)
    arguments = ("play", "--names", *NAMES, "--deck", "cards", "--length", "tea", "--seed", str(seed))
    pipe = Pipe(home, KEPT_LINES, *arguments, game=game)
    pipe.asks(len(KEPT_LINES))
    found = readable(home)
    pipe.killed_at_question(0)
    found += readable(home)
    pipe = Pipe(home, (), "play", "--names", *NAMES, "--deck", "cards", "--length", "tea", game=game)
    pipe.asks(1)
    pipe.left()
    kept = "".join(str(read_save(path, home.seal).record) for path in evening_paths(home))
    unkept = [f"not even kept: {word}" for word in KEPT if word not in kept]
    return [*found, *readable(home), *unkept]


def readable(home: Home) -> list[str]:
    """Return which files of a locked *home*, decks aside, tell a word of its evenings."""
    words = [word.encode() for word in (*NAMES, *KEPT, CARD)]
    found = told_plainly(home.root, (*words, *TELLTALES))
    return [each for each in found if not each.startswith("in plain: decks/")]


@pytest.mark.parametrize("seed", [1, *(pytest.param(n, marks=pytest.mark.torture) for n in range(2, 12))])
def test_nothing_that_is_kept_can_be_read_in_a_locked_home(
    seed: int, tmp_path: Path, tallied: Callable[[str], Tally]
) -> None:
    tallied(SEALED).tried(*in_a_locked_home(tmp_path, seed))


def test_a_store_that_tells_what_is_sealed_is_seen_through(tmp_path: Path) -> None:
    assert in_a_locked_home(tmp_path, 1, (*WEAK, "telling"))[0].startswith("in plain: saves/")


def on_screens(folder: Path, kind: str, dice: Random) -> list[str]:
    """Type a canary behind a curtain of the screens, try to take it along, and return where it is found."""
    home = a_home(folder)
    write_config(home.config, Config(welcomed=True, motion="none"))
    (home.decks / "secret.toml").write_text(SECRET.format(kind=kind))
    names = ("--names", "Ana", "Ben", "--deck", "secret", "--length", "tea", "--seed", "1")
    terminal = Terminal(home.root, "play", *names)
    terminal.sees("Ana, your eyes only")
    terminal.looks()
    terminal.sees("Hidden as you type")
    terminal.press(WORDS[0][0])
    terminal.until(lambda: terminal.text.count("•") == len(WORDS[0][0]))
    # Select all, cut, copy, the palette, home and end with shift, a drag with the mouse.
    terminal.press("\x01\x18\x1b[1;2H\x18\x10\x1b[<0;20;15M\x1b[<32;60;15M\x1b[<0;60;15m\x18")
    terminal.press(WORDS[0][0] + "\r")
    terminal.sees("Ben, your eyes only")
    before = terminal.bytes
    terminal.kill() if dice.random() < 0.5 else terminal.press("\x11")
    terminal.ends()
    kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    places = {"in a file": kept, "on the terminal": before, "after leaving": terminal.bytes}
    seen = [place for place, written in places.items() if WORDS[0][0].encode() in written]
    return [*seen, *(["on the clipboard"] if CLIPBOARD in terminal.bytes else [])]


def test_nothing_hidden_leaves_the_screens(tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    tallied(HIDDEN).tried(*on_screens(tmp_path, "reveal", Random(1)))


@pytest.mark.torture
def test_nothing_hidden_ever_leaves_the_screens(tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    tally = tallied(HIDDEN)
    for number in range(20):
        tally.tried(*on_screens(tmp_path / str(number), "reveal", Random(number)), on_screens=1)


def test_a_word_that_is_kept_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shown on a store that keeps, beside the save, what one of the two has typed."""

    def leaky(_: Path, evening: int, *__: object) -> tuple[dict[str, bytes], str]:
        return {"saves/log": WORDS[evening][0].encode()}, f"> {WORDS[evening][1]}"

    monkeypatch.setitem(found.__globals__, "played", leaky)

    assert [each.partition(":")[0] for each in found(tmp_path, 1, {})] == [
        "differs",
        "kept",
        "kept",
        "> canaryben",
        "> budgieben",
    ]
