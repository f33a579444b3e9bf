"""The command line: what was typed after `turn-toward`, and the exit code that answers it.

0 is fine, 1 is a problem that was found, 2 is wrong use. What was asked for goes to the standard output, and
what is said about it to the standard error.
"""

import os
import sys
from collections.abc import Sequence

from game.cli.discretion import tell_crashes
from game.cli.telling import clean_streams, narrate
from game.cli.wish import Wish, nothing
from game.words import say

FINE, PROBLEM, WRONG_USE = 0, 1, 2
INTERRUPTED = 130
EXCHANGE = ("import", "export", "new", "schema")
"""What is done with decks besides reading them."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what *argv*, or else the command line, says, and return the exit code.

    Raise SystemExit with 2 where it says nothing that can be done, and with 0 for --help and --version.
    """
    clean_streams()
    tell_crashes()
    try:
        code = _answer(_understood(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read along has gone, which is fine.
        _turn_away()
        return FINE
    except OSError as error:
        if error.filename is not None:
            raise
        return _unwritten(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _understood(typed: Sequence[str]) -> Wish:
    """Return what *typed* says. Most evenings begin with the bare name of the game, without a parser."""
    if not typed:
        return nothing()
    from game.cli.arguments import read_arguments

    return read_arguments(typed)


def _unwritten(error: OSError) -> int:
    """Say why the answer did not get out: a full disk, most likely."""
    from game.files.problems import reason  # needed only here

    _turn_away()
    narrate(say("cli.error", problem=say("cli.unwritten", reason=reason(error))))
    return PROBLEM


def _turn_away() -> None:
    """Write what is left to nowhere, so that Python does not complain about it at its own end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _answer(arguments: Wish) -> int:
    # Every command brings what it needs: --help and --version answer without any library.
    from game.files.problems import Trouble

    try:
        return FINE if _run(arguments) else PROBLEM
    except Trouble as trouble:
        from game.cli.naming import WrongUse
        from game.files.decks.shelf import UnknownDeck
        from game.files.evenings.archive import UnknownEvening

        narrate(say("cli.error", problem=trouble))
        return WRONG_USE if isinstance(trouble, WrongUse | UnknownDeck | UnknownEvening) else PROBLEM


def _run(arguments: Wish) -> bool:
    """Run the command and return whether all is well. Imports are late for the reason above."""
    match arguments.command:
        case "deck" if arguments.action in EXCHANGE:
            from game.cli.exchange import run
        case "deck" if arguments.action == "edit":
            from game.cli.edit import run
        case "deck":
            from game.cli.deck import run
        case "saves":
            from game.cli.saves import run
        case "lock" | "unlock" | "passphrase" | "recover":
            from game.cli.private import run
        case "paths":
            from game.cli.paths import run
        case _:
            from game.cli.evening import run
    return run(arguments)
