"""Which cards are twins: cards that ask the same thing in nearly the same words, in one deck or in two.

Cards are compared by their content words, and by the trigrams (three letters in a row) of those words: the
share that both have of all that either has. Only cards with a rare trigram in common are compared at all, and
how many is bounded, so the work grows with the number of cards and not with its square.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from math import ceil

from game.advice.measure import PARTNER
from game.advice.rule import DeckRule, Rule, Severity, found
from game.engine.cards import Card, Cover, Deck, Kind

TWINS = 0.55
RELATIVES = 0.42
ENOUGH_WORDS = 3
"""Fewer content words say too little to refuse a card; a person looks."""

LONGEST_COMPARED = 160
MOST_HOLDERS = 256
"""A trigram is remembered for so many cards; one that more of them have tells them apart no longer."""
MOST_MEETINGS = 512
"""So many cards are met, by way of the rarest trigrams first, in search of the relatives of one card."""
MOST_COMPARED = 32
"""So many of those met are compared in full."""

OPENING_WORDS = 3
MOST_OPENINGS = 3
OPENING_SHARE = 0.12

LEAD_IN = re.compile(
    r"^(?:from 0 to 10,(?: how)?|tell the story of|think of|name (?:an?|one)(?: thing| time)?|set the scene:"
    r"|(?:each|both) of you"
    r"|(?:tell|ask|show|give|thank|walk|teach)(?: \{partner\})?(?: about| for| through| how)?)"
    r"(?!\w)",
    re.IGNORECASE,
)
SCALE_LEAD_IN = re.compile(r"^from 0 to 10,? ", re.IGNORECASE)
ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "ly", "e", "y")
STOP_WORDS = frozenset(
    """
    a an the and or but nor so if as at by for from in into of off on onto out over than that to up with
    without about after before again just then there here too very more most much many few some any each
    every other another you your yours yourself i me my mine we us our they them their theirs it its this
    these those who whom whose which what when where how why is are was were be been being am do does did
    doing done have has had having can could will would shall should may might must not no one two both tell
    secretly reveal together something someone anything thing things time while between through even still
    ever only own same such like find right now
    """.split()
)
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Pair:
    """A card, an earlier one it is like, and how like: 1.0 when all their content words are the same."""

    cover: Cover
    later: Card
    earlier: Card
    likeness: float
    words: int
    """How many content words the shorter of the two has."""


def content_words(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the words that carry what *text* asks, in order: no lead-in, no stop words, endings cut.

    In other languages than English, where neither lists nor endings are known, these are all its words.
    """
    plain = text[:LONGEST_COMPARED]
    if language != "en":
        return tuple(WORD.findall(plain.replace(PARTNER, " ").lower()))
    bare = LEAD_IN.sub("", plain).replace(PARTNER, " ").lower()
    spoken = (word.removesuffix("'s") for word in WORD.findall(bare))
    return tuple(_stem(word) for word in spoken if word not in STOP_WORDS and word != "s")


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def trigrams(words: Sequence[str]) -> frozenset[str]:
    """Return every three letters in a row of *words*, with the gaps between the words."""
    line = f" {' '.join(words)} "
    return frozenset(line[start : start + 3] for start in range(len(line) - 2)) if words else frozenset()


def likeness(first: str, second: str, language: str = "en") -> float:
    """Return how much of what either text asks both ask: 0.0 for nothing, 1.0 for all of it."""
    return shared(trigrams(content_words(first, language)), trigrams(content_words(second, language)))


def shared(first: frozenset[str], second: frozenset[str]) -> float:
    """Return the share that both have of all that either has."""
    both = len(first & second)
    return both / (len(first) + len(second) - both) if both else 0.0


def pair_of(cover: Cover, later: Card, earlier: Card) -> Pair | None:
    """Return the pair that two cards of one deck make, or None when they are not even relatives."""
    spoken = [content_words(card.text, cover.language) for card in (later, earlier)]
    is_same = bool(spoken[0]) and set(spoken[0]) == set(spoken[1])
    like = 1.0 if is_same else shared(*map(trigrams, spoken))
    words = min(map(len, spoken))
    is_told = like >= RELATIVES and (words >= ENOUGH_WORDS or like == 1.0)
    return Pair(cover, later, earlier, like, words) if is_told else None


def pairs(decks: Sequence[Deck]) -> tuple[Pair, ...]:
    """Return, for each card of *decks* that is like an earlier one, the pair it makes with the closest.

    Of cards with the very same content words the first stands for all. Cards with hardly any content words
    are only called alike when those are the same.
    """
    places = [(deck.cover, card) for deck in decks for card in deck.cards]
    spoken = [content_words(card.text, cover.language) for cover, card in places]
    first_with: dict[frozenset[str], int] = {}
    firsts = [first_with.setdefault(frozenset(words), number) for number, words in enumerate(spoken)]
    same = [(number, first, 1.0) for number, first in enumerate(firsts) if first != number and spoken[number]]
    alike = _closest({number: trigrams(spoken[number]) for number in first_with.values()})
    return tuple(
        Pair(*places[later], places[earlier][1], like, words)
        for later, earlier, like in sorted((*same, *alike))
        if (words := min(len(spoken[later]), len(spoken[earlier]))) >= ENOUGH_WORDS or like == 1.0
    )


def _closest(grams: Mapping[int, frozenset[str]]) -> Iterator[tuple[int, int, float]]:
    """Yield each number with the earlier one it is most like, when they are at least relatives."""
    frequency = Counter(gram for of_card in grams.values() for gram in of_card)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, of_card in grams.items():
        rare = rarest(of_card, frequency)
        met = Counter(islice(chain.from_iterable(holders[gram] for gram in rare), MOST_MEETINGS))
        likes = [(shared(of_card, grams[other]), -other) for other, _ in met.most_common(MOST_COMPARED)]
        like, other = max(likes, default=(0.0, 0))
        if like >= RELATIVES:
            yield number, -other, like
        for gram in rare:
            if len(holders[gram]) < MOST_HOLDERS:
                holders[gram].append(number)


def rarest(grams: frozenset[str], frequency: Mapping[str, int]) -> list[str]:
    """Return so many of the rarest of *grams* that two relatives have at least one of theirs in common."""
    enough = len(grams) - ceil(RELATIVES * len(grams)) + 1
    return sorted(grams, key=lambda gram: (frequency[gram], gram))[:enough]


def worn_openings(deck: Deck) -> str | None:
    """Return the openings that come again and again in *deck*."""
    counts = Counter(_opening(card) for card in deck.cards)
    often = max(MOST_OPENINGS, OPENING_SHARE * len(deck.cards))
    return found(*(f"{words} ({count} cards)" for words, count in counts.most_common() if count > often))


def _opening(card: Card) -> str:
    """Return the first three words of *card*, after what every scale begins with."""
    text = SCALE_LEAD_IN.sub("", card.text) if card.kind is Kind.SCALE else card.text
    return " ".join(text[:LONGEST_COMPARED].split()[:OPENING_WORDS])


def rule_for(pair: Pair) -> Rule:
    """Return the rule that speaks about *pair*; outside English too little is known to refuse a card."""
    if pair.words < ENOUGH_WORDS:
        return RELATIVE
    if pair.likeness == 1.0:
        return IDENTICAL
    return TWIN if pair.likeness >= TWINS and TWIN.holds_for(pair.cover) else RELATIVE


IDENTICAL = Rule(
    "D1",
    Severity.ERROR,
    "Another card asks this with the very same words.",
    "Keep the better of the two and write a new scene for the other.",
    "any",
)
TWIN = Rule(
    "D2",
    Severity.ERROR,
    "Another card asks nearly the same.",
    "Keep the better of the two and write a new scene for the other.",
    "en",
)
RELATIVE = Rule(
    "D3",
    Severity.WARNING,
    "Another card may ask the same thing.",
    "Read the two together; if the answers would be alike, keep one.",
    "any",
)
TWINS_AND_RELATIVES: tuple[Rule, ...] = (IDENTICAL, TWIN, RELATIVE)
OPENINGS = DeckRule(
    "D4",
    Severity.WARNING,
    "Many cards begin alike, and an evening with them sounds like a list.",
    "Begin some of them with a place, a time, or something to do.",
    "any",
    worn_openings,
)
