"""A draft takes every step back, keeps what is not saved, and never writes over what it has not seen."""

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.files import atomic
from game.files.decks.deckfile import read_deck
from game.files.decks.deckpage import Unwritable
from game.files.decks.draft import ChangedMeanwhile, Draft, open_draft
from game.files.paths import Home
from game.files.problems import Trouble
from tests.files.disk import failing, killed_at
from tests.files.pages import edits, files, opened

OURS = '# ours\n[deck]\ntitle = "Ours"\n\n# first\n[[card]]\ntext = "a"\n\n[[card]]\ntext =  "b" # why\n'
MOST_OPERATIONS = 40


@pytest.fixture
def path(home: Home) -> Path:
    """Return the path of a deck of two cards."""
    file = home.decks / "ours.toml"
    file.write_text(OURS, encoding="utf-8", newline="")
    return file


def changed(path: Path, text: str = "c") -> Draft:
    """Return the deck at *path*, opened, with another text on its first card."""
    draft = open_draft(path)
    draft.do(draft.page.change(0, {"text": text}))
    return draft


def others_write(path: Path) -> str:
    """Let another program write to *path*, and return what it wrote."""
    theirs = path.read_text(encoding="utf-8").replace('"b"', '"theirs"')
    path.write_text(theirs, encoding="utf-8", newline="")
    return theirs


# steps


@given(files(), st.data())
def test_undo_reaches_the_first_page_and_redo_the_last_through_every_page_between(
    text: str, data: st.DataObject
) -> None:
    page = opened(text)
    draft = Draft(Path("ours.toml"), page, page, "")
    pages = [page.text]
    for _ in range(data.draw(st.integers(1, 6), "edits")):
        edit = data.draw(edits(len(draft.page.leaves)))
        draft.do(edit.on_page(draft.page))
        assert draft.prove() is draft.page
        if draft.page.text != pages[-1]:
            pages.append(draft.page.text)

    back = [draft.page.text]
    while draft.undo() is not None:
        back.append(draft.page.text)
    forth = [draft.page.text]
    while draft.redo() is not None:
        forth.append(draft.page.text)

    assert back == pages[::-1]
    assert forth == pages
    assert draft.prove() == draft.page.proved() == draft.page


def test_all_that_is_typed_in_one_visit_is_one_step(path: Path) -> None:
    draft = open_draft(path)
    for text in ("W", "Wh", "Who?"):
        draft.do(draft.page.change(0, {"text": text}), "1-text")
    draft.do(draft.page.change(0, {"depth": 2}), "1-depth")

    draft.undo()
    assert draft.page.leaves[0].raw == {"text": "Who?"}
    draft.undo()
    assert draft.page.text == OURS
    assert not draft.can_undo


def test_what_is_typed_and_deleted_again_in_one_visit_is_no_step(path: Path) -> None:
    draft = changed(path)
    draft.do(draft.page.insert(1, {"text": ""}), "2-text")
    draft.do(draft.page.change(1, {"text": "What"}), "2-text")
    draft.do(draft.page.delete(1), "2-text")

    assert draft.undo() == 0
    assert draft.page.text == OURS


def test_another_step_ends_what_could_be_done_again(path: Path) -> None:
    draft = changed(path)
    draft.undo()
    draft.do(draft.page.delete(1))

    assert draft.redo() is None


# saving


def test_saving_writes_the_page_and_keeps_what_was_there_and_the_mode(path: Path) -> None:
    path.chmod(0o640)
    draft = changed(path)
    draft.save()

    assert path.read_text(encoding="utf-8") == OURS.replace('"a"', '"c"')
    assert (path.parent / ".ours.toml.previous").read_text(encoding="utf-8") == OURS
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert draft.is_saved


@pytest.mark.parametrize("early", [False, True])
def test_a_page_that_says_something_else_than_its_lines_is_not_saved(early: bool, path: Path) -> None:
    draft = open_draft(path)
    if early:
        draft.prove()
    first, second = draft.page.leaves
    draft.do(replace(draft.page, leaves=(first, replace(second, raw={"text": "z"}))))

    with pytest.raises(Unwritable):
        draft.save()
    assert path.read_text(encoding="utf-8") == OURS


@settings(max_examples=25)
@given(text=files(), data=st.data())
def test_what_is_read_back_is_what_the_game_reads(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("decks") / "ours.toml"
    path.write_text(text, encoding="utf-8", newline="")
    draft = open_draft(path)
    draft.do(data.draw(edits(len(draft.page.leaves))).on_page(draft.page))
    draft.save()

    assert draft.read_back() == read_deck(path)


def test_a_step_back_to_what_the_file_says_is_saved(path: Path) -> None:
    draft = changed(path)
    assert not draft.is_saved
    draft.undo()
    assert draft.is_saved


def test_whatever_operation_fails_the_file_is_whole_and_saving_again_asks_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    for number in range(1, MOST_OPERATIONS):
        path.write_text(OURS, encoding="utf-8")
        draft = changed(path)
        disk = failing(number, errno.ENOSPC)
        monkeypatch.setattr(atomic, "os", disk)
        try:
            draft.save()
        except Trouble as trouble:
            told.append(str(trouble))
        monkeypatch.setattr(atomic, "os", os)
        assert path.read_text(encoding="utf-8") in (OURS, draft.page.text)
        draft.save()
        assert path.read_text(encoding="utf-8") == draft.page.text
        if not disk.struck:
            break

    assert len(told) > 8
    assert [line for line in told if "ours.toml" not in line or "the disk is full" not in line] == []


def test_what_another_program_wrote_is_not_written_over_unasked(path: Path) -> None:
    draft = changed(path)
    theirs = others_write(path)

    assert draft.is_changed_meanwhile
    with pytest.raises(ChangedMeanwhile, match="changed by another program"):
        draft.save()
    assert path.read_text(encoding="utf-8") == theirs


def test_saving_over_others_leaves_theirs_beside(path: Path) -> None:
    draft = changed(path)
    theirs = others_write(path)
    draft.save(over_others=True)

    assert path.read_text(encoding="utf-8") == draft.page.text
    assert (path.parent / ".ours.toml.previous").read_text(encoding="utf-8") == theirs
    assert not draft.is_changed_meanwhile


def test_taking_theirs_is_a_step_that_can_be_taken_back(path: Path) -> None:
    draft = changed(path)
    mine, theirs = draft.page.text, others_write(path)
    draft.take_theirs()
    assert (draft.page.text, draft.is_saved) == (theirs, True)

    draft.undo()
    assert (draft.page.text, draft.is_saved) == (mine, False)
    draft.save()
    assert path.read_text(encoding="utf-8") == mine


def test_saving_beside_makes_another_deck_that_plays(home: Home, path: Path) -> None:
    draft = changed(path)
    theirs = others_write(path)
    beside = draft.save_beside(home)

    assert beside == home.decks / "ours-2.toml"
    assert path.read_text(encoding="utf-8") == theirs
    deck = read_deck(beside).deck
    assert deck is not None
    assert (deck.cover.id, deck.cards[0].text) == ("ours-2", "c")


def test_a_deck_that_was_deleted_meanwhile_is_written_again(path: Path) -> None:
    draft = changed(path)
    path.unlink()
    draft.save()

    assert path.read_text(encoding="utf-8") == draft.page.text


# what is not saved


def test_what_is_not_saved_is_there_after_a_crash_and_a_step_back_is_the_file(path: Path) -> None:
    changed(path, "What a crash may not take?").keep_unsaved()

    draft = open_draft(path)
    unsaved = draft.unsaved()
    assert unsaved is not None
    draft.recover(unsaved)
    assert draft.page.text == OURS.replace('"a"', '"What a crash may not take?"')
    assert not draft.is_saved
    draft.undo()
    assert draft.page.text == OURS


def test_what_is_recovered_knows_that_the_file_has_changed_since(path: Path) -> None:
    changed(path).keep_unsaved()
    others_write(path)
    draft = open_draft(path)
    unsaved = draft.unsaved()
    assert unsaved is not None
    draft.recover(unsaved)

    with pytest.raises(ChangedMeanwhile):
        draft.save()


def test_saving_leaves_nothing_to_recover(path: Path) -> None:
    draft = changed(path)
    draft.keep_unsaved()
    assert (path.parent / ".ours.toml.unsaved").exists()
    draft.save()
    draft.keep_unsaved()

    assert not (path.parent / ".ours.toml.unsaved").exists()
    assert open_draft(path).unsaved() is None


def test_what_is_let_go_is_the_file_again_and_leaves_nothing(path: Path) -> None:
    draft = changed(path)
    draft.keep_unsaved()
    draft.let_go()

    assert (draft.page.text, draft.is_saved) == (OURS, True)
    assert open_draft(path).unsaved() is None


def test_of_several_threads_the_newest_page_is_kept(path: Path) -> None:
    draft = open_draft(path)
    with ThreadPoolExecutor() as threads:
        for number in range(30):
            draft.do(draft.page.change(0, {"text": f"{number}"}))
            threads.submit(draft.keep_unsaved)

    unsaved = open_draft(path).unsaved()
    assert unsaved is not None
    assert unsaved.page.text == draft.page.text


@pytest.mark.parametrize(
    "left",
    [b"", b"rubbish", b"# -\n[deck", b"\x00\xff", b"# -\ncard = 1\n", b"# -\n" + OURS.encode()],
    ids=["empty", "no-base", "cut", "bytes", "no-cards", "nothing-new"],
)
def test_a_copy_that_tells_nothing_new_is_none(left: bytes, path: Path) -> None:
    (path.parent / ".ours.toml.unsaved").write_bytes(left)

    assert open_draft(path).unsaved() is None


def test_killed_while_keeping_it_is_the_copy_before_or_the_new_one(path: Path) -> None:
    changed(path, "before").keep_unsaved()
    texts = set()
    for number in range(1, MOST_OPERATIONS):
        was_killed = killed_at(number, atomic, partial(changed(path, "after").keep_unsaved))
        unsaved = open_draft(path).unsaved()
        assert unsaved is not None
        texts.add(unsaved.page.leaves[0].raw["text"])
        if not was_killed:
            break

    assert texts == {"before", "after"}
    assert path.read_text(encoding="utf-8") == OURS


# which files


def test_a_link_stays_a_link_and_one_that_leads_out_is_refused(path: Path, tmp_path: Path) -> None:
    inside, outside = path.parent / "inside.toml", path.parent / "outside.toml"
    inside.symlink_to(path.name)
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text(OURS, encoding="utf-8")
    outside.symlink_to(elsewhere)

    changed(inside).save()
    assert inside.is_symlink()
    assert 'text = "c"' in path.read_text(encoding="utf-8")
    with pytest.raises(Trouble, match=r"outside\.toml: this link leads out of its folder"):
        open_draft(outside)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[deck]\ntitle = ", r"ours\.toml:2: this is not TOML"),
        ('[deck]\ntitle = "x"\n[card]\ntext = "a"\n', "only a text editor can change"),
    ],
)
def test_a_file_that_cannot_be_written_on_says_why(text: str, sentence: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")

    with pytest.raises(Trouble, match=sentence):
        open_draft(path)
