"""What there is to go on with, as home tells it."""

from game.files.evenings import newest_unfinished
from game.files.paths import Home
from game.words import say


def newest(place: Home) -> tuple[str, str]:
    """Return the id of the newest unfinished evening and a line about it, both empty when there is none."""
    entry = newest_unfinished(place)
    if entry is None:
        return "", ""
    first, second = entry.names
    return entry.id, say("evening.line", first=first, second=second, played=entry.played, cards=entry.cards)
