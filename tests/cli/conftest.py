"""A command line in a home of its own, and an evening to ask it about."""

from pathlib import Path

import pytest

from tests.cli.line import Line
from tests.plain.scripts import THREE_CARDS, a_home, play, sit


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(a_home(tmp_path).root, capsys)


@pytest.fixture
def played(tmp_path: Path) -> str:
    """Play three cards, and return the id of the evening."""
    sitting, _ = play(lambda: sit(a_home(tmp_path), "roads"), *THREE_CARDS)
    return sitting.id
