"""A passphrase is turned elsewhere, is seen nowhere, and is never worth hours of work."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.files.locks import keyhole, locksmith
from game.files.locks.keyhole import (
    LONGEST,
    DamagedLock,
    WrongPassphrase,
    example,
    forge,
    turn,
    why_no_passphrase,
    work_of,
)
from game.files.locks.locksmith import STRONGEST, WEAKEST
from game.files.problems import Trouble
from game.files.seal import Key
from tests.files.locked import FORGED, KEY, OTHER_PASSPHRASE, PASSPHRASE, SMITH
from tests.files.quicksmith import FACTOR, locked_file


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let locks cost next to no work."""
    monkeypatch.setattr(keyhole, "SMITH", SMITH)


def opened(locked: bytes, passphrase: str = PASSPHRASE) -> Key:
    return turn(locked, passphrase, lambda key: key).result()


@pytest.mark.usefixtures("quick")
def test_a_new_key_is_locked_and_opened_again_by_the_same_passphrase() -> None:
    forged = forge(PASSPHRASE).result()

    assert opened(forged.locked) == forged.key
    assert forged.key != forge(PASSPHRASE).result().key


@pytest.mark.usefixtures("quick")
def test_a_key_can_be_put_behind_another_passphrase() -> None:
    forged = forge(OTHER_PASSPHRASE, KEY).result()

    assert (forged.key, opened(forged.locked, OTHER_PASSPHRASE)) == (KEY, KEY)
    with pytest.raises(WrongPassphrase):
        opened(forged.locked)


@pytest.mark.slow
def test_a_real_lock_costs_real_work() -> None:
    forged = forge(PASSPHRASE).result()

    assert WEAKEST <= (work_of(forged.locked) or 0) <= STRONGEST
    assert opened(forged.locked) == forged.key


def test_another_passphrase_is_told_in_one_sentence() -> None:
    with pytest.raises(WrongPassphrase) as told:
        opened(FORGED.locked, "velvet otter ladde")

    assert str(told.value) == (
        "That does not open it: another passphrase, or saves/identity.age is damaged, which looks the same "
        "from here. Nothing is lost; try again."
    )


def test_the_same_letters_from_another_keyboard_open_it() -> None:
    locked = locked_file(f"{KEY.text}\n".encode(), "blåbär åt två".encode(), FACTOR)

    assert opened(locked, " bla\u030aba\u0308r a\u030at tva\u030a ") == KEY


@pytest.fixture
def no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no process begin."""

    def begin(*_: object, **__: object) -> None:
        raise AssertionError("work has begun")

    monkeypatch.setattr(subprocess, "Popen", begin)


@pytest.mark.usefixtures("no_child")
@pytest.mark.parametrize("factor", [21, 24, 30, 63, 99, 255])
def test_a_forged_factor_is_refused_before_any_work(factor: int) -> None:
    forged = FORGED.locked.replace(b" %d\n" % FACTOR, b" %d\n" % factor, 1)

    with pytest.raises(DamagedLock, match=f"2 to the power of {factor}; at most 20"):
        opened(forged)


@pytest.mark.usefixtures("no_child")
@pytest.mark.parametrize(
    "locked",
    [
        b"",
        b"rubbish",
        FORGED.locked[:60],
        FORGED.locked.replace(b"-> scrypt", b"-> X25519", 1),
        FORGED.locked.replace(b"-> scrypt", b"-> grease abc\nabcd\n-> scrypt", 1),
        FORGED.locked.replace(b" %d\n" % FACTOR, b" 05\n", 1),
        FORGED.locked.replace(b" %d\n" % FACTOR, b" 5 24\n", 1),
        FORGED.locked.replace(b" %d\n" % FACTOR, b" 5\r\n", 1),
        FORGED.locked.replace(b"\n---", b"\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 24\n" + b"A" * 43 + b"\n---", 1),
    ],
)
def test_what_is_no_lock_of_ours_is_refused_before_any_work(locked: bytes) -> None:
    with pytest.raises(DamagedLock, match="recovery sheet"):
        opened(locked)


def test_a_lock_that_holds_no_key_is_damaged() -> None:
    with pytest.raises(DamagedLock):
        opened(locked_file(b"Not a key.\n", PASSPHRASE.encode(), FACTOR))


def test_a_lock_cut_short_opens_nothing() -> None:
    with pytest.raises(WrongPassphrase):
        opened(FORGED.locked[:-1])


def smith(folder: Path, text: str) -> str:
    path = folder / "smith.py"
    path.write_text(text)
    return str(path)


def test_it_can_be_given_up_while_it_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyhole, "SMITH", smith(tmp_path, "import time; time.sleep(60)"))
    errand = turn(FORGED.locked, PASSPHRASE, lambda key: key)
    told: list[str] = []

    def wait() -> None:
        with pytest.raises(Trouble) as trouble:
            errand.result()
        told.append(str(trouble.value))

    waiting = threading.Thread(target=wait)
    waiting.start()
    errand.cancel()
    waiting.join(20)

    assert len(told) == 1
    assert not waiting.is_alive()


def test_an_interrupted_wait_leaves_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyhole, "SMITH", smith(tmp_path, "import time; time.sleep(60)"))

    with pytest.raises(KeyboardInterrupt), turn(FORGED.locked, PASSPHRASE, lambda key: key) as errand:
        raise KeyboardInterrupt

    assert errand._child.returncode is not None


def test_a_process_that_ends_is_told_and_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyhole, "SMITH", smith(tmp_path, "import os; os.abort()"))

    with pytest.raises(Trouble, match="up to 1 GB of free memory"):
        opened(FORGED.locked)


def test_a_process_without_the_extra_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"import sys; sys.modules['pyrage'] = None; exec(open({locksmith.__file__!r}).read())"
    monkeypatch.setattr(keyhole, "SMITH", smith(tmp_path, text))

    with pytest.raises(Trouble, match="turn-toward\\[private\\]"):
        opened(FORGED.locked)


SEEN = """
import os, sys
from pathlib import Path
told = [sys.argv, dict(os.environ)]
Path(sys.argv[0]).with_suffix(".seen").write_text(repr(told))
raise SystemExit(3)
"""


def test_the_passphrase_is_in_no_argument_and_in_no_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyhole, "SMITH", smith(tmp_path, SEEN))

    with pytest.raises(WrongPassphrase) as told:
        opened(FORGED.locked)

    seen = (tmp_path / "smith.seen").read_text()
    assert "smith.py" in seen
    assert PASSPHRASE not in seen
    assert PASSPHRASE not in repr(told.value)


def test_a_folder_called_like_a_library_in_the_current_directory_gets_no_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("game", "pyrage", "re"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)

    assert opened(FORGED.locked) == KEY


def test_the_locksmith_leaves_no_core_file_and_none_to_a_program_that_collects_them() -> None:
    """To Linux a limit of nothing counts for files alone; only that of one byte counts for programs too."""
    code = (
        "import resource; from game.files.locks.locksmith import leave_no_core\n"
        "for hardest in (9000, 1, 0):\n"
        "    resource.setrlimit(resource.RLIMIT_CORE, (hardest, hardest)); leave_no_core()\n"
        "    print(resource.getrlimit(resource.RLIMIT_CORE))\n"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    none = 1 if sys.platform == "linux" else 0
    assert done.stdout == f"({none}, 9000)\n({none}, 1)\n(0, 0)\n"


def test_a_stop_watch_that_stopped_early_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    factors = iter([12, 24, 14, 18, 20])

    def encrypt(*_: object) -> bytes:
        return b"-> scrypt salt %d\n" % next(factors)

    monkeypatch.setattr("pyrage.passphrase.encrypt", encrypt)

    assert locksmith._locked(KEY.text, PASSPHRASE) == b"-> scrypt salt 18\n"
    assert next(factors) == 20


# policy


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("velvet otter ladder", None),
        ("åäöåäöåä", None),
        ("12345678", None),
        ("1234567", "A little longer, please: at least 8 letters. A few words are easiest."),
        ("  seven  ", "A little longer, please: at least 8 letters. A few words are easiest."),
        ("x" * (LONGEST + 1), f"A little shorter, please: at most {LONGEST} letters."),
        (
            "velvet\x1b[2J otter",
            "That holds something that cannot be typed everywhere. Letters, digits and spaces are safest.",
        ),
        (
            "velvet\ufffdotter",
            "That holds something that cannot be typed everywhere. Letters, digits and spaces are safest.",
        ),
        (
            "velvet\notter",
            "That holds something that cannot be typed everywhere. Letters, digits and spaces are safest.",
        ),
    ],
)
def test_a_passphrase_is_long_enough_and_can_be_typed(typed: str, sentence: str | None) -> None:
    assert why_no_passphrase(typed) == sentence


def test_an_example_could_be_a_passphrase_and_is_never_the_same() -> None:
    examples = {example() for _ in range(50)}

    assert len(examples) == 50
    assert {why_no_passphrase(each) for each in examples} == {None}
    assert {len(each.split()) for each in examples} == {5}


@given(locked=st.binary(max_size=400))
def test_no_bytes_at_all_are_taken_for_a_lock_by_mistake(locked: bytes) -> None:
    assert work_of(locked) is None
