"""The door, and laying the table, in lines."""

from pathlib import Path

import pytest

from game.files.decks.shelf import read_shelf
from game.files.evenings.archive import list_evenings
from game.files.evenings.savefile import read_save
from game.files.paths import Home, HomeProblem
from game.plain.asking import Asking, Leaving
from game.plain.door import begin_plain, open_door, resume_plain
from game.plain.laying import Laid, lay_table
from tests.plain.scripts import Talk, a_home, play, sit

ANA_AND_BEN = ("Ana", "Ben")


def laid(home: Home, talk: Talk, so_far: Laid) -> Laid:
    return lay_table(talk.asking(), read_shelf(home), so_far)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (("Ana", "Ben"), ("Ana", "Ben")),
        (("", " ", "Ana", "", "Ana", " ana ", "Ben"), ("Ana", "Ben")),
        (("  Ana   Lena ", "Бен"), ("Ana Lena", "Бен")),
        (("\u0645\u0631\u064a\u0645", "美咲"), ("\u0645\u0631\u064a\u0645", "美咲")),
        (("\u202eAna", "Ana", "x" * 41, "x" * 40), ("Ana", "x" * 40)),
        (("Ana\x1b[2J", "Ana", "Ben"), ("Ana", "Ben")),
        (
            (
                "Ana",
                "Ben.",
            ),
            ("Ana", "Ben."),
        ),
        (("Ada", "undo", "Ana", "Ben"), ("Ana", "Ben")),
        (("undo", "Ana", "Ben"), ("Ana", "Ben")),
    ],
)
def test_names_are_asked_until_there_are_two_that_can_be(
    typed: tuple[str, ...], names: tuple[str, str], tmp_path: Path
) -> None:
    so_far = Laid(shape="short", decks=())
    talk = Talk(typed)

    assert laid(a_home(tmp_path), talk, so_far) == Laid(names, "short", ())
    assert "\x1b" not in talk.told
    assert "\u202e" not in talk.told


@pytest.mark.parametrize(
    ("typed", "decks"),
    [
        (("",), ()),
        (("begin",), ()),
        (("2", ""), ("tea",)),
        (("tea", "roads", ""), ("tea", "roads")),
        (("1 2", ""), ("guesses", "tea")),
        (("tea", "tea", ""), ()),
        (("hard", ""), ("hard",)),
        (("mending", ""), ()),
        (("99", "x", ""), ()),
        (("put away", "put away 99", ""), ()),
        (("tea roads", "put away tea", ""), ("roads",)),
        (("pause", "swap", "sorry", "tea", ""), ("tea",)),
    ],
)
def test_decks_are_picked_in_turn_until_an_empty_line(
    typed: tuple[str, ...], decks: tuple[str, ...], tmp_path: Path
) -> None:
    talk = Talk(typed)

    assert laid(a_home(tmp_path), talk, Laid(ANA_AND_BEN, "standard")).decks == decks
    assert talk.told.startswith("\nBen, pick a deck, or begin.")


def test_a_deck_put_away_is_not_on_the_table(tmp_path: Path) -> None:
    agreed = laid(a_home(tmp_path), Talk(("put away 1", "")), Laid(ANA_AND_BEN, "standard"))

    assert (agreed.decks, agreed.away) == ((), ("guesses",))


def test_one_deck_has_to_be_left(tmp_path: Path) -> None:
    everything = tuple(
        f"put away {deck}" for deck in ("guesses", "tea", "hands", "numbers", "roads", "secrets", "hard")
    )
    talk = Talk((*everything, "", "leave"))
    with pytest.raises(Leaving):
        laid(a_home(tmp_path), talk, Laid(ANA_AND_BEN, "standard"))

    assert "Every deck is put away." in talk.told


def test_an_evening_that_has_its_decks_asks_for_none(tmp_path: Path) -> None:
    talk = Talk(())

    assert laid(a_home(tmp_path), talk, Laid(ANA_AND_BEN, "check-in")) == Laid(ANA_AND_BEN, "check-in", ())
    assert talk.told == ""


def test_a_light_evening_offers_no_hard_deck_and_the_mending_deck_is_never_offered(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    talk = Talk(("long", ""))
    laid(home, talk, Laid(ANA_AND_BEN))

    assert "Hard Ones" in talk.told
    assert "Mending" not in talk.told


@pytest.mark.parametrize(
    ("typed", "shape"),
    [("", "standard"), ("1", "standard"), ("4", "short"), ("sh", "short"), ("LONG", "long"), ("tea", "tea")],
)
def test_a_length_is_taken_by_number_word_or_beginning(typed: str, shape: str, tmp_path: Path) -> None:
    assert laid(a_home(tmp_path), Talk((typed, "")), Laid(ANA_AND_BEN)).shape == shape


def test_a_broken_deck_is_told_once_with_what_is_wrong_and_the_others_are_offered(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    (home.decks / "broken.toml").write_text("title = 3", encoding="utf-8")
    talk = Talk(("1", ""))
    laid(home, talk, Laid(ANA_AND_BEN, "short"))

    assert (
        "These files cannot be played yet; the others play on.\n"
        "· broken.toml: title: it is missing, and a deck cannot do without it.\n"
        "· broken.toml: there are no cards; a card starts with [[card]] and has a text.\n"
        "· broken.toml:1: title: this key is not known; known are deck, card.\n"
    ) in talk.told
    assert talk.told.count("broken.toml") == 3
    assert "Tea · 8 cards" in talk.told


def test_of_many_problems_only_the_first_are_told_before_the_game(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    cards = "".join(f'[[card]]\ntext = "{n}?"\ndepth = 9\n' for n in range(100))
    (home.decks / "broken.toml").write_text(f'[deck]\ntitle = "T"\n{cards}', encoding="utf-8")
    talk = Talk(("",))
    laid(home, talk, Laid(ANA_AND_BEN, "short"))

    assert talk.told.count("broken.toml") == 3
    assert "· and 97 more; turn-toward deck check names them all\n" in talk.told


def test_the_title_of_a_deck_is_told_without_its_codes_and_never_obeyed(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    (home.decks / "odd.toml").write_text(
        '[deck]\ntitle = "{names} [b]%s"\n[[card]]\ntext = "{0} [/] {partner!r}"\n', encoding="utf-8"
    )
    talk = Talk(("odd", "", "", "", "", "", "leave"))
    begin_plain(home, talk.asking(), Laid(ANA_AND_BEN, "short"), 1)

    assert "{names} [b]%s · light" in talk.told
    assert "{0} [/] {partner!r}" in talk.told


def test_the_door_offers_the_newest_unfinished_evening_first(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    sitting, _ = play(lambda: sit(home, "tea", shape="tea"), "told")
    talk = Talk(("", "given", "leave"))

    assert open_door(home, talk.asking())
    assert "1  Go on with Ana & Ben, 0 of 5 cards\n2  A new evening\n3  Leave\n" in talk.told
    assert [entry.id for entry in list_evenings(home)] == [sitting.id]


def test_the_door_of_an_empty_home_leads_to_a_new_evening(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    talk = Talk(("", "Ana", "Ben", "tea", "told", "leave"))

    assert open_door(home, talk.asking(), seed=1)
    assert "1  A new evening\n2  Leave\n" in talk.told
    assert len(list_evenings(home)) == 1


@pytest.mark.parametrize("typed", [(), ("leave",), ("3",), ("swap", "undo", "help", "quit")])
def test_the_door_can_be_left_and_nothing_is_begun(typed: tuple[str, ...], tmp_path: Path) -> None:
    home = a_home(tmp_path)
    play(lambda: sit(home, "tea", shape="tea"))
    talk = Talk(typed)

    assert open_door(home, talk.asking())
    assert len(list_evenings(home)) == 1


def test_a_home_that_cannot_be_written_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    home = a_home(tmp_path / "a")
    (tmp_path / "a" / "home").rename(tmp_path / "b")
    (tmp_path / "a" / "home").write_text("a file", encoding="utf-8")
    talk = Talk(("Ana",))
    asking: Asking = talk.asking()

    with pytest.raises(HomeProblem):
        begin_plain(home, asking, Laid())
    with pytest.raises(HomeProblem):
        resume_plain(home, asking, "2026")
    assert talk.told == ""


def test_a_deck_that_was_chosen_is_never_left_out_and_the_kind_is_asked_again(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    talk = Talk(("short", "standard", "leave"))
    begin_plain(home, talk.asking(), Laid(("Ana", "Ben"), "", ("hard",)), seed=1)
    (path,) = home.saves.glob("*.toml")

    assert "Hard Ones needs a standard or a long evening" in talk.told
    assert talk.told.count("What kind of evening?") == 2
    assert read_save(path).record.setting.chosen == ("hard",)
