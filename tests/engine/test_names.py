"""The names of the two, in any script."""

import pytest

from game.engine.names import LONGEST, tidy, why_not_name
from game.words import say


@pytest.mark.parametrize(
    "name",
    [
        "Ana",
        "Anne-Marie",
        "O'Neill",
        "Ξένια",
        "Настя",
        "נועה",
        "مریم",
        "علی\u200cرضا",
        "இளங்கோ",
        "ශ්\u200dරී",
        "明美",
        "지우",
        "Zoë",
        "Little Bear 🐻",
        "x",
        "x" * LONGEST,
    ],
)
def test_a_name_of_any_script_can_sit_at_the_table(name: str) -> None:
    assert why_not_name(name) is None


@pytest.mark.parametrize("name", ["", "   ", "\t\n", "\u200c", "\u200d \u200c"])
def test_an_empty_name_is_asked_again(name: str) -> None:
    assert why_not_name(name) == say("name.empty")


@pytest.mark.parametrize("name", ["A\x1b[2J", "A\x07", "A\u202eB", "A\u2066B", "A\ud800", "\x00"])
def test_a_name_that_a_terminal_would_obey_is_asked_again(name: str) -> None:
    assert why_not_name(name) == say("name.odd")


def test_a_name_that_is_too_long_says_by_how_much() -> None:
    assert why_not_name("x" * (LONGEST + 1)) == say("name.long", letters=LONGEST, found=LONGEST + 1)


@pytest.mark.parametrize("other", ["ana", " Ana ", "ANA", "Ana\u200d"])
def test_equal_names_are_asked_again(other: str) -> None:
    assert why_not_name(other, "Ana") == say("name.equal")


def test_names_that_only_look_alike_in_bytes_are_equal() -> None:
    assert why_not_name("Zoe\u0308", "Zoë") == say("name.equal")
    assert why_not_name("STRASSE", "straße") == say("name.equal")


def test_a_tidy_name_is_composed_and_has_single_spaces() -> None:
    assert tidy("  Zoe\u0308 \t Ann ") == "Zoë Ann"
    assert tidy(tidy("  A  B ")) == "A B"
