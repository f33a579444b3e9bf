"""The game with a fault in it: `broken.py FAULT ...` breaks where FAULT says, with what was typed at hand."""

import sys
from typing import Any, NoReturn

from game.cli import main


def break_down(*heard: Any, **_: Any) -> NoReturn:
    """Fail as code fails that nobody has thought through: with everything in names, and in the message."""
    typed = list(heard)
    try:
        raise KeyError(*typed)
    except KeyError as error:
        raise RuntimeError(f"cannot make sense of {typed}") from error


def break_answers() -> None:
    """Break where a hidden answer is handed to the table."""
    from game.table import Table

    Table.answer = break_down  # type: ignore[method-assign]


def break_workers() -> None:
    """Break in an errand of the screens, and where lines open an evening."""
    import game.sitting

    game.sitting.begin = break_down


def break_keys() -> None:
    """Break in the thread that reads the keys."""
    from textual._xterm_parser import XTermParser

    XTermParser.feed = break_down  # type: ignore[method-assign]


def break_lists() -> None:
    """Break outside of any evening."""
    import game.files.decks.shelf

    game.files.decks.shelf.read_shelf = break_down


def dump_core() -> None:
    """Die where a hidden answer is handed to the table, as a fault in a library would."""
    import os

    from game.table import Table

    Table.answer = lambda *_: os.abort()  # type: ignore[method-assign]


FAULTS = {
    "answers": break_answers,
    "workers": break_workers,
    "keys": break_keys,
    "lists": break_lists,
    "core": dump_core,
}

if __name__ == "__main__":
    FAULTS[sys.argv.pop(1)]()
    raise SystemExit(main())
