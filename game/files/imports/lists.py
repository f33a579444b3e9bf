"""Lists of questions as people type them, in plain text and in Markdown."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from game.engine.cards import Kind, Need, Part
from game.files.decks.deckmodel import MOST_FOLLOW_UPS
from game.files.imports.finds import Find, Found, Head, Left
from game.files.imports.rows import Row, rows
from game.files.imports.scope import Scope
from game.words import say

_DEEPEST_NEST = 8
_NESTED = 2
"""Columns further in that make an entry belong to the one above it."""
_SECTION_LEVEL = 10
"""Where the sections that are entries of a list stand, below every heading."""
_MARKS = re.compile(r"\*\*([a-z, -]{1,80})\*\*\s+")
Words = Callable[[str], str]


@dataclass(slots=True)
class _Entry:
    """An entry of a list, with the entries that stand further in below it."""

    row: Row
    under: list["_Entry"] = field(default_factory=list)


def read_list(text: str, words: Words = str) -> Found:
    """Yield the cards of *text*, one to an entry or, where there are no lists, one to a line.

    *words* takes the markup out of a text. Entries below an entry are its follow-ups, unless it is a section:
    when it ends in a colon, when there are more than follow-ups can be, or when they have some of their own.
    """
    found = rows(text)
    has_lists = any(row.kind == "entry" for row in found)
    told = [row for row in found if row.kind in ("heading", "entry", "line")]
    title = _title(told)
    purpose = _purpose(told[1:]) if title and has_lists else None
    if title:
        yield Head(title.line, words(title.text), words(purpose.text) if purpose else "")
    cards = [row for row in found if row is not title and row is not purpose]
    scope = Scope(words(row.text) for row in cards if row.kind == "heading")
    yield from _read(cards, scope, has_lists, words)


def _title(found: list[Row]) -> Row | None:
    """Return the heading that names the whole: the first, the only one of its rank, not the only depth."""
    headings = [row for row in found if row.kind == "heading"]
    tops = [row for row in headings if row.level == 1]
    if len(tops) != 1 or tops[0] is not found[0]:
        return None
    scope = Scope(row.text for row in headings)
    depths = [row for row in headings if scope.marks_of(row.text)[0]]
    return None if depths == tops else tops[0]


def _purpose(below: list[Row]) -> Row | None:
    """Return what is said right *below* the title, if anything is."""
    return below[0] if below and below[0].kind == "line" else None


def _read(cards: Iterable[Row], scope: Scope, has_lists: bool, words: Words) -> Found:
    entries: list[_Entry] = []
    for row in cards:
        if row.kind == "entry" or (row.kind == "line" and not has_lists):
            _add(entries, row)
            continue
        yield from _walk(entries, scope, words)
        entries = []
        if row.kind != "heading":
            yield Left(row.line, say(f"exchange.left.{row.kind}"))
            continue
        scope.enter(row.level, words(row.text))
        if scope.is_too_deep(words(row.text)):
            yield Left(row.line, say("exchange.left.deep"))
    yield from _walk(entries, scope, words)


def _add(entries: list[_Entry], row: Row) -> None:
    """Hang *row* below the last entry that stands further out than it does."""
    place = entries
    for _ in range(_DEEPEST_NEST):
        if not place or row.level < place[-1].row.level + _NESTED:
            break
        place = place[-1].under
    place.append(_Entry(row))


def _walk(entries: list[_Entry], scope: Scope, words: Words, level: int = _SECTION_LEVEL) -> Found:
    for entry in entries:
        if _is_section(entry):
            scope.enter(level, words(entry.row.text))
            yield from _walk(entry.under, scope, words, level + 1)
            scope.leave(level)
        else:
            yield _card(entry, scope, words)


def _is_section(entry: _Entry) -> bool:
    below = [each for each in entry.under if _alt(each) is None]
    text = entry.row.text
    is_named = text.endswith(":") and not text.endswith("\\:")
    return bool(below) and (is_named or len(below) > MOST_FOLLOW_UPS or any(each.under for each in below))


def _card(entry: _Entry, scope: Scope, words: Words) -> Find:
    marks, text = _marks(entry.row)
    follow_ups = [words(each.row.text) for each in entry.under if _alt(each) is None]
    alts = [words(alt) for each in entry.under if (alt := _alt(each)) is not None]
    told = {"text": words(text), "follow_ups": follow_ups, "alt": "\n".join(alts)}
    return Find(entry.row.line, {**scope.marks(), **marks, **told})


def _alt(entry: _Entry) -> str | None:
    """Return the other way to play the card above, when *entry* is that."""
    sign = say("exchange.markdown.alt")
    return entry.row.text.removeprefix(sign).strip() if entry.row.text.startswith(sign) else None


def _marks(row: Row) -> tuple[dict[str, Any], str]:
    """Return what the entry says of its card in bold letters before the text, and the text."""
    depth: dict[str, Any] = {"depth": row.depth} if row.depth else {}
    found = _MARKS.match(row.text)
    marks = [_mark(word.strip()) for word in found[1].split(",")] if found else []
    if not found or {} in marks:
        return depth, row.text
    return {**depth, **{key: value for mark in marks for key, value in mark.items()}}, row.text[found.end() :]


def _mark(word: str) -> dict[str, Any]:
    for key, known in (("kind", Kind), ("step", Part), ("needs", Need)):
        if word in tuple(known):
            return {key: word}
    return {"touch": True} if word == "touch" else {}
