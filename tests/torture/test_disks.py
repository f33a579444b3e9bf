"""A disk that is full, read-only or gone: told at once, played on, and saved at the next good moment."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from game.files.evenings.savefile import read_save
from game.files.seal import PLAIN
from game.words import say
from tests.torture.evening import OPEN, a_home, an_evening, home_at, save_in, told_plainly
from tests.torture.faulty import Faulty
from tests.torture.sitting import Moves, before, choose, lost, sit, swap
from tests.torture.tally import Tally
from tests.torture.victim import Pipe
from tests.torture.weak import STORES, weaken

ROOM = "a full disk, byte by byte over one save: told, played on, nothing lost"
TROUBLE = "a full, read-only or vanished disk under the real program: told, played on, saved after"
TOLD = say("line.trouble", problem="").strip()
ROOMY, SNUG = "1m", "64k"


@pytest.fixture(
    scope="module",
    params=[pytest.param(False, id="open"), pytest.param(True, id="locked", marks=pytest.mark.torture)],
)
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an open or a locked home with an evening that has just begun."""
    home = a_home(tmp_path_factory.mktemp("begun") / "home", OPEN, is_locked=request.param)
    save = an_evening(home, 1)
    sit(home, save, before(save), moves=(choose,))
    return home.root


def with_room_for(begun: Path, folder: Path, room: int, moves: Moves) -> tuple[tuple[str, ...], bool]:
    """Sit where only so many bytes can be written; return what is wrong, and whether all was saved."""
    home = home_at(Path(shutil.copytree(begun, folder)))
    save = save_in(home)
    outcome, faulty = before(save), Faulty(home.root)
    faulty.budget = room
    with faulty.at_work():
        sit(home, save, outcome, moves=moves)
    wrong = lost(save, outcome.tried, outcome.called_saved)
    is_saved = not outcome.said
    if is_saved and read_save(save, home.seal).record != outcome.tried[-1]:
        wrong = (*wrong, "silent: it was called saved")
    shutil.rmtree(folder)
    return wrong, is_saved


def grown(begun: Path, folder: Path, first: int, step: int, moves: Moves, tally: Tally) -> None:
    """Give a save more and more room, until it fits."""
    room, is_saved = first, False
    while not is_saved:
        wrong, is_saved = with_room_for(begun, folder / str(room), room, moves)
        tally.tried(*(f"{room} bytes: {each}" for each in wrong))
        room += step


@pytest.mark.parametrize("move", [choose, swap], ids=["more", "another"])
def test_a_disk_with_little_room_loses_nothing(
    move: Callable[..., None], begun: Path, memory: Path, tallied: Callable[[str], Tally]
) -> None:
    grown(begun, memory, 0, 211, (move,), tallied(ROOM))


@pytest.mark.torture
@pytest.mark.parametrize("first", range(8))
def test_a_disk_with_any_room_loses_nothing(
    first: int, begun: Path, memory: Path, tallied: Callable[[str], Tally]
) -> None:
    tally, step = tallied(ROOM), 8 if home_at(begun).seal is PLAIN else 64
    for move in (choose, swap):
        grown(begun, memory / move.__name__, first, step, (move,), tally)


def test_a_store_that_says_nothing_when_it_is_full_is_seen_through(begun: Path, memory: Path) -> None:
    back = weaken(STORES["swallowing"])
    try:
        wrong, _ = with_room_for(begun, memory / "full", 0, (choose,))
    finally:
        back()

    assert wrong == ("lost: an older state is there", "silent: it was called saved")


def mount(*arguments: str | Path) -> bool:
    """Return whether a mount is allowed here, and done."""
    with suppress(OSError):
        return not subprocess.run(
            ["mount", *map(str, arguments)], capture_output=True, check=False
        ).returncode
    return False


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Return a small disk of its own, or skip where none may be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    if not mount("-t", "tmpfs", "-o", f"size={ROOMY}", "tmpfs", place):
        pytest.skip("mounting a small disk is not allowed here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


class Trouble:
    """Real trouble with a disk, and how it ends."""

    def __init__(self, disk: Path) -> None:
        self._disk, self._filler = disk, disk / "filler"

    def begin(self, what: str) -> None:
        """Let the disk be full, read-only, or not where it was."""
        match what:
            case "full":
                mount("-o", f"remount,size={ROOMY}", self._disk)
                with self._filler.open("wb", buffering=0) as file, suppress(OSError):
                    while file.write(b"x" * 4096):
                        pass
            case "read-only":
                # What is open for writing keeps a disk from turning read-only, so it is laid over the home.
                mount("--bind", self._disk / "home", self._disk / "home")
                mount("-o", "remount,bind,ro", self._disk / "home")
            case _:
                (self._disk / "home").rename(self._disk / "away")

    def end(self, what: str) -> None:
        """Let all be as it was."""
        match what:
            case "full":
                self._filler.unlink()
            case "read-only":
                subprocess.run(["umount", "-l", str(self._disk / "home")], check=True)
            case _:
                if (self._disk / "home").exists():
                    shutil.rmtree(self._disk / "home")
                (self._disk / "away").rename(self._disk / "home")


def endured(disk: Path, what: str, *, is_locked: bool) -> tuple[str, ...]:
    """Play two moves, two in trouble, and two after it; return what was wrong."""
    home = a_home(disk / "home", OPEN, is_locked=is_locked)
    save = an_evening(home, 1)
    first = read_save(save, home.seal).number
    trouble, pipe = Trouble(disk), Pipe(home, (), "resume", "--seed", "1")
    said = []
    for moves in range(1, 7):
        pipe.asks(moves)
        if moves == 3:
            trouble.begin(what)
        if moves == 5:
            trouble.end(what)
        pipe.types("")
        pipe.asks(moves + 1)
        said.append(" ".join(pipe.told.decode().split()).count(TOLD))
    code = pipe.left()
    wrong = [f"told {said}"] if said != [0, 0, 1, 2, 2, 2] else []
    wrong += ["it left as if a move were lost"] if code else []
    saved = read_save(save, home.seal)
    few = [f"saved {saved.number - first} of 6 moves"] if len(saved.record.moves) < 6 else []
    return (*wrong, *few, *(told_plainly(home.saves) if is_locked else ()))


@pytest.mark.parametrize("is_locked", [False, pytest.param(True, marks=pytest.mark.torture)])
@pytest.mark.parametrize("what", ["full", "read-only", "vanished"])
def test_real_trouble_is_told_and_survived(
    what: str, is_locked: bool, small: Path, tallied: Callable[[str], Tally]
) -> None:
    wrong = endured(small, what, is_locked=is_locked)
    tallied(TROUBLE).tried(*(f"{what}: {each}" for each in wrong), locked=is_locked)


def test_a_home_that_vanishes_is_told_and_survived(tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    tallied(TROUBLE).tried(*endured(tmp_path, "vanished", is_locked=False))
    assert os.listdir(tmp_path) == ["home"]  # noqa: PTH208
