"""Every file operation fails in every way, or is the last one: nothing that was called saved is lost."""

import errno
import os
import shutil
import signal
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from game.engine.record import Record
from game.files.paths import Home
from tests.torture.evening import OPEN, a_home, an_evening, home_at, save_in
from tests.torture.faulty import Faulty, failing, kill, struck
from tests.torture.sitting import before, lost, sit
from tests.torture.tally import Tally
from tests.torture.weak import STORES, weaken

OPERATIONS = "an error at every file operation: told, played on, nothing lost"
ENDS = "a kill at every file operation: nothing lost"
ERRORS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE)
names = pytest.mark.parametrize("code", ERRORS, ids=[errno.errorcode[code] for code in ERRORS])


@pytest.fixture(
    scope="module",
    params=[pytest.param(False, id="open"), pytest.param(True, id="locked", marks=pytest.mark.torture)],
)
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an open or a locked home with an evening that has just begun."""
    home = a_home(tmp_path_factory.mktemp("begun") / "home", OPEN, is_locked=request.param)
    an_evening(home, 1)
    return home.root


def copied(begun: Path, folder: Path) -> tuple[Home, Path]:
    """Return a copy of a home, and of its one save."""
    home = home_at(Path(shutil.copytree(begun, folder)))
    return home, save_in(home)


def failed_at(begun: Path, folder: Path, number: int, code: int) -> tuple[bool, tuple[str, ...], str]:
    """Let operation *number* of a sitting fail; return whether there is one, what is wrong, and its name."""
    home, save = copied(begun, folder)
    faulty, outcome = Faulty(home.root, number, failing(code)), before(save)
    with faulty.at_work():
        sit(home, save, outcome)
    name = faulty.done[number - 1] if number <= len(faulty.done) else ""
    wrong = lost(save, outcome.tried, outcome.called_saved)
    if wrong or name == "unlock":  # a lock that cannot be let go is held until the program ends
        return bool(name), wrong, name
    again = before(save)
    sit(home, save, again)
    return bool(name), tuple(again.said), name


def swept(begun: Path, folder: Path, code: int, every: int, tally: Tally) -> None:
    """Let each operation fail, or *every* so many."""
    for number in count(1, every):
        there, wrong, name = failed_at(begun, folder / f"{code}-{number}", number, code)
        if not there:
            return
        tally.tried(*(f"{errno.errorcode[code]} at {number}, {name}: {each}" for each in wrong))


def operations_of(begun: Path, folder: Path) -> int:
    """Return how many operations a sitting is."""
    home, save = copied(begun, folder)
    with Faulty(home.root).at_work() as faulty:
        sit(home, save, before(save))
    return len(faulty.done)


def undisturbed(begun: Path, folder: Path) -> list[Record]:
    """Return every state of a sitting that nothing happens to."""
    home, save = copied(begun, folder)
    outcome = before(save)
    sit(home, save, outcome)
    return outcome.tried


def struck_at(begun: Path, folder: Path, number: int, tried: list[Record]) -> tuple[bool, tuple[str, ...]]:
    """Kill a sitting before its operation *number*; return whether there is one, and what is wrong."""
    home, save = copied(begun, folder)
    heard, told = os.pipe()

    def call(called: int) -> None:
        os.write(told, bytes([called]))

    def act() -> int:
        sit(home, save, before(save), call)
        return 0

    status, name = struck(home.root, number, kill, act)
    os.close(told)
    with os.fdopen(heard, "rb") as stream:
        called = stream.read()
    assert status in (0, -signal.SIGKILL)
    return bool(name), lost(save, tried, max(called, default=0))


@names
def test_some_operations_fail(code: int, begun: Path, memory: Path, tallied: Callable[[str], Tally]) -> None:
    swept(begun, memory, code, 29, tallied(OPERATIONS))


def test_some_operations_are_the_last(begun: Path, memory: Path, tallied: Callable[[str], Tally]) -> None:
    tally, tried = tallied(ENDS), undisturbed(begun, memory / "undisturbed")
    for number in range(2, 200, 19):
        there, wrong = struck_at(begun, memory / str(number), number, tried)
        if there:
            tally.tried(*(f"{number}: {each}" for each in wrong))


@pytest.mark.torture
@names
def test_every_operation_fails(code: int, begun: Path, memory: Path, tallied: Callable[[str], Tally]) -> None:
    tally = tallied(OPERATIONS)
    swept(begun, memory, code, 1, tally)
    assert tally.count > 50


@pytest.mark.torture
def test_every_operation_is_the_last(begun: Path, memory: Path, tallied: Callable[[str], Tally]) -> None:
    tally, tried = tallied(ENDS), undisturbed(begun, memory / "undisturbed")
    for number in count(1):
        there, wrong = struck_at(begun, memory / str(number), number, tried)
        if not there:
            break
        tally.tried(*(f"{number}: {each}" for each in wrong))
    assert tally.count > 50


def test_a_store_that_says_nothing_when_it_fails_is_seen_through(begun: Path, memory: Path) -> None:
    back = weaken(STORES["swallowing"])
    try:
        last = operations_of(begun, memory / "whole")
        numbers = range(last - 30, last, 2)
        found = [failed_at(begun, memory / str(number), number, errno.EIO)[1] for number in numbers]
    finally:
        back()

    assert {each.partition(":")[0] for wrong in found for each in wrong} >= {"lost"}


def test_a_store_that_writes_in_place_is_seen_through(begun: Path, memory: Path) -> None:
    tried = undisturbed(begun, memory / "undisturbed")
    back = weaken(STORES["in-place"])
    try:
        last = operations_of(begun, memory / "whole")
        numbers = range(last - 40, last, 3)
        found = [struck_at(begun, memory / str(number), number, tried)[1] for number in numbers]
    finally:
        back()

    assert {each.partition(":")[0] for wrong in found for each in wrong} == {"damaged"}
