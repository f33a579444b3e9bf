"""Whatever the game makes is for nobody else, under any umask: every folder 0700, every file 0600."""

import os
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.files.config import change_config
from game.files.crash import crash_lines
from game.files.decks.draft import open_draft
from game.files.decks.newdeck import new_deck
from game.files.decks.owndeck import add_own_card, new_own_deck, own_copy
from game.files.decks.shelf import read_shelf
from game.files.exporting import Paper, export_deck
from game.files.paths import Home, find_home, open_home
from game.sitting import begin, resume

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


def play(home: Home) -> None:
    sitting = begin(home, ("Ana", "Ben"), "tea", ("tea-time",), 1)
    for _ in range(3):
        step = sitting.table.evening.step
        assert step is not None
        sitting.table.answer("") if sitting.table.alone is not None else sitting.table.choose(
            step.choices[0].id
        )
    sitting.table.swap()
    sitting.leave()
    resume(home, sitting.id).leave()


def keep_house(home: Home) -> None:
    change_config(home.config, lambda config: replace(config, theme="linen"))
    change_config(home.root / "deep" / "down" / "config.toml", lambda config: replace(config, welcomed=True))
    home.config.write_text("not = [toml")
    change_config(home.config, lambda config: replace(config, theme="contrast"))
    crash_lines(home, ValueError("something"))


def write_decks(home: Home) -> None:
    new_deck(home, "Walks")
    new_own_deck(home, "Rivers")
    path = add_own_card(home, "What is the river called?")
    own_copy(home, home.shipped / "tea-time.toml")
    draft = open_draft(path)
    draft.do(draft.page.insert(0, {"text": "And where does it go?"}))
    draft.keep_unsaved()
    draft.save()
    for paper in Paper:
        export_deck(read_shelf(home).find("ours"), home.root / f"ours.{paper}", paper)


def modes(folder: Path) -> dict[str, str]:
    """Return the modes of all in *folder* that are for others too, or not for oneself, by name."""
    wanted = {True: 0o700, False: 0o600}
    every = ((path, stat.S_IMODE(path.lstat().st_mode)) for path in folder.rglob("*"))
    return {str(path): oct(mode) for path, mode in every if mode != wanted[path.is_dir()]}


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777])
@pytest.mark.parametrize("act", [play, keep_house, write_decks], ids=lambda act: act.__name__)
def test_what_the_game_makes_is_for_nobody_else(
    act: Callable[[Home], None], mask: int, tmp_path: Path
) -> None:
    folder = tmp_path / "all" / "of" / "it"
    before = os.umask(mask)
    try:
        home = find_home(folder / "home")
        open_home(home)
        act(home)
    finally:
        os.umask(before)

    assert modes(tmp_path / "all") == {}
    assert len(list(folder.rglob("*"))) > 4
