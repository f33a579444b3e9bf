"""Which card is most like another, while a deck is written."""

from hypothesis import given
from hypothesis import strategies as st

from game.advice.kin import Kin
from game.advice.likeness import pair_of, pairs
from game.engine.cards import Cover, Deck
from tests.engine.build import a_card

COVER = Cover("ours", "Ours")
TEXTS = (
    "Which street would you walk down again at night, and with which coat on?",
    "Which street would you walk down again at night, in which coat?",
    "What did your grandmother keep in the top drawer of the hall?",
    "Tell {partner} about a boat that was too small.",
)


def told(texts: dict[int, str]) -> Kin[int]:
    kin = Kin[int]()
    kin.follow(texts, lambda key: texts[key])
    return kin


def test_the_card_that_asks_nearly_the_same_is_found() -> None:
    kin = told(dict(enumerate(TEXTS)))

    assert (kin.closest(0), kin.closest(1)) == (1, 0)


def test_a_card_that_is_gone_is_near_to_none() -> None:
    texts = dict(enumerate(TEXTS))
    kin = told(texts)
    del texts[1]
    kin.follow(texts, lambda key: texts[key])

    other = kin.closest(0)
    assert other != 1
    near = other is not None and pair_of(COVER, a_card("0", text=TEXTS[0]), a_card("1", text=texts[other]))
    assert not near


WORDS = st.sampled_from("kitchen window winter harbour bicycle grandmother letter summer river coat".split())
SENTENCES = st.lists(WORDS, min_size=3, max_size=5, unique=True).map(" ".join)


@given(st.lists(SENTENCES, min_size=2, max_size=8), st.data())
def test_following_changes_knows_what_meeting_all_anew_would(texts: list[str], data: st.DataObject) -> None:
    cards = dict(enumerate(texts))
    kin = told(cards)
    for number in data.draw(st.lists(st.sampled_from(range(len(texts))), unique=True)):
        text = cards.pop(number)
        if data.draw(st.booleans()):
            cards[number + 100] = f"{text} again"
    kin.follow(cards, lambda key: cards[key])
    anew = told(cards)

    def nearness(of: Kin[int], card: int) -> float:
        other = of.closest(card)
        pair = None if other is None else pair_of(COVER, a_card(text=cards[card]), a_card(text=cards[other]))
        return pair.likeness if pair else 0.0

    assert [nearness(kin, card) for card in cards] == [nearness(anew, card) for card in cards]


@given(st.lists(SENTENCES, min_size=2, max_size=2, unique=True))
def test_two_cards_are_the_pair_that_a_reading_of_their_deck_finds(texts: list[str]) -> None:
    earlier, later = (a_card(str(n), text=text, deck="ours") for n, text in enumerate(texts))
    found = pairs((Deck(COVER, (earlier, later)),))

    pair = pair_of(COVER, later, earlier)
    assert ((pair,) if pair else ()) == found
