"""Plain mode in a real terminal: what it echoes, what it pushes away, and how it survives."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.plain.scripts import LIGHT_CARD, OPEN_CARD, a_home
from tests.terminal.screen import hearing_all_but

pytestmark = pytest.mark.slow

GAME = ("-m", "game")
PLAY = (*GAME, "play", "--plain", "--names", "Ana", "Ben", "--seed", "1")
UNSEEN = r"\(not shown\) > "
SEEN = r"\n> "


@contextmanager
def at_a_terminal(*arguments: str, rows: int = 24) -> Iterator[Any]:
    """Run the game in a terminal of its own; `said` is all that has stood in it so far."""
    child = pexpect.spawn(
        sys.executable,
        [*arguments],
        encoding="utf-8",
        timeout=30,
        dimensions=(rows, 80),
        env=os.environ,
        preexec_fn=hearing_all_but,
    )
    child.said = []
    child.logfile_read = Log(child.said)
    try:
        yield child
    finally:
        child.close(force=True)


class Log:
    """Keeps what a terminal has shown."""

    def __init__(self, said: list[str]) -> None:
        self._said = said

    def write(self, text: str) -> None:
        self._said.append(text)

    def flush(self) -> None:
        """Nothing waits here."""


def ended(child: Any) -> int | None:
    """Return the exit code once the program has ended."""
    child.expect(pexpect.EOF)
    child.close()
    status: int | None = child.exitstatus
    return status


def test_hidden_answers_are_not_echoed_and_appear_together(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    with at_a_terminal(*PLAY, "--deck", "secrets", "--length", "tea", "--home", str(home.root)) as child:
        child.expect(SEEN)
        child.sendline("")
        child.expect(UNSEEN)
        child.sendline("aardvark")
        child.expect("Ben, your eyes only")
        child.expect(SEEN)
        child.sendline("")
        child.expect(UNSEEN)
        before = "".join(child.said)
        child.sendline("budgerigar")
        child.expect("Ana: aardvark\r\nBen: budgerigar")
        child.expect(SEEN)
        child.sendline("leave")
        child.expect("Everything is kept")

        assert ended(child) == 0
        assert "aardvark" not in before
        assert "".join(child.said).count("budgerigar") == 1
        assert "\x1b" not in "".join(child.said)


def test_votes_and_ceilings_are_not_echoed(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    with at_a_terminal(*PLAY, "--deck", "roads", "--length", "short", "--home", str(home.root)) as child:
        for ceiling in ("tender", "open"):
            child.expect(SEEN)
            child.sendline("")
            child.expect(UNSEEN)
            child.sendline(ceiling)
        child.expect("Tonight goes as far as open")
        said = "".join(child.said)

    assert re.findall(r"\(not shown\) > (.*)", said) == ["\r", "\r"]


def test_a_card_that_is_swapped_unseen_leaves_the_screen(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    cards = (*LIGHT_CARD, *LIGHT_CARD, *OPEN_CARD, *OPEN_CARD)
    with at_a_terminal(
        *PLAY, "--deck", "roads", "--length", "short", "--home", str(home.root), rows=50
    ) as child:
        for _ in ("Ana", "Ben"):
            child.expect(SEEN)
            child.sendline("")
            child.expect(UNSEEN)
            child.sendline("")
        for line in cards:
            child.expect(SEEN)
            child.sendline(line)
        child.expect(SEEN)
        child.sendline("")
        child.expect(UNSEEN)
        child.sendline("swap")
        child.expect("Ana, your eyes only")
        pushed = child.before

    assert pushed.strip() == ""
    assert pushed.count("\n") >= 50


@pytest.mark.parametrize(
    "lines", [(), ("told",), ("told", "given"), ("told", "given", "go", "move", "pause")]
)
def test_an_evening_that_is_killed_goes_on_at_the_very_same_step(
    lines: tuple[str, ...], tmp_path: Path
) -> None:
    home = a_home(tmp_path)
    with at_a_terminal(*PLAY, "--deck", "tea", "--length", "tea", "--home", str(home.root)) as child:
        child.expect(SEEN)
        for line in lines:
            child.sendline(line)
            child.expect(SEEN)
        stood = child.before.partition("\n\r\n(")[0]
        child.kill(signal.SIGKILL)
        child.expect(pexpect.EOF)
    with at_a_terminal(*GAME, "resume", "--plain", "--home", str(home.root)) as child:
        child.expect(SEEN)
        stands = child.before.partition("\n\r\n(")[0]

    choices = r"\r\n(\d  .*)"
    assert re.findall(choices, stands) == re.findall(choices, stood)
    assert stands.partition("level 1 of 4")[2] in stood or "Paused. Nothing is lost." in stands


@pytest.mark.parametrize("behind_the_curtain", [False, True])
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_safely(end: signal.Signals, behind_the_curtain: bool, tmp_path: Path) -> None:
    home = a_home(tmp_path)
    with at_a_terminal(*PLAY, "--deck", "roads", "--length", "short", "--home", str(home.root)) as child:
        child.expect(SEEN)
        if behind_the_curtain:
            child.sendline("")
            child.expect(UNSEEN)
        child.kill(end)
        child.expect("Everything is kept")

        assert ended(child) == 0
        assert "Traceback" not in "".join(child.said)


def test_the_end_of_input_leaves_safely(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    with at_a_terminal(*PLAY, "--deck", "roads", "--length", "short", "--home", str(home.root)) as child:
        child.expect(SEEN)
        child.sendeof()
        child.expect("Everything is kept")

        assert ended(child) == 0


def test_ctrl_c_behind_the_curtain_gives_the_echo_back(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    game = (sys.executable, *PLAY, "--deck", "roads", "--length", "short", "--home", str(home.root))
    child = pexpect.spawn(
        "sh",
        ["-c", 'trap : INT; "$@"; stty -a', "sh", *game],
        encoding="utf-8",
        timeout=30,
        env=os.environ,
        preexec_fn=hearing_all_but,
    )
    child.expect(SEEN)
    child.sendline("")
    child.expect(UNSEEN)
    child.sendintr()
    child.expect("Everything is kept")
    child.expect(pexpect.EOF)

    assert re.search(r"(?<!-)\becho\b", child.before)
