"""One window at a time holds the pen of a deck, and lets it go however it ends."""

import subprocess
import sys
from pathlib import Path

import pytest

from game.files.decks.pen import OpenElsewhere, pen_of

HOLDING = """
import sys
from pathlib import Path
from game.files.decks.pen import pen_of
with pen_of(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_window_gets_the_pen_when_it_is_laid_down_or_its_holder_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "walks.toml"
    with (
        pen_of(path),
        pytest.raises(OpenElsewhere, match=r"Another window has walks\.toml open"),
        pen_of(path),
    ):
        pass
    command = [sys.executable, "-c", HOLDING, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(OpenElsewhere), pen_of(path):
            pass
        holder.kill()
    with pen_of(path):
        pass


def test_where_no_file_can_be_made_one_writes_alone(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "walks.toml"
    (tmp_path / "nowhere").write_text("a file", encoding="utf-8")

    with pen_of(path):
        pass
