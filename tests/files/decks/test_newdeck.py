"""New files are whole, theirs alone, and never in the place of another."""

import errno
import os
import stat
from pathlib import Path

import pytest
import tomli

from game.advice.wording import advise
from game.files.atomic import write_whole
from game.files.decks import newdeck
from game.files.decks.deckfile import read_deck
from game.files.decks.newdeck import Taken, id_of_title, make, new_deck, shelve, why_no_id
from game.files.decks.schema import SCHEMA, SCHEMA_LINE, schema_text
from game.files.decks.shelf import read_shelf
from game.files.paths import Home, find_home
from game.files.problems import Trouble


def write(draft: Path) -> None:
    write_whole(draft, b"new")


def test_a_new_deck_plays_as_it_is_and_teaches_the_rest(home: Home) -> None:
    path = new_deck(home, 'Our "Sunday" Walks')

    read = read_deck(path)
    assert read.problems == ()
    assert read.deck is not None
    assert path == home.decks / "our-sunday-walks.toml"
    assert read.deck.cover.title == 'Our "Sunday" Walks'
    assert [(card.kind, card.depth, card.touch) for card in read.deck.cards] == [
        ("question", 1, False),
        ("story", 2, False),
        ("action", 1, True),
    ]
    assert [deck.cover.id for deck in read_shelf(home).decks if deck == read.deck] == ["our-sunday-walks"]


def test_a_new_deck_is_well_written(home: Home) -> None:
    deck = read_deck(new_deck(home, "Walks")).deck
    assert deck is not None

    assert [(each.rule, each.found) for each in advise([deck])] == []


def test_every_note_in_a_new_deck_that_looks_like_a_key_is_one(home: Home) -> None:
    text = new_deck(home, "Walks").read_text()
    keyed = text.replace("# purpose", "purpose").replace("# moment", "moment").replace("# gate", "gate")

    (home.decks / "keyed.toml").write_text(keyed)
    assert keyed.count("\n") == text.count("\n")
    assert set(tomli.loads(keyed)["deck"]) == {"title", "purpose", "moment", "gate"}
    assert read_deck(home.decks / "keyed.toml").problems == ()


def test_an_editor_finds_the_schema_beside_a_new_deck(home: Home) -> None:
    text = new_deck(home, "Walks").read_text()

    head = text.partition("\n\n")[0].splitlines()
    assert head[-1] == SCHEMA_LINE
    assert all(line.startswith("# ") for line in head[:-1])
    assert (home.decks / SCHEMA).read_text() == schema_text()


@pytest.mark.parametrize("title", ["", "  ", "\n", "\x1b"])
def test_a_deck_needs_a_title(home: Home, title: str) -> None:
    with pytest.raises(Trouble, match=r"^A deck needs a title\.$"):
        new_deck(home, title)

    assert list(home.decks.iterdir()) == []


def test_a_title_stays_on_its_line(home: Home) -> None:
    read = read_deck(new_deck(home, 'a"\n[[card]]\x1b[2J\u202e {title} {0}')).deck

    assert read is not None
    assert read.cover.title == 'a" [[card]][2J {title} {0}'
    assert read.cover.id == "a-card-2j-title-0"


def test_a_home_is_opened_for_its_first_deck(tmp_path: Path) -> None:
    home = find_home(tmp_path / "new")

    assert new_deck(home, "Walks").parent == home.decks
    assert stat.S_IMODE((home.decks / "walks.toml").stat().st_mode) == 0o600


def test_the_nearest_free_id_is_told(home: Home) -> None:
    told = []
    for id in ("walks", "walks-2", "tea-time", "x" * 80):
        if id != "tea-time":
            shelve(home, id, write)
        with pytest.raises(Taken) as taken:
            shelve(home, id, write)
        told.append(str(taken.value))

    assert told == [
        "There is a deck walks already. walks-2 is free.",
        "There is a deck walks-2 already. walks-3 is free.",
        "There is a deck tea-time already. tea-time-2 is free.",
        f"There is a deck {'x' * 80} already. {'x' * 75}-2 is free.",
    ]


def test_an_id_is_taken_by_a_deck_under_another_name_and_by_a_file_that_is_no_deck(home: Home) -> None:
    (home.decks / "other.toml").write_text('[deck]\nid = "walks"\ntitle = "T"\n[[card]]\ntext = "a"\n')
    (home.decks / "Broken.toml").write_text("no")

    for id in ("walks", "broken", "other"):
        with pytest.raises(Taken):
            shelve(home, id, write)


def test_a_file_that_turned_up_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "walks.toml"

    def late(draft: Path) -> None:
        write(draft)
        path.write_text("theirs")

    with pytest.raises(Taken, match="is there already, and nothing is written over it"):
        make(path, late)

    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {"walks.toml": "theirs"}


def test_a_link_to_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "walks.toml").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(Taken):
        make(tmp_path / "walks.toml", write)

    assert not (tmp_path / "elsewhere").exists()


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def full(draft: Path) -> None:
        draft.write_bytes(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(Trouble, match=r"walks\.toml cannot be written: the disk is full\.$"):
        make(tmp_path / "walks.toml", full)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"cannot be written: there is no folder .*\.$"):
        make(tmp_path / "none" / "walks.toml", write)


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Our Sunday Walks", "our-sunday-walks"),
        ("Zoë & Łukasz: naïve!", "zoe-ukasz-naive"),
        ("CON", "con-deck"),
        ("愛", newdeck.NAMELESS),
        ("", newdeck.NAMELESS),
        ("a" * 300, "a" * 80),
    ],
)
def test_a_title_gives_an_id(title: str, id: str) -> None:
    assert id_of_title(title) == id
    assert why_no_id(id) == ""


@pytest.mark.parametrize(
    ("id", "why"),
    [
        ("a b", 'A deck cannot be called so: found "a b"; small letters a to z and digits are allowed'),
        ("nul", 'A deck cannot be called so: found "nul"; some systems keep that name for themselves'),
        ("../a\x1b", 'A deck cannot be called so: found "../a"; small letters'),
        ("a" * 81, "A deck cannot be called so: found"),
        ("", 'A deck cannot be called so: found ""'),
    ],
)
def test_why_an_id_cannot_be_is_said(id: str, why: str) -> None:
    assert why_no_id(id).startswith(why)
