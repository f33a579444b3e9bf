"""What holds for every test: nobody's own evenings, settings or terminal are touched or read."""

from pathlib import Path

import pytest
from hypothesis import settings

OWN = ("COLORTERM", "COLUMNS", "FORCE_COLOR", "LINES", "NO_COLOR", "TEXTUAL_ANIMATIONS", "TEXTUAL_THEME")

# The machine may be busy, and a test that fails should fail again for the next person.
settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("torture", deadline=None, max_examples=2000)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def stranger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make this machine a stranger's, without wishes about colour or size, and return their empty home."""
    home = tmp_path / "stranger"
    for name in OWN:
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TURN_TOWARD_HOME", str(home / "evenings"))
    return home
