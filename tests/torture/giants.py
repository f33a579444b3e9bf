"""Giants: files among the evenings that would take all memory or all time, or are no files at all.

Each is headed, where it is a save, by a checksum that is right, so that the reader goes on to what is in it.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from game.engine.moves import Pause, Return
from game.engine.record import Record
from game.files.evenings.savefile import MOST_MOVES, SAVE_LIMIT
from tests.torture.hostile import headed, unwritten

Giant = Callable[[Path, Record], None]
"""Lies down at a path; an evening that is in order may be what it looks like."""
_HUNDRED = 100 << 20
_FULL = SAVE_LIMIT - 200
"""Bytes that fit in a save below its head."""


def _headed(body: Callable[[str], str]) -> Giant:
    """Return a giant whose body is made from that of a save that is in order."""
    return lambda path, record: _write(path, headed(body(unwritten(record)).encode()))


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _sparse(path: Path, _: Record) -> None:
    path.touch()
    os.truncate(path, _HUNDRED)


def _fifo(path: Path, _: Record) -> None:
    os.mkfifo(path)


def _folder(path: Path, _: Record) -> None:
    path.mkdir()


def _linked(target: str) -> Giant:
    return lambda path, _: path.symlink_to(target)


def _growing(path: Path, _: Record) -> None:
    """A hundred megabytes of a save that begins well."""
    path.write_bytes(b'format = 1\nnumber = 1\nchecksum = "' + b"0" * 64 + b'"\n\n')
    os.truncate(path, _HUNDRED)


def _long(record: Record, moves: int) -> Record:
    """Return *record* with so many moves more, all of them by the rules."""
    pair = (Pause(""), Return())
    return Record(record.setting, (*record.moves, *(pair * (moves // 2))), record.aside)


def _played(moves: int) -> Giant:
    return lambda path, record: _write(path, headed(unwritten(_long(record, moves)).encode()))


def _filled(piece: str) -> Giant:
    """Return a giant with as many of *piece* as there is room for."""
    return _headed(lambda body: body + piece * ((_FULL - len(body.encode())) // len(piece.encode())))


GIANTS: Mapping[str, Giant] = {
    "a hundred megabytes of nothing": _sparse,
    "a hundred megabytes of a save": _growing,
    "a pipe": _fifo,
    "a folder": _folder,
    "a link to zeros without end": _linked("/dev/zero"),
    "a link to a terminal": _linked("/dev/tty"),
    "a link to itself": _linked("2026-01-01-1.toml"),
    "a link to nowhere": _linked("nowhere"),
    "a link out of the folder": _linked("/etc/passwd"),
    "lists in lists": _headed(lambda body: f"a = {'[' * 100_000}\n{body}"),
    "lists in lists, closed": _headed(lambda body: f"a = {'[' * 900}{']' * 900}\n{body}"),
    "tables in tables": _headed(lambda body: f"{body}\n{'a.' * 30_000}a = 1\n"),
    "tables in tables, few": _headed(lambda body: f"{body}\n{'a.' * 900}a = 1\n"),
    "tables by many dots": _filled("a.b.c.d.e = 1\n"),
    "a number without end": _headed(lambda body: f"a = {'9' * (_FULL // 2)}\n{body}"),
    "a number of 4,000 digits": _headed(
        lambda body: body.replace("[setting]", f"a = {'9' * 4000}\n[setting]")
    ),
    "many numbers": _filled("\n[[moves]]\nn = [" + "1," * 60_000 + "]"),
    "a million empty tables": _headed(lambda body: f"a = [{'{},' * 1_000_000}]\n{body}"),
    "as many moves as fit": _filled('\n[[moves]]\ndo = "return"\n'),
    "as many moves as are read": _headed(
        lambda body: body + '\n[[moves]]\ndo = "return"\n' * (MOST_MOVES - 9)
    ),
    "as many moves as are read, by the rules": _played(MOST_MOVES - 10),
    "one word that fills it": _headed(lambda body: body.replace("Ana", "A" * (_FULL - len(body.encode())))),
    "a note that fills it": _headed(
        lambda body: body.replace("[setting]", f"# {'x' * _FULL}"[: _FULL // 2] + "\n[setting]")
    ),
    "line ends": _filled("\n"),
    "quotes": _headed(lambda body: body + '"' * (_FULL // 2)),
    "names of keys": _headed(lambda body: body + "\n[x]\n" + "".join(f"k{n} = 1\n" for n in range(500_000))),
}
"""What lies in the place of an evening, by what it is."""
SPECIAL = (
    *("a pipe", "a folder", "a hundred megabytes of nothing"),
    *(what for what in GIANTS if what.startswith("a link")),
)
"""Those that may lie in the place of any file."""
