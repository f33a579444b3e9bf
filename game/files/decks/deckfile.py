"""Deck files: TOML that anyone can write. Reading one never fails; it tells all that is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import BaseModel

from game.engine.cards import Card, Deck
from game.files.atomic import write_whole
from game.files.decks.deckcheck import Checked, card_problems, check, cover_problems, file_problems
from game.files.decks.deckmodel import (
    CARD_ID_LETTERS,
    MOST_CARDS,
    CardModel,
    CoverModel,
    card_from,
    cover_from,
    id_of_name,
    id_of_text,
)
from game.files.decks.places import CARD, COVER, Places
from game.files.lines import headers
from game.files.problems import Problem, found
from game.files.tomlfile import Refused, read_toml
from game.words import say

DECK_LIMIT = 8 << 20
"""Bytes in a deck file."""
MOST_PROBLEMS = 500
"""Problems told of one file; nobody mends more at once."""
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A deck file as it was read: a deck that can be played, or what keeps it from being one."""

    path: Path
    deck: Deck | None
    problems: tuple[Problem, ...] = ()
    allowed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By card id, the advice that the card is excused from."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """By card id, the line of its [[card]]; empty where lines are not certain."""


def read_deck(path: Path) -> DeckFile:
    """Return the deck file at *path*; whatever is wrong with it is in its problems, and nothing is raised."""
    try:
        text, raw = read_toml(path, DECK_LIMIT)
    except Refused as refused:
        return DeckFile(path, None, (refused.problem,))
    return deck_file(path, text, raw)


def deck_file(path: Path, text: str, raw: Table) -> DeckFile:
    """Return what the file at *path*, with *text* that says *raw*, is read as."""
    try:
        cover, cards = _tables(path, raw)
    except Refused as refused:
        return DeckFile(path, None, (refused.problem,))
    places = Places(path, text, len(cards))
    problems = _by_line(islice(_problems(raw, cover, cards, places), MOST_PROBLEMS + 1))
    if len(problems) > MOST_PROBLEMS:
        problems = (*problems[:MOST_PROBLEMS], Problem(path, say("problem.deck.more")))
    return DeckFile(path, None, problems) if problems else _deck_file(path, text, cover, cards)


def _by_line(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return *problems* as one comes upon them in the file, those without a line at the top."""
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))


def write_deck(path: Path, deck: Deck, note: str = "") -> None:
    """Write *deck* whole or not at all, leaving out what goes without saying; raise OSError when it fails.

    A *note* is a line that stands above everything and begins with a #.
    """
    cover = f"[{COVER}]\n{tomli_w.dumps(_cover_table(deck))}"
    cards = (f"[[{CARD}]]\n{tomli_w.dumps(_card_table(card))}" for card in deck.cards)
    head = (f"{note}\n",) if note else ()
    write_whole(path, "\n".join((*head, cover, *cards)).encode())


def _tables(path: Path, raw: Table) -> tuple[Checked[CoverModel], tuple[Checked[CardModel], ...]]:
    cover, cards = raw.get(COVER, {}), raw.get(CARD, [])
    if not isinstance(cover, dict):
        raise Refused(path, say("problem.key.table", found=found(cover), header=f"[{COVER}]"), key=COVER)
    if not isinstance(cards, list) or not all(isinstance(card, dict) for card in cards):
        raise Refused(path, say("problem.key.table", found=found(cards), header=f"[[{CARD}]]"), key=CARD)
    if len(cards) > MOST_CARDS:
        raise Refused(path, say("problem.deck.many-cards", cards=len(cards), limit=MOST_CARDS))
    name = id_of_name(path.stem)
    named = check(CoverModel, {**({"id": name} if name else {}), **cover})
    return named, tuple(check(CardModel, card, number) for number, card in enumerate(cards, start=1))


def _problems(
    raw: Table,
    cover: Checked[CoverModel],
    cards: tuple[Checked[CardModel], ...],
    places: Places,
) -> Iterator[Problem]:
    """Yield what is wrong. Lazy: the worst files have no end of it."""
    yield from file_problems(raw, places)
    yield from cover_problems(cover, places)
    if not cards:
        yield places.problem_at_large(say("problem.deck.no-cards"))
    yield from card_problems(cards, str(cover.raw.get("id")), places)


def _deck_file(
    path: Path, text: str, cover: Checked[CoverModel], checked: tuple[Checked[CardModel], ...]
) -> DeckFile:
    """Return the deck of a file without problems."""
    assert cover.model is not None and cover.model.id is not None, "a cover without a problem has an id"
    id, models = cover.model.id, [card.model for card in checked if card.model is not None]
    cards = tuple(card_from(model, id) for model in models)
    deck = Deck(cover_from(cover.model, id, max(card.depth for card in cards)), cards)
    allowed = {card.id: tuple(model.lint_allow) for card, model in zip(cards, models, strict=True)}
    found_lines = headers(text, CARD)
    lines = (
        zip((card.id for card in cards), found_lines, strict=True) if len(found_lines) == len(cards) else ()
    )
    return DeckFile(path, deck, (), {id: rules for id, rules in allowed.items() if rules}, dict(lines))


def _cover_table(deck: Deck) -> Table:
    cover = deck.cover
    return _spoken(
        CoverModel,
        id=cover.id,
        title=cover.title,
        purpose=cover.purpose,
        moment=cover.moment,
        gate=cover.gate,
        listening=cover.listening,
        language=cover.language,
    )


def _card_table(card: Card) -> Table:
    return _spoken(
        CardModel,
        id=_said_id(card),
        kind=card.kind,
        depth=card.depth,
        dim=card.dim,
        angle=card.angle,
        text=card.text,
        follow_ups=list(card.follow_ups),
        alt=card.alt,
        needs=card.needs,
        step=card.part,
        touch=card.touch,
        starter=card.starter,
    )


def _said_id(card: Card) -> str | None:
    """Return the id that the file gives *card*: none where the text makes it, and never too long a one."""
    if card.id == id_of_text(card.deck, card.text):
        return None
    return card.id if len(card.id) <= CARD_ID_LETTERS else card.id.removeprefix(f"{card.deck}-")


def _spoken(model: type[BaseModel], **keys: Any) -> Table:
    """Return those of *keys* that say something other than their default."""
    defaults = {key: model.model_fields[key].get_default(call_default_factory=True) for key in keys}
    said = {key: value for key, value in keys.items() if value != defaults[key]}
    return {key: value.value if isinstance(value, StrEnum) else value for key, value in said.items()}
