"""The folder of evenings: every one is found, none is lost, and each has one writer."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from game.engine.cards import Card, Kind
from game.engine.moves import Choose, Close, Deal, Keep, Move, Pause
from game.engine.record import Record, replay
from game.engine.scoring import FULL_SKY, NO_LIGHTS, Sky
from game.files import atomic
from game.files.atomic import numbered
from game.files.evenings.archive import (
    OFFERED,
    REMEMBERED,
    EveningEntry,
    Past,
    UnknownEvening,
    before,
    find_evening,
    list_evenings,
    new_id,
    newest_unfinished,
)
from game.files.evenings.folder import copies_of, is_own, older_of, previous_of
from game.files.evenings.keeper import AlreadyOpen, Keeper
from game.files.evenings.restoring import states
from game.files.evenings.savefile import BrokenSave, read_save, write_save
from game.files.paths import Home
from game.files.problems import Problem, SaveProblem
from tests.files.disk import failing
from tests.files.invention import CARDS, closed, played, setting

DAY = date(2026, 11, 22)
OPENS = """
import sys
from pathlib import Path
from game.files.evenings.keeper import AlreadyOpen, Keeper
from game.files.paths import find_home
try:
    keeper = Keeper(find_home(Path(sys.argv[1])), sys.argv[2])
except AlreadyOpen as told:
    print(told, flush=True)
else:
    print("open", flush=True)
    sys.stdin.readline()
"""


def keep(home: Home, id: str, record: Record, number: int = 1) -> Path:
    path = home.saves / f"{id}.toml"
    write_save(path, record, number)
    return path


def entry(home: Home, id: str, record: Record) -> EveningEntry:
    evening = replay(record)
    return EveningEntry(
        id, home.saves / f"{id}.toml", evening.setting.names, evening.setting.shape,
        len(evening.closed), 12, evening.is_closed,
    )  # fmt: skip


def window(home: Home, id: str) -> "subprocess.Popen[str]":
    """Open an evening in another program."""
    return subprocess.Popen(
        [sys.executable, "-c", OPENS, str(home.root), id],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def first_line(opened: "subprocess.Popen[str]") -> str:
    assert opened.stdout is not None
    return opened.stdout.readline().strip()


@pytest.fixture
def keeper(home: Home) -> Iterator[Keeper]:
    """Yield the keeper of a new evening."""
    kept = Keeper(home, new_id(home, DAY))
    yield kept
    kept.close()


# the list


def test_evenings_are_listed_newest_first(home: Home) -> None:
    ids = ("2026-11-22-10", "2026-11-22-9", "2026-11-22-1", "2025-12-31-1")
    for id in sorted(ids):
        keep(home, id, played(10))

    assert list_evenings(home) == tuple(entry(home, id, played(10)) for id in ids)


def test_a_save_that_cannot_be_read_is_named_and_stops_nothing(home: Home) -> None:
    keep(home, "2026-11-22-1", played(10))
    bad = home.saves / "2026-11-22-2.toml"
    bad.write_text("rubbish")
    (home.saves / "2026-11-22-3.toml").mkdir()
    (home.saves / "2026-11-22-4.toml").symlink_to("nowhere")

    assert [str(each.problem) for each in list_evenings(home)] == [
        "2026-11-22-4.toml: this file cannot be read: it is not there.",
        "2026-11-22-3.toml: this is a folder, not a file.",
        "2026-11-22-2.toml: this is not an evening as the game saves it, or its first lines are damaged.",
        "None",
    ]
    assert bad.read_text() == "rubbish"


CONFLICTS = (
    "2026-11-22-1 (Ana's conflicted copy 2026-11-23).toml",  # Dropbox
    "2026-11-22-1 (conflicted copy 2026-11-23 101112).toml",  # Nextcloud
    "2026-11-22-1_conflict-20261123-101112.toml",  # ownCloud
    "2026-11-22-1.sync-conflict-20261123-101112-ABCDEFG.toml",  # Syncthing
    "2026-11-22-1 2.toml",  # iCloud
    "2026-11-22-1-LAPTOP-7.toml",  # OneDrive
    "2026-11-22-1 (1).toml",  # Google Drive, and every browser
    "2026-11-22-1 - Copy.toml",  # Windows
    "2026-11-22-1 (Kopie).toml",
)


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_copy_of_any_sync_tool_is_beside_and_is_never_merged_counted_or_removed(
    home: Home, name: str
) -> None:
    path = keep(home, "2026-11-22-1", played(10))
    copy = home.saves / name
    write_save(copy, closed(), 99)
    content = copy.read_bytes()

    opened = Keeper(home, "2026-11-22-1")
    opened.keep(played(11))
    opened.close()

    assert opened.found is not None
    assert opened.found.record == played(10)
    assert [(each.path, each.problem is None) for each in list_evenings(home)] == [
        (path, True),
        (copy, False),
    ]
    assert newest_unfinished(home) == entry(home, "2026-11-22-1", played(11))
    assert before(home, ("Ana", "Ben")).lights == replay(played(11)).lights
    assert copies_of(path) == [copy]
    assert [state.path for state in states(path) if not state.name.isdecimal()] == [copy]
    assert copy.read_bytes() == content
    with pytest.raises(BrokenSave):
        Keeper(home, copy.stem)


def test_an_evening_whose_newest_file_is_gone_is_listed_and_goes_on_from_the_one_before(home: Home) -> None:
    keep(home, "2026-11-22-1", played(10))
    keep(home, "2026-11-22-1", played(11), 2).unlink()

    assert [(each.id, each.problem) for each in list_evenings(home)] == [("2026-11-22-1", None)]
    assert "This is the one before it, number 1" in list_evenings(home)[0].note
    opened = Keeper(home, "2026-11-22-1")
    opened.close()
    assert opened.found is not None
    assert opened.found.record == played(10)


def test_copies_that_others_leave_are_listed_beside_and_never_counted(home: Home) -> None:
    path = keep(home, "2026-11-22-1", played(10))
    copy = path.with_name("2026-11-22-1 (conflicted copy).toml")
    copy.write_bytes(path.read_bytes())
    keep(home, "2026-11-21-1", played(10))

    assert [each.id for each in list_evenings(home)] == [
        "2026-11-22-1",
        "2026-11-22-1 (conflicted copy)",
        "2026-11-21-1",
    ]
    assert list_evenings(home)[1].problem == Problem(
        copy, "this is a copy that another program or a repair has left here; it is kept and not played."
    )
    assert before(home, ("Ana", "Ben")).lights == replay(played(10)).lights + replay(played(10)).lights


def test_an_evening_read_from_the_state_before_says_so(home: Home) -> None:
    keep(home, "2026-11-22-1", played(10))
    keep(home, "2026-11-22-1", played(11), 2).write_text("rubbish")
    told = list_evenings(home)[0]

    assert (told.problem, told.note[:43]) == (None, "The newest state of this evening cannot be ")


def test_the_list_follows_what_changes(home: Home) -> None:
    keep(home, "2026-11-22-1", played(10))
    list_evenings(home)
    keep(home, "2026-11-22-1", closed(), 2)

    assert list_evenings(home) == (entry(home, "2026-11-22-1", closed()),)


def test_no_folder_is_no_evenings_and_a_bad_one_says_why(home: Home, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    there = replace(home, saves=tmp_path / "file")

    assert list_evenings(replace(home, saves=tmp_path / "none")) == ()
    assert [str(each.problem) for each in list_evenings(there)] == [
        "file: the evenings in this folder cannot be listed: part of its path is a file, not a folder."
    ]
    assert (newest_unfinished(there), before(there, ("Ana", "Ben"))) == (None, Past())


def test_the_evening_that_was_played_last_is_offered_whatever_its_day(home: Home) -> None:
    older, newer = keep(home, "2026-11-20-1", played(5)), keep(home, "2026-11-21-1", played(10))
    os.utime(newer, ns=(0, 1_000))
    os.utime(older, ns=(0, 2_000))

    assert newest_unfinished(home) == entry(home, "2026-11-20-1", played(5))


def test_the_newest_unfinished_evening_is_offered(home: Home) -> None:
    keep(home, "2026-11-20-1", played(5))
    keep(home, "2026-11-21-1", played(10))
    keep(home, "2026-11-22-1", closed())
    (home.saves / "2026-11-23-1.toml").write_text("rubbish")

    assert newest_unfinished(home) == entry(home, "2026-11-21-1", played(10))


def test_an_unfinished_evening_is_found_behind_any_number_of_others(home: Home) -> None:
    keep(home, "2026-10-01-1", played(10))
    for day in range(1, 1 + OFFERED):
        (home.saves / f"2026-11-{day:02}-1.toml").write_text("rubbish")

    assert newest_unfinished(home) == entry(home, "2026-10-01-1", played(10))
    assert newest_unfinished(home, OFFERED) is None


def test_when_all_are_over_none_is_offered(home: Home) -> None:
    keep(home, "2026-11-22-1", closed())

    assert newest_unfinished(home) is None


@pytest.mark.parametrize("beginning", ["2026-11-22-1", "2026-11-2", "2026-11-22"])
def test_the_beginning_of_an_id_is_enough(home: Home, beginning: str) -> None:
    keep(home, "2026-11-22-1", played(10))
    keep(home, "2025-01-01-1", played(10))
    (home.saves / "2026-11-22-1.damaged-1.toml").write_text("rubbish")

    assert find_evening(home, beginning).id == "2026-11-22-1"


@pytest.mark.parametrize(
    ("beginning", "sentence"),
    [
        ("2026", "2026 is the beginning of several evenings: 2026-11-22-2, 2026-11-22-1."),
        ("2062-11-22-1", "There is no evening 2062-11-22-1. Did you mean 2026-11-22-1?"),
        ("yesterday", "There is no evening yesterday."),
        ("\x1b[2J", "There is no evening [2J."),
    ],
)
def test_a_name_that_is_not_one_evening_is_told(home: Home, beginning: str, sentence: str) -> None:
    keep(home, "2026-11-22-1", played(10))
    keep(home, "2026-11-22-2", played(10))

    with pytest.raises(UnknownEvening) as told:
        find_evening(home, beginning)

    assert str(told.value) == sentence


# what two people bring


def test_what_two_people_bring_is_theirs_in_either_order(home: Home) -> None:
    ours, theirs = closed(seed=1), closed(seed=2, start=setting(("Ida", "Ben")))
    keep(home, "2026-11-20-1", ours)
    keep(home, "2026-11-21-1", theirs)
    keep(home, "2026-11-22-1", played(10))
    evening, half = replay(ours), replay(played(10))
    dealt = {move.card.id for move in (*ours.moves, *played(10).moves) if isinstance(move, Deal)}

    assert before(home, ("ben", "ANA")) == Past(frozenset(dealt), "", False, evening.lights + half.lights)
    assert before(home, ("Ana", "Ben"), but="2026-11-20-1").lights == half.lights
    assert before(home, ("Ana", "Ida")) == Past(frozenset(), "", False, NO_LIGHTS)


def test_cards_set_aside_count_as_seen(home: Home) -> None:
    record = Record(setting()).then(Choose("3")).then(Deal(CARDS[0]))
    keep(home, "2026-11-22-1", record.without_card())

    assert before(home, ("Ana", "Ben")).seen == {CARDS[0].id}


def test_only_the_last_evenings_are_remembered(home: Home) -> None:
    first = Record(setting()).then(Choose("3")).then(Deal(CARDS[0]))
    keep(home, "2026-01-01-1", first)
    for day in range(1, REMEMBERED + 1):
        keep(home, f"2026-11-{day:02}-1", Record(setting()))

    assert before(home, ("Ana", "Ben")).seen == frozenset()
    assert before(home, ("Ana", "Ben"), but="2026-11-01-1").seen == {CARDS[0].id}


def test_the_promise_is_that_of_the_newest_closed_evening(home: Home) -> None:
    whole = closed()
    walk, swim = (
        replace(whole, moves=(*whole.moves[:-1], Keep("week", text), whole.moves[-1]))
        for text in ("a walk", "a swim")
    )
    keep(home, "2026-11-20-1", swim)
    keep(home, "2026-11-21-1", walk)
    keep(home, "2026-11-22-1", played(10))

    assert before(home, ("Ana", "Ben")).promise == "a walk"
    keep(home, "2026-11-23-1", Record(setting()).then(Close()).then(Choose("said")))
    assert before(home, ("Ana", "Ben")).promise == "a walk"
    keep(home, "2026-11-24-1", whole)
    assert before(home, ("Ana", "Ben")).promise == ""


def guessed(card: Card, *choices: str) -> Record:
    """Return an evening with one guess so far, and how it went."""
    record = Record(setting(shape="tea")).then(Deal(card))
    return replace(record, moves=(*record.moves, *map(Choose, choices)))


def test_a_promise_that_comes_back_is_counted_by_the_closed_evenings_that_ended_with_it(home: Home) -> None:
    whole, counted = closed(), []
    evenings = ("a swim", "a walk", "A Walk", "a walk", "", "a walk")
    for day, text in enumerate(evenings, start=1):
        kept = (Keep("week", text),) if text else ()
        keep(home, f"2026-11-{day:02}-1", replace(whole, moves=(*whole.moves[:-1], *kept, whole.moves[-1])))
        keep(home, f"2026-11-{day:02}-2", played(10))
        counted.append(before(home, ("Ana", "Ben")).promised)

    assert counted == [1, 1, 2, 3, 0, 1]


def test_a_guess_that_taught_something_returns_after_three_evenings_until_it_was_met_again(
    home: Home,
) -> None:
    card, other, *_ = (card for card in CARDS if card.kind is Kind.GUESS and card.depth == 1)
    returning = []
    for day, record in enumerate(
        (
            guessed(card, "said", "new", "said"),
            guessed(other, "said", "thats-it", "said"),
            guessed(other, "said", "new", "said"),
            guessed(card, "said", "close", "said"),
            Record(setting()),
        ),
        start=1,
    ):
        keep(home, f"2026-11-{day:02}-1", record)
        returning.append(before(home, ("Ana", "Ben")).returning)

    assert returning == [(), (), (card.id,), (), (other.id,)]


def test_the_names_of_whole_skies_stand_on_the_shelf_in_their_order(home: Home) -> None:
    thanks = ("said", "received", "said", "received", "nothing", "nothing")
    for day, name in ((20, "First winter"), (21, "The long way")):
        start = replace(setting(shape="tea"), sky=FULL_SKY - Sky(friendship=1))
        moves: tuple[Move, ...] = (Close(), *map(Choose, thanks), Keep("sky", name), Choose("nothing"))
        keep(home, f"2026-11-{day}-1", Record(start, moves))

    assert before(home, ("Ana", "Ben")).shelf == ("First winter", "The long way")


# new evenings


def test_ids_count_the_evenings_of_a_day(home: Home) -> None:
    assert [new_id(home, DAY) for _ in range(3)] == ["2026-11-22-1", "2026-11-22-2", "2026-11-22-3"]
    assert new_id(home, date(2026, 11, 23)) == "2026-11-23-1"


def test_an_id_is_never_used_again_while_anything_is_left_of_it(home: Home) -> None:
    for name in ("2026-11-22-4.toml", ".2026-11-22-6.previous", "2026-11-22-5.damaged-1.toml"):
        (home.saves / name).write_text("")

    assert new_id(home, DAY) == "2026-11-22-7"


def test_many_windows_never_get_the_same_id(home: Home) -> None:
    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(lambda _: new_id(home, DAY), range(80)))

    assert sorted(ids) == sorted(f"2026-11-22-{number}" for number in range(1, 81))


def test_without_a_folder_there_is_no_id_and_a_sentence(home: Home, tmp_path: Path) -> None:
    with pytest.raises(SaveProblem) as told:
        new_id(replace(home, saves=tmp_path / "none"), DAY)

    assert str(told.value) == f"This could not be saved in {tmp_path / 'none'}: it is not there."


# the keeper


def test_every_record_that_is_kept_can_be_read(keeper: Keeper) -> None:
    record = Record(setting())
    for number, move in enumerate(closed().moves, start=1):
        record = record.then(move)
        keeper.keep(record)
        saved = read_save(keeper.path)

        assert (keeper.saved, saved.number, saved.record) == (number, number, record)


def test_what_is_kept_is_for_nobody_else(home: Home, keeper: Keeper) -> None:
    keeper.keep(played(10))
    keeper.keep(played(11))

    assert {stat.S_IMODE(path.stat().st_mode) for path in home.saves.iterdir()} == {0o600}
    assert stat.S_IMODE(home.saves.stat().st_mode) == 0o700


def test_an_evening_goes_on_where_it_was_left(home: Home, keeper: Keeper) -> None:
    keeper.keep(played(10))
    keeper.keep(played(11))
    keeper.close()

    again = Keeper(home, keeper.id)
    assert (again.found, again.saved) == (read_save(keeper.path), 2)
    again.keep(played(12))
    again.close()
    assert (read_save(keeper.path).number, read_save(previous_of(keeper.path)).record) == (3, played(11))


def test_the_same_program_cannot_open_an_evening_twice(home: Home, keeper: Keeper) -> None:
    with pytest.raises(AlreadyOpen) as told:
        Keeper(home, keeper.id)

    assert str(told.value) == "The evening 2026-11-22-1 is open in another window."


def test_a_second_window_is_told_at_once_and_a_killed_one_lets_go(home: Home) -> None:
    keep(home, "2026-11-22-1", played(10))
    opened = window(home, "2026-11-22-1")
    try:
        assert first_line(opened) == "open"
        with pytest.raises(AlreadyOpen):
            Keeper(home, "2026-11-22-1")
    finally:
        opened.kill()
        opened.communicate()

    again = Keeper(home, "2026-11-22-1")
    again.close()
    assert again.found is not None


def test_of_many_windows_at_once_one_writes(home: Home) -> None:
    keep(home, "2026-11-22-1", played(10))
    windows = [window(home, "2026-11-22-1") for _ in range(4)]
    said = sorted(first_line(each) for each in windows)
    for each in windows:
        each.communicate()

    assert said == ["The evening 2026-11-22-1 is open in another window."] * 3 + ["open"]


def test_another_thread_may_let_the_evening_go(home: Home) -> None:
    with ThreadPoolExecutor(1) as pool:
        opened = pool.submit(Keeper, home, "2026-11-22-1").result()
    opened.close()
    opened.close()

    Keeper(home, "2026-11-22-1").close()


def everything(home: Home) -> bytes:
    return b"".join(path.read_bytes() for path in home.saves.iterdir())


def test_a_swap_leaves_no_trace_of_who_in_any_file(home: Home, keeper: Keeper) -> None:
    record = Record(setting()).then(Choose("3")).then(Deal(CARDS[0]))
    keeper.keep(record)
    keeper.keep(record.then(Choose("told")))
    assert CARDS[0].text.encode() in everything(home)

    keeper.keep(record.without_card())

    assert CARDS[0].text.encode() not in everything(home)


def test_what_undo_takes_back_is_in_no_file(home: Home, keeper: Keeper) -> None:
    record = Record(setting())
    keeper.keep(record)
    keeper.keep(record.then(Pause("a secret hour")))

    keeper.keep(record)

    assert b"a secret hour" not in everything(home)


def test_a_crash_in_the_middle_of_taking_back_is_mended_by_the_next_opening(home: Home) -> None:
    path = keep(home, "2026-11-22-1", Record(setting()).then(Pause("a secret hour")))
    atomic.write_whole(path, path.read_bytes(), previous=previous_of(path))
    write_save(path, Record(setting()), 2)
    assert b"a secret hour" in everything(home)

    Keeper(home, "2026-11-22-1").close()

    assert b"a secret hour" not in everything(home)


def test_what_crashes_leave_is_swept_under_the_lock(home: Home, keeper: Keeper) -> None:
    keeper.keep(played(10))
    (home.saves / f".{keeper.path.name}.12ab.new").write_text("half")
    (home.saves / f".{previous_of(keeper.path).name}.12ab.new").write_text("half")
    (home.saves / f".{older_of(keeper.path, 3).name}.12ab.new").write_text("half")
    keeper.close()

    Keeper(home, keeper.id).close()

    assert [path.name for path in home.saves.iterdir() if path.name.endswith(".new")] == []


def test_a_failed_save_is_told_and_the_next_one_may_succeed(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.keep(played(10))
    with monkeypatch.context() as patched:
        patched.setattr(atomic, "os", failing(3, errno.ENOSPC))
        with pytest.raises(SaveProblem) as told:
            keeper.keep(played(11))

    assert str(told.value) == f"This could not be saved in {keeper.path}: the disk is full."
    assert (keeper.saved, read_save(keeper.path).record) == (1, played(10))
    keeper.keep(played(12))
    assert (keeper.saved, read_save(keeper.path).record) == (2, played(12))


def test_a_damaged_evening_goes_on_and_its_file_is_kept(home: Home) -> None:
    keep(home, "2026-11-22-1", played(10))
    path = keep(home, "2026-11-22-1", played(11), 2)
    path.write_text("rubbish")

    opened = Keeper(home, "2026-11-22-1")
    opened.keep(played(12))
    opened.close()

    assert opened.found is not None
    assert (opened.found.record, opened.saved) == (played(10), 2)
    assert (home.saves / "2026-11-22-1.damaged-1.toml").read_text() == "rubbish"
    assert [each.id for each in list_evenings(home)] == ["2026-11-22-1", "2026-11-22-1.damaged-1"]


def test_a_second_damage_does_not_touch_the_first(home: Home) -> None:
    for text in ("first", "second"):
        keep(home, "2026-11-22-1", played(10))
        keep(home, "2026-11-22-1", played(11), 2).write_text(text)
        Keeper(home, "2026-11-22-1").close()

    assert [(home.saves / f"2026-11-22-1.damaged-{n}.toml").read_text() for n in (1, 2)] == [
        "first",
        "second",
    ]


def test_what_cannot_be_read_at_all_is_refused_and_left_alone(home: Home) -> None:
    path = home.saves / "2026-11-22-1.toml"
    path.write_text("rubbish")

    for _ in range(2):
        with pytest.raises(BrokenSave):
            Keeper(home, "2026-11-22-1")

    assert path.read_text() == "rubbish"


def test_a_newer_format_is_refused_and_left_alone(home: Home) -> None:
    keep(home, "2026-11-22-1", played(10))
    path = keep(home, "2026-11-22-1", played(11), 2)
    path.write_text(path.read_text().replace("format = 1", "format = 2"))
    files = {each: each.read_bytes() for each in home.saves.iterdir()}

    with pytest.raises(BrokenSave):
        Keeper(home, "2026-11-22-1")

    assert {each: each.read_bytes() for each in home.saves.iterdir() if each.suffix != ".lock"} == files | {}


@pytest.mark.parametrize("id", ["2026-11-22-1 (copy)", "2026-11-22-1.damaged-1", "../2026-11-22-1/x", ""])
def test_what_has_not_the_name_of_an_evening_is_never_written(home: Home, id: str) -> None:
    files = sorted(home.root.rglob("*"))

    with pytest.raises(BrokenSave):
        Keeper(home, id)

    assert sorted(home.root.rglob("*")) == files


def test_a_lock_that_cannot_be_had_is_told(home: Home) -> None:
    (home.saves / "2026-11-22-1.lock").mkdir()

    with pytest.raises(SaveProblem) as told:
        Keeper(home, "2026-11-22-1")

    assert str(told.value) == "The evening 2026-11-22-1 cannot be locked: it is a folder."


# whose files they are


def test_what_turning_the_lock_puts_beside_is_the_games_own_and_what_others_put_there_is_not(
    home: Home,
) -> None:
    id, age = "2026-11-22-1", ".age"
    names = (f"{id}.toml", f"{id}.kept-2.toml", f".{id}.previous", f".{id}.card-3", f"{id}.md")
    own = [home.saves / name for each in names for name in (each, f"{each}{age}")]
    copies = [numbered(path, "copy", 12) for path in own]
    foreign = (
        f"{id} (copy-1).toml",
        f"{id}.copy.toml",
        f"{id}.md~",
        f"{id}0.md",
        f"{id}.txt",
        f".{id}.md.swp",
    )

    assert [path.name for path in (*own, *copies) if not is_own(path, id)] == []
    assert [name for name in foreign if is_own(home.saves / name, id)] == []
