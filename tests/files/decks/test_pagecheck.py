"""What is said of a deck while it is written is what is said of its file."""

from pathlib import Path

import tomli

from game.engine.cards import Card, Dimension, Kind
from game.files.decks.deckfile import read_deck
from game.files.decks.deckpage import DeckPage, page_of
from game.files.decks.pagecheck import (
    allowed_of,
    cover_faults,
    deck_of_one,
    faults_of,
    sketch_of,
    twin_fault,
    twins_on,
)

BROKEN = """
[deck]
title = ""
moment = "depening"

[[card]]
text = "Which door?"
kind = "storry"
depth = "2"
folow_ups = ["Who?"]

[[card]]
depth = 9
text = " "

[[card]]
kind = "repair"
text = "Name it."

[[card]]
step = "own"
text = "A bell \\u0007"
follow_ups = ["a", "b", "c", "d"]

[[card]]
text = 7
id = "a b"
lint_allow = ["L4", 5]
"""


def page(text: str) -> DeckPage:
    return page_of(text, tomli.loads(text))


def test_each_fault_is_told_with_the_words_of_the_file_s_problem(tmp_path: Path) -> None:
    path = tmp_path / "doors.toml"
    path.write_text(BROKEN, encoding="utf-8")
    told = [fault for leaf in page(BROKEN).leaves for fault in faults_of(leaf, "doors")]
    problems = [(problem.key, problem.sentence) for problem in read_deck(path).problems]

    assert sorted([*cover_faults(path, page(BROKEN)), *told]) == sorted(problems)
    assert len(told) >= 9


def test_a_twin_is_told_by_the_number_of_the_card_before_it() -> None:
    twins = page('[deck]\ntitle="x"\n' + '[[card]]\ntext="a"\n' * 2 + '[[card]]\nid="n"\ntext="a"\n' * 2)

    assert twins_on(twins, "x") == {1: 0, 3: 2}
    assert twin_fault(twins.leaves[1], 0) == (
        "text",
        "these are the words of another card already, card 1; give one of them an id.",
    )
    assert twin_fault(twins.leaves[3], 2)[0] == "id"


def test_a_card_is_shown_as_far_as_it_is_one() -> None:
    first, second, *_, last = page(BROKEN).leaves

    assert sketch_of(first) == Card("", "", "Which door?")
    assert (sketch_of(second).depth, sketch_of(second).text) == (1, " ")
    assert (sketch_of(last).text, allowed_of(last)) == ("", ("L4",))


def test_advice_reads_a_card_as_it_is_played() -> None:
    told = page('[deck]\ntitle = "x"\nlanguage = "de"\n[[card]]\nkind = "guess"\ndim = "trust"\ntext = "a"\n')
    deck = deck_of_one(Path("x.toml"), told, told.leaves[0])

    assert deck is not None
    assert (deck.cover.id, deck.cover.language) == ("x", "de")
    assert (deck.cards[0].kind, deck.cards[0].dim) == (Kind.GUESS, Dimension.TRUST)
    assert deck_of_one(Path("x.toml"), told, page(BROKEN).leaves[0]) is None
