"""An evening that is played by the real program, and its mirror: every state that a save of it may show."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from game.engine.laying import pile
from game.engine.record import Record
from game.files.config import Config, write_config
from game.files.decks.shelf import read_shelf
from game.files.evenings.check import check_save
from game.files.evenings.keeper import Keeper
from game.files.evenings.savefile import read_save
from game.files.paths import Home, find_home, open_home
from game.plain.asking import Asking
from game.plain.play import play_plain
from game.plain.voice import Voice
from game.sitting import Sitting, begin
from game.table import Table

KINDS = ("question", "story", "finish", "scale", "reveal", "guess", "appreciate", "action", "wild")
OPEN, EVERY = ("question", "story", "finish"), KINDS


@dataclass(slots=True)
class Mirror:
    """What the same lines, or the same keys, come to when nothing goes wrong."""

    base: int
    """The number of the save that was gone on from."""
    kept: list[Record]
    """Each state that was to be saved, in order; the first is the one gone on from."""
    asked: list[int]
    """At each question, which of them was the newest."""

    def newest_called_saved(self, questions: int) -> int:
        """Return the number of the newest save that must be there once so many questions were asked."""
        return self.base + (self.asked[min(questions, len(self.asked)) - 1] if questions else 0)


def a_home(folder: Path, kinds: tuple[str, ...] = EVERY, cards: int = 40) -> Home:
    """Return an opened home, its first words read, with one deck of the given *kinds* of cards."""
    home = find_home(folder)
    open_home(home)
    write_config(home.config, Config(welcomed=True, motion="none"))
    rows = (
        f'[[card]]\ntext = "What about {n}, for {{partner}}?"\nkind = "{kinds[n % len(kinds)]}"\n'
        for n in range(cards)
    )
    (home.decks / "ours.toml").write_text('[deck]\ntitle = "Ours"\n' + "\n".join(rows))
    return home


def an_evening(home: Home, seed: int) -> Path:
    """Begin an evening in *home* and return its save."""
    sitting = begin(home, ("Ana", "Ben"), "tea", ("ours",), seed)
    sitting.leave()
    return sitting.keeper.path


def mirrored(home: Home, save: Path, seed: int, lines: tuple[str, ...]) -> Mirror:
    """Play *lines* in plain mode from where *save* stands, with the same dice, and without a disk."""
    saved = read_save(save)
    mirror = Mirror(saved.number, [saved.record], [])
    table = Table(saved.record, pile(saved.record.setting, read_shelf(home).decks), mirror.kept.append, seed)
    typed = iter(lines)

    def read() -> str:
        mirror.asked.append(len(mirror.kept) - 1)
        line = next(typed, None)
        if line is None:
            raise EOFError
        return line

    keeper = cast(Keeper, None)  # the mirror of an evening is written by nobody
    sitting = Sitting(home, table, keeper, saved.evening.lights, (), "sky")
    play_plain(sitting, Asking(Voice(read, lambda _: None)))
    return mirror


def wrong(save: Path, mirror: Mirror, shown: int) -> tuple[str, ...]:
    """Return what is wrong with *save*, when the number *shown* was called saved; nothing if all is well.

    What is there is whole, it is no older than what was called saved, and it is what was played.
    """
    check = check_save(save)
    if not check.ok:
        return (f"damaged: {check.note}",)
    if check.step < shown:
        return (f"lost: {shown} was called saved, {check.step} is there",)
    place = check.step - mirror.base
    if not 0 <= place < len(mirror.kept) or read_save(save).record != mirror.kept[place]:
        return (f"invented: {check.step} is not what was played",)
    return ()
