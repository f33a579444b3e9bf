"""Every command in the README does what the README says, in the order a reader would type them."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parents[2]
README = (HOUSE / "README.md").read_text()
CONTRIBUTING = (HOUSE / "CONTRIBUTING.md").read_text()
WAYS = ("play", "resume")
COMMANDS = [
    line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()
]


def own(commands: list[str]) -> Iterator[list[str]]:
    """Yield the arguments of those *commands* that are the game's."""
    for command in commands:
        program, *arguments = shlex.split(command)
        if program == "turn-toward":
            yield arguments


def run(arguments: list[str], typed: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "game", *arguments]
    return subprocess.run(command, input=typed, capture_output=True, text=True, timeout=60, check=False)


def test_every_command_of_ours_in_the_readme_works() -> None:
    ran = {shlex.join(arguments): run(arguments) for arguments in own(COMMANDS)}

    assert len(ran) >= 8
    assert {command: done.stderr for command, done in ran.items() if done.returncode} == {}
    assert {command for command, done in ran.items() if "\x1b" in done.stdout + done.stderr} == set()


def test_the_readme_resumes_the_very_evening_it_began(stranger: Path) -> None:
    begin, go_on = (next(each for each in own(COMMANDS) if each[:2] == [way, "--plain"]) for way in WAYS)
    begun = run(begin, "\n\n")
    gone_on = run(go_on)

    assert (begun.returncode, gone_on.returncode) == (0, 0)
    assert len(list((stranger / "evenings" / "saves").glob("*.toml"))) == 1


def test_every_make_command_that_we_name_is_in_the_makefile() -> None:
    makefile = (HOUSE / "Makefile").read_text()
    named = set(
        re.findall(r"\bmake ([a-z]+)\b", " ".join(COMMANDS + re.findall(r"`(.*?)`", README + CONTRIBUTING)))
    )

    assert {"play", "test", "check"} <= named
    assert {name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)} == set()


def test_every_file_that_the_readme_names_is_there() -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", README + CONTRIBUTING)
    installed = re.findall(r"-r (\S+)", " ".join(COMMANDS))

    assert [name for name in (*linked, *installed) if not (HOUSE / name).exists()] == []


def test_the_readme_draws_every_floor() -> None:
    picture = README.partition("## The house")[2]
    rooms = {path.stem for path in (HOUSE / "game").iterdir() if not path.name.startswith(("_", "."))}

    assert {room for room in rooms if not re.search(rf"\b{room}\b", picture)} == set()
