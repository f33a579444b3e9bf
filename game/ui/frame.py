"""A frame goes to the terminal as one piece, so that nobody sees a part of it and one write is enough."""

import os
from io import RawIOBase, TextIOWrapper

BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"
"""What Textual writes before and after a frame where the terminal can wait for the whole of it."""


class Frame:
    """What is held back until it is a whole frame."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def take(self, piece: str) -> str:
        """Take *piece*, and return what may be written now: nothing while a frame is not whole."""
        if not self._pieces and piece != BEGIN:
            return piece
        self._pieces.append(piece)
        return self.rest() if piece == END else ""

    def rest(self) -> str:
        """Let go of what is held, whole or not, and return it."""
        held = "".join(self._pieces)
        self._pieces.clear()
        return held


def in_full(stream: TextIOWrapper) -> TextIOWrapper:
    """Return what writes to where *stream* does, and always all of it, also where a resize interrupts it.

    With `python -u` or PYTHONUNBUFFERED nothing stands between a text and the system, and of what the system
    takes in part the rest is lost.
    """
    if not isinstance(stream.buffer, RawIOBase):
        return stream
    return os.fdopen(stream.fileno(), "w", encoding=stream.encoding, errors=stream.errors, closefd=False)
