"""Leaving, by word, by the end of input, and by accident; and going on at the very same step."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.files.config import read_config
from game.files.problems import SaveProblem
from game.plain.door import resume_plain
from game.plain.play import play_plain
from tests.plain.scripts import END, Talk, a_home, again, play, sit

KEPT = "\nEverything is kept. To go on right here:\nturn-toward resume\n"


def last_page(told: str) -> str:
    """Return what was told after the last prompt before the end, and the prompt itself."""
    pages = told.removesuffix(KEPT).split("> \n")
    return pages[-2] if len(pages) > 1 else pages[-1]


@pytest.mark.parametrize("decks", [("roads",), ("numbers", "secrets", "guesses", "hands")])
def test_an_evening_cut_off_anywhere_goes_on_at_the_very_same_step(
    decks: tuple[str, ...], tmp_path: Path
) -> None:
    """One evening is cut off after every line, and gone on with by the next one."""
    home = a_home(tmp_path)
    sitting, talk = play(lambda: sit(home, *decks))
    cuts = 0
    while not sitting.table.evening.is_closed:
        stood = (sitting.table.record, sitting.table.evening)
        sitting, again_there = again(sitting)

        assert (sitting.table.record, sitting.table.evening) == stood
        assert again_there.told.endswith(KEPT)
        # Behind a curtain both answers are needed, and a half-given one is gone with the cut.
        answers = 4 if sitting.table.alone is not None and sitting.table.evening.at.step != "look" else 2
        lines = ("",) * (answers if sitting.table.alone is not None else 1)
        sitting, talk = again(sitting, *lines)
        cuts += 1

    assert cuts > 20
    assert "Good night, you two." in talk.told
    assert KEPT not in talk.told


def test_leaving_by_word_and_by_the_end_of_input_is_the_same(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    for word in ("leave", "Quit", "exit", "q"):
        sitting, talk = play(lambda: sit(home, "tea", shape="tea"), word, "told")

        assert talk.told.endswith(KEPT)
        assert sitting.table.evening.at.step != "give-back"


@pytest.mark.parametrize(
    "before", [(), ("", "2"), ("sorry",), ("breath",), ("hide",), ("help",), ("lighter",)]
)
def test_leave_works_everywhere(before: tuple[str, ...], tmp_path: Path) -> None:
    sitting, talk = play(lambda: sit(a_home(tmp_path), "roads", shape="short"), *before, "leave", "", "")

    assert talk.told.endswith(KEPT)
    assert list(talk.lines) == [*before, "leave", "", ""]
    assert END not in "".join(talk.transcript)
    assert sitting.table.evening.at.script == "ceilings"


def test_a_pause_that_ends_with_the_input_stays_a_pause(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    paused, _ = play(lambda: sit(home, "tea", shape="tea"), "pause 21:30")
    still, talk = again(paused)
    back, _ = again(still, "")

    assert "Paused. Nothing is lost. Back at: 21:30." in talk.told
    assert (paused.table.evening.paused, still.table.evening.paused) == (True, True)
    assert not back.table.evening.paused


class Interrupted:
    """Lines that end with somebody pressing ctrl+c."""

    def __init__(self, *lines: str) -> None:
        self._lines = iter(lines)

    def __iter__(self) -> "Interrupted":
        return self

    def __next__(self) -> str:
        line = next(self._lines, None)
        if line is None:
            raise KeyboardInterrupt
        return line


def test_ctrl_c_leaves_as_safely_as_the_word(tmp_path: Path) -> None:
    sitting = sit(a_home(tmp_path), "tea", shape="tea")
    talk = Talk(Interrupted("told"))
    kept = play_plain(sitting, talk.asking())
    sitting.leave()

    assert kept
    assert talk.told.endswith(KEPT)


def test_an_evening_that_cannot_be_saved_says_so_and_plays_on(tmp_path: Path) -> None:
    sitting = sit(a_home(tmp_path), "tea", shape="tea")

    def refuse(_: object) -> None:
        raise SaveProblem("The disk is full.")

    sitting.table._keep = refuse
    talk = Talk(("told", "given back"))
    kept = play_plain(sitting, talk.asking())
    sitting.leave()

    assert not kept
    assert talk.told.count("The disk is full. Play on, trying again each move") == 2
    assert talk.told.endswith("\nThe last move is not kept. The disk is full.\n")
    assert sitting.table.evening.at.step == "ask"


def test_the_first_words_are_told_once_in_a_home_and_take_one_line(tmp_path: Path) -> None:
    home = a_home(tmp_path, welcomed=False)
    _, unread = play(lambda: sit(home, "tea", shape="tea"))
    _, first = play(lambda: sit(home, "tea", shape="tea"), "anything", "told")
    _, second = play(lambda: sit(home, "tea", shape="tea"), "told")

    assert ["Before you begin" in talk.told for talk in (unread, first, second)] == [True, True, False]
    assert all(
        "give back one detail" in talk.told or "word for word" in talk.told for talk in (first, second)
    )
    assert read_config(home.config)[0].welcomed


def test_help_and_leave_work_at_the_first_words(tmp_path: Path) -> None:
    home = a_home(tmp_path, welcomed=False)
    _, helped = play(lambda: sit(home, "tea", shape="tea"), "help", "leave")

    assert helped.told.count("Before you begin") == 3
    assert helped.told.endswith(KEPT)
    assert not read_config(home.config)[0].welcomed


def test_a_wish_at_the_first_words_is_granted_after_them(tmp_path: Path) -> None:
    home = a_home(tmp_path, welcomed=False)
    paused, talk = play(lambda: sit(home, "tea", shape="tea"), "pause")

    assert paused.table.evening.paused
    assert read_config(home.config)[0].welcomed
    assert talk.told.count("Paused. Nothing is lost.") == 1


def test_a_wish_during_a_breath_ends_it_and_is_granted(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    before, _ = play(lambda: sit(home, "tea", shape="tea"))
    swapped, talk = again(before, "breath", "hide", "", "help depth", "swap")
    calm, _ = again(swapped, "breath", "undo")

    assert talk.told.count("Breathe. There is nothing to do here.") == 3
    assert "A different card." in talk.told
    assert calm.table.record == swapped.table.record


def test_undo_reaches_the_first_move_and_says_where_it_is(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    begun, _ = play(lambda: sit(home, "tea", shape="tea"))
    _, talk = again(begun, "told", "given", "go", *["undo"] * 5, *["redo"] * 4)

    assert talk.told.count("This is where the evening began.") == 2
    assert talk.told.count("There is nothing to do again.") == 1


def test_a_closed_evening_shows_its_closing_again_and_undo_goes_back(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    closed, _ = play(lambda: sit(home, "tea", shape="tea"), "close", *[""] * 6)
    _, shown = again(closed)
    undone, _ = again(closed, "undo")

    assert "Good night, you two." in shown.told
    assert KEPT not in shown.told
    assert undone.table.evening.at.step == "week"


def test_somebody_who_no_longer_listens_ends_it_quietly_and_frees_the_evening(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    before, _ = play(lambda: sit(home, "tea", shape="tea"))
    talk = Talk(("told",))
    asking = talk.asking()

    def gone(_: str) -> None:
        raise BrokenPipeError

    object.__setattr__(asking.voice, "write", gone)
    with pytest.raises(BrokenPipeError):
        resume_plain(home, asking, before.id)
    after, _ = again(before)

    assert after.table.record == before.table.record


def test_the_way_back_names_the_home_that_was_given(tmp_path: Path) -> None:
    home = replace(a_home(tmp_path / "a b"), is_given=True)
    _, talk = play(lambda: sit(home, "tea", shape="tea"))

    assert f"turn-toward resume --home '{home.root}'" in " ".join(talk.told.split("\n"))
