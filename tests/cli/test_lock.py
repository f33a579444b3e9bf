"""Locking, opening and unlocking a home from the command line, by scripts and at a real terminal."""

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pexpect
import pytest

from game.cli.discretion import be_discreet
from game.files.evenings.keeper import Keeper
from game.files.locks import keyhole
from game.files.locks.lock import Lock, identity_path, lock_of, opening
from game.files.locks.turning import plain_files, sealed_files
from game.files.paths import Home, find_home, open_home
from game.files.seal import Age, is_sealed, key_lines, read_key
from tests.cli.line import Answer, Line
from tests.files.invention import played
from tests.files.locked import KEY, OTHER_KEY, OTHER_PASSPHRASE, PASSPHRASE, SMITH, locked
from tests.terminal.screen import hearing_all_but

EVENING = "2026-11-22-1"
ENTRY = f"{EVENING}  Ana & Ben  standard  5 of 12 cards  open\n"
OPENING = "Opening. It takes a few seconds, so that guessing would take for ever.\n"
MAKING = "Making the lock. It takes a few seconds, so that guessing would take for ever.\n"
AWAY, BACK = b"\x1b[?1049h", b"\x1b[?1049l"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let locks cost next to no work."""
    monkeypatch.setattr(keyhole, "SMITH", SMITH)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home with one evening."""
    home = find_home(tmp_path / "home")
    open_home(home)
    keeper = Keeper(home, EVENING)
    keeper.keep(played(20))
    keeper.close()
    return home


@pytest.fixture
def line(home: Home, capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(home.root, capsys)


def typed(*lines: str) -> tuple[str, str]:
    """Return the option that names a file descriptor from which *lines* come."""
    reader, writer = os.pipe()
    os.write(writer, "".join(f"{line}\n" for line in lines).encode())
    os.close(writer)
    return "--passphrase-fd", str(reader)


# by scripts


def test_a_script_locks_a_home_and_gets_the_key_as_the_answer(home: Home, line: Line) -> None:
    code, told, said = line("lock", *typed(PASSPHRASE))

    assert code == 0
    assert said == (
        f"{MAKING}Turning every evening. Nothing is lost if this is interrupted.\n"
        "This home is locked. Every evening is sealed, and the plain files are gone; a disk or a backup may "
        "still hold old traces of them.\n"
    )
    assert (plain_files(home), len(sealed_files(home)) > 1) == ([], True)
    assert opening(home, PASSPHRASE).result().seal.key == read_key(told)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("saves", "list"), ENTRY),
        (("saves", "show", EVENING), None),
        (("saves", "check"), None),
        (("saves", "check", EVENING, "--json"), '{\n  "ok": true,\n  "step": 1,\n  "note": ""\n}\n'),
        (("saves", "restore", EVENING), None),
        (("saves", "export", EVENING), None),
    ],
)
def test_what_looks_at_evenings_takes_the_passphrase_and_changes_nothing(
    home: Home, line: Line, arguments: tuple[str, ...], told: str | None
) -> None:
    before = line(*arguments)
    locked(home)
    files = {path.name: path.read_bytes() for path in home.saves.iterdir()}

    answer = line(*arguments, *typed(PASSPHRASE))

    assert answer == Answer(before.code, before.told, f"{OPENING}{before.said}")
    assert told is None or answer.told == told
    assert {path.name: path.read_bytes() for path in home.saves.iterdir()} == files


@pytest.mark.parametrize(
    "arguments",
    [
        ("saves", "list"),
        ("saves", "show", EVENING),
        ("saves", "check", "--json"),
        ("saves", "export", EVENING),
        ("saves", "delete", EVENING, "--yes"),
        ("resume", "--plain"),
        ("unlock",),
        ("passphrase",),
    ],
)
def test_a_wrong_passphrase_is_one_sentence_and_changes_nothing(
    home: Home, line: Line, arguments: tuple[str, ...]
) -> None:
    locked(home)
    files = {path.name: path.read_bytes() for path in home.saves.iterdir()}

    assert line(*arguments, *typed(OTHER_PASSPHRASE, OTHER_PASSPHRASE)) == Answer(
        1,
        "",
        f"{OPENING}turn-toward: That does not open it: another passphrase, or saves/identity.age is damaged, "
        "which looks the same from here. Nothing is lost; try again.\n",
    )
    assert {path.name: path.read_bytes() for path in home.saves.iterdir()} == files


def test_without_a_terminal_and_without_a_descriptor_nobody_is_asked(home: Home, line: Line) -> None:
    locked(home)

    assert line("saves", "list") == Answer(
        1,
        "",
        "turn-toward: This home is locked. Its passphrase is asked on a terminal, or read from a file "
        "descriptor: --passphrase-fd N.\n",
    )


def test_a_descriptor_that_says_nothing_is_wrong_use(home: Home, line: Line) -> None:
    locked(home)

    assert line("saves", "list", "--passphrase-fd", "987").said == (
        "turn-toward: From file descriptor 987 nothing can be read: the system says EBADF.\n"
    )
    assert line("saves", "list", "--passphrase-fd", "9" * 20) == Answer(
        2,
        "",
        f"turn-toward: From file descriptor {'9' * 20} nothing can be read: the system says EBADF.\n",
    )
    option, reader = typed()
    assert line("saves", "list", option, reader) == Answer(
        2,
        "",
        f"turn-toward: File descriptor {reader} ended before the passphrase did; each answer is one line.\n",
    )


@pytest.mark.parametrize(
    "arguments", [("deck", "list"), ("paths",), ("--version",), ("deck", "check", "tea-time")]
)
def test_what_has_nothing_to_do_with_evenings_asks_for_nothing(
    home: Home, line: Line, arguments: tuple[str, ...]
) -> None:
    locked(home)

    assert line(*arguments).code == 0


def test_a_script_plays_in_a_locked_home_and_everything_is_kept_sealed(home: Home) -> None:
    locked(home)
    lines = f"{PASSPHRASE}\n" + "\n" * 4

    command = [
        sys.executable,
        "-m",
        "game",
        "resume",
        "--plain",
        "--home",
        str(home.root),
        "--passphrase-fd",
        "0",
    ]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)

    assert "Everything is kept." in done.stdout
    assert PASSPHRASE not in done.stdout + done.stderr
    assert plain_files(home) == []
    keeper = Keeper(opening(home, PASSPHRASE).result(), EVENING)
    keeper.close()
    assert keeper.found is not None
    assert keeper.found.number > 1


def test_a_home_is_unlocked_again(home: Home, line: Line) -> None:
    locked(home)

    code, told, said = line("unlock", *typed(PASSPHRASE))

    assert (code, told) == (0, "")
    assert said.startswith(f"{OPENING}This home has no lock any more.")
    assert lock_of(home) is Lock.NONE
    assert line("saves", "list") == Answer(0, ENTRY, "")


def test_the_passphrase_is_changed(home: Home, line: Line) -> None:
    locked(home)

    code, _, said = line("passphrase", *typed(PASSPHRASE, OTHER_PASSPHRASE))

    assert (code, said.startswith(f"{OPENING}{MAKING}The new passphrase holds.")) == (0, True)
    assert line("saves", "list", *typed(OTHER_PASSPHRASE)).told == ENTRY
    assert line("saves", "list", *typed(PASSPHRASE)).code == 1


def test_the_recovery_sheet_gives_a_new_passphrase_and_says_where_the_lock_before_lies(
    home: Home, line: Line
) -> None:
    locked(home)
    identity_path(home).write_bytes(b"rubbish")
    sheet = " ".join(key_lines(KEY)).lower()
    anew = f"{MAKING}The lock is made anew and the new passphrase holds."

    assert "turn-toward recover" in line("saves", "list", *typed(PASSPHRASE)).said
    first = line("recover", *typed(sheet, OTHER_PASSPHRASE))
    again = line("recover", *typed(sheet, OTHER_PASSPHRASE))
    identity_path(home).unlink()
    none = line("recover", *typed(sheet, OTHER_PASSPHRASE))

    assert [answer.code for answer in (first, again, none)] == [0, 0, 0]
    assert first.said.endswith(f"{anew} What was there before lies beside it as identity.before-1.age.\n")
    assert again.said.endswith(f"{anew} What was there before lies beside it as identity.before-2.age.\n")
    assert none.said.endswith(f"{anew}\n")
    assert (home.saves / "identity.before-1.age").read_bytes() == b"rubbish"
    assert line("saves", "list", *typed(OTHER_PASSPHRASE)).told == ENTRY


@pytest.mark.parametrize(
    ("sheet", "sentence"),
    [
        (OTHER_KEY.text, "This key opens none of the"),
        ("AGE-SECRET-KEY-1QQQQ", "That is not a whole recovery key."),
    ],
)
def test_a_sheet_that_does_not_fit_changes_nothing(home: Home, line: Line, sheet: str, sentence: str) -> None:
    locked(home)
    files = {path.name: path.read_bytes() for path in home.saves.iterdir()}

    code, _, said = line("recover", *typed(sheet, OTHER_PASSPHRASE))

    assert (code, sentence in said, sheet in said) == (1, True, False)
    assert {name: data for name, data in files.items() if (home.saves / name).read_bytes() != data} == {}


def test_a_passphrase_that_is_too_short_locks_nothing(home: Home, line: Line) -> None:
    assert line("lock", *typed("seven")) == Answer(
        1, "", "turn-toward: A little longer, please: at least 8 letters. A few words are easiest.\n"
    )
    assert lock_of(home) is Lock.NONE


@pytest.mark.parametrize("command", ["unlock", "recover", "passphrase"])
def test_a_home_without_a_lock_says_so(line: Line, command: str) -> None:
    assert line(command, *typed(PASSPHRASE)) == Answer(
        1, "", "turn-toward: This home has no lock. To put one on: turn-toward lock\n"
    )


def test_without_the_extra_every_way_to_the_lock_says_how_to_get_it(
    home: Home, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked(home)
    monkeypatch.setattr("game.files.seal.find_spec", lambda name: None)

    for arguments in (
        ("saves", "list"),
        ("lock",),
        ("unlock",),
        ("passphrase",),
        ("recover",),
        ("resume", "--plain"),
    ):
        code, told, said = line(*arguments, *typed(PASSPHRASE))

        assert (code, told) == (1, "")
        assert said.startswith(
            "turn-toward: Locking a home takes a small extra that is not installed here: pip"
        )
    assert line("deck", "list").code == 0


# at a real terminal


def spawn(home: Home, *arguments: str) -> pexpect.spawn:
    environ = {**os.environ, "TERM": "xterm-256color"}
    return pexpect.spawn(
        sys.executable,
        ["-m", "game", *arguments, "--home", str(home.root)],
        env=environ,
        timeout=60,
        dimensions=(40, 100),
        preexec_fn=hearing_all_but,
    )


@pytest.mark.slow
def test_two_people_lock_their_home_at_a_terminal_and_no_word_of_it_stays(home: Home) -> None:
    child = spawn(home, "lock")
    seen = b""

    def after(words: str, answer: str) -> None:
        nonlocal seen
        child.expect_exact(words)
        child.expect_exact("(not shown) > ")
        seen += child.before + child.after
        child.sendline(answer)

    after("A passphrase for this home?", "short")
    after("A little longer, please", PASSPHRASE)
    after("The same once more?", OTHER_PASSPHRASE)
    after("The two were not the same.", PASSPHRASE)
    after("The same once more?", PASSPHRASE)
    child.expect_exact("ctrl+c leaves everything as it was.")
    sheet = child.before
    assert lock_of(home) is Lock.NONE
    child.sendline("")
    child.expect(pexpect.EOF)
    child.wait()

    found = re.search(rb"AGE-SECRET-KEY-1(\s+[A-Z0-9 ]+\r\n)+", sheet)
    assert found is not None
    key = read_key(found[0].decode())
    assert child.exitstatus == 0
    assert sheet.index(AWAY) < found.start()
    assert BACK in child.before
    assert b"This home is locked." in child.before
    assert b"AGE-SECRET" not in seen + child.before
    stream = seen + sheet + child.before
    assert PASSPHRASE.encode() not in stream
    assert OTHER_PASSPHRASE.encode() not in stream
    for path in home.root.rglob("*"):
        if path.is_file():
            assert PASSPHRASE.encode() not in path.read_bytes()
            assert key.text.encode() not in path.read_bytes()
    assert all(is_sealed(path.read_bytes()) for path in sealed_files(home))
    assert all(Age(key).open(path.read_bytes()) for path in sealed_files(home))


def test_at_a_terminal_a_wrong_passphrase_can_be_tried_again(home: Home) -> None:
    locked(home)
    child = spawn(home, "resume", "--plain")

    child.expect_exact("(not shown) > ")
    child.sendline(OTHER_PASSPHRASE)
    child.expect_exact("That does not open it")
    child.expect_exact("(not shown) > ")
    child.sendline(PASSPHRASE)
    child.expect_exact("Opening.")
    child.expect_exact("(Enter goes on.)")
    child.sendline("leave")
    child.expect_exact("Everything is kept.")
    child.expect(pexpect.EOF)
    child.wait()

    assert child.exitstatus == 0


@pytest.mark.parametrize("key", ["\x03", "\x04", "\x1c"])
def test_leaving_at_the_question_changes_nothing_and_gives_the_echo_back(home: Home, key: str) -> None:
    locked(home)
    files = {path.name: path.read_bytes() for path in home.saves.iterdir()}
    child = spawn(home, "unlock")

    child.expect_exact("(not shown) > ")
    child.send(key)
    child.expect(pexpect.EOF)
    echoes = child.getecho()
    child.wait()

    assert (child.exitstatus, echoes, b"Traceback" in child.before) == (130, True, False)
    assert {path.name: path.read_bytes() for path in home.saves.iterdir()} == files


def test_a_home_that_is_open_leaves_no_core_to_anybody_as_before(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits: list[tuple[int, int]] = []
    monkeypatch.setattr("resource.setrlimit", lambda _, both: limits.append(both))
    for module, hook in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, hook, getattr(module, hook))

    be_discreet(home)
    before = limits[:]
    locked(home)

    assert (len(before), {*limits}) == (1, {*before})


def test_a_machine_without_a_traceback_of_secrets(home: Home) -> None:
    """A fault in the middle of it shows where it broke, and no value of any name."""
    locked(home)
    code = (
        "import sys; from game.files import seal; from game.cli import main\n"
        "def broken(self, data): raise RuntimeError('broken')\n"
        "seal.Age.open = broken\n"
        f"main(['saves', 'list', '--home', {str(home.root)!r}, '--passphrase-fd', '0'])\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], input=f"{PASSPHRASE}\n", capture_output=True, text=True, check=False
    )

    assert "RuntimeError at line" in done.stderr
    assert PASSPHRASE not in done.stderr
    assert KEY.text not in done.stderr
