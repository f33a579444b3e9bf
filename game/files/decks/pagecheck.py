"""What is wrong with a deck that is being written, card by card, as fast as one types."""

from collections.abc import Mapping
from pathlib import Path

from game.engine.cards import DEEPEST, Card, Cover, Deck, Dimension, Kind, Part
from game.files.decks.deckcheck import card_problems, check, cover_problems
from game.files.decks.deckmodel import CardModel, CoverModel, card_from, cover_from, id_of_name, id_of_own
from game.files.decks.deckpage import DeckPage, Leaf
from game.files.decks.places import Places
from game.files.problems import Problem, found
from game.words import say

Fault = tuple[str, str]
"""A key, and what is wrong with it."""


def deck_id(path: Path, page: DeckPage) -> str:
    """Return the id of the deck at *path*, also where that is not one."""
    id = page.cover.get("id")
    return id if isinstance(id, str) else id_of_name(path.stem)


def faults_of(leaf: Leaf, deck: str) -> tuple[Fault, ...]:
    """Return what is wrong with one card of *deck* by itself; whether it is a twin only the page knows."""
    places = Places(Path(), leaf.text, 1)
    return tuple(map(_fault, card_problems((check(CardModel, leaf.raw, 1),), deck, places)))


def cover_faults(path: Path, page: DeckPage) -> tuple[Fault, ...]:
    """Return what is wrong with the cover of the deck at *path*."""
    raw = {"id": id_of_name(path.stem) or None, **page.cover}
    named = {key: value for key, value in raw.items() if value is not None}
    return tuple(map(_fault, cover_problems(check(CoverModel, named), Places(path, page.head, 0))))


def twins_on(page: DeckPage, deck: str) -> Mapping[int, int]:
    """Return the place of each card that has the id, or else the words, of an earlier, and the earlier's."""
    first: dict[tuple[str, str], int] = {}
    twins: dict[int, int] = {}
    for place, leaf in enumerate(page.leaves):
        key = "id" if "id" in leaf.raw else "text"
        value = leaf.raw.get(key)
        if isinstance(value, str):
            name = id_of_own(deck, value) if key == "id" else value
            if (other := first.setdefault((key, name), place)) != place:
                twins[place] = other
    return twins


def twin_fault(leaf: Leaf, other: int) -> Fault:
    """Return what is wrong with a card that is the twin of the one at the place *other*."""
    key = "id" if "id" in leaf.raw else "text"
    place = say("editor.other", number=other + 1)
    return key, say(f"problem.deck.same-{key}", found=found(leaf.raw[key]), place=place)


def deck_of_one(path: Path, page: DeckPage, leaf: Leaf) -> Deck | None:
    """Return a deck with nothing but the card of *leaf*, or None where that is not a card."""
    checked = check(CardModel, leaf.raw)
    if checked.model is None or checked.unknown:
        return None
    id = deck_id(path, page)
    card = card_from(checked.model, id)
    cover = check(CoverModel, {key: value for key, value in page.cover.items() if key != "id"}).model
    return Deck(cover_from(cover, id, card.depth) if cover else Cover(id, ""), (card,))


def allowed_of(leaf: Leaf) -> tuple[str, ...]:
    """Return the advice that the card of *leaf* is excused from."""
    rules = leaf.raw.get("lint_allow", ())
    return tuple(rule for rule in rules if isinstance(rule, str)) if isinstance(rules, list) else ()


def sketch_of(leaf: Leaf) -> Card:
    """Return the card of *leaf* as far as it is one, so that it can be shown whatever is wrong with it."""
    raw = leaf.raw
    depth, follow_ups, part = raw.get("depth"), raw.get("follow_ups"), raw.get("step")
    return Card(
        id="",
        deck="",
        text=_text(raw.get("text")),
        kind=Kind(raw["kind"]) if raw.get("kind") in tuple(Kind) else Kind.QUESTION,
        depth=depth if isinstance(depth, int) and 1 <= depth <= DEEPEST else 1,
        dim=Dimension(raw["dim"]) if raw.get("dim") in tuple(Dimension) else Dimension.FRIENDSHIP,
        follow_ups=tuple(map(_text, follow_ups)) if isinstance(follow_ups, list) else (),
        alt=_text(raw.get("alt")),
        part=Part(part) if part in tuple(Part) else None,
        touch=raw.get("touch") is True,
        starter=raw.get("starter") is True,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _fault(problem: Problem) -> Fault:
    return problem.key, problem.sentence
