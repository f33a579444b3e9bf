"""Kin: which card of a deck is most like another, while the deck is being written.

What a card shares with others is known once and kept, so that a change costs as much as what changed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from itertools import chain, islice
from typing import Generic, TypeVar

from game.advice.likeness import MOST_COMPARED, MOST_MEETINGS, content_words, rarest, shared, trigrams

Key = TypeVar("Key", bound=Hashable)


class Kin(Generic[Key]):
    """The cards of one deck by a key for each, and the trigrams that every one of them has."""

    def __init__(self, language: str = "en") -> None:
        self._language = language
        self._grams: dict[Key, frozenset[str]] = {}
        self._holders: defaultdict[str, dict[Key, None]] = defaultdict(dict)

    def follow(self, cards: Iterable[Key], text_of: Callable[[Key], str]) -> None:
        """Know these *cards* from now on, and no others; `text_of` is asked about new ones alone."""
        now = dict.fromkeys(cards)
        for gone in self._grams.keys() - now.keys():
            for gram in self._grams.pop(gone):
                del self._holders[gram][gone]
        for card in now.keys() - self._grams.keys():
            self._grams[card] = trigrams(content_words(text_of(card), self._language))
            for gram in self._grams[card]:
                self._holders[gram][card] = None

    def closest(self, card: Key) -> Key | None:
        """Return the other card that shares most with *card*, or None where none is known to be near."""
        grams = self._grams.get(card, frozenset())
        rare = rarest(grams, {gram: len(self._holders[gram]) for gram in grams})
        holders = chain.from_iterable(self._holders[gram] for gram in rare)
        met = Counter(islice((other for other in holders if other != card), MOST_MEETINGS))
        near = [other for other, _ in met.most_common(MOST_COMPARED)]
        return max(near, key=lambda other: shared(grams, self._grams[other]), default=None)
