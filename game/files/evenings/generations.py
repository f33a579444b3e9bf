"""The older generations of an evening: as it stood when a card was closed, fewer the longer ago.

A generation tells nothing that the evening does not tell. It is the beginning of the same story, without what
was set aside, and its number is that of the card, not of the save. So nobody can read from two of them what
was swapped or asked in private; and what undo takes back, it takes back here first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from game.engine.record import Record
from game.files.atomic import forget
from game.files.evenings.folder import older_of, older_paths
from game.files.evenings.savefile import write_generation
from game.files.seal import PLAIN, Seal

NEWEST = 3
"""Generations that are kept whatever their age."""
HOURLY, DAILY = timedelta(days=1), timedelta(days=31)
"""How long one an hour is kept, and how long one a day."""


@dataclass(frozen=True, slots=True)
class Generation:
    """An evening as it stood when so many cards were closed."""

    cards: int
    when: datetime
    """When it was kept, on this machine's clock."""
    path: Path


def generations(path: Path) -> tuple[Generation, ...]:
    """Return the older generations of the evening at *path*, the newest first. None of them is read."""
    found = ((cards, older, kept_when(older)) for cards, older in older_paths(path))
    return tuple(Generation(cards, when, older) for cards, older, when in found if when is not None)


def kept_when(path: Path) -> datetime | None:
    """Return when the file at *path* was written, or None when it has gone meanwhile."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return None


def outgrown(every: Iterable[Generation], now: datetime) -> tuple[Generation, ...]:
    """Return those of *every* that need not be kept at *now*.

    Kept are the newest three; of the last day the newest of each hour; of the last month the newest of each
    day. The order is that of the cards; a clock only says how old one is.
    """
    newest_first = sorted(every, key=lambda each: each.cards, reverse=True)
    spans: set[tuple[int, ...]] = set()
    gone = []
    for place, each in enumerate(newest_first):
        span = (each.cards,) if place < NEWEST else _span(each.when, now - each.when)
        if span in spans or not span:
            gone.append(each)
        spans.add(span)
    return tuple(gone)


def lay_down(path: Path, record: Record, cards: int, now: datetime, seal: Seal = PLAIN) -> None:
    """Keep the evening *record* as it stood when so many *cards* were closed, and let go what is outgrown.

    Raise OSError when that fails.
    """
    write_generation(older_of(path, cards), record.when_closed(cards).untold(), cards, seal)
    for each in outgrown(generations(path), now):
        forget(each.path)


def forget_after(path: Path, cards: int) -> None:
    """Remove every generation with more than so many *cards* closed; raise OSError when that fails."""
    for more, older in older_paths(path):
        if more > cards:
            forget(older)


def _span(when: datetime, age: timedelta) -> tuple[int, ...]:
    """Return the hour or the day that one generation is kept for; nothing when it is too old for either."""
    day = (when.year, when.month, when.day)
    if age < HOURLY:
        return (*day, when.hour)
    return day if age < DAILY else ()
