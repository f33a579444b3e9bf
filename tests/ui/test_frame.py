"""A frame goes out whole, and nothing else waits for one."""

from hypothesis import given
from hypothesis import strategies as st

from game.ui.frame import BEGIN, END, Frame

PIECES = st.text("abc\x1b[", min_size=1).filter(lambda piece: piece not in (BEGIN, END))


def test_what_belongs_to_no_frame_goes_out_at_once() -> None:
    assert [Frame().take(piece) for piece in ("\x1b[?1049h", "\x07", END)] == ["\x1b[?1049h", "\x07", END]


def test_a_frame_goes_out_as_one_piece() -> None:
    frame = Frame()

    assert [frame.take(piece) for piece in (BEGIN, "a card", "the cursor", END, "after")] == [
        "",
        "",
        "",
        f"{BEGIN}a cardthe cursor{END}",
        "after",
    ]


def test_half_a_frame_is_let_go_of_when_one_leaves() -> None:
    frame = Frame()
    frame.take(BEGIN)
    frame.take("half a card")

    assert [frame.rest(), frame.rest(), frame.take("\x1b[?1049l")] == [
        f"{BEGIN}half a card",
        "",
        "\x1b[?1049l",
    ]


@given(st.lists(st.one_of(PIECES, st.just(BEGIN), st.just(END))))
def test_whatever_is_written_comes_out_in_its_order(pieces: list[str]) -> None:
    frame = Frame()

    assert "".join((*map(frame.take, pieces), frame.rest())) == "".join(pieces)
