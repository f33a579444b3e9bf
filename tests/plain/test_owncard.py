"""A card of one's own in plain mode: a word, a line, and on at the very same step."""

from pathlib import Path

from tests.plain.scripts import STARTED, a_home, again, play, sit

KEPT = "Kept in your own deck."
QUESTION = '[[card]]\ntext = "Where to?"\n'


def ours(folder: Path) -> str:
    return (folder / "home" / "decks" / "ours.toml").read_text(encoding="utf-8")


def test_a_card_is_typed_and_the_evening_stands_where_it_stood(tmp_path: Path) -> None:
    sitting, _ = play(lambda: sit(a_home(tmp_path), "roads"), *STARTED)
    before = sitting.table.record
    sitting, talk = again(sitting, "card", "  Where   to? ", "")

    assert ours(tmp_path).endswith(QUESTION)
    assert KEPT in talk.told
    assert sitting.table.record == before


def test_a_card_on_one_line_is_kept_at_once(tmp_path: Path) -> None:
    _, talk = play(lambda: sit(a_home(tmp_path), "roads"), *STARTED, "card Where to?")

    assert ours(tmp_path).endswith(QUESTION)
    assert talk.told.count(KEPT) == 1


def test_kind_and_depth_are_asked_for_those_who_like_them(tmp_path: Path) -> None:
    play(lambda: sit(a_home(tmp_path), "roads"), *STARTED, "card", "Where to?", "2", "guess", "3")

    assert ours(tmp_path).endswith('[[card]]\nkind = "guess"\ndepth = 3\ntext = "Where to?"\n')


def test_words_that_cannot_be_kept_are_told_again_and_can_be_tried_again(tmp_path: Path) -> None:
    home = a_home(tmp_path)
    (home.decks / "ours.toml").mkdir()
    _, talk = play(lambda: sit(home, "roads"), *STARTED, "card Where to?", "again", "let")

    assert talk.told.count("this is a folder, not a file") == 2
    assert talk.told.count("«Where to?»") == 2
    assert KEPT not in talk.told


def test_a_card_that_is_there_already_can_be_typed_anew(tmp_path: Path) -> None:
    _, talk = play(lambda: sit(a_home(tmp_path), "roads"), *STARTED, "card A?", "card A?", "anew", "B?", "")

    assert "This card is in your deck already." in talk.told
    assert ours(tmp_path).count("[[card]]") == 2


def test_an_empty_line_and_undo_go_back_without_a_card(tmp_path: Path) -> None:
    sitting, talk = play(lambda: sit(a_home(tmp_path), "roads"), *STARTED)
    before = sitting.table.record
    sitting, talk = again(sitting, "card", "", "card", "undo", "card", "Where to?", "3")

    assert not (tmp_path / "home" / "decks" / "ours.toml").exists()
    assert KEPT not in talk.told
    assert sitting.table.record == before


def test_no_card_is_written_while_the_curtain_hides_something(tmp_path: Path) -> None:
    _, talk = play(lambda: sit(a_home(tmp_path), "roads"), "card Where to?", "", "card")

    assert talk.told.count("A card of your own waits until the curtain is open.") == 2
    assert not (tmp_path / "home" / "decks" / "ours.toml").exists()
