"""A home of its own for every test."""

from pathlib import Path

import pytest

from game.files.paths import Home, find_home, open_home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return an opened home that nothing else uses."""
    opened = find_home(tmp_path / "home")
    open_home(opened)
    return opened
