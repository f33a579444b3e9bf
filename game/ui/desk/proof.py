"""The proof of a page: what is wrong with each card, what is advised, and which of them hold a word."""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from game.advice.kin import Kin
from game.advice.likeness import pair_of
from game.advice.wording import Advice, advise, advise_pair
from game.engine.cards import Card, Deck
from game.files.decks.deckmodel import MOST_CARDS
from game.files.decks.deckpage import DeckPage, Leaf
from game.files.decks.pagecheck import (
    Fault,
    allowed_of,
    cover_faults,
    deck_id,
    deck_of_one,
    faults_of,
    sketch_of,
    twin_fault,
    twins_on,
)
from game.words import say
from game.words.text import folded

_IN_SIGHT = 1024
"""Cards of which it is remembered how they look; a window shows far fewer."""
_sketch = lru_cache(_IN_SIGHT)(sketch_of)
_faults = lru_cache(_IN_SIGHT)(faults_of)


class Proof:
    """One page as a careful reader sees it. Whatever takes time is found out when it is asked for."""

    def __init__(self, path: Path, page: DeckPage, kin: Kin[Leaf] | None = None) -> None:
        self._path = path
        self.page = page
        self._kin = kin
        """What is known of which cards are alike, once that has been found out."""

    def of(self, page: DeckPage) -> "Proof":
        """Return the proof of *page*, which is this one where nothing has changed."""
        return self if page is self.page else Proof(self._path, page, self._kin)

    def meet(self) -> Kin[Leaf]:
        """Find out which cards of the page are alike; for ten thousand of them that takes a while."""
        language = self.page.cover.get("language", "en")
        kin = Kin[Leaf](language if isinstance(language, str) else "en")
        kin.follow(self.page.leaves, _text)
        return kin

    def with_kin(self, kin: Kin[Leaf]) -> "Proof":
        """Return the proof of the same page that also tells of cards that are alike."""
        return Proof(self._path, self.page, kin)

    def sketch(self, place: int) -> Card:
        """Return the card at *place*, as far as it is one."""
        return _sketch(self.page.leaves[place])

    def faults(self, place: int) -> tuple[Fault, ...]:
        """Return what keeps the card at *place* from being played."""
        leaf = self.page.leaves[place]
        other = self._twins.get(place)
        twin = () if other is None else (twin_fault(leaf, other),)
        return (*_faults(leaf, self._deck), *twin)

    def asks(self, place: int) -> bool:
        """Return whether there is anything wrong with the card at *place*."""
        return bool(self.faults(place))

    def advice(self, place: int) -> tuple[Advice, ...]:
        """Return what a writer of cards would say about the one at *place*."""
        leaf = self.page.leaves[place]
        deck = deck_of_one(self._path, self.page, leaf)
        if deck is None:
            return ()
        (card,) = deck.cards
        every = advise((deck,), {card.id: allowed_of(leaf)})
        return (*(each for each in every if each.card), *self._about_kin(deck, leaf))

    def _about_kin(self, deck: Deck, leaf: Leaf) -> tuple[Advice, ...]:
        """Return what is to be said about the card that is most like the one of *leaf*."""
        other = self._kin_here.closest(leaf) if self._kin_here else None
        near = other and deck_of_one(self._path, self.page, other)
        pair = near and pair_of(deck.cover, deck.cards[0], near.cards[0])
        return advise_pair(pair, allowed_of(leaf)) if pair else ()

    @cached_property
    def cover_faults(self) -> tuple[Fault, ...]:
        """What is wrong with the deck itself."""
        every = cover_faults(self._path, self.page)
        return tuple(("", say("editor.cover.fault", key=key, sentence=sentence)) for key, sentence in every)

    def holding(self, words: str) -> Sequence[int]:
        """Return the places of the cards with all of the *words*, whatever their accents and capitals."""
        wanted = folded(words).split()
        if not wanted:
            return range(len(self.page.leaves))
        told = map(_told, self.page.leaves)
        return [place for place, text in enumerate(told) if all(word in text for word in wanted)]

    @cached_property
    def _kin_here(self) -> Kin[Leaf] | None:
        if self._kin is not None:
            self._kin.follow(self.page.leaves, _text)
        return self._kin

    @cached_property
    def _deck(self) -> str:
        return deck_id(self._path, self.page)

    @cached_property
    def _twins(self) -> Mapping[int, int]:
        return twins_on(self.page, self._deck)


def _text(leaf: Leaf) -> str:
    return sketch_of(leaf).text


@lru_cache(MOST_CARDS)
def _told(leaf: Leaf) -> str:
    """Return everything on a card that can be searched."""
    told = (leaf.raw.get(key, "") for key in ("text", "alt", "kind", "follow_ups"))
    return folded(
        "\n".join("\n".join(map(str, each)) if isinstance(each, list) else str(each) for each in told)
    )
