"""What was wished for on the command line: every option, said or not."""

from types import SimpleNamespace

UNSAID: dict[str, object] = {
    "command": None,
    "home": None,
    "plain": False,
    "theme": None,
    "motion": None,
    "seed": None,
    "names": None,
    "decks": (),
    "length": None,
    "evening": None,
    "action": None,
    "deck": None,
    "what": (),
    "advice": False,
    "json": False,
    "file": None,
    "form": "",
    "title": "",
    "id": "",
    "dry_run": False,
    "out": "",
    "paper": "",
    "state": None,
    "yes": False,
    "passphrase_fd": None,
}
"""What holds when an option is left out, wherever it could have stood."""


class Wish(SimpleNamespace):
    """The options by their names."""


def nothing() -> Wish:
    """Return the wish of somebody who typed no more than the name of the game."""
    return Wish(**UNSAID)
