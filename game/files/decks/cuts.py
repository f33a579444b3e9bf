"""Where a deck file is cut into cards: at their headers, with the comments that stand right at each."""

import re
from collections.abc import Iterator
from itertools import pairwise

from game.files.decks.places import CARD
from game.files.decks.statement import Statement, statements

_HEADER = r"[ \t]*\[\[[ \t]*card[ \t]*\]\]"
_UNSURE = re.compile(r"\n[ \t]*\[(?!\[[ \t]*card[ \t]*\]\]|[ \t]*deck[ \t]*\])")
"""A line that looks like the header of anything else. Looked for by the end of the line above, it is fast."""
_EMPTY_OR_NOTE = r"[ \t]*(?:\#[^\n]*+)?\r?(?:\n|\Z)"
_CARD = re.compile(rf"^{_HEADER}[^\n]*+\n?(?:(?:{_EMPTY_OR_NOTE})*+(?![ \t]*\[)[^\n]++\n?)*+", re.MULTILINE)
"""A header and all lines to the last that is neither empty nor a comment, where headers are sure."""
_LONG_TEXTS = ('"""', "'''")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield for each card where its header starts and where its last key ends."""
    if _is_sure(text):
        yield from (card.span() for card in _CARD.finditer(text))
    else:
        yield from ((start, stop) for start, stop, is_card in _tops(text) if is_card)


def pieces(text: str, cards: list[tuple[int, int]]) -> tuple[str, list[tuple[str, str]]]:
    """Return what stands above the first card, and for each of the *cards* its text and what is below it."""
    if not cards:
        return text, []
    joins = [_join(text, stop, start) for (_, stop), (start, _) in pairwise(cards)]
    first = _raised(text, 0, cards[0][0])
    last = _lowered(text, cards[-1][1], len(text))
    starts = (first, *(start for _, start in joins), len(text))
    stops = (*(stop for stop, _ in joins), last)
    cut = zip(stops, pairwise(starts), strict=True)
    return text[:first], [(text[start:stop], text[stop:following]) for stop, (start, following) in cut]


def bottom(text: str) -> int:
    """Return where the one card that *text* is ends, with the comments right below it."""
    ((_, stop),) = spans(text)
    return _lowered(text, stop, len(text))


def _is_sure(text: str) -> bool:
    """Return whether a line that starts as a card's header can be nothing else, in valid TOML.

    It may stand in a text of several lines, and other tables may belong to a card: only a whole look tells.
    """
    return not any(quotes in text for quotes in _LONG_TEXTS) and not _UNSURE.search(f"\n{text}")


def _tops(text: str) -> list[tuple[int, int, bool]]:
    """Return the same by reading every statement; a table inside of a card belongs to the card."""
    tops: list[tuple[int, int, bool]] = []
    for each in statements(text):
        if _is_top(each) or (not tops and each.is_header):
            tops.append((each.start, each.stop, each.name == CARD and each.is_entry))
        elif tops:
            tops[-1] = (tops[-1][0], each.stop, tops[-1][2])
    return tops


def _is_top(each: Statement) -> bool:
    return each.is_header and not each.name.startswith(f"{CARD}.")


def _join(text: str, stop: int, start: int) -> tuple[int, int]:
    """Return where one card ends and where the next begins, with the comments right at each.

    *stop* is where the keys of the one end, and *start* where the header of the other is.
    """
    if "#" not in text[stop:start]:
        return stop, start
    start = _raised(text, stop, start)
    return _lowered(text, stop, start), start


def _raised(text: str, floor: int, start: int) -> int:
    """Return where the comments begin that stand right above *start*, not above *floor*."""
    while start > floor:
        line = max(text.rfind("\n", floor, start - 1) + 1, floor)
        if not text[line:start].lstrip(" \t").startswith("#"):
            break
        start = line
    return start


def _lowered(text: str, stop: int, ceiling: int) -> int:
    """Return where the comments end that stand right below *stop*, not below *ceiling*."""
    while stop < ceiling:
        line = (text.find("\n", stop, ceiling) + 1) or ceiling
        if not text[stop:line].lstrip(" \t").startswith("#"):
            break
        stop = line
    return stop
