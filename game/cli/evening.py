"""Playing from the command line: which evening, and by which of the two faces."""

import sys

from game.cli.discretion import be_discreet
from game.cli.face import on_screens, see_to_theme, wants_lines
from game.cli.naming import WrongUse, home_of
from game.cli.signals import safe_from_signals
from game.cli.telling import narrate
from game.cli.wish import Wish
from game.files.paths import Home, open_home
from game.files.problems import Trouble
from game.words import say

# What a face needs is imported with the face: the first picture of the screens should not wait for pydantic.


def run(arguments: Wish) -> bool:
    """Open an evening, or home where none is asked for; return whether all that was played is kept.

    Raise Trouble, before anything is played, when that cannot be.
    """
    see_to_theme(home_of(arguments), arguments)
    be_discreet(home_of(arguments))
    home = _home(arguments)
    if arguments.command == "play":
        open_home(home)
        _see_to_names(arguments)
        _see_to_decks(home, arguments)
    if arguments.command == "resume":
        _see_to_evening(home, arguments)
        open_home(home)
    return _in_lines(home, arguments) if wants_lines(arguments) else _on_screens(home, arguments)


def _home(arguments: Wish) -> Home:
    """Return the home to play in. Screens ask for a passphrase themselves, after their first picture."""
    if not wants_lines(arguments) and arguments.passphrase_fd is None:
        return home_of(arguments)
    from game.cli.opening import home_to_play

    return home_to_play(arguments)


# what was asked for


def _see_to_names(arguments: Wish) -> None:
    from game.engine.names import tidy, why_not_name

    if arguments.names:
        first, second = arguments.names
        if reason := why_not_name(first) or why_not_name(second, first):
            raise WrongUse(reason)
        arguments.names = (tidy(first), tidy(second))


def _see_to_decks(home: Home, arguments: Wish) -> None:
    from game.engine.laying import STANDARD, why_not_tonight
    from game.files.decks.shelf import read_shelf

    if arguments.decks:
        if not all(arguments.decks):
            raise WrongUse(say("cli.no-deck"))
        shelf = read_shelf(home)
        decks = {deck.cover.id: deck for deck in map(shelf.find, arguments.decks)}
        for deck in decks.values():
            if reason := why_not_tonight(deck, arguments.length or STANDARD):
                raise WrongUse(reason)
        arguments.decks = tuple(decks)


def _see_to_evening(home: Home, arguments: Wish) -> None:
    from game.files.evenings.archive import find_evening, newest_unfinished
    from game.files.evenings.savefile import BrokenSave
    from game.files.locks.lock import is_shut

    if is_shut(home):
        return  # the screens find it once they have the key
    entry = find_evening(home, arguments.evening) if arguments.evening else newest_unfinished(home)
    if entry is None:
        raise Trouble(say("cli.no-evening"))
    if entry.problem is not None:
        raise BrokenSave(entry.problem)
    arguments.evening = entry.id


# the two faces


def _in_lines(home: Home, arguments: Wish) -> bool:
    from game.files.config import read_config
    from game.plain.asking import Asking
    from game.plain.door import begin_plain, open_door, resume_plain
    from game.plain.laying import Laid
    from game.plain.voice import voice_of

    narrate(*map(str, read_config(home.config)[1]))
    asking = Asking(voice_of(sys.stdin, sys.stdout))
    with safe_from_signals():
        match arguments.command:
            case "play":
                laid = Laid(arguments.names or ("", ""), arguments.length or "", arguments.decks or None)
                return begin_plain(home, asking, laid, arguments.seed)
            case "resume":
                return resume_plain(home, asking, arguments.evening, arguments.seed)
            case _:
                return open_door(home, asking, arguments.seed)


def _on_screens(home: Home, arguments: Wish) -> bool:
    from game.ui.start import Start

    start = None
    if arguments.command == "play":
        start = Start(arguments.names, tuple(arguments.decks), arguments.length, arguments.seed)
    if arguments.command == "resume":
        start = Start(resume=arguments.evening or "", seed=arguments.seed)
    return on_screens(home, arguments, start)
