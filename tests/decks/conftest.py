"""The shelf as it comes with the game, read once."""

import pytest

from game.files.decks.shelf import Shelf, read_shelf
from game.files.paths import find_home


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Return the decks that a home without any of its own finds."""
    return read_shelf(find_home(tmp_path_factory.mktemp("home"), {}))
