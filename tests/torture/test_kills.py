"""Killed at any instant: what was called saved is there, and nothing is there that was not played."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest

from game.files.evenings.archive import list_evenings
from game.files.evenings.folder import id_of
from game.files.evenings.savefile import read_save
from game.files.paths import Home
from game.files.seal import PLAIN
from tests.torture.evening import (
    Mirror,
    a_home,
    an_evening,
    batches,
    mirrored,
    told_plainly,
    wrong,
)
from tests.torture.tally import Tally
from tests.torture.victim import GAME, WEAK, Death, Pipe, some_lines

KILLS = "after SIGKILL the newest move called saved is there, nothing is invented"
BATCHES, ROUNDS, TYPED = 40, 36, 40
TRIES = 5
"""Times that a weak store may be lucky on a busy machine."""
LATEST_START = 0.45
"""Seconds within which the program has started."""
Killing = Callable[[Pipe, Random, int], Death]
"""Kills a program of which so many saves are to be expected."""


def by_chance(pipe: Pipe, dice: Random, _: int) -> Death:
    return pipe.killed_after(dice.uniform(0.0, 2 * LATEST_START))


def in_start_up(pipe: Pipe, dice: Random, _: int) -> Death:
    return pipe.killed_after(dice.uniform(0.0, LATEST_START))


def while_saving(pipe: Pipe, dice: Random, saves: int) -> Death:
    return pipe.killed_while_saving(dice.randint(1, max(1, saves)), dice.choice((0, dice.uniform(0, 0.004))))


KILLINGS: tuple[Killing, ...] = (
    while_saving,
    while_saving,
    while_saving,
    by_chance,
    in_start_up,
    while_saving,
)


def at_question(count: int, pipe: Pipe, _: Random, __: int) -> Death:
    return pipe.killed_at_question(count)


def when_shorter(save: Path, pipe: Pipe, _: Random, __: int) -> Death:
    return pipe.killed_when_shorter(save)


def killed(
    home: Home, save: Path, dice: Random, killing: Killing, game: tuple[str, ...] = GAME
) -> tuple[Mirror, Death]:
    """Go on with an evening until it is killed; return what should have come of it, and what was seen."""
    lines, seed = some_lines(dice, TYPED), dice.randrange(10**6)
    mirror = mirrored(home, save, seed, lines)
    pipe = Pipe(home, lines, "resume", id_of(save), "--seed", str(seed), game=game)
    return mirror, killing(pipe, dice, len(mirror.kept) - 1)


def torture(folder: Path, seed: int, rounds: int, tally: Tally, *, is_locked: bool) -> None:
    """Play one evening after the other, and kill the program again and again."""
    dice = Random(seed)
    home = a_home(folder / "0", is_locked=is_locked)
    save = an_evening(home, seed)
    for number in range(rounds):
        killing = KILLINGS[number % len(KILLINGS)]
        mirror, death = killed(home, save, dice, killing)
        failures = wrong(save, mirror, mirror.newest_called_saved(death.questions))
        kind = {killing.__name__.removeprefix("while_"): 1} if killing is not while_saving else {}
        kind["mid_save"] = death.was_saving
        what = f"seed {seed}, {'locked' if is_locked else 'open'}, kill {number}: "
        tally.tried(*(what + each for each in failures), **kind, locked=is_locked)
        if read_save(save, home.seal).evening.is_closed:
            home = a_home(folder / str(number + 1), is_locked=is_locked)
            save = an_evening(home, seed + number)


@pytest.mark.parametrize(("is_locked", "rounds"), [(False, 6), (True, 1)], ids=["open", "locked"])
def test_killed_at_some_instants_nothing_is_lost(
    is_locked: bool, rounds: int, tmp_path: Path, tallied: Callable[[str], Tally]
) -> None:
    torture(tmp_path, 1, rounds, tallied(KILLS), is_locked=is_locked)


@pytest.mark.torture
@batches(unlocked=BATCHES, locked=6)
def test_killed_at_any_instant_nothing_is_lost(
    batch: int, is_locked: bool, tmp_path: Path, tallied: Callable[[str], Tally]
) -> None:
    torture(tmp_path, 1000 + batch, ROUNDS, tallied(KILLS), is_locked=is_locked)


def begun_and_killed(home: Home, seed: int, seconds: float) -> tuple[str, ...]:
    """Begin an evening, kill it so many *seconds* later, and return what is wrong with what it left."""
    arguments = ("play", "--names", "Ana", "Ben", "--deck", "ours", "--length", "tea", "--seed", str(seed))
    Pipe(home, some_lines(Random(seed), TYPED), *arguments).killed_after(seconds)
    again = Pipe(home, (), "resume").killed_at_question(1)
    problems = [str(entry.problem) for entry in list_evenings(home) if entry.problem]
    notes = [entry.note for entry in list_evenings(home) if entry.note]
    unasked = (
        ["an evening that is there is not gone on with"]
        if list_evenings(home) and not again.questions
        else []
    )
    plain = [] if home.seal is PLAIN else told_plainly(home.saves)
    return (*problems, *notes, *unasked, *plain)


@pytest.mark.torture
@batches(unlocked=4, locked=1)
def test_killed_while_it_begins_an_evening_leaves_it_whole_or_not_at_all(
    batch: int, is_locked: bool, tmp_path: Path, tallied: Callable[[str], Tally]
) -> None:
    dice, tally = Random(batch), tallied(KILLS)
    for number in range(30):
        home = a_home(tmp_path / str(number), is_locked=is_locked)
        failures = begun_and_killed(home, batch * 100 + number, dice.uniform(0.1, LATEST_START + 0.1))
        tally.tried(*failures, while_beginning=1, locked=is_locked)


def test_a_store_that_writes_in_place_is_seen_through(tmp_path: Path) -> None:
    found: tuple[str, ...] = ()
    for number in range(TRIES):
        home = a_home(tmp_path / str(number))
        save = an_evening(home, 1)
        mirror, _ = killed(home, save, Random(1), partial(when_shorter, save), (*WEAK, "in-place"))
        found = found or wrong(save, mirror, 0)
        if found:
            break

    assert [each.partition(":")[0] for each in found] == ["damaged"]


def test_a_store_that_calls_saved_what_is_not_is_seen_through(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    save = an_evening(home, 1)
    number = read_save(save).number
    found: list[str] = []
    for asked in (3, 4):
        mirror, death = killed(home, save, Random(1), partial(at_question, asked), (*WEAK, "lazy"))
        found += wrong(save, mirror, mirror.newest_called_saved(death.questions))

    assert number == 1
    assert found[0].startswith("lost: ")


def test_a_store_that_tells_in_a_locked_home_is_seen_through(tmp_path: Path) -> None:
    home = a_home(tmp_path, is_locked=True)
    save = an_evening(home, 1)
    mirror, _ = killed(home, save, Random(1), partial(at_question, 2), (*WEAK, "telling"))

    assert f"in plain: {save.name}.txt" in wrong(save, mirror, 0)


def test_a_save_that_nobody_has_played_is_seen_through(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    save = an_evening(home, 1)
    mirror = mirrored(home, save, 1, ("", "", ""))
    elsewhere = an_evening(a_home(tmp_path / "other"), 2)
    save.write_bytes(elsewhere.read_bytes())

    assert [each.partition(":")[0] for each in wrong(save, mirror, 0)] == ["invented"]
