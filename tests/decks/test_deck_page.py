"""The page about writing decks: its examples play, and its tables say what the format says."""

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from game.advice.wording import RULES, advise
from game.engine.cards import Kind
from game.files.decks.deckfile import DECK_LIMIT, DeckFile, read_deck
from game.files.decks.deckmodel import (
    ALLOWED,
    MOST_CARDS,
    MOST_FOLLOW_UPS,
    TEXT_LETTERS,
    CardModel,
    CoverModel,
)

PAGE = (Path(__file__).parents[2] / "docs" / "decks.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = FENCE.findall(PAGE)
EXAMPLES = [text for language, text in BLOCKS if language == "toml"]
SLIP, TOLD = (text for language, text in BLOCKS if language == "text")
ROW = re.compile(r"^\| `(\w+)` \| (.+) \| (.+) \|$", re.MULTILINE)
NAME = "sunday-walks.toml"
MADE = ("S1",)
"""Advice about ids, which the examples leave to the game."""

COVER, CARD = "Under `[deck]`, once:", "Under each `[[card]]`:"

each_model = pytest.mark.parametrize(("model", "head"), [(CoverModel, COVER), (CardModel, CARD)])
each_example = pytest.mark.parametrize("example", EXAMPLES)


def read(folder: Path, text: str) -> DeckFile:
    (folder / NAME).write_text(text, encoding="utf-8")
    return read_deck(folder / NAME)


def rows(head: str) -> dict[str, tuple[str, str]]:
    """Return the table below *head*: by its key, what it says and what holds when it is left out."""
    table = PAGE.partition(head)[2].partition("\n\n## ")[0].partition("\n\nUnder ")[0]
    return {key: (meaning, left_out) for key, meaning, left_out in ROW.findall(table)}


@each_example
def test_every_example_loads_without_a_problem(tmp_path: Path, example: str) -> None:
    assert [str(problem) for problem in read(tmp_path, example).problems] == []


@each_example
def test_every_example_is_well_written(tmp_path: Path, example: str) -> None:
    deck = read(tmp_path, example).deck
    assert deck is not None

    assert [(each.rule, each.found) for each in advise([deck]) if each.rule not in MADE] == []


def test_the_smallest_example_says_nothing_that_it_need_not() -> None:
    assert set(tomllib.loads(EXAMPLES[0])) == {"deck", "card"}
    assert EXAMPLES[0].count("=") == 2


def test_there_is_one_example_of_each_kind(tmp_path: Path) -> None:
    deck = read(tmp_path, EXAMPLES[-1]).deck
    assert deck is not None

    assert sorted(card.kind for card in deck.cards) == sorted(Kind)


@each_model
def test_the_table_of_keys_is_the_format(model: type[BaseModel], head: str) -> None:
    assert set(rows(head)) == set(model.model_fields)


@each_model
def test_the_table_tells_every_default(model: type[BaseModel], head: str) -> None:
    for key, (_, left_out) in rows(head).items():
        field = model.model_fields[key]
        literal = re.fullmatch(r"`(.+)`", left_out)
        default = None if field.is_required() else field.get_default(call_default_factory=True)

        assert (left_out == "must be there") == field.is_required(), key
        assert (tomllib.loads(f"it = {literal[1]}")["it"] if literal else None) == default, key


def test_the_tables_list_every_word_that_a_key_may_have() -> None:
    meanings = {key: meaning for head in (COVER, CARD) for key, (meaning, _) in rows(head).items()}

    for key in ALLOWED:
        assert set(re.findall(r'`"([\w-]+)"`', meanings[key])) == {str(word) for word in ALLOWED[key]}, key


def test_a_slip_is_answered_as_the_page_says(tmp_path: Path) -> None:
    assert [str(problem) for problem in read(tmp_path, SLIP).problems] == TOLD.splitlines()


def test_the_page_knows_the_limits() -> None:
    refused = PAGE.partition("Refused, with")[2]

    for limit in (f"{DECK_LIMIT >> 20} MB", f"{MOST_CARDS:,} of them", f"{TEXT_LETTERS:,} letters"):
        assert limit in refused
    assert f"{MOST_FOLLOW_UPS} follow-ups" in refused


def test_the_advice_that_the_page_names_is_given() -> None:
    assert {rule.id for rule in RULES} >= set(re.findall(r'\["([A-Z]\d+)"\]', PAGE))
