"""A couple's own cards go to a deck of their own, and decks that came along stay as they are."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.engine.cards import Kind
from game.files.decks.deckfile import read_deck
from game.files.decks.newdeck import Taken
from game.files.decks.owndeck import add_own_card, came_along, new_own_deck, own_copy
from game.files.decks.shelf import read_shelf
from game.files.paths import Home
from game.files.problems import Trouble

SHIPPED = '# with care\n[deck]\ntitle = "Tea"\n\n[[card]]\ntext = "Which cup?"\n'


@pytest.fixture
def apart(home: Home, tmp_path: Path) -> Home:
    """Return a home with one shipped deck, which lies elsewhere."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "tea.toml").write_text(SHIPPED, encoding="utf-8")
    return replace(home, shipped=shipped)


def test_the_first_card_makes_the_deck_and_the_next_ones_join_it(home: Home) -> None:
    path = add_own_card(home, "What made you laugh?")
    add_own_card(home, "  Tell {partner} about it.\x1b[2J ", Kind.STORY, 2)

    assert path.read_text(encoding="utf-8") == (
        '[deck]\ntitle = "Ours"\n\n[[card]]\ntext = "What made you laugh?"\n\n'
        '[[card]]\nkind = "story"\ndepth = 2\ntext = "Tell {partner} about it.[2J"\n'
    )
    deck = read_deck(path).deck
    assert deck is not None
    assert [card.kind for card in deck.cards] == [Kind.QUESTION, Kind.STORY]


def test_notes_in_the_own_deck_stay(home: Home) -> None:
    text = '# us\r\n[deck]\r\ntitle = "Ours"\r\n\r\n[[card]]  # one\r\ntext="a"'
    (home.decks / "ours.toml").write_bytes(text.encode())
    add_own_card(home, "b")

    assert (home.decks / "ours.toml").read_bytes().decode() == (text + '\r\n\r\n[[card]]\r\ntext = "b"\r\n')


def test_a_deck_with_the_id_ours_is_found_under_any_name(home: Home) -> None:
    (home.decks / "us-two.toml").write_text(
        '[deck]\nid = "ours"\ntitle = "Us"\n[[card]]\ntext = "a"\n', encoding="utf-8"
    )

    assert add_own_card(home, "b") == home.decks / "us-two.toml"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \x1b ", "There are no words on this card yet."),
        ("x" * 2001, "A card has at most 2000 letters."),
        ("Twice?", "This card is in your deck already."),
    ],
)
def test_what_is_no_card_is_refused_and_nothing_changes(text: str, sentence: str, home: Home) -> None:
    path = add_own_card(home, "Twice?")
    before = path.read_bytes()

    with pytest.raises(Trouble) as refused:
        add_own_card(home, text)
    assert str(refused.value) == sentence
    assert path.read_bytes() == before


def test_an_own_deck_that_cannot_be_read_is_named_and_left_alone(home: Home) -> None:
    (home.decks / "ours.toml").write_text("[deck\n", encoding="utf-8")

    with pytest.raises(Trouble, match=r"ours\.toml:1"):
        add_own_card(home, "What now?")
    assert (home.decks / "ours.toml").read_text(encoding="utf-8") == "[deck\n"


def test_a_new_deck_has_its_title_and_a_name_of_its_own(home: Home) -> None:
    first, second = new_own_deck(home, " Nos  dimanches "), new_own_deck(home, "Nos dimanches")

    assert (first.name, second.name) == ("nos-dimanches.toml", "nos-dimanches-2.toml")
    assert first.read_text(encoding="utf-8") == '[deck]\ntitle = "Nos dimanches"\n'
    with pytest.raises(Trouble, match="A deck needs a title"):
        new_own_deck(home, " \n ")


def test_a_copy_takes_the_place_of_the_deck_that_came_along(apart: Home) -> None:
    shipped = apart.shipped / "tea.toml"
    assert came_along(apart, shipped)
    copy = own_copy(apart, shipped)

    assert not came_along(apart, copy)
    assert copy.read_text(encoding="utf-8") == shipped.read_text(encoding="utf-8") == SHIPPED
    assert read_shelf(apart).shadowed == ("tea",)


def test_a_copy_is_never_written_over(apart: Home) -> None:
    (apart.decks / "tea.toml").write_text("mine", encoding="utf-8")

    with pytest.raises(Taken):
        own_copy(apart, apart.shipped / "tea.toml")
    assert (apart.decks / "tea.toml").read_text(encoding="utf-8") == "mine"


def test_where_both_folders_are_one_every_deck_is_one_s_own(home: Home) -> None:
    checkout = replace(home, shipped=home.decks)

    assert not came_along(checkout, home.decks / "tea.toml")
