"""A command line for tests: what is typed goes in, and what it came to comes out."""

from pathlib import Path
from typing import NamedTuple

import pytest

from game.cli import main


class Answer(NamedTuple):
    """What a command line came to."""

    code: int
    told: str
    said: str


class Line:
    """A command line in a home of its own."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home = home
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Answer:
        try:
            code = main([*arguments, "--home", str(self.home)])
        except SystemExit as end:
            code = int(end.code or 0)
        return Answer(code, *self._capsys.readouterr())
