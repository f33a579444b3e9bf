"""The system itself fails a call, or kills at it: the real program, under strace where that is present."""

import errno
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from game.files.evenings.folder import id_of
from game.files.evenings.savefile import read_save
from game.files.paths import Home
from game.files.seal import PLAIN
from tests.torture.evening import (
    OPEN,
    Mirror,
    a_home,
    an_evening,
    home_at,
    mirrored,
    passphrase_of,
    save_in,
    wrong,
)
from tests.torture.tally import Tally
from tests.torture.victim import GAME, QUESTION, WEAK, handed

SYSTEM = "the system fails a call, or kills at it, under the real program: nothing lost"
CALLS = "openat,write,fsync,rename,renameat2,link,linkat,unlink,unlinkat,fchmod,flock,ftruncate,close"
ERRORS = tuple(
    errno.errorcode[code] for code in (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE)
)
KILL = "KILL"
TYPED = ("", "swap", "undo", "")
BROKE = "The game broke"
WEAKNESSES = (("swallowing", "EIO", "lost"), ("in-place", KILL, "damaged"))
_CALL = re.compile(r"^(?:\[pid +)?(\d+)\]? +(\w+)\((.*)", re.MULTILINE)

pytestmark = pytest.mark.skipif(
    not shutil.which("strace")
    or subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False).returncode != 0,
    reason="strace is not present, or may not trace here",
)


def traced(home: Home, save: Path, *options: str, game: tuple[str, ...] = GAME) -> tuple[str, int]:
    """Play the usual lines under strace; return what was told, and how it ended."""
    resume = ("resume", id_of(save), "--plain", "--seed", "1", "--home", str(home.root))
    command = ["strace", "-f", *options, *game, *resume]
    typed = "".join(f"{line}\n" for line in TYPED)
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    with handed(passphrase_of(home)) as descriptors:
        done = subprocess.run(
            [*command, *(word for each in descriptors for word in ("--passphrase-fd", str(each)))],
            input=typed.encode(),
            capture_output=True,
            timeout=60,
            check=False,
            env=environ,
            pass_fds=descriptors,
        )
    return (done.stdout + done.stderr).decode(errors="replace"), done.returncode


def calls(begun: Path, folder: Path, game: tuple[str, ...] = GAME) -> list[tuple[str, int]]:
    """Return each call that touches the folder of evenings, with its number among its process's of that name.

    A deck that cannot be read is another thing: then other cards are dealt, and nothing is lost.
    """
    home, save = copied(begun, folder)
    log = folder.with_name("log")
    traced(home, save, "-y", "-o", str(log), "-e", f"trace={CALLS}", game=game)
    numbers: Counter[tuple[str, str]] = Counter()
    found = []
    for process, name, arguments in _CALL.findall(log.read_text(errors="replace")):
        numbers[process, name] += 1
        if str(home.saves) in arguments:
            found.append((name, numbers[process, name]))
    return found


def copied(begun: Path, folder: Path) -> tuple[Home, Path]:
    home = home_at(Path(shutil.copytree(begun, folder)))
    return home, save_in(home)


@pytest.fixture(
    scope="module",
    params=[pytest.param(False, id="open"), pytest.param(True, id="locked", marks=pytest.mark.torture)],
)
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a home with an evening that has just begun, at a place as long as its copies'."""
    home = a_home(tmp_path_factory.mktemp("begun") / "home", OPEN, is_locked=request.param)
    an_evening(home, 1)
    return home.root


def injected(
    begun: Path, folder: Path, call: tuple[str, int], what: str, game: tuple[str, ...] = GAME
) -> tuple[str, ...]:
    """Let one call fail, or be the last; return what is wrong then."""
    home, save = copied(begun, folder)
    mirror: Mirror = mirrored(home, save, 1, TYPED)
    name, number = call
    action = "signal=KILL" if what == KILL else f"error={what}"
    told, _ = traced(home, save, "-o", os.devnull, "-e", f"inject={name}:{action}:when={number}", game=game)
    if what == KILL:
        return wrong(save, mirror, mirror.newest_called_saved(told.count(QUESTION.decode())))
    broke = ("it broke",) if BROKE in told or "Traceback" in told else ()
    last = read_save(save, home.seal).record
    kept = last in mirror.kept and (
        "not kept" in " ".join(told.split()) or last == mirror.kept[-1] or _refused(told)
    )
    shutil.rmtree(folder)
    return (*broke, *(() if kept else ("lost",)))


def _refused(told: str) -> bool:
    """Return whether the evening could not even be opened, and that was said."""
    return "turn-toward: " in told


def swept(begun: Path, folder: Path, share: slice, whats: tuple[str, ...], tally: Tally) -> None:
    for call in calls(begun, folder / "calls")[share]:
        for what in whats:
            failures = injected(begun, folder / f"{call[0]}-{call[1]}-{what}", call, what)
            tally.tried(*(f"{what} at {call[0]} {call[1]}: {each}" for each in failures))


@pytest.mark.parametrize(("store", "what", "wrong"), WEAKNESSES)
def test_a_weak_store_is_seen_through(store: str, what: str, wrong: str, begun: Path, tmp_path: Path) -> None:
    game = (*WEAK, store)
    last = [call for call in calls(begun, tmp_path / "calls", game) if call[0] in ("write", "fsync")][-4:]
    found: set[str] = set()
    for call in reversed(last):
        failures = injected(begun, tmp_path / f"{call[0]}-{call[1]}", call, what, game)
        found |= {each.partition(":")[0] for each in failures}
        if wrong in found:
            break

    assert wrong in found


def test_some_calls_fail(begun: Path, tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    swept(begun, tmp_path, slice(20, None, 40), ("EIO", KILL), tallied(SYSTEM))


@pytest.mark.torture
@pytest.mark.parametrize("part", range(6))
def test_every_call_fails(part: int, begun: Path, tmp_path: Path, tallied: Callable[[str], Tally]) -> None:
    tally, is_locked = tallied(SYSTEM), home_at(begun).seal is not PLAIN
    swept(begun, tmp_path, slice(part, None, 6), ("EIO", KILL) if is_locked else (*ERRORS, KILL), tally)
    assert tally.count > (10 if is_locked else 30)
