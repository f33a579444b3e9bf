"""The friendly count: who was known, for two who both want to count. It is gone when they leave."""

from game.engine.record import Record, well_known
from game.engine.state import Evening
from game.words import say

DUEL_DECK = "know-me"
"""The one deck that is played for a friendly count."""
Count = tuple[int, int]


def why_no_duel(evening: Evening) -> str | None:
    """Return the sentence that says why the two cannot begin to count now, or None when they can."""
    if evening.card is not None and evening.card.deck == DUEL_DECK:
        return None
    cover = evening.setting.cover(DUEL_DECK)
    return say("no.duel", title=cover.title) if cover else say("no.duel-deck")


def counted(record: Record, begun: Count = (0, 0)) -> Count:
    """Return how often each has been known on cards of the one deck, beyond what they had *begun* with."""
    one, two = well_known(record, DUEL_DECK)
    return max(0, one - begun[0]), max(0, two - begun[1])


def duel_line(evening: Evening, count: Count | None) -> str:
    """Return how the *count* stands, or nothing where nobody counts."""
    if count is None:
        return ""
    (first, second), (one, two) = evening.setting.names, count
    return say("table.duel-count", first=first, one=one, second=second, two=two)
