"""What a typed line means: a choice, a wish, or nothing yet. Capitals and endings may be left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from game.files.problems import nearest, shortened
from game.words import say

WISHES = (
    *("swap", "never", "undo", "redo", "pause", "breath", "lighter", "lower", "away", "sorry"),
    *("keep", "card", "duel", "elsewhere", "hide", "close", "help", "leave"),
)
"""What can be wished for at every step, each with its words in `line.wish`."""
WRITTEN = ("swap", "undo", "pause", "hide", "close", "help", "leave")
"""The wishes that are obeyed where an answer is written; every other line is the answer."""
_WITH_MORE = ("help", "pause", "lower", "lighter", "away", "elsewhere", "card")
_IN_FULL = ("never", "elsewhere")
"""Wishes that undo does not quite take back: the beginning of their word is not enough."""
_SHORTEST = 2
"""Letters that the beginning of a wish needs."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice as it is listed. Without a number it is not listed, and taken by an empty line or its id."""

    number: str
    id: str
    label: str
    more: str = ""
    """What is listed after the label and is no name for it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A choice."""

    id: str


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish, and what was typed after its word."""

    what: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """A line that means nothing here, and the sentence that says so."""

    sentence: str


Reply = Taken | Wish | Lost


def numbered(choices: Sequence[tuple[str, str]]) -> tuple[Option, ...]:
    """Return *choices*, ids with labels, numbered by their places."""
    return tuple(Option(str(place), id, label) for place, (id, label) in enumerate(choices, start=1))


def understand(line: str, options: Sequence[Option]) -> Reply:
    """Return what *line* means where *options* are offered; the first of them is what an empty line takes.

    A choice goes before a wish of the same word, and a whole word before the beginning of another.
    """
    typed = _folded(line)
    if not typed and options:
        return Taken(options[0].id)
    return _whole(typed, options) or _with_more(line) or _begun(typed, options) or _lost(line, options)


def understand_several(line: str, options: Sequence[Option]) -> tuple[Taken, ...] | Wish | Lost:
    """Return what *line* means where several options may be taken at once: `1 3 5`, or words with commas."""
    whole = understand(line, options)
    if not isinstance(whole, Lost):
        return (whole,) if isinstance(whole, Taken) else whole
    for parts in (line.split(","), line.replace(",", " ").split()):
        replies = [understand(part, options) for part in parts if part.strip()]
        taken = tuple(reply for reply in replies if isinstance(reply, Taken))
        if taken and len(taken) == len(replies):
            return taken
    return whole


def wish_written(line: str) -> Wish | None:
    """Return the wish that *line* is where an answer is written, or None when it is the answer."""
    wish = _words().get(_folded(line, end=""))
    return Wish(wish) if wish in WRITTEN else None


def word_for(wish: str) -> str:
    """Return the word that a wish is best known by."""
    return say(f"line.wish.{wish}").partition(",")[0]


@cache
def _words() -> dict[str, str]:
    return {word.strip(): wish for wish in WISHES for word in say(f"line.wish.{wish}").split(",")}


def _folded(text: str, end: str = ".)") -> str:
    """Return *text* as it is compared: in any case, spacing, width of letters and shape of apostrophe."""
    folded = normalize("NFKC", text).casefold().replace("’", "'")
    return " ".join(folded.split()).rstrip(end)


def _names(option: Option) -> tuple[str, ...]:
    return tuple(filter(None, (option.number, _folded(option.id), _folded(option.label))))


def _whole(typed: str, options: Sequence[Option]) -> Reply | None:
    for part in (lambda o: o.number, lambda o: _folded(o.label), lambda o: _folded(o.id)):
        for option in options:
            if typed and part(option) == typed:
                return Taken(option.id)
    return Wish(_words()[typed]) if typed in _words() else None


def _with_more(line: str) -> Wish | None:
    typed = " ".join(line.split())
    for word, wish in _words().items():
        start, more = typed[: len(word)].casefold(), typed[len(word) :]
        if wish in _WITH_MORE and start == word and more.startswith(" "):
            return Wish(wish, more.strip())
    return None


def _begun(typed: str, options: Sequence[Option]) -> Reply | None:
    choices = {o.id: o.label or o.id for o in options if any(name.startswith(typed) for name in _names(o))}
    wishes = set(_wishes_begun(typed, options)) if len(typed) >= _SHORTEST else set()
    if not typed or typed.isdecimal() or not (choices or wishes):
        return None
    if len(choices) + len(wishes) == 1:
        return Taken(*choices) if choices else Wish(*wishes)
    several = ", ".join((*choices.values(), *sorted(map(word_for, wishes))))
    return Lost(say("line.lost.several", typed=shortened(typed), several=several))


def _wishes_begun(typed: str, options: Sequence[Option]) -> Iterator[str]:
    taken = {name for option in options for name in _names(option)}
    for word, wish in _words().items():
        if word.startswith(typed) and word not in taken and wish not in _IN_FULL:
            yield wish


def _lost(line: str, options: Sequence[Option]) -> Lost:
    typed = _folded(line)
    numbers = [option.number for option in options if option.number]
    if typed.isdecimal() and numbers:
        key = "line.lost.number" if len(numbers) > 1 else "line.lost.number.one"
        return Lost(say(key, numbers=", ".join(numbers)))
    known = {name: option.label for option in options for name in _names(option) if not name.isdecimal()}
    near = nearest(typed, {**{word: word for word in _words()}, **known})
    shown = known.get(near, near) if near else ""
    return Lost(say("line.lost.near" if near else "line.lost", typed=shortened(line), near=shown))
