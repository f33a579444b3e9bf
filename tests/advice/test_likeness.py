"""Which cards are called twins and which relatives, and that finding them among thousands takes seconds."""

from collections.abc import Sequence
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from game.advice.likeness import (
    RELATIVES,
    Pair,
    content_words,
    likeness,
    pairs,
    rule_for,
    trigrams,
    worn_openings,
)
from game.advice.wording import advise
from game.engine.cards import Card, Cover, Deck, Kind

TEA, TRUST = Cover("tea-time", "Tea"), Cover("trust", "Steady Ground")
SECONDS_FOR_THREE_THOUSAND = 10.0
WORDS = (
    "drawer",
    "drawers",
    "hallway",
    "window",
    "kettle",
    "letter",
    "basket",
    "blanket",
    "puddle",
    "notebook",
)


def deck_of(*texts: str, cover: Cover = TEA) -> Deck:
    cards = (Card(f"{cover.id}-{number:03d}", cover.id, text) for number, text in enumerate(texts, 1))
    return Deck(cover, tuple(cards))


def judged(*decks: Deck) -> list[tuple[str, str, str]]:
    return [(pair.later.id, pair.earlier.id, rule_for(pair).id) for pair in pairs(decks)]


def test_content_words_leave_the_name_the_lead_in_and_the_endings_out() -> None:
    text = "Tell {partner} about a stranger who brightened {partner}'s ordinary days."

    assert content_words(text) == ("stranger", "brighten", "ordinar", "day")


def test_a_language_without_lists_keeps_all_its_words() -> None:
    assert content_words("Erzähl {partner} von den Tagen", "de") == ("erzähl", "von", "den", "tagen")


def test_trigrams_span_the_gap_between_two_words() -> None:
    assert trigrams(("ab", "c")) == {" ab", "ab ", "b c", " c "}


def test_likeness_is_the_share_of_trigrams_that_both_have() -> None:
    assert likeness("What is in the drawer?", "Which drawer?") == 1.0
    assert likeness("What is in the drawer?", "Which kettle?") == 0.0
    assert likeness("", "") == 0.0


def test_the_same_words_in_another_order_are_one_card_too_many() -> None:
    told = "Tell {partner} about a stranger who brightened an ordinary day."
    asked = "Which ordinary day did a stranger brighten for {partner}?"

    assert judged(deck_of(told, asked)) == [("tea-time-002", "tea-time-001", "D1")]


def test_nearly_the_same_words_are_twins() -> None:
    first = "Which odd habit of {partner}'s have you grown fond of?"
    second = "Which odd habit of theirs does {partner} hope you have grown fond of?"

    assert judged(deck_of(first, second)) == [("tea-time-002", "tea-time-001", "D2")]


def test_a_shared_image_makes_relatives_that_a_person_looks_at() -> None:
    first = (
        "Both write a word for your own day and a word for the other's. Reveal all four, then ask about one."
    )
    second = "Both write a word for how you are and a word for how the other seems. Reveal all four."

    assert judged(deck_of(first, second)) == [("tea-time-002", "tea-time-001", "D3")]


def test_two_cards_that_share_only_their_form_are_strangers() -> None:
    first = "Tell {partner} about a time you two got lost on the way to a party."
    second = "Tell {partner} about a time you two fixed a lamp with string."

    assert judged(deck_of(first, second)) == []


def test_the_same_two_words_are_looked_at_and_not_refused() -> None:
    assert judged(deck_of("What helps you rest?", "How do you help {partner} rest?")) == [
        ("tea-time-002", "tea-time-001", "D3")
    ]


def test_twins_are_found_across_decks() -> None:
    tea = deck_of("Which small promise did somebody keep to you?")
    trust = deck_of("Which small promise that somebody kept to you do you remember?", cover=TRUST)

    assert [(advice.deck, advice.card, advice.rule, advice.found) for advice in advise([tea, trust])] == [
        ("trust", "trust-001", "D2", "tea-time-001: Which small promise did somebody keep to you?")
    ]


def test_each_card_is_told_only_of_the_one_it_is_most_like() -> None:
    texts = (
        "Which kettle did a neighbor lend you in a long winter?",
        "Which kettle did a neighbor lend you in a long autumn?",
        "Which kettle did a neighbor lend you on a long autumn walk?",
    )

    assert [(later, earlier) for later, earlier, _ in judged(deck_of(*texts))] == [
        ("tea-time-002", "tea-time-001"),
        ("tea-time-003", "tea-time-002"),
    ]


def test_outside_english_nobody_is_refused_for_a_likeness() -> None:
    german = Cover("tee", "Tee", language="de")
    texts = (
        "Welcher Fremde hat dir einmal den Tag gerettet?",
        "Welcher Fremde hat dir einmal den Abend gerettet?",
    )

    assert judged(deck_of(*texts, cover=german)) == [("tee-002", "tee-001", "D3")]


def test_an_opening_that_wears_out_is_told_to_the_deck() -> None:
    worn = tuple(f"Tell {{partner}} about a {word} of yours." for word in WORDS[:4])
    fresh = tuple(f"{word.title()} in hand, what do you do?" for word in WORDS)

    assert worn_openings(deck_of(*worn, *fresh)) == "Tell {partner} about (4 cards)"
    assert worn_openings(deck_of(*worn[:3], *fresh)) is None


def test_every_scale_may_begin_as_scales_do() -> None:
    texts = tuple(f"From 0 to 10, {word} by {word}, how are you?" for word in WORDS)
    scales = tuple(
        Card(f"scale-{number:03d}", "scale", text, Kind.SCALE) for number, text in enumerate(texts, 1)
    )

    assert worn_openings(Deck(TEA, scales)) is None


def closest_of_all(texts: Sequence[str]) -> list[tuple[int, float]]:
    """Return what comparing each text with every earlier one of other words finds."""
    firsts: dict[frozenset[str], frozenset[str]] = {}
    found = []
    for number, words in enumerate(map(content_words, texts), 1):
        grams = trigrams(words)
        likes = (len(grams & earlier) / len(grams | earlier) for earlier in firsts.values())
        like = 1.0 if frozenset(words) in firsts else max(likes, default=0.0)
        firsts.setdefault(frozenset(words), grams)
        found += [(number, round(like, 9))] if like >= RELATIVES else []
    return found


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=6).map(" ".join), max_size=25))
def test_looking_up_rare_trigrams_misses_no_relative(texts: list[str]) -> None:
    found: tuple[Pair, ...] = pairs([deck_of(*texts)])

    assert [(int(pair.later.id[-3:]), round(pair.likeness, 9)) for pair in found] == closest_of_all(texts)


def test_three_thousand_cards_that_are_all_alike_are_compared_in_seconds() -> None:
    alike = deck_of(
        *(f"Describe a quiet morning when train number {number} passed." for number in range(3000))
    )

    start = perf_counter()
    found = pairs([alike])

    assert len(found) == 2999
    assert perf_counter() - start < SECONDS_FOR_THREE_THOUSAND
