"""The names of the two at the table, in any script."""

from unicodedata import normalize

from game.words import say

LONGEST = 40
"""Letters in a name."""


def tidy(name: str) -> str:
    """Return *name* composed, without spaces around it and with single ones inside."""
    return " ".join(normalize("NFC", name).split())


def why_not_name(name: str, other: str = "") -> str | None:
    """Return the sentence that says why *name* cannot sit beside *other*, or None when it can."""
    tidied = tidy(name)
    if not tidied:
        return say("name.empty")
    if not tidied.isprintable():
        return say("name.odd")
    if len(tidied) > LONGEST:
        return say("name.long", letters=LONGEST, found=len(tidied))
    return say("name.equal") if tidied.casefold() == tidy(other).casefold() else None
