"""Rules about the shape of a card: its id, its lengths, its sentences, and what must come with it."""

import re

from game.advice.likeness import likeness
from game.advice.measure import PARTNER, sentences, word_list
from game.advice.rule import FOLLOW_UPS_READ, LONGEST_READ, CardRule, Severity, found, texts
from game.engine.cards import Card, Cover, Gate, Kind

LONGEST_NAME = "x" * 10
"""Stands for the other player's name when a text is measured."""
DEFAULT_LENGTH = (30, 120)
LENGTHS = {Kind.GUESS: (30, 100), Kind.FINISH: (18, 90), Kind.SCALE: (30, 90)}
FOLLOW_UP_LENGTH = (12, 90)
LONGEST_ALT = 110
LONGEST_SENTENCE = 20
MOST_SENTENCES = 2
ECHO = 0.45

TENDER_DECKS = frozenset({"uncomfortable-questions", "repair", "trust", "your-side", "lines", "same-side"})
"""Our decks that may carry cards of depth 4. Anybody's deck may, once both must agree to open it."""

CARD_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*-(?:\d{3}|[0-9a-f]{12})")
"""Three digits, or the letters that the game itself makes from a text."""
STRAY_SPACE = re.compile(r"^\s|\s$|[^\S ]|[ ]{2}")
STRAY_MARK = re.compile(r"[^\x20-\x7e]|[!;()\"]")
PICTURE = r"[\u2190-\u3299\U0001f000-\U0001faff#*0-9\u00a9\u00ae]"
JOINED_SIGN = re.compile(rf"{PICTURE}(?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d{PICTURE}){{1,12}}")
"""A picture made of several letters, which terminals count in different ways."""
PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")


def id_out_of_shape(card: Card, _: Cover) -> str | None:
    """Return the id when it is not small letters, hyphens and three digits, or one that the game made."""
    return None if CARD_ID.fullmatch(card.id) else found(card.id) or "no id"


def stray_characters(card: Card, cover: Cover) -> str | None:
    """Return spaces that show on no screen as meant and, in English, marks that not every terminal has."""
    spaces = ("a space too many" for text in texts(card) if STRAY_SPACE.search(text))
    marks = (mark for text in texts(card) for mark in STRAY_MARK.findall(text) if not mark.isspace())
    return found(*spaces, *(marks if cover.language == "en" else ()))


def length_out_of_bounds(card: Card, cover: Cover) -> str | None:
    """Return the texts that are too long for one breath or, in English, too short to say something."""
    bounds = [("card", card.text, LENGTHS.get(card.kind, DEFAULT_LENGTH))]
    bounds += [("follow-up", text, FOLLOW_UP_LENGTH) for text in card.follow_ups[:FOLLOW_UPS_READ]]
    bounds += [("other way", card.alt, (0, LONGEST_ALT))]
    return found(*(_misfit(name, text, low, high, cover) for name, text, (low, high) in bounds))


def _misfit(name: str, text: str, low: int, high: int, cover: Cover) -> str:
    length = len(text.replace(PARTNER, LONGEST_NAME))
    # Other scripts say more in fewer characters, so only English has a least length.
    least = low if cover.language == "en" else 1 if low else 0
    return "" if least <= length <= high else f"{name} of {length} characters ({low} to {high})"


def strange_placeholder(card: Card, _: Cover) -> str | None:
    """Return anything in braces that is not the one placeholder the table knows."""
    braces = (piece for text in texts(card) for piece in PLACEHOLDER.findall(text))
    return found(*(piece for piece in braces if piece != PARTNER))


def long_sentence(card: Card, _: Cover) -> str | None:
    """Return the opening of a sentence that is too long to say in one breath."""
    spoken = (sentence for text in texts(card) for sentence in sentences(text))
    return found(*(sentence for sentence in spoken if len(word_list(sentence)) > LONGEST_SENTENCE))


def too_many_sentences(card: Card, _: Cover) -> str | None:
    """Return how many sentences a text has when it has more than two."""
    counts = (len(sentences(text)) for text in texts(card))
    return found(*(f"{count} sentences" for count in counts if count > MOST_SENTENCES))


def touch_without_other_way(card: Card, _: Cover) -> str | None:
    """Return a touch action that offers no hands-free way."""
    return "touch with no other way" if card.touch and not card.alt.strip() else None


def tender_in_an_open_deck(card: Card, cover: Cover) -> str | None:
    """Return a depth 4 that sits in a deck which opens without both saying yes."""
    at_home = cover.id in TENDER_DECKS or cover.gate is not Gate.NONE
    return "depth 4" if card.depth == 4 and not at_home else None


def scale_about_the_partner(card: Card, _: Cover) -> str | None:
    """Return the partner's name on a scale."""
    return PARTNER if card.kind is Kind.SCALE and PARTNER in card.text else None


def echoing_follow_up(card: Card, cover: Cover) -> str | None:
    """Return a follow-up that asks the card again."""
    later = (text[:LONGEST_READ] for text in card.follow_ups[:FOLLOW_UPS_READ])
    return found(*(text for text in later if likeness(card.text, text, cover.language) > ECHO))


def deep_without_follow_up(card: Card, _: Cover) -> str | None:
    """Return a deep question or story that nothing comes after."""
    asks = card.kind in (Kind.QUESTION, Kind.STORY)
    return f"depth {card.depth}, no follow-up" if asks and card.depth >= 3 and not card.follow_ups else None


SHAPE: tuple[CardRule, ...] = (
    CardRule(
        "S1",
        Severity.ERROR,
        "An evening remembers its cards by their ids, so every id has one shape.",
        "Write the deck's id, a hyphen and three digits, like tea-time-001.",
        "any",
        id_out_of_shape,
    ),
    CardRule(
        "S3",
        Severity.ERROR,
        "Some screens cannot show this, and a card should look the same on all of them.",
        "Use plain letters, single spaces, and only . , ? : ' and - as marks.",
        "any",
        stray_characters,
    ),
    CardRule(
        "S4",
        Severity.ERROR,
        "A card is said in one breath across a table; too short gives no way in, too long loses the thread.",
        "Aim for 50 to 90 characters, counting ten for the other one's name.",
        "any",
        length_out_of_bounds,
    ),
    CardRule(
        "S5",
        Severity.ERROR,
        "The table only knows how to fill in {partner}, with the other player's name.",
        "Write {partner} exactly so, and no other braces.",
        "any",
        strange_placeholder,
    ),
    CardRule(
        "S6",
        Severity.ERROR,
        "After twenty words the listener has forgotten how the sentence began.",
        "Say it in fewer words, or as two short sentences.",
        "en",
        long_sentence,
    ),
    CardRule(
        "S7",
        Severity.ERROR,
        "More than two sentences are a paragraph, and a card is an invitation.",
        "Keep the sentence that opens the door and let the others go.",
        "en",
        too_many_sentences,
    ),
    CardRule(
        "S8",
        Severity.ERROR,
        "Touch is offered and never owed, so there is always an equal way without it.",
        "Add an alt that works on a call or hands-free.",
        "any",
        touch_without_other_way,
    ),
    CardRule(
        "S9",
        Severity.ERROR,
        "A tender card could start a quarrel when it comes unasked.",
        "Make it depth 3, or put it in a deck that both must agree to open.",
        "any",
        tender_in_an_open_deck,
    ),
    CardRule(
        "S10",
        Severity.ERROR,
        "A number given to a person is remembered for a long time.",
        "Ask how full, calm or heard the one who answers is today.",
        "any",
        scale_about_the_partner,
    ),
    CardRule(
        "S11",
        Severity.WARNING,
        "This picture is made of several signs, and on some screens it pushes what stands behind it aside.",
        "Choose a picture that is one sign, or say it in a word.",
        "any",
        JOINED_SIGN,
    ),
    CardRule(
        "F2",
        Severity.WARNING,
        "This follow-up asks much the same as the card.",
        "Ask what happened next, or what helped.",
        "any",
        echoing_follow_up,
    ),
    CardRule(
        "F3",
        Severity.WARNING,
        "A deep answer should not be left hanging in the air.",
        "Add a follow-up that turns to what helped, what is wanted, or what is still good.",
        "any",
        deep_without_follow_up,
    ),
)
