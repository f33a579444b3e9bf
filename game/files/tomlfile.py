"""TOML files as text and as tables. Whatever keeps one from being read is a problem with a place."""

import re
from pathlib import Path
from typing import Any

from game.files.atomic import Unreadable, read_bounded
from game.files.problems import Problem
from game.words import say

_LARGE = 1 << 16
"""Letters from which on a file is looked at before it is parsed."""
_MOST_DOTS, _MOST_MARKS = 1000, 600_000
"""A dot in a key costs the parser a thousand times its own size in memory, other marks a hundred times."""
_TABLE_MARKS = 3
"""As many marks as one that opens a list or a table counts for, since it costs more."""
_ENDLESS = 5000
"""Letters in a row, outside of all texts, that no name and no number has."""
_LONG_NUMBER = r"[0-9_]{4300}"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Refused(Exception):
    """A file that no tables can be read from."""

    def __init__(self, path: Path, sentence: str, line: int | None = None, key: str = "") -> None:
        super().__init__(sentence)
        self.problem = Problem(path, sentence, line, key)


def read_toml(path: Path, limit: int) -> tuple[str, dict[str, Any]]:
    """Return the text of the file at *path*, of at most *limit* bytes, and its tables; else raise Refused."""
    try:
        return parsed(path, read_bounded(path, limit))
    except Unreadable as error:
        raise Refused(path, str(error)) from error


def parsed(path: Path, data: bytes) -> tuple[str, dict[str, Any]]:
    """Return the text that *data*, read from *path*, holds, and its tables; else raise Refused."""
    text = _text(path, data)
    return text, _tables(path, text)


def is_tangled(text: str) -> bool:
    """Return whether *text* has more structure than any file of the game, and parsing it could hang."""
    if len(text) < _LARGE:
        return False
    # Start-up reads small files and does without this.
    from game.files.lines import bare

    bones = bare(text)
    marks = _TABLE_MARKS * (bones.count("[") + bones.count("{")) + bones.count("=") + bones.count(",")
    return bones.count(".") > _MOST_DOTS or marks > _MOST_MARKS or _is_endless(bones)


def _is_endless(bones: str) -> bool:
    """Return whether there is a number or a name in *bones* that would take for ever to read."""
    if max(map(len, bones.split()), default=0) < _ENDLESS:
        return False  # by far the most files, and much faster told
    return bool(re.search(rf"\w{{{_ENDLESS}}}", bones))


def _text(path: Path, data: bytes) -> str:
    data = data.removeprefix(_BYTE_ORDER_MARK)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(path, say("problem.file.utf8"), line) from error


def _tables(path: Path, text: str) -> dict[str, Any]:
    if is_tangled(text):
        raise Refused(path, say("problem.file.tangled"))
    # Start-up finds homes and configs, and does without a parser where there is no config.
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        from game.files.grammar import toml_slip  # needed only where something is wrong

        why, line = toml_slip(error)
        raise Refused(path, say("problem.file.toml", reason=why), line) from error
    except RecursionError as error:
        from game.files.lines import knot

        raise Refused(path, say("problem.file.nested"), knot(text)) from error
    except ValueError as error:  # a number of thousands of digits
        long = re.search(_LONG_NUMBER, text)
        place = text.count("\n", 0, long.start()) + 1 if long else None
        raise Refused(path, say("problem.file.number"), place) from error
