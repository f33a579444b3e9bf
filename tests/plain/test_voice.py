"""What the voice writes, and what it keeps from a terminal."""

import errno
import io

import pytest

from game.plain.voice import Voice, voice_of

TRICKS = "a\x1b[2Jb\x07c\x9bd\u202ee\u2066f\x7fg\ud800h"


def writer(width: int = 78, rows: int = 0) -> tuple[Voice, list[str]]:
    written: list[str] = []
    return Voice(lambda: "typed", written.append, width=width, rows=rows), written


def test_no_code_that_a_terminal_obeys_is_ever_written() -> None:
    voice, written = writer()
    voice.tell(TRICKS)

    assert written == ["\na[2Jbcdefgh\n"]


def test_blocks_stand_apart_and_empty_ones_are_left_out() -> None:
    voice, written = writer()
    voice.tell("one\ntwo", "", "three")

    assert written == ["\none\ntwo\n\nthree\n"]


def test_long_lines_are_wrapped_between_words_and_keep_their_indent() -> None:
    voice, written = writer(width=20)
    voice.tell(
        "2  a choice with quite a label",
        "    a card of some length",
        "· one of many things",
        "no-hyphen-is-a-place-to-break",
    )

    assert written == [
        "\n2  a choice with\n   quite a label\n"
        "\n    a card of some\n    length\n"
        "\n· one of many things\n"
        "\nno-hyphen-is-a-place-to-break\n"
    ]


def test_a_command_stays_whole_on_its_line_as_it_is_to_be_copied() -> None:
    voice, written = writer(width=40)
    command = "turn-toward resume --home '/media/a stick/of ours/evenings' 2026-11-22-1"
    voice.tell(f"Everything is kept, as it is after each move. To go on right here:\n{command}")

    assert written == [f"\nEverything is kept, as it is after each\nmove. To go on right here:\n{command}\n"]


def test_a_screen_is_pushed_away_by_empty_lines_and_nothing_else() -> None:
    voice, written = writer(rows=40)
    voice.clear()

    assert written == ["\n" * 40]


def test_what_is_no_terminal_hides_nothing_and_pushes_nothing() -> None:
    sink = io.StringIO()
    voice = voice_of(io.StringIO("one\ntwo"), sink)

    assert (voice.read_unseen, voice.rows) == (None, 0)
    assert [voice.ask(), voice.ask_unseen()] == ["one", "two"]
    with pytest.raises(EOFError):
        voice.ask()
    assert sink.getvalue() == "> \n> \n> \n"


def test_a_program_without_any_input_is_at_its_end() -> None:
    with pytest.raises(EOFError):
        voice_of(None, io.StringIO()).ask()


class Closed(io.StringIO):
    """A terminal that has been closed."""

    def readline(self, _: int | None = -1, /) -> str:  # type: ignore[override]
        raise OSError(errno.EIO, "gone")

    def write(self, _: str, /) -> int:
        raise OSError(errno.EIO, "gone")


def test_a_closed_terminal_is_the_end_of_input_and_of_listening() -> None:
    with pytest.raises(EOFError):
        voice_of(Closed(), io.StringIO()).ask()
    with pytest.raises(BrokenPipeError):
        voice_of(io.StringIO(), Closed()).tell("Hello.")


class Full(io.StringIO):
    """A file on a full disk."""

    def write(self, _: str, /) -> int:
        raise OSError(errno.ENOSPC, "full")


def test_what_cannot_be_written_for_another_reason_is_not_passed_over() -> None:
    with pytest.raises(OSError, match="full"):
        voice_of(io.StringIO(), Full()).tell("Hello.")
