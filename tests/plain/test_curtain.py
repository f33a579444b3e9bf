"""What only one of the two may see, in lines."""

from functools import partial
from pathlib import Path

import pytest

from game.files.paths import Home
from game.plain.asking import Asking
from game.plain.play import play_plain
from game.plain.voice import Voice
from tests.plain.scripts import OPEN_CARD, THREE_CARDS, Talk, a_home, again, play, sit

CANARIES = ("aardvark", "budgerigar", "cassowary", "dromedary")
"""Words that nobody writes by chance."""


def found_in(home: Home) -> list[str]:
    """Return the canaries that are in any file of *home*, or in the name of one."""
    everything = b"\n".join(
        bytes(str(path), "utf-8") + (path.read_bytes() if path.is_file() else b"")
        for path in home.root.rglob("*")
    )
    return [canary for canary in CANARIES if bytes(canary, "utf-8") in everything.lower()]


def test_hidden_answers_are_told_together_and_not_before(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    _, first = play(lambda: sit(home, "secrets", shape="tea"), "", "aardvark", "")
    _, both = play(lambda: sit(home, "secrets", shape="tea"), "", "aardvark", "", "budgerigar")

    assert "aardvark" not in first.told
    assert "Ana: aardvark\nBen: budgerigar\n" in both.told


def test_an_empty_answer_shows_neither(tmp_path: Path) -> None:
    _, talk = play(lambda: sit(a_home(tmp_path), "secrets", shape="tea"), "", "", "", "budgerigar")

    assert "Ana: –\nBen: –\n" in talk.told
    assert "budgerigar" not in talk.told


def test_no_word_that_was_typed_behind_the_curtain_is_in_any_file(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    secrets, _ = play(
        lambda: sit(home, "secrets", shape="tea"),
        "",
        "aardvark",
        "",
        "undo",
        "",
        "Budgerigar",
        "",
        "cassowary",
    )
    again(secrets, "", "undo", "", "dromedary")
    ceilings, _ = play(lambda: sit(home, "roads"), "", "aardvark", "4", "", "budgerigar", "2")
    again(ceilings, "cassowary")

    assert found_in(home) == []


def test_only_the_lower_ceiling_is_kept_or_told(tmp_path: Path) -> None:
    saves = []
    for one, other in (("2", "4"), ("4", "2"), ("2", "2")):
        home = a_home(tmp_path / one / other)
        sitting, talk = play(partial(sit, home, "roads"), "", one, "", other)
        body = sitting.keeper.path.read_text(encoding="utf-8").partition("checksum")[2].partition("\n")[2]
        saves.append(body)

        assert "Tonight goes as far as open." in talk.told
    assert saves == [saves[0]] * 3


def test_a_typed_line_behind_the_curtain_is_never_said_again(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    for script in (("", "aardvark"), ("aardvark",), ("", "3", "", "aardvark")):
        for decks, shape in (("roads", "short"), ("numbers", "tea")):
            _, talk = play(partial(sit, home, decks, shape=shape), *script)

            assert "aardvark" not in talk.told


def test_a_closed_curtain_opens_by_enter_alone(tmp_path: Path) -> None:
    _, talk = play(lambda: sit(a_home(tmp_path), "roads"), "1", "open", "2")

    assert talk.told.count("Ana, your eyes only.") == 4
    assert "How deep may tonight go?" not in talk.told


TO_THE_LOOK = (*THREE_CARDS, *OPEN_CARD)
"""What brings an evening with roads to a card that its speaker sees first."""


def test_a_deep_card_is_not_told_before_its_speaker_opens_the_curtain(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    sitting, closed = play(lambda: sit(home, "roads"), *TO_THE_LOOK)
    _, opened = again(sitting, "")
    card = sitting.table.evening.card

    assert sitting.table.evening.at.step == "look"
    assert card
    assert card.text not in closed.told
    assert card.text in opened.told


def test_a_card_that_is_swapped_unseen_is_pushed_away_and_not_spoken_of(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    sitting, _ = play(lambda: sit(home, "roads"), *TO_THE_LOOK)
    first = sitting.table.evening.card
    sitting, talk = again(sitting, "", "swap", "", "2", "", "")
    after_the_swap = talk.told.split(first.text if first else "")[-1]

    assert after_the_swap.startswith("\n\nAna, you see this one first.")
    assert "\n\n\n\nAna, your eyes only." in after_the_swap
    assert talk.told.partition("\n\n\n\n")[2].count("A different card.") == 2
    assert all("A different card." in part for part in talk.told.split("Ana presses Enter.\n> ")[2:])


def test_the_partner_never_hears_that_a_card_was_swapped_unseen(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    sitting, _ = play(lambda: sit(home, "roads"), *TO_THE_LOOK)
    _, shown = again(sitting, "", "never", "", "show")
    open_part = shown.told.rpartition("\n\n\n\n")[2]

    assert "take a moment, then tell" in open_part
    assert "different" not in open_part
    assert "not meet" not in open_part


@pytest.mark.parametrize(
    ("typed", "fits"),
    [("0", True), ("10", True), ("", True), ("11", False), ("-1", False), ("1.5", False), ("seven", False)],
)
def test_a_number_is_from_0_to_10_or_left_out(typed: str, fits: bool, tmp_path: Path) -> None:
    _, talk = play(lambda: sit(a_home(tmp_path), "numbers", shape="tea"), "", typed, "", "5")

    assert ("Ask each other" in talk.told) is fits
    assert ("A number from 0 to 10, or an empty line." in talk.told) is not fits


def test_a_wish_behind_the_curtain_is_granted_and_the_curtain_falls_again(tmp_path: Path) -> None:
    _, talk = play(
        lambda: sit(a_home(tmp_path), "secrets", shape="tea"), "", "pause", "", "", "hide", "", "swap"
    )

    assert "Paused. Nothing is lost." in talk.told
    assert "A different card." in talk.told
    assert talk.told.count("Ana, your eyes only.") == 3


def test_without_a_terminal_hidden_lines_are_read_like_any_other(tmp_path: Path) -> None:
    talk = Talk(())
    lines = iter(("", "aardvark", "", "budgerigar"))

    def read() -> str:
        line = next(lines, None)
        if line is None:
            raise EOFError
        return line

    sitting = sit(a_home(tmp_path), "secrets", shape="tea")
    play_plain(sitting, Asking(Voice(read, talk.written.append, echoes=False)))
    sitting.leave()

    assert "Ana: aardvark\nBen: budgerigar\n" in talk.told
    assert "(not shown)" not in talk.told
