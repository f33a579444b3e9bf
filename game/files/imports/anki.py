"""What Anki exports as plain text: notes with a head of lines such as `#separator:tab`."""

import re
from dataclasses import dataclass, field
from typing import Any

from game.files.imports.finds import Find, Found, Head, Left
from game.files.imports.keys import key_of
from game.files.imports.scope import Scope
from game.files.imports.tables import separator_of, split
from game.files.markup import from_html, has_html
from game.files.problems import shortened
from game.words import say

_KNOWN = {
    *("separator", "html", "tags", "columns", "notetype", "deck"),
    *("notetype column", "deck column", "tags column", "guid column", "if matches"),
}
_LINE = re.compile(r"#([a-z ]{1,30}):(.*)", re.IGNORECASE)
_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_CLOZE = re.compile(r"\{\{c[0-9]{1,3}::((?:[^{}:]|:(?!:))*)(?:::[^{}]*)?\}\}")
_MEDIA = re.compile(r"\[sound:[^\[\]]*\]|<img\b[^<>]*>", re.IGNORECASE)


@dataclass(slots=True)
class _Notes:
    """What the head says of the notes below it."""

    separator: str = ""
    html: bool | None = None
    title: str = ""
    columns: list[str] = field(default_factory=list)
    special: dict[str, int] = field(default_factory=dict)
    """By what it is for, the place of each column that is no field of a note."""
    lines: int = 0


def is_anki(text: str) -> bool:
    """Return whether the first line of *text* is of the head that Anki writes."""
    found = _LINE.match(text)
    return found is not None and found[1].strip().casefold() in _KNOWN


def read_anki(text: str) -> Found:
    """Yield the first side of each note of *text*; what else a note says has no place on a card."""
    notes = _head(text)
    if notes.title:
        yield Head(1, notes.title)
    lines = text.split("\n")
    body = "\n".join(lines[notes.lines :])
    separator = notes.separator or separator_of(body)
    scope, has_tags = Scope(), False
    for line, row in split(text, separator, notes.lines):
        if lines[line - 1].startswith("#"):
            yield Left(line, say("exchange.left.remark"))
            continue
        yield from _note(line, row, notes, scope)
        if not has_tags and _has_tags(row, notes):
            has_tags = True
            yield Left(line, say("exchange.left.tags"))


def _head(text: str) -> _Notes:
    notes = _Notes()
    for line in text.split("\n"):
        found = _LINE.fullmatch(line)
        if not line.startswith(("#", "tags:")) or (line.startswith("tags:") and notes.lines):
            break
        notes.lines += 1
        if found:
            _take(notes, found[1].strip().casefold(), found[2])
    return notes


def _take(notes: _Notes, key: str, value: str) -> None:
    word = value.strip()
    if key == "separator":
        notes.separator = _SEPARATORS.get(word.casefold(), value if value in _SEPARATORS.values() else "")
    elif key == "html" and word.casefold() in ("true", "false"):
        notes.html = word.casefold() == "true"
    elif key == "deck":
        notes.title = word.rpartition("::")[2]
    elif key == "columns":
        row = next(split(value, notes.separator or separator_of(value)), (0, []))
        notes.columns = [name.strip() for name in row[1]]
    elif key.endswith(" column") and re.fullmatch("[0-9]{1,3}", word):
        notes.special[key.removesuffix(" column")] = int(word) - 1


def _note(line: int, row: list[str], notes: _Notes, scope: Scope) -> Found:
    fields = [at for at in range(len(row)) if at not in notes.special.values()]
    named = [at for at in fields if at < len(notes.columns) and key_of(notes.columns[at]) == "text"]
    chosen = next(iter(named or fields), None)
    if chosen is None:
        return
    told = row[chosen]
    if media := _MEDIA.search(told):
        yield Left(line, say("exchange.left.media", name=shortened(media[0])))
    if others := [row[at] for at in fields if at != chosen and row[at].strip()]:
        yield Left(line, say("exchange.left.side", text=shortened(_words(others[0], notes))))
    yield Find(line, {**_marks(row, notes, scope), "text": _words(told, notes)})


def _has_tags(row: list[str], notes: _Notes) -> bool:
    at = notes.special.get("tags", -1)
    return 0 <= at < len(row) and bool(row[at].strip())


def _marks(row: list[str], notes: _Notes, scope: Scope) -> dict[str, Any]:
    """Return what the note's own deck says, when the notes of several are in the file."""
    at = notes.special.get("deck", -1)
    return scope.marks_under(row[at].rpartition("::")[2]) if 0 <= at < len(row) and row[at].strip() else {}


def _words(told: str, notes: _Notes) -> str:
    text = _CLOZE.sub(r"\1", _MEDIA.sub("", told))
    is_html = has_html(text) if notes.html is None else notes.html
    return from_html(text) if is_html else text
