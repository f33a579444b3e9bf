"""What the rules find, what they leave alone, and that no text can stop them."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.advice.rule import CardRule
from game.advice.wording import RULES, Advice, Severity, advise
from game.engine.cards import Card, Cover, Deck, Gate, Kind, Part

HERE = Path(__file__).parent
EXAMPLES: dict[str, dict[str, Any]] = tomllib.loads((HERE / "examples.toml").read_text())
BAD_CARDS: list[dict[str, Any]] = tomllib.loads((HERE / "bad_cards.toml").read_text())["card"]
NEED_A_READER = {
    "bad-016": "turns thanks into a bill",
    "bad-018": "teaches suspicion, in the words of any other guess",
}

RULE = {rule.id: rule for rule in RULES}
CARD_RULES = [rule.id for rule in RULES if isinstance(rule, CardRule)]
PLAIN = Card("tea-time-001", "tea-time", "What small thing went right for you today?")
PLACES = (
    "drawer",
    "hallway",
    "window",
    "kettle",
    "letter",
    "basket",
    "blanket",
    "staircase",
    "notebook",
    "puddle",
)
DOINGS = ("mended", "painted", "carried", "borrowed", "whistled")
SECONDS_FOR_A_MONSTER = 2.0


def card(written: Mapping[str, Any], **more: Any) -> Card:
    """Return *written* as a card of tea-time that is a plain question where nothing else is said."""
    known = {
        key: value for key, value in written.items() if key in ("id", "text", "depth", "alt", "touch", "deck")
    }
    asks = tuple(written.get("follow_ups", ()))
    part = Part(written["step"]) if "step" in written else None
    return replace(
        PLAIN, kind=Kind(written.get("kind", "question")), follow_ups=asks, part=part, **known, **more
    )


def deck_of(*cards: Card, **cover: Any) -> Deck:
    """Return a deck of *cards*, named after the first."""
    return Deck(Cover(**{"id": cards[0].deck, "title": "A deck"} | cover), cards)


def example(written: Mapping[str, Any]) -> Deck:
    return deck_of(card(written), gate=Gate(written.get("gate", "none")))


def said(rule: str, deck: Deck, found: str, card: str = "") -> Advice:
    row = RULE[rule]
    return Advice(card, deck.cover.id, rule, row.severity, found, row.why, row.better)


def texts(*written: str) -> tuple[Card, ...]:
    return tuple(
        replace(PLAIN, id=f"tea-time-{number:03d}", text=text) for number, text in enumerate(written, 1)
    )


def many(sentence: str = "What have you {doing} near a {place} lately?", count: int = 50) -> tuple[Card, ...]:
    """Return up to fifty different cards that are alike only in how they begin."""
    pairs = [(doing, place) for place in PLACES for doing in DOINGS][:count]
    texts = [sentence.format(doing=doing, place=place) for doing, place in pairs]
    return tuple(
        replace(PLAIN, id=f"tea-time-{number:03d}", text=text) for number, text in enumerate(texts, 1)
    )


HARD = "Which considerable anxieties accompany your {place}, habitually {doing}?"
BEST = "What is the best {place} you ever {doing}?"
PROMISE = "Which small promise did somebody keep to you?"

# For every rule about a deck or a pair: cards that break it, what is found, on which, and cards that keep it.
TOGETHER: dict[str, tuple[tuple[Card, ...], str, str, tuple[Card, ...]]] = {
    "U2": ((*many(BEST, 3), *many(count=25)[3:]), "3 of 25 cards", "", many(BEST, 5)),
    "R3": (many(HARD, 10), "mean reading grade 21.2", "", many(count=10)),
    "D1": (
        texts(PROMISE, "What promise, which somebody did keep to you, was small?"),
        f"tea-time-001: {PROMISE}",
        "tea-time-002",
        texts(PROMISE, "Which small promise did you keep to somebody old?"),
    ),
    "D2": (
        texts(PROMISE, "Which small promise that somebody kept to you do you remember?"),
        f"tea-time-001: {PROMISE}",
        "tea-time-002",
        texts(PROMISE, "Which small promise of yours was hard to hold on to?"),
    ),
    "D3": (
        texts(PROMISE, "Which promise did you keep to somebody long after?"),
        f"tea-time-001: {PROMISE}",
        "tea-time-002",
        texts(PROMISE, "What small thing went right for you today?"),
    ),
    "D4": (
        texts(*(f"What have you {doing}, and with whom?" for doing in ("mended", "sung", "cut", "lost"))),
        "What have you (4 cards)",
        "",
        texts(*(f"What have you {doing}, and with whom?" for doing in ("mended", "sung", "cut"))),
    ),
}


@pytest.mark.parametrize("rule", CARD_RULES)
def test_a_card_that_breaks_a_rule_is_told_so(rule: str) -> None:
    deck = example(EXAMPLES[rule]["bad"])

    told = [advice for advice in advise([deck]) if advice.rule == rule]

    assert told == [said(rule, deck, EXAMPLES[rule]["found"], deck.cards[0].id)]


@pytest.mark.parametrize("rule", CARD_RULES)
def test_a_card_that_keeps_a_rule_is_left_in_peace(rule: str) -> None:
    decks = [example(good) for good in EXAMPLES[rule]["good"]]

    told = [advice for deck in decks for advice in advise([deck])]

    assert decks
    assert [advice for advice in told if advice.rule == rule or advice.severity is Severity.ERROR] == []


@pytest.mark.parametrize("rule", [rule.id for rule in RULES if not isinstance(rule, CardRule)])
def test_cards_that_break_a_rule_together_are_told_so(rule: str) -> None:
    bad, found, card_id, good = TOGETHER[rule]
    broken, kept = deck_of(*bad), deck_of(*good)

    assert [advice for advice in advise([broken]) if advice.rule == rule] == [
        said(rule, broken, found, card_id)
    ]
    assert [advice for advice in advise([kept]) if advice.rule == rule] == []


def test_every_rule_has_a_bad_and_a_good_example() -> None:
    assert EXAMPLES.keys() | TOGETHER.keys() == RULE.keys()


def test_every_rule_has_a_name_of_its_own_and_two_short_sentences() -> None:
    assert Counter(rule.id for rule in RULES).most_common(1)[0][1] == 1
    for rule in RULES:
        for sentence in (rule.why, rule.better):
            assert sentence[0].isupper(), rule.id
            assert sentence.endswith("."), rule.id
            assert len(sentence) <= 110, rule.id


def test_a_yes_no_question_is_questioned() -> None:
    deck = deck_of(card({"text": "Do you trust {partner} completely?"}))

    assert advise([deck]) == (said("O1", deck, "Do you trust {partner}", PLAIN.id),)


def test_follow_ups_and_the_other_way_are_read_as_well() -> None:
    deck = deck_of(card({"follow_ups": ["Did it help?"], "alt": "On a call: ask your mother."}))

    assert {(advice.rule, advice.found) for advice in advise([deck])} == {
        ("O1", "Did it help?"),
        ("G2", "mother"),
    }


def test_all_but_two_of_eighteen_bad_cards_are_refused() -> None:
    deck = deck_of(*(card(written, deck="bad") for written in BAD_CARDS))

    refused = {advice.card for advice in advise([deck]) if advice.severity is Severity.ERROR}

    assert len(BAD_CARDS) == 18
    assert {written["id"] for written in BAD_CARDS} - refused == NEED_A_READER.keys()


def test_an_unpaid_bill_is_at_least_questioned() -> None:
    written = next(written for written in BAD_CARDS if written["id"] == "bad-016")
    deck = deck_of(card(written))

    assert advise([deck]) == (said("L4", deck, "never", "bad-016"),)


def test_a_warning_that_its_writer_has_answered_is_left_out() -> None:
    deck = deck_of(card({"text": "What does {partner} always notice before you do?"}))

    assert advise([deck], {PLAIN.id: ("L4",)}) == ()
    assert advise([deck], {"tea-time-002": ("L4",)}) == (said("L4", deck, "always", PLAIN.id),)


def test_an_error_cannot_be_allowed() -> None:
    deck = deck_of(card({"text": "Which colour would you paint a small room?"}))

    assert advise([deck], {PLAIN.id: ("N1",)}) == (said("N1", deck, "colour", PLAIN.id),)


def test_another_language_follows_only_the_rules_that_hold_in_any() -> None:
    german = card(
        {"text": "Würdest du {partner} deine liebste Straße zeigen (und warum); ganz ehrlich?!", "depth": 4}
    )
    deck = deck_of(german, language="de")

    assert advise([deck]) == (
        said("S9", deck, "depth 4", PLAIN.id),
        said("F3", deck, "depth 4, no follow-up", PLAIN.id),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Was heißt für dich ❤ oder 🎈 am Sonntag?",
        "तुम्हें क्‍या अच्छा लगता है?",
        "می‌خواهی کجا بروی، و چرا؟",
        "你好吗？",
    ],
)
def test_one_sign_or_letters_that_join_are_no_pictures_in_pieces(text: str) -> None:
    deck = deck_of(card({"text": text}), language="xx")

    assert [each.rule for each in advise([deck])] == []


def test_advice_comes_card_by_card_then_deck_by_deck_then_pair_by_pair() -> None:
    never = replace(PLAIN, text="What small thing never went right for you today?")
    tea, salt = deck_of(PLAIN), deck_of(*(replace(never, id=f"salt-00{n}", deck="salt") for n in range(1, 5)))

    told = [(advice.deck, advice.card, advice.rule) for advice in advise([tea, salt])]

    assert told == [
        *(("salt", f"salt-00{n}", "L4") for n in range(1, 5)),
        ("salt", "", "D4"),
        ("salt", "salt-001", "D2"),
        *(("salt", f"salt-00{n}", "D1") for n in range(2, 5)),
    ]


TEXTS = st.one_of(
    st.text(), st.text("aeIy '?.,:-{}0", max_size=300), st.sampled_from(["", " ", "{partner}", "..."])
)


@given(
    text=TEXTS,
    follow_ups=st.lists(TEXTS, max_size=12),
    alt=TEXTS,
    name=TEXTS,
    kind=st.sampled_from(Kind),
    depth=st.integers(),
    language=st.sampled_from(["en", "fr", ""]),
)
def test_any_card_at_all_can_be_advised_on(
    text: str, follow_ups: list[str], alt: str, name: str, kind: Kind, depth: int, language: str
) -> None:
    odd = Card(name, "odd", text, kind, depth, follow_ups=tuple(follow_ups), alt=alt)
    twins = deck_of(odd, odd, PLAIN, language=language)

    for advice in advise([twins]):
        assert advice.rule in RULE
        assert 0 < len(advice.found) < 250


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "' ",
        "'a",
        "{",
        "{partner} ",
        "a, ",
        "a, or ",
        "why ",
        "and what ",
        "ei",
        "a-",
        "?",
        ". ",
        "\n",
        "é",
        "1 ",
    ],
)
def test_a_monstrous_card_takes_no_time(piece: str) -> None:
    monster = piece * 100_000
    deck = deck_of(Card(monster, "odd", monster, follow_ups=(monster,) * 100, alt=monster))

    start = perf_counter()
    advise([deck])

    assert perf_counter() - start < SECONDS_FOR_A_MONSTER
