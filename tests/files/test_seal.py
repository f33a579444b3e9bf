"""What is sealed is opened again, by this home's key or by the age program, and by nothing else."""

import shutil
import subprocess
from pathlib import Path

import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.files.atomic import Unreadable
from game.files.problems import Trouble
from game.files.seal import PLAIN, Age, Key, is_sealed, key_lines, need_age, read_key
from tests.files.locked import FORGED, KEY, OTHER_KEY, PASSPHRASE

SEAL = Age(KEY)
needs_age = pytest.mark.skipif(not shutil.which("age"), reason="the age program is not installed here")


@given(data=st.binary(max_size=200_000))
def test_what_is_sealed_is_opened_again_and_shows_nothing(data: bytes) -> None:
    sealed = SEAL.seal(data)

    assert SEAL.open(sealed) == data
    assert is_sealed(sealed)
    assert len(data) < 40 or data not in sealed


@given(data=st.binary())
def test_a_plain_home_writes_and_reads_things_as_they_are(data: bytes) -> None:
    assert PLAIN.seal(data) == data
    assert is_sealed(data) or PLAIN.open(data) == data


def test_a_plain_file_in_a_locked_home_is_read_as_it_is() -> None:
    assert SEAL.open(b"format = 1\n") == b"format = 1\n"


def test_a_plain_home_says_that_an_evening_is_locked() -> None:
    with pytest.raises(Unreadable, match="this evening is locked"):
        PLAIN.open(SEAL.seal(b"format = 1\n"))


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Unreadable, match="does not open this file"):
        Age(OTHER_KEY).open(SEAL.seal(b"format = 1\n"))


def opens(data: bytes) -> bytes | None:
    try:
        return SEAL.open(data)
    except Unreadable:
        return None


def test_a_sealed_file_with_any_byte_turned_or_cut_off_is_never_opened() -> None:
    told = b"format = 1\n" * 20
    sealed = SEAL.seal(told)
    turned = [
        sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :] for place in range(len(sealed))
    ]
    cuts = [sealed[:place] for place in range(len(sealed))]

    # Without its first line it is no age file, and is handed on for what it is: no evening either.
    assert {opens(data) for data in (*turned, *cuts) if is_sealed(data)} == {None}
    assert told not in {opens(data) for data in (*turned, *cuts)}


def test_nothing_that_holds_the_key_shows_it() -> None:
    shown = f"{KEY!r} {SEAL!r} {FORGED!r} {KEY!s} {SEAL!s}"

    assert KEY.text not in shown
    assert KEY.text[20:40] not in shown


def test_a_recovery_sheet_is_read_again_however_it_was_copied() -> None:
    lines = key_lines(KEY)

    assert lines[0] == "AGE-SECRET-KEY-1"
    assert max(map(len, lines)) <= 24
    for typed in (KEY.text, "\n".join(lines), " ".join(lines).lower(), f"  {KEY.text}\n"):
        assert read_key(typed) == KEY


@pytest.mark.parametrize(
    "typed", ["", "velvet", KEY.text[:-1], f"{KEY.text[:-1]}A", KEY.text.replace("-1L", "-1Q")]
)
def test_a_misread_key_is_told_from_a_right_one(typed: str) -> None:
    with pytest.raises(Trouble, match="not a whole recovery key"):
        read_key(typed)


def test_without_the_extra_one_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.files.seal.find_spec", lambda name: None)

    with pytest.raises(Trouble) as told:
        need_age()

    assert str(told.value) == (
        'Locking a home takes a small extra that is not installed here: pip install "turn-toward[private]" '
        "(with pipx: pipx inject turn-toward pyrage)."
    )


@needs_age
def test_the_age_program_opens_a_sealed_file_with_the_key_from_the_sheet(tmp_path: Path) -> None:
    (tmp_path / "evening.age").write_bytes(SEAL.seal(b"What a night.\n"))
    (tmp_path / "key.txt").write_text(KEY.text)

    command = ["age", "-d", "-i", "key.txt", "evening.age"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)

    assert done.stdout == b"What a night.\n"


@needs_age
def test_the_age_program_opens_a_sealed_file_with_the_key_file_and_the_passphrase(tmp_path: Path) -> None:
    (tmp_path / "evening.age").write_bytes(SEAL.seal(b"What a night.\n"))
    (tmp_path / "identity.age").write_bytes(FORGED.locked)

    child = pexpect.spawn("age", ["-d", "-i", "identity.age", "evening.age"], cwd=tmp_path, timeout=20)
    child.expect("passphrase")
    child.sendline(PASSPHRASE)
    child.expect("What a night.")
    child.wait()

    assert child.exitstatus == 0
    assert Key(KEY.text) == KEY
