"""An evening that is played by the real program, and its mirror: every state that a save of it may show.

Its home is open or locked. Every locked one has the same key, behind a passphrase that costs next to no work.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from game.engine.laying import pile
from game.engine.record import Record
from game.files.config import Config, write_config
from game.files.decks.shelf import read_shelf
from game.files.evenings.check import check_save
from game.files.evenings.folder import evening_paths
from game.files.evenings.keeper import Keeper
from game.files.evenings.savefile import read_save
from game.files.locks.lock import Lock, lock_of, opened
from game.files.paths import Home, find_home, open_home
from game.files.seal import AGE, PLAIN, Age, Seal
from game.plain.asking import Asking
from game.plain.play import play_plain
from game.plain.voice import Voice
from game.sitting import Sitting, begin
from game.table import Table
from tests.files.locked import KEY, PASSPHRASE, locked

KINDS = ("question", "story", "finish", "scale", "reveal", "guess", "appreciate", "action", "wild")
OPEN, EVERY = ("question", "story", "finish"), KINDS
TELLTALES = (b"[[moves]]", b"[setting]", b"checksum = ", b"What about ")
"""What stands in every save that can be read without a key."""
LOCKS = pytest.mark.parametrize("is_locked", [False, True], ids=["open", "locked"])


def batches(unlocked: int, locked: int) -> pytest.MarkDecorator:
    """Return a mark that does a test so many times in an open home, and so many in a locked one."""
    every = [
        (batch, is_locked)
        for is_locked, count in ((False, unlocked), (True, locked))
        for batch in range(count)
    ]
    ids = [f"{'locked' if is_locked else 'open'}-{batch}" for batch, is_locked in every]
    return pytest.mark.parametrize(("batch", "is_locked"), every, ids=ids)


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


def a_home(folder: Path, kinds: tuple[str, ...] = EVERY, cards: int = 40, *, is_locked: bool = False) -> Home:
    """Return an opened home, its first words read, with one deck of the given *kinds* of cards."""
    home = find_home(folder)
    open_home(home)
    write_config(home.config, Config(welcomed=True, motion="none"))
    rows = (
        f'[[card]]\ntext = "What about {n}, for {{partner}}?"\nkind = "{kinds[n % len(kinds)]}"\n'
        for n in range(cards)
    )
    (home.decks / "ours.toml").write_text('[deck]\ntitle = "Ours"\n' + "\n".join(rows))
    return locked(home) if is_locked else home


def home_at(folder: Path) -> Home:
    """Return the home that is in *folder*, with its key if it is locked."""
    home = find_home(folder)
    return opened(home, KEY) if lock_of(home) is Lock.LOCKED else home


def passphrase_of(home: Home) -> str:
    """Return what opens *home*, or nothing when it is open."""
    return "" if home.seal is PLAIN else PASSPHRASE


def seal_of(save: Path) -> Seal:
    """Return the form that *save* is in."""
    return Age(KEY) if save.name.endswith(AGE) else PLAIN


def save_in(home: Home) -> Path:
    """Return the one evening of *home*."""
    (save,) = evening_paths(home)
    return save


def told_plainly(folder: Path, words: Iterable[bytes] = TELLTALES) -> list[str]:
    """Return each file below *folder* in which any of *words* can be read."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [
        f"in plain: {path.relative_to(folder)}"
        for path in files
        if any(word in path.read_bytes() for word in words)
    ]


def an_evening(home: Home, seed: int) -> Path:
    """Begin an evening in *home* and return its save."""
    sitting = begin(home, ("Ana", "Ben"), "tea", ("ours",), seed)
    sitting.leave()
    return sitting.keeper.path


def mirrored(home: Home, save: Path, seed: int, lines: tuple[str, ...]) -> Mirror:
    """Play *lines* in plain mode from where *save* stands, with the same dice, and without a disk."""
    saved = read_save(save, home.seal)
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

    What is there is whole, it is no older than what was called saved, and it is what was played. In a locked
    home nothing of it can be read without the key.
    """
    seal = seal_of(save)
    check = check_save(save, seal)
    if not check.ok:
        return (f"damaged: {check.note}",)
    if check.step < shown:
        return (f"lost: {shown} was called saved, {check.step} is there",)
    place = check.step - mirror.base
    if not 0 <= place < len(mirror.kept) or read_save(save, seal).record != mirror.kept[place]:
        return (f"invented: {check.step} is not what was played",)
    return () if seal is PLAIN else tuple(told_plainly(save.parent))
