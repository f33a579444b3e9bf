"""Rules of plainness: words that everybody knows, few superlatives, and sentences that are easy to say."""

import re
from statistics import fmean

from game.advice.measure import WORD, grade, syllables, word_list
from game.advice.rule import CardRule, DeckRule, Severity, first_text, found, texts
from game.advice.spelling import MEANT_DIFFERENTLY, spelled_differently
from game.engine.cards import Card, Cover, Deck

FEWEST_FOR_A_MEAN = 10
FEWEST_FOR_A_SHARE = 20
"""A smaller deck is judged card by card: two of ten cards are no habit yet."""
MOST_SUPERLATIVES = 0.10
HARDEST_CARD = 8.5
HARDEST_DECK = 5.0
SHORT_CARD = 8
LONG_WORD = 4

NOT_SUPERLATIVE = frozenset(
    """
    armrest arrest attest backrest behest bequest chest conquest contest crest detest digest dishonest
    disinterest earnest everest footrest forest guest harvest headrest honest houseguest inquest interest
    invest manifest midwest modest nest northwest pest protest quest reinvest request rest retest southwest
    suggest tempest test unrest vest west zest
    """.split()
)
# "At least" counts nothing, and "most people" only counts.
ABSOLUTE = re.compile(
    r"(?<!at )\b(?:best|worst|least|most"
    r"(?! (?:people|of|others|days|nights|mornings|evenings|weeks|times|things)\b))\b",
    re.IGNORECASE,
)
LONG_BUT_PLAIN = frozenset(
    """
    actually anybody apologies apology appreciate appreciated ceremonies ceremony conversation conversations
    dictionary differently disagreement especially everybody explanation february imaginary january opinion
    opinions ordinarily ordinary personally television temporary uncomfortable understanding usually
    """.split()
)


def words_spelled_differently(card: Card, _: Cover) -> str | None:
    """Return words that Britain and America spell differently."""
    return found(*(word for text in texts(card) for word in spelled_differently(text)))


def superlatives(text: str) -> tuple[str, ...]:
    """Return the superlatives in *text*."""
    endings = (word for word in WORD.findall(text) if len(word) > 5 and word.lower().endswith("est"))
    return (*ABSOLUTE.findall(text), *(word for word in endings if word.lower() not in NOT_SUPERLATIVE))


def heaped_superlatives(card: Card, _: Cover) -> str | None:
    """Return the superlatives of a card that has more than one."""
    heap = tuple(word for text in texts(card) for word in superlatives(text))
    return " + ".join(heap[:4]) if len(heap) > 1 else None


def long_words(card: Card, _: Cover) -> str | None:
    """Return words of four or more syllables that are not everyday words."""
    spoken = (word for text in texts(card) for word in word_list(text) if word not in LONG_BUT_PLAIN)
    return found(*(word for word in spoken if syllables(word) >= LONG_WORD))


def hard_card(card: Card, _: Cover) -> str | None:
    """Return the school grade of a card that is hard to read."""
    text = first_text(card)
    hard = len(word_list(text)) > SHORT_CARD and grade(text) > HARDEST_CARD
    return f"reading grade {grade(text):.1f}" if hard else None


def mean_grade(deck: Deck) -> float:
    """Return the mean reading grade over the cards of *deck*."""
    return fmean(grade(first_text(card)) for card in deck.cards) if deck.cards else 0.0


def hard_deck(deck: Deck) -> str | None:
    """Return the mean grade of a deck that is hard to read as a whole."""
    hard = len(deck.cards) >= FEWEST_FOR_A_MEAN and mean_grade(deck) > HARDEST_DECK
    return f"mean reading grade {mean_grade(deck):.1f}" if hard else None


def superlative_deck(deck: Deck) -> str | None:
    """Return how many cards of a deck carry a superlative when more than one in ten does."""
    heaped = sum(1 for card in deck.cards if any(superlatives(text) for text in texts(card)))
    many = len(deck.cards) >= FEWEST_FOR_A_SHARE and heaped > MOST_SUPERLATIVES * len(deck.cards)
    return f"{heaped} of {len(deck.cards)} cards" if many else None


PLAINNESS: tuple[CardRule, ...] = (
    CardRule(
        "N1",
        Severity.ERROR,
        "Britain and America spell this word differently, and one half of the readers will stumble.",
        "Choose a word that both write the same way, like loved or nearby.",
        "en",
        words_spelled_differently,
    ),
    CardRule(
        "N2",
        Severity.ERROR,
        "This word means something else, or is not said, on the other side of the sea.",
        "Name the thing in words that everyone uses, like time off, a place to live or a story on a screen.",
        "en",
        MEANT_DIFFERENTLY,
    ),
    CardRule(
        "U1",
        Severity.ERROR,
        "Heaped superlatives freeze the memory: nobody can search a whole life.",
        "Ask for a time, one or some, and leave the most and the worst out.",
        "en",
        heaped_superlatives,
    ),
    CardRule(
        "R1",
        Severity.WARNING,
        "A long word is heavy to say aloud.",
        "Say it with a shorter, everyday word.",
        "en",
        long_words,
    ),
    CardRule(
        "R2",
        Severity.WARNING,
        "This reads like a form more than like talk.",
        "Use shorter words and a shorter sentence.",
        "en",
        hard_card,
    ),
)

PLAINNESS_OF_DECKS: tuple[DeckRule, ...] = (
    DeckRule(
        "U2",
        Severity.ERROR,
        "A deck full of mosts and bests asks for records instead of moments.",
        "Turn some of them into a time, one or some.",
        "en",
        superlative_deck,
    ),
    DeckRule(
        "R3",
        Severity.ERROR,
        "The deck as a whole is hard to read aloud.",
        "Shorten the longest sentences first.",
        "en",
        hard_deck,
    ),
)
