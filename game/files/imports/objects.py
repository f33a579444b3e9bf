"""JSON: a list of questions, of objects that have one, or lists of these by name."""

import json
import re
from collections.abc import Iterator
from typing import Any

from game.files.grammar import json_slip
from game.files.imports.finds import Find, Found, Head, Left, Unusable
from game.files.imports.keys import card_of, key_of
from game.files.imports.scope import Scope
from game.files.problems import found as told
from game.files.problems import shortened
from game.words import say

MOST_LISTS = 1000
_SPACE = re.compile(r"[ \t\n\r]+")
_SHAPE = re.compile(r"\s*(?:\[\s*[\[{\"\]]|\{\s*[\"}])")
_DECODER = json.JSONDecoder()
_ANY_NAME = ("card", "cards", "deck", "items", "list", "prompts", "questions")
"""Names of lists that say nothing about what is in them."""


def is_json(text: str) -> bool:
    """Return whether *text* begins as JSON with cards does."""
    return _SHAPE.match(text) is not None


def read_objects(text: str) -> Found:
    """Yield the cards of *text*; raise Unusable when it is not JSON, or is of another shape."""
    scan = _Scan(text)
    try:
        if scan.sign() == "[":
            yield from _list(scan, {}, set())
        elif scan.sign() == "{":
            yield from _groups(scan)
        else:
            raise Unusable(say("exchange.file.shape"), 1)
        scan.end()
    except json.JSONDecodeError as error:
        raise Unusable(say("exchange.file.json", reason=json_slip(error)), error.lineno) from error
    except RecursionError as error:
        raise Unusable(say("problem.file.nested"), scan.line()) from error
    except ValueError as error:
        if isinstance(error, Unusable):
            raise
        raise Unusable(say("problem.file.number"), scan.line()) from error  # one of thousands of digits


def _groups(scan: "_Scan") -> Found:
    names = scan.names()
    scope = Scope(name for name in names if name.casefold() not in _ANY_NAME)
    unused: set[str] = set()
    for line in scan.each("{", "}"):
        name = scan.name()
        if scan.sign() == "[":
            marks = {} if name.casefold() in _ANY_NAME else scope.marks_under(name)
            yield from _list(scan, marks, unused)
        else:
            yield from _fact(line, name, scan.value())


def _fact(line: int, name: str, value: Any) -> Found:
    """Yield what a *value* that is no list says about the deck."""
    facts = value if name == "deck" and isinstance(value, dict) else {name: value}
    heads = [(key, text) for key, text in facts.items() if isinstance(text, str) and text]
    titles = [text for key, text in heads if key in ("title", "name")]
    purposes = [text for key, text in heads if key in ("purpose", "description")]
    if titles or purposes:
        yield Head(line, "".join(titles[:1]), "".join(purposes[:1]))
    else:
        yield Left(line, say("exchange.left.group", name=shortened(name)))


def _list(scan: "_Scan", marks: dict[str, Any], unused: set[str]) -> Found:
    """Yield the cards of a list, with *marks* where they say nothing else; *unused* names are said once."""
    for line in scan.each("[", "]"):
        value = scan.value()
        if isinstance(value, dict):
            yield from _record(line, value, marks, unused)
        elif isinstance(value, str):
            yield Find(line, {**marks, "text": value})
        else:
            yield Left(line, say("exchange.left.entry", found="null" if value is None else told(value)))


def _record(line: int, value: dict[str, Any], marks: dict[str, Any], unused: set[str]) -> Found:
    keys = {name: key_of(name) for name in value}
    for name, key in keys.items():
        if not key and name not in unused:
            unused.add(name)
            yield Left(line, say("exchange.left.field", name=shortened(name)))
    card = card_of([(key, value[name]) for name, key in keys.items() if key])
    if "text" in card:
        yield Find(line, {**marks, **card})
    else:
        yield Left(line, say("exchange.left.untold"))


class _Scan:
    """A place in a JSON text that only moves on, so that the line it is on is always known."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line, self._counted = 1, 0
        self._skip()

    def sign(self) -> str:
        """Return the letter that stands here."""
        return self._text[self._at : self._at + 1]

    def line(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def take(self, signs: str) -> str:
        """Return the letter that stands here and move on; it must be one of *signs*."""
        sign = self.sign()
        if not sign or sign not in signs:
            raise json.JSONDecodeError(f"Expecting {signs[0]!r}", self._text, self._at)
        self._at += 1
        self._skip()
        return sign

    def value(self) -> Any:
        """Return the value that stands here and move on."""
        value, self._at = _DECODER.raw_decode(self._text, self._at)
        self._skip()
        return value

    def each(self, opening: str, closing: str) -> Iterator[int]:
        """Yield the line of each entry between *opening* and *closing*; the caller takes the entry."""
        self.take(opening)
        if self.sign() == closing:
            self.take(closing)
            return
        yield self.line()
        while self.take(f",{closing}") != closing:
            yield self.line()

    def names(self) -> list[str]:
        """Return the names in the object that stands here, and stay."""
        beginning = self._at, self._line, self._counted
        names: list[str] = []
        for line in self.each("{", "}"):
            if len(names) == MOST_LISTS:
                raise Unusable(say("exchange.file.lists", limit=MOST_LISTS), line)
            names.append(self.name())
            self.value()
        self._at, self._line, self._counted = beginning
        return names

    def name(self) -> str:
        """Return the name that stands here and move on to its value."""
        if self.sign() != '"':
            raise json.JSONDecodeError(
                "Expecting property name enclosed in double quotes", self._text, self._at
            )
        name = str(self.value())
        self.take(":")
        return name

    def end(self) -> None:
        """Raise JSONDecodeError unless nothing more stands here."""
        if self.sign():
            raise json.JSONDecodeError("Extra data", self._text, self._at)

    def _skip(self) -> None:
        if space := _SPACE.match(self._text, self._at):
            self._at = space.end()
