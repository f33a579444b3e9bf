"""What is wrong is said with its place, briefly, and as text."""

import errno
from datetime import date
from pathlib import Path

import pytest

from game.files.problems import Problem, found, nearest, reason, shortened


def test_a_problem_names_file_line_key_and_sentence() -> None:
    problem = Problem(Path("some/where/deck.toml"), "found 7; allowed are 1, 2, 3, 4.", 12, "depth")

    assert str(problem) == "deck.toml:12: depth: found 7; allowed are 1, 2, 3, 4."


def test_a_problem_without_a_line_makes_none_up() -> None:
    assert str(Problem(Path("deck.toml"), "this is a folder.")) == "deck.toml: this is a folder."


def test_a_file_name_is_shown_as_text() -> None:
    assert str(Problem(Path("a\x1b[2Jb.toml"), "no.")) == "a[2Jb.toml: no."


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("gues", '"gues"'),
        ("a\x1b]0;x\x07\nb", '"a]0;x b"'),
        ("x" * 50, '"' + "x" * 39 + '…"'),
        (7, "7"),
        (-2.5, "-2.5"),
        (True, "true"),
        (False, "false"),
        pytest.param(16**9999, "a very large number", id="huge"),
        (float("inf"), "a very large number"),
        (float("nan"), "nan"),
        ([1], "a list"),
        ({"a": 1}, "a table"),
        (date(2026, 11, 22), "a date or a time"),
    ],
)
def test_a_found_value_is_told_in_a_readers_words(value: object, told: str) -> None:
    assert found(value) == told


def test_a_long_word_is_shortened_without_reading_all_of_it() -> None:
    assert shortened("ab " * 1_000_000) == ("ab " * 13)[:39] + "…"


def test_the_nearest_spelling_is_found_or_none() -> None:
    known = ("depth", "dim", "text")

    assert (nearest("dept", known), nearest("zzz", known)) == ("depth", None)


def test_what_the_system_says_is_said_in_words() -> None:
    full, odd = OSError(errno.ENOSPC, "No space left on device"), OSError(errno.EXDEV, "Cross-device link")

    assert (reason(full), reason(odd)) == ("the disk is full", "the system says EXDEV")
