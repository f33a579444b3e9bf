"""How the command line speaks: answers to the standard output, remarks to the standard error."""

import io
import os
import sys
from collections.abc import Iterable

from game.words.text import plain_text


def clean_streams() -> None:
    """Let no letter, typed or told, be one that the terminal's encoding chokes on, and no way out be shut."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def tell(*lines: str) -> None:
    """Tell *lines* as the answer."""
    sys.stdout.write("".join(f"{plain_text(line)}\n" for line in lines))


def tell_json(answer: object) -> None:
    """Tell *answer* as JSON, in letters that every terminal knows."""
    import json  # only for those who ask for it

    tell(json.dumps(answer, indent=2, default=str))


def narrate(*lines: str) -> None:
    """Say *lines* beside the answer."""
    sys.stderr.write("".join(f"{plain_text(line)}\n" for line in lines))


def columns(rows: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return *rows* as lines whose columns stand under each other, the last one as it is."""
    every = [tuple(plain_text(cell) for cell in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*every, strict=True)][:-1]
    return tuple(
        "  ".join((*(cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=True)), row[-1]))
        for row in every
    )
