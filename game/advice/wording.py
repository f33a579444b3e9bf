"""Advice on decks: every rule as a row of data, and one function that reads decks by them.

An error holds for everybody; a warning asks the writer to look again and can be allowed, card by card.
Passing is the floor, not the bar: only a reader can tell whether a card is worth an evening.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from game.advice.asking import ASKING
from game.advice.likeness import OPENINGS, TWINS_AND_RELATIVES, Pair, pairs, rule_for
from game.advice.plainness import PLAINNESS, PLAINNESS_OF_DECKS
from game.advice.rule import Advice, CardRule, DeckRule, Rule, Severity, advice_on, found
from game.advice.shape import SHAPE
from game.advice.tact import TACT
from game.advice.welcome import WELCOME
from game.engine.cards import Deck

__all__ = ["RULES", "Advice", "Rule", "Severity", "advise"]

CARD_RULES: tuple[CardRule, ...] = (*SHAPE, *ASKING, *WELCOME, *TACT, *PLAINNESS)
DECK_RULES: tuple[DeckRule, ...] = (*PLAINNESS_OF_DECKS, OPENINGS)
RULES: tuple[Rule, ...] = (*CARD_RULES, *DECK_RULES, *TWINS_AND_RELATIVES)
"""Every rule there is, for whoever explains them."""

NOTHING_ALLOWED: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def advise(
    decks: Sequence[Deck], allowed: Mapping[str, tuple[str, ...]] = NOTHING_ALLOWED
) -> tuple[Advice, ...]:
    """Return what there is to say about *decks*: first card by card, then deck by deck, then about twins.

    *allowed* names, for the id of a card (or of a deck), the rules whose warnings its writer has answered.
    Errors cannot be allowed.
    """
    every = (*_on_cards(decks), *_on_decks(decks), *map(_on_pair, pairs(decks)))
    return tuple(advice for advice in every if not _is_allowed(advice, allowed))


def advise_pair(pair: Pair, allowed: tuple[str, ...] = ()) -> tuple[Advice, ...]:
    """Return what there is to say about the later card of *pair*, unless its writer has answered that."""
    advice = _on_pair(pair)
    return () if _is_allowed(advice, {pair.later.id: allowed}) else (advice,)


def _on_cards(decks: Sequence[Deck]) -> Iterator[Advice]:
    for deck in decks:
        for card in deck.cards:
            for rule in CARD_RULES:
                if words := rule.find(card, deck.cover):
                    yield advice_on(rule, deck.cover, words, card.id)


def _on_decks(decks: Sequence[Deck]) -> Iterator[Advice]:
    for deck in decks:
        for rule in DECK_RULES:
            if words := rule.find(deck):
                yield advice_on(rule, deck.cover, words)


def _on_pair(pair: Pair) -> Advice:
    words = found(f"{pair.earlier.id}: {pair.earlier.text}") or ""
    return advice_on(rule_for(pair), pair.cover, words, pair.later.id)


def _is_allowed(advice: Advice, allowed: Mapping[str, tuple[str, ...]]) -> bool:
    answered = allowed.get(advice.card or advice.deck, ())
    return advice.severity is Severity.WARNING and advice.rule in answered
