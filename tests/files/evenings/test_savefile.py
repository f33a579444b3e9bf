"""An evening that was saved is the evening that is read; what is not a whole save is never taken for one."""

import errno
import random
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from game.engine.cards import Card, Kind
from game.engine.moves import Choose, Deal, Pause, Return, Sorry
from game.engine.record import Record, replay
from game.engine.scoring import Sky
from game.engine.state import Aside
from game.files import atomic
from game.files.evenings import savefile
from game.files.evenings.folder import previous_of
from game.files.evenings.savefile import BrokenSave, NewerSave, Saved, read_save, write_save
from tests.files.disk import failing, killed_at
from tests.files.invention import CARDS, closed, played, records, setting

BEFORE, AFTER = played(10), played(11)


@pytest.fixture
def save(tmp_path: Path) -> Path:
    """Return the path of an evening that has been saved twice."""
    path = tmp_path / "2026-11-22-1.toml"
    write_save(path, BEFORE, 1)
    write_save(path, AFTER, 2)
    return path


def of(path: Path, record: Record, number: int, note: str = "") -> Saved:
    return Saved(path.stem, path, record, number, replay(record), note, (path,) if note else ())


NOTE = (
    "The newest state of this evening cannot be read. This is the one before it, number 1; "
    "at most the last move is missing. The damaged file is kept."
)


@given(record=records(), number=st.integers(1, 10**6))
def test_what_is_saved_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, record: Record, number: int
) -> None:
    path = tmp_path_factory.mktemp("saves") / "2026-11-22-1.toml"

    write_save(path, record, number)

    assert read_save(path) == of(path, record, number)


def test_a_save_is_text_that_people_can_read(tmp_path: Path) -> None:
    path = tmp_path / "2026-11-22-1.toml"
    record = Record(setting()).then(Choose("3")).then(Deal(CARDS[0])).then(Choose("told"))

    write_save(path, record, 4)

    head, body = path.read_text().split("\n\n[setting]\n")
    assert head.split("\n")[:2] == ["format = 1", "number = 4"]
    assert body.endswith(
        '[[moves]]\ndo = "choose"\nchoice = "3"\n\n'
        '[[moves]]\ndo = "deal"\n\n'
        '[moves.card]\nid = "tea-story-1-0"\ndeck = "tea"\n'
        'text = "Tell {partner} about 0."\nkind = "story"\n\n'
        '[[moves]]\ndo = "choose"\nchoice = "told"\n'
    )
    assert tomli.loads(path.read_text())["setting"]["names"] == ["Ana", "Ben"]


def test_the_generation_before_is_kept(save: Path) -> None:
    assert (read_save(save), read_save(previous_of(save)).record) == (of(save, AFTER, 2), BEFORE)


def test_forgetting_leaves_nothing_of_what_was_there(save: Path) -> None:
    write_save(save, BEFORE, 3, forgetting=True)

    assert previous_of(save).read_bytes() == save.read_bytes()


def test_codes_are_taken_out_rather_than_saved(tmp_path: Path) -> None:
    path = tmp_path / "2026-11-22-1.toml"
    record = Record(setting()).then(Pause("at ten\x1b[2J\ud800"))

    write_save(path, record, 1)

    assert read_save(path).record == Record(setting()).then(Pause("at ten[2J"))


def damaged(save: Path, data: bytes) -> Saved | str:
    save.write_bytes(data)
    try:
        return read_save(save)
    except BrokenSave as broken:
        return type(broken).__name__


def test_a_save_cut_short_anywhere_gives_the_one_before(save: Path) -> None:
    whole = save.read_bytes()
    cuts = range(0, len(whole), 64)

    assert [damaged(save, whole[:cut]) for cut in cuts] == [of(save, BEFORE, 1, NOTE)] * len(cuts)


def test_a_save_with_any_bit_turned_is_never_read_as_whole(save: Path) -> None:
    whole, dice = save.read_bytes(), random.Random(5)
    for _ in range(300):
        place, bit = dice.randrange(len(whole)), 1 << dice.randrange(8)
        turned = whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :]

        assert damaged(save, turned) in (of(save, BEFORE, 1, NOTE), "NewerSave")


@pytest.mark.parametrize("place", [0, 128, 512, 1024])
def test_a_page_of_zeros_or_a_block_twice_gives_the_one_before(save: Path, place: int) -> None:
    whole = save.read_bytes()
    block = whole[place : place + 256]

    assert damaged(save, whole[:place] + bytes(256) + whole[place + 256 :]) == of(save, BEFORE, 1, NOTE)
    assert damaged(save, whole[:place] + block + block + whole[place + 256 :]) == of(save, BEFORE, 1, NOTE)


def test_a_turned_digit_in_the_number_is_noticed(save: Path) -> None:
    save.write_text(save.read_text().replace("number = 2", "number = 3"))

    assert read_save(save) == of(save, BEFORE, 1, NOTE)


def test_two_generations_that_have_changed_places_are_told_apart_by_their_numbers(save: Path) -> None:
    newest, before = save.read_bytes(), previous_of(save).read_bytes()
    save.write_bytes(before)
    previous_of(save).write_bytes(newest)

    note = "Two states of this evening have changed places. This is the newer one, number 2; both are kept."
    assert read_save(save) == of(save, AFTER, 2, note)
    previous_of(save).write_bytes(newest[:-1])
    assert read_save(save) == of(save, BEFORE, 1)


def test_reading_changes_nothing(save: Path) -> None:
    save.write_bytes(b"rubbish")
    before = {path: path.read_bytes() for path in save.parent.iterdir()}

    read_save(save)

    assert {path: path.read_bytes() for path in save.parent.iterdir()} == before


def test_when_both_generations_are_damaged_the_newest_says_where(save: Path) -> None:
    previous_of(save).write_text("rubbish")
    save.write_text(save.read_text() + "\n")

    with pytest.raises(BrokenSave) as told:
        read_save(save)

    assert str(told.value) == (
        "2026-11-22-1.toml: checksum: the file is damaged: its checksum does not fit what it holds."
    )


def test_a_newer_format_is_refused_and_left_as_it_is(save: Path) -> None:
    newer = save.read_text().replace("format = 1", "format = 2")
    save.write_text(newer)

    with pytest.raises(NewerSave) as told:
        read_save(save)

    assert str(told.value) == (
        "2026-11-22-1.toml:1: format: this evening was saved by a newer Turn Toward "
        "(format 2; this one reads 1)."
    )
    assert save.read_text() == newer


def forged(path: Path, old: str, new: str) -> str:
    """Return what is said of a save in which *old* is *new* and the checksum fits."""
    from game.files.evenings.savefile import _checksum  # what a forger would write

    head, _, body = path.read_text().partition("\n\n")
    assert old in body
    body = body.replace(old, new, 1)
    number = int(head.split("\n")[1].split()[-1])
    path.write_text(f'format = 1\nnumber = {number}\nchecksum = "{_checksum(1, number, body)}"\n\n{body}')
    previous_of(path).unlink(missing_ok=True)
    with pytest.raises(BrokenSave) as told:
        read_save(path)
    return str(told.value.problem).partition(": ")[2]


BODY = "the file is damaged: what stands here is not what the game writes."


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('shape = "standard"', 'shape = "endless"', f"setting: {BODY}"),
        ('shape = "standard"', "shape = 3", f"setting.shape: {BODY}"),
        ('shape = "standard"', 'shape = "standard"\nwinner = "Ana"', f"setting.winner: {BODY}"),
        ('    "Ana",\n', "", f"setting.names.2: {BODY}"),
        ('"Ana"', '"ben"', f"setting: {BODY}"),
        ('"Ana"', '""', f"setting: {BODY}"),
        ('"Ana"', '"A\\u001b"', BODY),
        ('"Ana"', '"A\\u202e"', BODY),
        ('gate = "both-willing"', 'gate = "open"', f"setting.covers.2.gate: {BODY}"),
        ("deepest = 4", "deepest = 40", f"setting: {BODY}"),
        ("deepest = 4", "deepest = true", f"setting.covers.2.deepest: {BODY}"),
        ("deepest = 4", "deepest = 4.0", f"setting.covers.2.deepest: {BODY}"),
        ("deepest = 4", "deepest = 2026-11-22", BODY),
        ('do = "choose"', 'do = "win"', f"moves.1: {BODY}"),
        ('do = "choose"', 'did = "choose"', f"moves.1: {BODY}"),
        ('choice = "', 'choice = "x', "moves.1: the story breaks here: «x"),
        ('kind = "', 'kind = "x', f"moves.2.deal.card.kind: {BODY}"),
        ('id = "tea-', 'depth = 9\nid = "tea-', f"moves.2: {BODY}"),
        ('id = "tea-', 'part = "own"\nid = "tea-', f"moves.2: {BODY}"),
        ('id = "tea-', f'depth = {"9" * 5000}\nid = "tea-', BODY),
        ("[setting]", f"x = {'[' * 5000}\n[setting]", BODY),
        ("[setting]", "?\n[setting]", BODY),
        ("[setting]", "[[setting]]", f"setting: {BODY}"),
    ],
)
def test_a_save_that_the_game_never_wrote_is_refused_though_its_checksum_fits(
    save: Path, old: str, new: str, sentence: str
) -> None:
    assert forged(save, old, new).startswith(sentence)


def test_a_bomb_is_refused_before_it_is_parsed(save: Path) -> None:
    assert forged(save, "[setting]", f"x = [{'1,' * 700_000}]\n[setting]") == (
        "there are far too many keys, tables or entries here, or a number without end."
    )


def test_a_save_of_more_lines_than_any_evening_has_is_refused_before_it_is_parsed(
    save: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tomli, "loads", lambda _: pytest.fail("it is parsed"))
    assert forged(save, "[setting]", "\n" * 200_000 + "[setting]") == (
        "there are far too many keys, tables or entries here, or a number without end."
    )


def test_an_evening_of_more_moves_than_are_read_is_neither_read_nor_written(
    save: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(savefile, "MOST_MOVES", 100)
    longest = Record(setting(), (Pause(""), Return()) * 50)
    write_save(save, longest, 3)
    assert read_save(save).record == longest

    with pytest.raises(OSError, match="too large"):
        write_save(save, longest.then(Pause("")), 4)
    assert read_save(save).number == 3

    monkeypatch.setattr(savefile, "MOST_MOVES", 99)
    monkeypatch.setattr(tomli, "loads", lambda _: pytest.fail("it is parsed"))
    previous_of(save).unlink()
    with pytest.raises(BrokenSave, match="far too many keys"):
        read_save(save)


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (Record(setting()).then(Choose("3")).then(Sorry(7)), "moves.2"),
        (Record(setting(), aside=Aside(lights=Sky(trust=-1))), "setting"),
        (Record(setting()).then(Deal(Card("a", "tea", "Hm?", Kind.REPAIR))), "moves.1"),
        (replace(closed(), moves=(*closed().moves, Choose("3"))), f"moves.{len(closed().moves) + 1}"),
    ],
)
def test_a_story_that_breaks_the_rules_says_at_which_move(tmp_path: Path, record: Record, key: str) -> None:
    write_save(tmp_path / "a.toml", record, 1)

    with pytest.raises(BrokenSave) as told:
        read_save(tmp_path / "a.toml")

    assert told.value.problem.key == key


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"\x00" * 4096, b"format = 1\n", b"[deck]\ntitle = 'x'\n"]
)
def test_what_is_no_save_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.toml").write_bytes(data)

    with pytest.raises(BrokenSave):
        read_save(tmp_path / "a.toml")


def test_a_save_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenSave) as told:
        read_save(tmp_path / "a.toml")

    assert str(told.value) == "a.toml: this file cannot be read: it is not there."


@pytest.mark.parametrize("forgetting", [False, True])
def test_killed_at_any_operation_the_evening_is_at_the_last_move_or_the_one_before(
    tmp_path: Path, forgetting: bool
) -> None:
    kills = 0
    for number in range(1, 60):
        path = tmp_path / f"2026-11-22-{number}.toml"
        write_save(path, played(9), 0)
        write_save(path, BEFORE, 1)
        write = partial(write_save, path, AFTER, 2, forgetting=forgetting)
        was_killed = killed_at(number, atomic, write)

        assert read_save(path) in (of(path, BEFORE, 1), of(path, AFTER, 2))
        if not was_killed:
            break
        kills += 1

    assert kills == (24 if forgetting else 12)


CANARY = CARDS[0]
ON_TABLE = Record(setting()).then(Choose("3")).then(Deal(CANARY))
SWAPPED = ON_TABLE.without_card().then(Deal(CARDS[1]))


def generations(path: Path) -> tuple[str | None, str | None]:
    """Return both files as they are, without opening the evening."""
    save, before = (each.read_text() if each.exists() else None for each in (path, previous_of(path)))
    return save, before


def dealt(text: str | None) -> list[str]:
    """Return the ids of the cards that the moves of a save deal."""
    moves = tomli.loads(text or "").get("moves", [])
    return [move["card"]["id"] for move in moves if move["do"] == "deal"]


def test_killed_at_any_operation_of_a_swap_no_two_files_together_show_it(tmp_path: Path) -> None:
    seen = set()
    for number in range(1, 60):
        path = tmp_path / f"2026-11-22-{number}.toml"
        write_save(path, ON_TABLE, 1)
        write_save(path, ON_TABLE.then(Choose("told")), 2)
        was_killed = killed_at(number, atomic, partial(write_save, path, SWAPPED, 3, forgetting=True))

        cards = [dealt(text) for text in generations(path)]
        assert {*cards[0], *cards[1]} in ({CANARY.id}, {CARDS[1].id})
        seen.add((tuple(cards[0]), tuple(cards[1])))
        if not was_killed:
            break

    old, new = (CANARY.id,), (CARDS[1].id,)
    assert seen == {(old, old), (old, ()), (new, ()), (new, new)}
    assert (cards, was_killed) == ([[*new], [*new]], False)
    assert generations(path)[0] == generations(path)[1]


def test_when_any_operation_of_a_swap_fails_no_two_files_together_show_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 60):
        path = tmp_path / f"2026-11-22-{number}.toml"
        write_save(path, ON_TABLE, 1)
        write_save(path, ON_TABLE.then(Choose("told")), 2)
        disk = failing(number, errno.EIO)
        with monkeypatch.context() as patched, suppress(OSError):
            patched.setattr(atomic, "os", disk)
            write_save(path, SWAPPED, 3, forgetting=True)

        cards = {id for text in generations(path) for id in dealt(text)}
        assert cards in ({CANARY.id}, {CARDS[1].id})
        if not disk.struck:
            break
    assert cards == {CARDS[1].id}
