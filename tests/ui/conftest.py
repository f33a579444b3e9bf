"""Keys come here as fast as they are seen through, by somebody who means each of them."""

import pytest

from game.ui import curtain


@pytest.fixture(autouse=True)
def quick_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the curtain obey an Enter at once."""
    monkeypatch.setattr(curtain, "REST", 0)
