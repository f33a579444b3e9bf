"""The shelf holds every deck there is, and no deck keeps another from the table."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.files.decks.shelf import UnknownDeck, read_shelf
from game.files.paths import Home

GOOD = '[deck]\ntitle = "{title}"\n[[card]]\ntext = "Hm?"\n'


@pytest.fixture
def shelved(home: Home, tmp_path: Path) -> Home:
    """Return a home with shipped decks of its own."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    for id in ("tea-time", "tea-party", "trust"):
        (shipped / f"{id}.toml").write_text(GOOD.format(title=f"Shipped {id}"))
    return replace(home, shipped=shipped)


def titles(home: Home) -> list[str]:
    return [deck.cover.title for deck in read_shelf(home).decks]


def test_own_decks_stand_beside_shipped_ones(shelved: Home) -> None:
    (shelved.decks / "ours.toml").write_text(GOOD.format(title="Ours"))

    assert titles(shelved) == ["Ours", "Shipped tea-party", "Shipped tea-time", "Shipped trust"]


def test_an_own_deck_hides_the_shipped_one_of_its_id(shelved: Home) -> None:
    (shelved.decks / "anything.toml").write_text(
        GOOD.format(title="Our trust").replace("[deck]", '[deck]\nid = "trust"')
    )

    assert titles(shelved) == ["Shipped tea-party", "Shipped tea-time", "Our trust"]
    assert read_shelf(shelved).shadowed == ("trust",)


def test_a_broken_deck_is_told_and_stops_nothing(shelved: Home) -> None:
    (shelved.decks / "trust.toml").write_text("[deck]\n[[card]]\n")
    (shelved.decks / "folder.toml").mkdir()
    (shelved.decks / "out.toml").symlink_to(shelved.config)
    shelf = read_shelf(shelved)

    assert titles(shelved) == ["Shipped tea-party", "Shipped tea-time", "Shipped trust"]
    assert [str(problem) for problem in shelf.problems] == [
        "folder.toml: this is a folder, not a file.",
        "out.toml: this file cannot be read: it is not there.",
        "trust.toml:1: title: it is missing, and a deck cannot do without it.",
        "trust.toml:2: text: it is missing, and a deck cannot do without it.",
    ]


def test_two_files_with_one_id_are_told(shelved: Home) -> None:
    for name in ("our deck.toml", "our-deck.toml"):
        (shelved.decks / name).write_text(GOOD.format(title=name))
    shelf = read_shelf(shelved)

    assert shelf.find("our-deck").cover.title == "our deck.toml"
    assert [str(problem) for problem in shelf.problems] == [
        "our-deck.toml: the deck our-deck is in our deck.toml already, so this file is left out."
    ]


def test_what_is_no_deck_file_is_passed_over(shelved: Home) -> None:
    for name in ("notes.txt", ".hidden.toml", "deck.schema.json", "ours.toml~"):
        (shelved.decks / name).write_text("no deck")

    assert read_shelf(shelved).problems == ()


def test_a_home_that_is_not_there_yet_has_the_shipped_decks(shelved: Home, tmp_path: Path) -> None:
    assert len(titles(replace(shelved, decks=tmp_path / "none"))) == 3


def test_a_folder_that_cannot_be_listed_is_told(shelved: Home, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    shelf = read_shelf(replace(shelved, decks=tmp_path / "file"))

    assert [str(problem) for problem in shelf.problems] == [
        "file: the decks in this folder cannot be listed: part of its path is a file, not a folder."
    ]


def test_decks_of_a_checkout_are_read_once(shelved: Home) -> None:
    home = replace(shelved, decks=shelved.shipped)

    assert len(read_shelf(home).files) == 3
    assert read_shelf(home).shadowed == ()


@pytest.mark.parametrize(
    ("beginning", "id"), [("trust", "trust"), ("tr", "trust"), ("tea-t", "tea-time"), ("TEA-P", "tea-party")]
)
def test_the_beginning_of_an_id_is_enough(shelved: Home, beginning: str, id: str) -> None:
    assert read_shelf(shelved).find(beginning).cover.id == id


def test_a_whole_id_is_found_beside_a_longer_one(shelved: Home) -> None:
    (shelved.decks / "tea.toml").write_text(GOOD.format(title="Tea"))

    assert read_shelf(shelved).find("tea").cover.title == "Tea"


@pytest.mark.parametrize(
    ("beginning", "sentence"),
    [
        ("tea", "tea is the beginning of several decks: tea-party, tea-time."),
        ("trsut", "There is no deck trsut. Did you mean trust?"),
        ("zzz", "There is no deck zzz."),
        ("", "There is no deck ."),
        (
            "brok",
            'The deck brok cannot be played yet: broken.toml:1: this is not TOML: found "?"; a line is a key '
            "with its value, a header in brackets, or a note behind a #.",
        ),
    ],
)
def test_a_name_that_is_not_one_deck_is_told(shelved: Home, beginning: str, sentence: str) -> None:
    (shelved.decks / "broken.toml").write_text("?")

    with pytest.raises(UnknownDeck) as told:
        read_shelf(shelved).find(beginning)

    assert str(told.value) == sentence
