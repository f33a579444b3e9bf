"""What is wrong with the tables of a deck file, as problems in plain sentences."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.engine.cards import DEEPEST, Kind, Part
from game.files.decks.deckmodel import ALLOWED, CardModel, CoverModel, DeckModel, id_of_own, id_of_text
from game.files.decks.places import Places
from game.files.problems import Problem, found, nearest
from game.words import say

Table = Mapping[str, Any]
Model = TypeVar("Model", bound=BaseModel)
_DEPTHS = tuple(str(depth) for depth in range(1, DEEPEST + 1))
_CHOICES = ("enum", "literal_error", "greater_than_equal", "less_than_equal")
_SENTENCES = {
    "string_type": "problem.key.text",
    "int_type": "problem.key.number",
    "bool_type": "problem.key.truth",
    "list_type": "problem.key.list",
    "reserved": "problem.key.reserved",
    "missing": "problem.key.missing",
    "blank": "problem.key.blank",
    "line": "problem.key.line",
}


@dataclass(frozen=True, slots=True)
class Checked(Generic[Model]):
    """A table of the file after a look at it: its model, or what keeps it from being one."""

    raw: Table
    model: Model | None
    errors: ValidationError | None
    unknown: tuple[str, ...]
    card: int = 0
    """The number of the card, from 1; 0 for the cover."""


def check(model: type[Model], raw: Table, card: int = 0) -> Checked[Model]:
    """Return *raw* as a *model*, or with what keeps it from being one."""
    fields = model.model_fields
    unknown = tuple(key for key in raw if key not in fields)
    known = {key: raw[key] for key in raw if key in fields} if unknown else raw
    try:
        return Checked(raw, model.model_validate(known), None, unknown, card)
    except ValidationError as errors:
        return Checked(raw, None, errors, unknown, card)


def file_problems(raw: Table, places: Places) -> Iterator[Problem]:
    """Yield what is wrong outside of the cover and the cards."""
    for key in raw:
        if key not in DeckModel.model_fields:
            yield places.problem_at_large(_unknown(key, DeckModel), key)


def cover_problems(cover: Checked[CoverModel], places: Places) -> Iterator[Problem]:
    """Yield what is wrong with the cover."""
    yield from _table_problems(cover, CoverModel, places)
    if "id" not in cover.raw:
        yield places.problem(say("problem.deck.no-id"), "id")


def card_problems(cards: Iterable[Checked[CardModel]], deck: str, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with each of the cards of *deck*, card by card."""
    known: dict[str, int] = {}
    for card in cards:
        yield from _table_problems(card, CardModel, places)
        if sentence := _step_sentence(card.raw):
            yield places.problem(sentence, "step", card.card)
        id, key = _id(deck, card.raw)
        if id and (other := known.setdefault(id, card.card)) != card.card:
            yield places.problem(_twin_sentence(card.raw[key], key, places.line(other)), key, card.card)


def _table_problems(table: Checked[Model], model: type[Model], places: Places) -> Iterator[Problem]:
    for key in table.unknown:
        yield places.problem(_unknown(key, model), key, table.card)
    for error in table.errors.errors(include_input=False, include_url=False) if table.errors else ():
        key = str(error["loc"][0])
        yield places.problem(_sentence(error, key, _value(table.raw, error["loc"]), model), key, table.card)


def _unknown(key: str, model: type[BaseModel]) -> str:
    known = tuple(model.model_fields)
    near = nearest(key, known)
    return say(
        "problem.key.unknown.near" if near else "problem.key.unknown", near=near, known=", ".join(known)
    )


def _step_sentence(raw: Table) -> str:
    """Only the cards of an apology have a step, and each of them has one."""
    is_repair = raw.get("kind") == Kind.REPAIR
    if is_repair and "step" not in raw:
        return say("problem.deck.step-missing", allowed=", ".join(Part))
    return say("problem.deck.step-stray") if "step" in raw and not is_repair else ""


def _id(deck: str, raw: Table) -> tuple[str, str]:
    """Return the id that a card has, if it has one, and the key that it comes from."""
    id, text = raw.get("id"), raw.get("text")
    if isinstance(id, str):
        return id_of_own(deck, id), "id"
    return (id_of_text(deck, text) if isinstance(text, str) else ""), "text"


def _twin_sentence(id: str, key: str, line: int | None) -> str:
    place = say("problem.deck.line", line=line) if line else say("problem.deck.above")
    return say(f"problem.deck.same-{key}", found=found(id), place=place)


def _value(raw: Table, loc: tuple[int | str, ...]) -> Any:
    """Return what stands at *loc*: the value of a key, or one entry of a list."""
    value = raw.get(str(loc[0]))
    if len(loc) > 1 and isinstance(value, list) and isinstance(loc[1], int):
        return value[loc[1]]
    return value


def _sentence(error: ErrorDetails, key: str, value: Any, model: type[BaseModel]) -> str:
    kind, limits = error["type"], error.get("ctx", {})
    if kind in _CHOICES:
        return _choice(value, tuple(ALLOWED.get(key, _DEPTHS)))
    if kind == "string_too_long":
        return say("problem.key.long", letters=len(value), limit=limits["max_length"])
    if kind == "too_long":
        return say("problem.key.many", entries=len(value), limit=limits["max_length"])
    if kind == "unsafe":
        return say("problem.key.unsafe", code=limits["code"])
    if kind == "string_pattern_mismatch":
        owner = {CoverModel: "deck-", CardModel: "card-"}[model] if key == "id" else ""
        return say(f"problem.key.{owner}{key}", found=found(value))
    return say(_SENTENCES[kind], found=found(value))


def _choice(value: Any, allowed: tuple[str, ...]) -> str:
    near = nearest(value, allowed) if isinstance(value, str) else None
    name = "problem.key.choice.near" if near else "problem.key.choice"
    return say(name, found=found(value), near=near, allowed=", ".join(allowed))
