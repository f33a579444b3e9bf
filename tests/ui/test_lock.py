"""The lock on the screens: asked after the first frame, never in the way, and no passphrase shows."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.files.config import Config, write_config
from game.files.evenings.keeper import Keeper
from game.files.locks import keyhole
from game.files.locks.keyhole import WrongPassphrase
from game.files.locks.lock import Lock, identity_path, lock_of, opening
from game.files.locks.turning import plain_files, sealed_files
from game.files.paths import Home, find_home, open_home
from game.files.seal import PLAIN, key_lines
from game.ui.app import TurnToward
from game.ui.evenings import EveningsRoom
from game.ui.lock import Entry, Sheet, Working
from game.ui.start import Start
from game.ui.table import TableRoom
from game.ui.typed import Secret
from tests.files.invention import played
from tests.files.locked import FORGED, KEY, OTHER_PASSPHRASE, PASSPHRASE, SMITH, locked
from tests.ui.stage import SIZES, USUAL, Scene, frame, play, press, until

FRAMES = Path(__file__).parent / "frames"
EVENING = "2026-11-22-1"
LINE = "Ana & Ben"
CANARY = "canary chimney sweep"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let locks cost next to no work, and let every example be the same."""
    monkeypatch.setattr(keyhole, "SMITH", SMITH)
    monkeypatch.setattr("game.ui.lock.example", lambda: "acorn amber anchor apple apron")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home with one evening."""
    home = find_home(tmp_path)
    open_home(home)
    write_config(home.config, Config(welcomed=True))
    keeper = Keeper(home, EVENING)
    keeper.keep(played(20))
    keeper.close()
    return home


async def at_home(app: TurnToward, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: len(app.screen_stack) == 1 and not app._busy)


async def asked(app: TurnToward, pilot: Pilot[None], words: str) -> None:
    await until(pilot, lambda: isinstance(app.screen, Entry) and words in frame(app))


async def answer(app: TurnToward, pilot: Pilot[None], words: str, typed: str) -> None:
    """Wait for the question that holds *words*, and type."""
    await asked(app, pilot, words)
    app.screen.query_one(Secret).value = typed
    await press(pilot, "enter")


async def settings(app: TurnToward, pilot: Pilot[None], line: str) -> None:
    """Take the line of the settings that is about the lock."""
    await at_home(app, pilot)
    app.screen.query_one("#menu").step(-2)  # type: ignore[attr-defined]
    await press(pilot, "enter")
    await until(pilot, lambda: line in frame(app))
    await press(pilot, "4")


# opening


def test_home_is_seen_before_the_passphrase_is_asked_and_evenings_only_after(
    home: Home, tmp_path: Path
) -> None:
    locked(home)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await asked(app, pilot, "The passphrase of this home?")
        assert LINE not in frame(app)
        await press(pilot, "escape")
        await at_home(app, pilot)
        assert "This home is locked." in frame(app)
        assert LINE not in frame(app)

    play(tmp_path, scene, start=None)


def test_the_passphrase_opens_the_home(home: Home, tmp_path: Path) -> None:
    locked(home)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await answer(app, pilot, "The passphrase of this home?", PASSPHRASE)
        await at_home(app, pilot)
        assert LINE in frame(app)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, TableRoom))
        await press(pilot, "p")

    play(tmp_path, scene, start=None)

    assert plain_files(home) == []
    keeper = Keeper(opening(home, PASSPHRASE).result(), EVENING)
    keeper.close()
    assert keeper.found is not None
    assert keeper.found.number > 1


def test_a_wrong_passphrase_is_told_and_can_be_tried_again(home: Home, tmp_path: Path) -> None:
    locked(home)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await answer(app, pilot, "The passphrase of this home?", OTHER_PASSPHRASE)
        await answer(app, pilot, "That does not open it", PASSPHRASE)
        await at_home(app, pilot)
        assert LINE in frame(app)

    play(tmp_path, scene, start=None)


@pytest.mark.parametrize("choice", ["new", "evenings"])
def test_whoever_goes_on_without_the_passphrase_is_asked_again(
    home: Home, tmp_path: Path, choice: str
) -> None:
    locked(home)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await asked(app, pilot, "The passphrase of this home?")
        await press(pilot, "escape")
        await at_home(app, pilot)
        await press(pilot, {"new": "1", "evenings": "2"}[choice])
        await answer(app, pilot, "The passphrase of this home?", PASSPHRASE)
        await until(pilot, lambda: len(app.screen_stack) > 1 and not isinstance(app.screen, Entry | Working))
        assert isinstance(app.screen, EveningsRoom) == (choice == "evenings")

    play(tmp_path, scene, start=None)


@pytest.mark.parametrize("evening", ["", EVENING[:8]])
def test_resume_goes_on_once_the_home_is_open(home: Home, tmp_path: Path, evening: str) -> None:
    locked(home)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await answer(app, pilot, "The passphrase of this home?", PASSPHRASE)
        await until(pilot, lambda: isinstance(app.screen, TableRoom))

    play(tmp_path, scene, start=Start(resume=evening))


def test_resume_says_so_when_the_home_that_is_open_has_nothing_to_go_on_with(tmp_path: Path) -> None:
    locked(find_home(tmp_path))

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await answer(app, pilot, "The passphrase of this home?", PASSPHRASE)
        await at_home(app, pilot)
        assert "There is no evening to go on with." in frame(app)

    play(tmp_path, scene, start=Start(resume=""))


def test_what_lay_in_plain_is_sealed_once_the_home_is_open(home: Home, tmp_path: Path) -> None:
    path = home.saves / f"{EVENING}.toml"
    plain = path.read_bytes()
    locked(home)
    path.with_name("2026-11-24-1.toml").write_bytes(plain)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await answer(app, pilot, "The passphrase of this home?", PASSPHRASE)
        await at_home(app, pilot)

    play(tmp_path, scene, start=None)

    assert plain_files(home) == []


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda path: path.write_bytes(b"rubbish"), "is damaged: no passphrase opens it"),
        (
            lambda path: path.write_bytes(FORGED.locked.replace(b" 5\n", b" 24\n", 1)),
            "asks for far more work",
        ),
        (lambda path: path.unlink(), "is missing"),
    ],
)
def test_a_lock_that_cannot_be_opened_says_what_to_do(
    home: Home, tmp_path: Path, damage: Callable[[Path], object], words: str
) -> None:
    locked(home)
    damage(identity_path(home))

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: words in " ".join(frame(app).split()))
        assert "turn-toward recover" in " ".join(frame(app).split())

    play(tmp_path, scene, start=None)


def test_without_the_extra_the_home_says_how_to_get_it(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked(home)
    monkeypatch.setattr("game.files.seal.find_spec", lambda name: None)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "turn-toward[private]" in frame(app))

    play(tmp_path, scene, start=None)


# what is typed


def test_what_is_typed_is_masked_is_not_copied_and_is_gone_after(home: Home, tmp_path: Path) -> None:
    locked(home)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await asked(app, pilot, "The passphrase of this home?")
        await press(pilot, *CANARY.replace(" ", ""), "ctrl+a", "ctrl+x")
        secret = app.screen.query_one(Secret)
        assert secret.value == CANARY.replace(" ", "")
        assert secret.value not in frame(app)
        await press(pilot, "ctrl+t")
        assert secret.value in frame(app)
        app.action_command_palette()
        await pilot.pause()
        assert app.screen is secret.screen
        await press(pilot, "enter")
        await asked(app, pilot, "That does not open it")
        assert (secret.value, app.screen.query_one(Secret).value, app.clipboard) == ("", "", "")

    app = play(tmp_path, scene, start=None)

    assert CANARY.replace(" ", "") not in repr(vars(app))
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or CANARY.replace(" ", "").encode() not in path.read_bytes()


SLEEPS = "import time; time.sleep(60)"


def test_while_it_works_the_screen_lives_and_escape_gives_it_up(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked(home)
    (tmp_path / "smith.py").write_text(SLEEPS)
    monkeypatch.setattr(keyhole, "SMITH", str(tmp_path / "smith.py"))

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await answer(app, pilot, "The passphrase of this home?", PASSPHRASE)
        await until(pilot, lambda: isinstance(app.screen, Working))
        await pilot.resize_terminal(60, 20)
        assert "Opening. It takes a few seconds" in frame(app)
        await press(pilot, "escape")
        await asked(app, pilot, "The passphrase of this home?")

    play(tmp_path, scene, start=None)


def test_leaving_while_it_works_leaves_at_once_and_no_process(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked(home)
    tells = f"import os; open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))"
    (tmp_path / "smith.py").write_text(f"{tells}\n{SLEEPS}")
    monkeypatch.setattr(keyhole, "SMITH", str(tmp_path / "smith.py"))

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await answer(app, pilot, "The passphrase of this home?", PASSPHRASE)
        await until(pilot, lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text().isdecimal())
        await press(pilot, "ctrl+q")

    play(tmp_path, scene, start=None)

    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


# putting it on, changing it, taking it off


async def put_on(app: TurnToward, pilot: Pilot[None]) -> None:
    await settings(app, pilot, "Lock        none")
    await answer(app, pilot, "A passphrase for this home?", "short")
    await answer(app, pilot, "A little longer, please", PASSPHRASE)
    await answer(app, pilot, "The same once more?", OTHER_PASSPHRASE)
    await answer(app, pilot, "The two were not the same", PASSPHRASE)
    await answer(app, pilot, "The same once more?", PASSPHRASE)
    await until(pilot, lambda: isinstance(app.screen, Sheet))


def test_a_home_is_locked_from_the_settings_once_the_sheet_is_on_paper(home: Home, tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await put_on(app, pilot)
        await press(pilot, "enter", "enter", "1")
        assert isinstance(app.screen, Sheet)
        assert lock_of(home) is Lock.NONE
        lines = key_lines(app.screen._key)
        assert [line for line in lines if line not in frame(app)] == []
        await press(pilot, "2")
        await until(pilot, lambda: "Lock        a passphrase" in frame(app))
        assert "This home is locked. Every evening is sealed" in " ".join(frame(app).split())
        await press(pilot, "escape")
        await at_home(app, pilot)
        assert LINE in frame(app)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, TableRoom))
        await press(pilot, "p")

    play(tmp_path, scene, start=None)

    assert (lock_of(home), plain_files(home)) == (Lock.LOCKED, [])


def test_without_paper_everything_stays_as_it_was(home: Home, tmp_path: Path) -> None:
    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await put_on(app, pilot)
        await press(pilot, "3")
        await until(pilot, lambda: "Everything is as it was." in frame(app))
        assert app.place.seal is PLAIN

    play(tmp_path, scene, start=None)

    assert (lock_of(home), sealed_files(home)) == (Lock.NONE, [])


async def opened(app: TurnToward, pilot: Pilot[None]) -> None:
    await answer(app, pilot, "The passphrase of this home?", PASSPHRASE)
    await settings(app, pilot, "Lock        a passphrase")
    await until(pilot, lambda: "The lock of this home" in frame(app))


def test_the_passphrase_is_changed_from_the_settings(home: Home, tmp_path: Path) -> None:
    locked(home)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await opened(app, pilot)
        await press(pilot, "2")
        await answer(app, pilot, "The new passphrase?", OTHER_PASSPHRASE)
        await answer(app, pilot, "The same once more?", OTHER_PASSPHRASE)
        await until(pilot, lambda: "The new passphrase holds." in frame(app))

    play(tmp_path, scene, start=None)

    assert opening(home, OTHER_PASSPHRASE).result().seal.key == KEY  # type: ignore[attr-defined]
    with pytest.raises(WrongPassphrase):
        opening(home, PASSPHRASE).result()


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_sheet(home: Home, tmp_path: Path) -> None:
    locked(home)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await asked(app, pilot, "The passphrase of this home?")
        await press(pilot, "escape")
        await settings(app, pilot, "Lock        a passphrase")
        await until(pilot, lambda: "The lock of this home" in frame(app))
        await press(pilot, "3")
        await answer(app, pilot, "The key on your recovery sheet?", "AGE-SECRET-KEY-1QQ")
        await answer(app, pilot, "That is not a whole recovery key", " ".join(key_lines(KEY)).lower())
        await answer(app, pilot, "The new passphrase?", OTHER_PASSPHRASE)
        await answer(app, pilot, "The same once more?", OTHER_PASSPHRASE)
        await until(pilot, lambda: "The lock is made anew" in frame(app))
        await press(pilot, "escape")
        await at_home(app, pilot)
        assert LINE in frame(app)

    play(tmp_path, scene, start=None)

    assert opening(home, OTHER_PASSPHRASE).result().seal is not PLAIN


def test_the_lock_is_taken_off_from_the_settings_but_never_by_enter_alone(home: Home, tmp_path: Path) -> None:
    locked(home)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await opened(app, pilot)
        await press(pilot, "4")
        await until(pilot, lambda: "Take the lock off?" in frame(app))
        await press(pilot, "enter")
        await until(pilot, lambda: "Everything is as it was." in frame(app))
        assert lock_of(home) is Lock.LOCKED
        await press(pilot, "4")
        await until(pilot, lambda: "The lock of this home" in frame(app))
        await press(pilot, "4")
        await until(pilot, lambda: "Take the lock off?" in frame(app))
        await press(pilot, "2")
        await until(pilot, lambda: "has no lock any more" in " ".join(frame(app).split()))
        assert app.place.seal is PLAIN

    play(tmp_path, scene, start=None)

    assert (lock_of(home), sealed_files(home)) == (Lock.NONE, [])


# how it looks


async def question(app: TurnToward, pilot: Pilot[None]) -> None:
    await asked(app, pilot, "The passphrase of this home?")
    await press(pilot, *"velvet")


async def wrong(app: TurnToward, pilot: Pilot[None]) -> None:
    await answer(app, pilot, "The passphrase of this home?", OTHER_PASSPHRASE)
    await asked(app, pilot, "That does not")


async def new(app: TurnToward, pilot: Pilot[None]) -> None:
    app.push_screen(Entry("A passphrase for this home?", advice()))
    await asked(app, pilot, "A passphrase for this")


def advice() -> str:
    from game.words import say

    return say("private.advice", least=8, example="acorn amber anchor apple apron")


async def working(app: TurnToward, pilot: Pilot[None]) -> None:
    from game.words import say

    app.push_screen(Working(lambda: None, lambda: None, say("private.work.open"), say("private.hint.work")))
    await pilot.pause()


async def sheet(app: TurnToward, pilot: Pilot[None]) -> None:
    app.push_screen(Sheet(KEY))
    await until(pilot, lambda: "AGE-SECRET-KEY-1" in frame(app))


SCREENS: dict[str, tuple[Scene, bool]] = {
    "lock-question": (question, True),
    "lock-wrong": (wrong, True),
    "lock-new": (new, False),
    "lock-sheet": (sheet, False),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_of_the_lock_looks_as_it_did(
    home: Home, tmp_path: Path, screen: str, size: tuple[int, int]
) -> None:
    scene, is_locked = SCREENS[screen]
    if is_locked:
        locked(home)
    seen: list[str] = []

    async def look(app: TurnToward, pilot: Pilot[None]) -> None:
        await scene(app, pilot)
        await pilot.pause()
        seen.append(frame(app))

    play(tmp_path, look, start=None, size=size)

    golden = FRAMES / f"{screen}-{size[0]}x{size[1]}.txt"
    if os.environ.get("TURN_TOWARD_GOLDEN") == "write":
        golden.write_text(seen[0], encoding="utf-8")
    assert seen[0] == golden.read_text(encoding="utf-8")


def test_a_question_in_a_window_that_is_too_small_waits(home: Home, tmp_path: Path) -> None:
    locked(home)

    async def scene(app: TurnToward, pilot: Pilot[None]) -> None:
        await asked(app, pilot, "The passphrase of this home?")
        for size in ((1, 1), (20, 6), (3, 40), (200, 2), USUAL):
            await pilot.resize_terminal(*size)
            await press(pilot, "x", "escape" if size != USUAL else "x")
        assert isinstance(app.screen, Entry)

    play(tmp_path, scene, start=None)
