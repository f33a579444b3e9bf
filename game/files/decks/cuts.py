"""Where a deck file is cut into cards: at their headers, with the comments that stand right at each."""

import re
from collections.abc import Iterator

from game.files.decks.places import CARD
from game.files.decks.statement import Statement, statements

_SURE = re.compile(r"[ \t]*(?:\[\[[ \t]*card[ \t]*\]\]|\[[ \t]*deck[ \t]*\])")
_HEADER_LIKE = re.compile(r"^[ \t]*\[.*", re.MULTILINE)
_LONG_TEXTS = ('"""', "'''")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield for each card where its header starts and where its last key ends."""
    for start, stop, is_card in _sure_tops(text) or _tops(text):
        if is_card:
            yield start, stop


def pieces(text: str, cards: list[tuple[int, int]]) -> tuple[str, list[tuple[str, str]]]:
    """Return what stands above the first card, and for each of the *cards* its text and what is below it."""
    if not cards:
        return text, []
    cuts: list[tuple[int, int]] = []
    for number, (start, stop) in enumerate(cards):
        floor = cards[number - 1][1] if number else 0
        ceiling = cards[number + 1][0] if number + 1 < len(cards) else len(text)
        cuts.append((_raised(text, floor, start), _lowered(text, stop, ceiling, number + 1 == len(cards))))
    nexts = (*(start for start, _ in cuts[1:]), len(text))
    pieces = [(text[a:b], text[b:following]) for (a, b), following in zip(cuts, nexts, strict=True)]
    return text[: cuts[0][0]], pieces


def bottom(text: str) -> int:
    """Return where the one card that *text* is ends, with the comments right below it."""
    ((_, stop),) = spans(text)
    return _lowered(text, stop, len(text), is_last=True)


def _sure_tops(text: str) -> list[tuple[int, int, bool]]:
    """Return each table's start, end, and whether it is a card, or nothing where only a whole look tells.

    A line that starts as a card's header can be nothing else where no text has several lines.
    """
    found = list(_HEADER_LIKE.finditer(text))
    is_long = any(quotes in text for quotes in _LONG_TEXTS)
    if not found or is_long or not all(_SURE.match(each[0]) for each in found):
        return []
    starts = [each.start() for each in found]
    nexts = (*starts[1:], len(text))
    ends = (_last_line(text, start, stop) for start, stop in zip(starts, nexts, strict=True))
    return [(s, e, each[0].lstrip().startswith("[[")) for s, e, each in zip(starts, ends, found, strict=True)]


def _last_line(text: str, start: int, stop: int) -> int:
    """Return where the last line between *start* and *stop* ends that is neither empty nor a comment."""
    while stop > start:
        line = text.rfind("\n", start, stop - 1) + 1 or start
        if text[line:stop].strip() and not text[line:stop].lstrip().startswith("#"):
            return stop
        stop = line
    return start


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


def _raised(text: str, floor: int, start: int) -> int:
    """Return where the comments begin that stand right above *start*, not above *floor*."""
    while start > floor:
        line = max(text.rfind("\n", floor, start - 1) + 1, floor)
        if not text[line:start].lstrip(" \t").startswith("#"):
            break
        start = line
    return start


def _lowered(text: str, stop: int, ceiling: int, is_last: bool) -> int:
    """Return where the comments end right below *stop*, unless they reach the next card's header."""
    low = stop
    while low < ceiling:
        line = (text.find("\n", low, ceiling) + 1) or ceiling
        if not text[low:line].lstrip(" \t").startswith("#"):
            return low
        low = line
    return low if is_last else stop
