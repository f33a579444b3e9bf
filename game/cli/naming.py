"""What people name on the command line: a home, or one of the names that are known."""

from collections.abc import Iterable
from pathlib import Path

from game.cli.wish import Wish
from game.files.paths import Home, find_home
from game.files.problems import Trouble, nearest, shortened
from game.words import say


class WrongUse(Trouble):
    """Something on the command line that cannot be meant."""


def home_of(arguments: Wish) -> Home:
    """Return the home that --home names, or that is found without it; raise WrongUse for no folder."""
    if arguments.home is None:
        return find_home()
    if not arguments.home:
        raise WrongUse(say("cli.home", found=""))
    try:
        return find_home(Path(arguments.home))
    except RuntimeError as error:
        # The name after a tilde is nobody's on this machine.
        raise WrongUse(say("cli.home", found=shortened(arguments.home))) from error


def known_one(typed: str, known: Iterable[str]) -> str:
    """Return the one of *known* that is, or alone begins with, *typed*; raise WrongUse otherwise."""
    every = tuple(known)
    fitting = [typed] if typed in every else [each for each in every if typed and each.startswith(typed)]
    if len(fitting) == 1:
        return fitting[0]
    found = shortened(typed)
    if fitting:
        raise WrongUse(say("cli.several", found=found, several=", ".join(fitting)))
    raise WrongUse(why_unknown(typed, every))


def why_unknown(typed: str, known: Iterable[str]) -> str:
    """Return the sentence that says that *typed* is none of *known*, and which is the nearest."""
    every = tuple(known)
    near = nearest(typed, every)
    key = "cli.unknown.near" if near else "cli.unknown"
    return say(key, found=shortened(typed), near=near, known=", ".join(every))
