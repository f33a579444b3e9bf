"""The line that a deck begins with brings the schema into an editor: tombi obeys it, and is asked by make."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.files.decks.newdeck import new_deck
from game.files.decks.schema import SCHEMA, SCHEMA_LINE
from game.files.importing import import_deck, read_foreign
from game.files.paths import find_home

HOUSE = Path(__file__).parents[2]
ASKED = re.findall(r"tombi (lint .+) decks$", (HOUSE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
SLIPS = (
    ("[deck]", '[deck]\nauthor = "Ana"', '"author" is not allowed'),
    ("depth = 2", "depth = 7", "the value must be ≤ 4, but found 7"),
    ('kind = "story"', 'kind = "storry"', 'must be one of ["story"'),
    ("touch = true", 'touch = "yes"', "expected a value of type Boolean"),
    ('text = "Tell', 'txt = "Tell', '"text" is required'),
)


def linted(*paths: Path) -> subprocess.CompletedProcess[str]:
    """Ask tombi about *paths* just as make does."""
    command = [Path(sys.executable).with_name("tombi"), *ASKED[0].split(), *paths]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """Return the file that `turn-toward deck new` makes, with the schema beside it."""
    return new_deck(find_home(tmp_path / "home"), "Our Walks")


def test_make_asks_without_a_network() -> None:
    assert len(ASKED) == 1
    assert {"--offline", "--no-cache", "--error-on-warnings"} <= set(ASKED[0].split())


def test_a_new_deck_is_right_in_an_editor(begun: Path) -> None:
    done = linted(begun)

    assert (done.returncode, done.stdout + done.stderr) == (0, "1 file linted successfully\n")


def test_a_deck_that_is_brought_in_is_right_in_an_editor_too(tmp_path: Path) -> None:
    (tmp_path / "walks.md").write_text("# Walks\n\n- Where to?\n  - And then?\n")
    path = import_deck(read_foreign(tmp_path / "walks.md"), find_home(tmp_path / "home"))

    assert path.read_text().startswith(f"{SCHEMA_LINE}\n\n[deck]\n")
    assert linted(path).returncode == 0
    path.write_text(path.read_text().replace("text =", "txt ="))
    assert linted(path).returncode == 1


@pytest.mark.parametrize(("right", "wrong", "told"), SLIPS, ids=[wrong for _, wrong, _ in SLIPS])
def test_an_editor_points_at_a_slip(begun: Path, right: str, wrong: str, told: str) -> None:
    text = begun.read_text()
    assert right in text
    begun.write_text(text.replace(right, wrong, 1))
    done = linted(begun)

    assert done.returncode == 1
    assert told in done.stdout + done.stderr


def test_it_is_the_line_that_brings_the_schema(begun: Path) -> None:
    begun.write_text(begun.read_text().replace("depth = 2", "depth = 7").replace(SCHEMA_LINE, ""))

    assert linted(begun).returncode == 0


def test_a_slip_in_a_shipped_deck_fails_the_whole_folder(tmp_path: Path) -> None:
    for path in (HOUSE / "decks").iterdir():
        shutil.copy(path, tmp_path)
    assert linted(tmp_path).returncode == 0
    deck = tmp_path / "tea-time.toml"
    deck.write_text(
        deck.read_text(encoding="utf-8").replace('moment = "', 'moment = "x', 1), encoding="utf-8"
    )

    assert (tmp_path / SCHEMA).is_file()
    assert linted(tmp_path).returncode == 1
