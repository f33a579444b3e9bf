"""The text of a file from anywhere, or the reason why it is none."""

import re
from pathlib import Path

from game.files.atomic import Unreadable, read_bounded
from game.files.decks.deckfile import DECK_LIMIT
from game.files.imports.finds import Unusable
from game.words import say

MOST_LINES = 100_000
_MARK = b"\xef\xbb\xbf"
_PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"SQLite format 3")
"""How spreadsheets, documents, packages of cards and collections begin."""
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_NEWLINE = re.compile(r"\r\n?")


def read_text(path: Path) -> str:
    """Return the text of the file at *path*, its lines ended by newlines; raise Unusable when it is none."""
    try:
        data = read_bounded(path, DECK_LIMIT)
    except Unreadable as error:
        raise Unusable(str(error)) from error
    text = _NEWLINE.sub("\n", _decoded(data.removeprefix(_MARK)))
    if (lines := text.count("\n")) > MOST_LINES:
        raise Unusable(say("exchange.file.lines", lines=lines, limit=MOST_LINES))
    return text


def _decoded(data: bytes) -> str:
    if data.startswith(_PACKED):
        raise Unusable(say("exchange.file.packed"))
    # Text in two bytes a letter is mostly zeros where it is not marked.
    if data.startswith(_WIDE) or data.count(0) * 4 > len(data) > 0:
        raise Unusable(say("exchange.file.wide"))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n?|\n", data[: error.start])) + 1
        raise Unusable(say("problem.file.utf8"), line) from error
