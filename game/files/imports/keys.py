"""What other programs call the keys of a card, and what they write there."""

import re
from typing import Any

from game.files.decks.deckmodel import CardModel
from game.files.imports.scope import depth_of_word
from game.words import say

_TEXTS = ("text", "question", "questions", "prompt", "prompts", "card", "cards", "front")
_OTHER_NAMES = {
    "level": "depth",
    "section": "angle",
    "category": "angle",
    "topic": "angle",
    "group": "angle",
    "alternative": "alt",
}
_FOLLOW_UP = re.compile(r"follow_?ups?(_?[1-9])?")
_WORDS = ("kind", "dim", "needs", "step")
_TRUTHS = ("touch", "starter")
_LEFT_ALONE = ("id", "lint_allow")
"""Keys that belong to the deck that a card comes from."""
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}(?:\.0)?")


def key_of(name: str) -> str:
    """Return the key of a card that a column or a field called *name* is for; nothing when there is none."""
    plain = "_".join(re.findall(r"[^\W_]+", name[:80].casefold()))
    if plain in _TEXTS:
        return "text"
    known = "follow_ups" if _FOLLOW_UP.fullmatch(plain) else _OTHER_NAMES.get(plain, plain)
    return known if known in CardModel.model_fields and known not in _LEFT_ALONE else ""


def value_of(key: str, value: Any) -> Any:
    """Return *value* as a deck file would have it under *key*; what cannot be understood stays as it is."""
    if key == "follow_ups":
        return value if isinstance(value, list) else [value]
    if not isinstance(value, str):
        return value
    word = value.strip().casefold()
    if key == "depth":
        return int(float(word)) if _WHOLE.fullmatch(word) else depth_of_word(word) or value
    if key in _TRUTHS:
        truths = {each: truth for truth in (True, False) for each in _said(truth)}
        return truths.get(word, value)
    return word if key in _WORDS else value


def card_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return what *pairs* of keys and values say of a card; what is empty says nothing."""
    card: dict[str, Any] = {}
    for key, value in pairs:
        if value is None or value == "" or (isinstance(value, str) and not value.strip()):
            continue
        said = value_of(key, value)
        card[key] = [*card.get(key, []), *said] if key == "follow_ups" else card.get(key, said)
    return card


def _said(truth: bool) -> list[str]:
    return say("exchange.words.yes" if truth else "exchange.words.no").split(", ")
