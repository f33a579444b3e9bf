"""The names of the two at the table, in any script."""

from unicodedata import normalize

from game.words import say

LONGEST = 40
"""Letters in a name."""
_JOINERS = str.maketrans("", "", "\u200c\u200d")


def tidy(name: str) -> str:
    """Return *name* composed, without spaces around it and with single ones inside."""
    return " ".join(normalize("NFC", name).split())


def why_not_name(name: str, other: str = "") -> str | None:
    """Return the sentence that says why *name* cannot sit beside *other*, or None when it can."""
    seen, letters = _seen(name), len(tidy(name))
    if not seen:
        return say("name.empty")
    if not seen.isprintable():
        return say("name.odd")
    if letters > LONGEST:
        return say("name.long", letters=LONGEST, found=letters)
    return say("name.equal") if seen.casefold() == _seen(other).casefold() else None


def _seen(name: str) -> str:
    """Return *name* as it looks to people, who do not see the joiners that some scripts are written with."""
    return tidy(name.translate(_JOINERS))
