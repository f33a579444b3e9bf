"""Which of the two faces is shown, and how plain mode lives with pipes."""

import os
import pty
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

pytestmark = pytest.mark.slow

GAME = (sys.executable, "-m", "game")
PLAY = ("play", "--names", "Ana", "Ben", "--deck", "childhood", "--deck", "how-we-fell", "--length", "short")
COLOUR = re.compile(r"[34]8;2;(\d+);(\d+);(\d+)")
KEPT = "Everything is kept. To go on right here:\nturn-toward resume --home"


def run(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*GAME, *arguments],
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        encoding="utf-8",
    )


def shell(command: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run *command* with bash, in which `game` is the game and `home` its home."""
    setting = f'set -o pipefail; home={home}; game() {{ {sys.executable} -m game "$@"; }}; '
    return subprocess.run(
        ["bash", "-c", setting + command],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        encoding="utf-8",
    )


def test_a_whole_evening_is_played_by_enter_alone(tmp_path: Path) -> None:
    done = run(*PLAY, "--plain", "--home", str(tmp_path / "h"), typed="\n" * 400)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Good night, you two." in done.stdout
    assert "It cannot measure love" in done.stdout
    assert KEPT not in done.stdout
    assert "\x1b" not in done.stdout


def test_without_a_terminal_the_game_is_plain_by_itself(tmp_path: Path) -> None:
    played = run(*PLAY, "--home", str(tmp_path / "h"), typed="\n\n")
    resumed = run("resume", "--home", str(tmp_path / "h"))
    at_home = run("--home", str(tmp_path / "h"), typed="\n")

    for done in (played, resumed, at_home):
        assert (done.returncode, done.stderr) == (0, "")
        assert KEPT in done.stdout
        assert done.stdout.split()[-2:] == ["--home", str(tmp_path / "h")]
        assert "\x1b" not in done.stdout
    assert "1  Go on with Ana & Ben, 0 of 6 cards\n" in at_home.stdout


def test_an_evening_that_head_cuts_off_goes_on_at_the_same_step(tmp_path: Path) -> None:
    home = tmp_path / "h"
    cut = run(*PLAY, "--plain", "--seed", "4", "--home", str(home), typed="\n" * 20)
    gone_on = run("resume", "--plain", "--home", str(home))
    last = cut.stdout.rpartition(KEPT)[0].split("\n> \n")[-2]

    assert KEPT in cut.stdout
    assert re.sub(r"\n[A-Z][^\n]*\n\n1 ", "\n\n1 ", last).strip() in re.sub(
        r"\n[A-Z][^\n]*\n\n1 ", "\n\n1 ", gone_on.stdout
    )


def test_a_reader_that_goes_away_ends_it_quietly_and_loses_nothing(tmp_path: Path) -> None:
    home = tmp_path / "h"
    play = " ".join(PLAY)
    cut = shell(
        f"head -c 3000 /dev/zero | tr '\\0' '\\n' | game {play} --plain --home $home | head -40", home
    )
    listed = shell(
        "game saves list --home $home | head -1; game resume --plain --home $home < /dev/null", home
    )

    assert (cut.returncode, cut.stderr) == (0, "")
    assert len(cut.stdout.splitlines()) == 40
    assert (listed.returncode, listed.stderr) == (0, "")


@pytest.mark.parametrize("command", ["deck show childhood", "deck list --json", "deck list", "--help"])
def test_a_list_may_be_read_in_part(command: str, tmp_path: Path) -> None:
    done = shell(f"game {command} --home $home | head -1", tmp_path)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["deck list", "saves list", "--version"])
def test_an_answer_that_cannot_be_written_is_no_crash(command: str, tmp_path: Path) -> None:
    full = shell(f"game {command} --home $home > /dev/full", tmp_path)
    closed = shell(f"game {command} --home $home >&- 2>&-", tmp_path)

    assert "Traceback" not in full.stderr
    assert (closed.returncode, closed.stderr) == (0, "")


@pytest.mark.parametrize("command", ["deck list", "--help"])
def test_a_full_disk_below_the_answer_is_told(command: str, tmp_path: Path) -> None:
    done = shell(f"game {command} --home $home > /dev/full", tmp_path)

    assert (done.returncode, done.stderr) == (
        1,
        "turn-toward: The answer could not be written: the disk is full.\n",
    )


def test_an_evening_without_any_streams_is_begun_and_kept(tmp_path: Path) -> None:
    play = " ".join(PLAY)
    done = shell(f"game {play} --home $home <&- >&- 2>&-; game saves list --home $home", tmp_path / "h")

    assert (done.returncode, done.stderr) == (0, "")
    assert "0 of 6 cards" in done.stdout


def test_letters_that_are_no_letters_are_passed_over(tmp_path: Path) -> None:
    done = subprocess.run(
        [*GAME, *PLAY, "--plain", "--home", str(tmp_path / "h")],
        input=b"\n\xff\xfe\x00\n\n\xc3\n\n",
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")


def test_an_encoding_without_the_letters_is_no_reason_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = run(*PLAY, "--plain", "--home", str(tmp_path / "h"), typed="\n" * 400)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Good night, you two." in done.stdout


@pytest.fixture
def half_a_terminal() -> Iterator[tuple[int, list[bytes]]]:
    """Yield a terminal to write to, and what has been written to it once it is closed."""
    own, theirs = pty.openpty()
    read: list[bytes] = []

    def listen() -> None:
        try:
            while piece := os.read(own, 4096):
                read.append(piece)
        except OSError:
            return  # nobody writes any more

    listener = threading.Thread(target=listen)
    listener.start()
    yield theirs, read
    listener.join(10)
    os.close(own)


def test_input_that_is_no_terminal_never_starts_the_screens(
    half_a_terminal: tuple[int, list[bytes]], tmp_path: Path
) -> None:
    theirs, read = half_a_terminal
    done = subprocess.run(
        [*GAME, "--home", str(tmp_path / "h")],
        input=b"",
        stdout=theirs,
        stderr=theirs,
        timeout=60,
        check=False,
    )
    os.close(theirs)

    assert done.returncode == 0
    assert b"\x1b" not in b"".join(read)


def at_a_terminal(*arguments: str, **environ: str) -> Any:
    return pexpect.spawn(
        GAME[0],
        [*GAME[1:], *arguments],
        encoding="utf-8",
        timeout=30,
        dimensions=(24, 80),
        env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environ},
    )


@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": ""}])
def test_a_terminal_gets_the_screens(environ: dict[str, str], tmp_path: Path) -> None:
    child = at_a_terminal("--home", str(tmp_path / "h"), **environ)
    child.expect("T u r n")
    shown = child.before or ""
    child.sendcontrol("q")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    # An empty NO_COLOR is no wish for fewer colours.
    assert {colour for colour in COLOUR.findall(shown) if len(set(colour)) > 1}


def test_a_dumb_terminal_gets_lines(tmp_path: Path) -> None:
    child = at_a_terminal("--home", str(tmp_path / "h"), TERM="dumb")
    child.expect("1  A new evening")
    shown = child.before or ""
    child.expect("> ")
    child.sendline("leave")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    assert "\x1b" not in shown + (child.before or "")


@pytest.mark.parametrize("command", ["play", "resume"])
def test_a_terminal_that_wants_lines_gets_lines(command: str, tmp_path: Path) -> None:
    home = str(tmp_path / "h")
    run(*PLAY, "--plain", "--home", home)
    child = at_a_terminal(*(PLAY if command == "play" else ("resume",)), "--plain", "--home", home)
    child.expect("> ")
    shown = child.before or ""
    child.sendeof()
    child.expect("Everything is kept")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    assert "\x1b" not in shown


def test_an_unknown_theme_is_wrong_use_and_starts_nothing(tmp_path: Path) -> None:
    child = at_a_terminal("--theme", "linnen", "--home", str(tmp_path / "h"))
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 2
    assert "«linnen» is not known. Did you mean linen?" in (child.before or "")


def test_an_evening_that_is_open_elsewhere_is_told(tmp_path: Path) -> None:
    home = str(tmp_path / "h")
    child = at_a_terminal(*PLAY, "--plain", "--home", home)
    child.expect("> ")
    other = run("resume", "--plain", "--home", home)
    child.close(force=True)

    assert other.returncode == 1
    assert re.search(r"turn-toward: The evening .* is open in another window\.", other.stderr)


def test_a_config_with_a_mistake_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "h").mkdir()
    (tmp_path / "h" / "config.toml").write_text("welcomd = true\n", encoding="utf-8")
    done = run(*PLAY, "--plain", "--home", str(tmp_path / "h"))

    assert done.returncode == 0
    assert done.stderr.startswith("config.toml:1: welcomd:")


@pytest.mark.parametrize("command", [PLAY, ("resume",)])
def test_the_screens_begin_where_the_command_line_says(command: tuple[str, ...], tmp_path: Path) -> None:
    home = str(tmp_path / "h")
    run(*PLAY, "--plain", "--home", home, typed="\n")
    child = at_a_terminal(*command, "--motion", "none", "--theme", "linen", "--home", home)
    child.expect("Ana, your eyes only")
    child.sendcontrol("q")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
