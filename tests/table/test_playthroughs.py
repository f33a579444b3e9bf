"""Golden playthroughs: whole evenings in text, played again line by line.

`TURN_TOWARD_GOLDEN=write` writes them anew, with their laying and their moves as they are. Read them then.
"""

import os
from pathlib import Path

import pytest

from game.engine.cards import Kind
from game.engine.shapes import SHAPES
from tests.table.playthrough import FOLDER, played_again, read_script

FILES = sorted(FOLDER.glob("*.txt"))
WRITING = os.environ.get("TURN_TOWARD_GOLDEN") == "write"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_playthrough_plays_as_it_reads(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    again, table = played_again(text)
    if WRITING:
        file.write_text(again, encoding="utf-8")

    assert table.evening.is_closed
    assert again == text or WRITING


def test_every_shape_and_every_kind_of_card_is_in_some_playthrough() -> None:
    texts = [file.read_text(encoding="utf-8") for file in FILES]
    shapes = {read_script(text)[0].shape for text in texts}
    kinds = {kind for kind in Kind if any(f": {kind} at " in text for text in texts)}

    assert shapes == set(SHAPES)
    assert kinds == set(Kind)


def test_every_way_of_moving_is_in_some_playthrough() -> None:
    moves = {move for file in FILES for move in read_script(file.read_text(encoding="utf-8"))[1]}
    words = {move.split()[0].rstrip(":") for move in moves}

    assert words >= {
        *("Enter", "Ana", "Ben", "choose", "swap", "never", "undo", "redo", "close", "pause", "return"),
        *("lower", "lighter", "veto", "sorry", "keep"),
    }
