"""The page of practices: everything it names is there, and no practice is without a home."""

import re
from functools import reduce
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from game.advice.wording import RULES
from game.files.decks.shelf import Shelf

PAGE = (Path(__file__).parents[2] / "docs" / "practices.md").read_text(encoding="utf-8")
PRACTICES = {"000": 25, "001": 23, "002": 21, "003": 17, "004": 18}
"""How many practices each article has; a row that goes missing is missed."""
COLUMNS = 3
TOKEN = re.compile(r"`([^`]+)`")
NAME = re.compile(r"(?P<module>[a-z]+(?:/[a-z]+)*)\.py: (?P<name>\w+(?:\.\w+)*)(?:\[(?P<key>[\w.-]+)\])?")


def articles() -> dict[str, str]:
    """Return the part of the page about each article, by its number."""
    parts = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    return {part[:3]: part for part in parts if part[:3].isdigit()}


def rows(part: str) -> list[list[str]]:
    """Return the cells of every row of the table in *part*, its head left out."""
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def names() -> list[str]:
    """Return every `module: name` of the page."""
    return sorted({token for token in TOKEN.findall(PAGE) if NAME.fullmatch(token)})


def known(shelf: Shelf) -> set[str]:
    """Return whatever else the page may name: decks, cards, and the adviser's rules."""
    cards = {card.id for deck in shelf.decks for card in deck.cards}
    return cards | {deck.cover.id for deck in shelf.decks} | {rule.id for rule in RULES}


def test_every_article_has_all_its_practices() -> None:
    assert {number: len(rows(part)) for number, part in articles().items()} == PRACTICES


def test_no_practice_is_told_twice_in_an_article() -> None:
    for part in articles().values():
        told = [row[0] for row in rows(part)]

        assert len(told) == len(set(told))


def test_every_practice_has_a_home() -> None:
    whole = [row for part in articles().values() for row in rows(part)]

    assert [row for row in whole if len(row) != COLUMNS or not all(row)] == []
    assert [row[0] for row in whole if not re.fullmatch(r"`[^`]+`(?: `[^`]+`)*", row[-1])] == []


def test_everything_the_page_names_is_there(shelf: Shelf) -> None:
    named = {token for token in TOKEN.findall(PAGE) if not NAME.fullmatch(token)}

    assert len(named) > sum(PRACTICES.values())
    assert named - known(shelf) == set()


@pytest.mark.parametrize("token", names())
def test_every_rule_the_page_names_is_in_the_code(token: str) -> None:
    found = NAME.fullmatch(token)
    assert found is not None
    module = import_module(f"game.{found['module'].replace('/', '.')}")

    named: Any = reduce(getattr, found["name"].split("."), module)

    assert found["key"] is None or found["key"] in named


def test_every_deck_is_somebodys_home(shelf: Shelf) -> None:
    tokens = TOKEN.findall(PAGE)

    assert {
        deck.cover.id for deck in shelf.decks if not any(card.id in tokens for card in deck.cards)
    } == set()
