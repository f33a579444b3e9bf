"""Older generations thin as they age, help when all else is damaged, and tell nothing that was taken back."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

import pytest

from game.engine.moves import Choose, Deal, Sorry
from game.engine.record import Record, replay
from game.engine.rules import IllegalMove
from game.engine.scoring import Sky
from game.engine.state import Answer, Aside
from game.files import atomic
from game.files.evenings.folder import older_of, older_paths, previous_of
from game.files.evenings.generations import Generation, generations, lay_down, outgrown
from game.files.evenings.keeper import Keeper
from game.files.evenings.savefile import BrokenSave, NewerSave, read_save, read_state, write_save
from game.files.paths import Home
from game.table import Table
from tests.files.disk import failing, killed_at
from tests.files.invention import CARDS, closed, played, setting
from tests.table.seat import a_table, at_closed, enter, enter_until, is_over

NOW = datetime(2026, 11, 22, 22, 30)
MOVES = 70


# thinning, on fixed dates


def aged(*ages: timedelta) -> list[Generation]:
    """Return generations of so many cards, the newest last and so old."""
    return [Generation(n, NOW - age, Path(f"card-{n}")) for n, age in enumerate(ages, start=1)]


def kept(every: list[Generation], now: datetime = NOW) -> list[int]:
    gone = outgrown(every, now)
    return [each.cards for each in every if each not in gone]


def minutes(*ages: int) -> list[Generation]:
    return aged(*(timedelta(minutes=age) for age in ages))


def test_the_newest_three_are_kept_and_of_each_hour_the_newest() -> None:
    assert kept(minutes(125, 115, 85, 70, 50, 40, 20, 10, 5)) == [2, 6, 7, 8, 9]


def test_the_newest_three_are_kept_however_old_they_are() -> None:
    years = [timedelta(days=365 * age) for age in (4, 3, 2, 1)]

    assert kept(aged(*years)) == [2, 3, 4]


def test_after_a_day_one_a_day_is_kept_and_after_a_month_none_but_the_newest_three() -> None:
    days = [timedelta(days=age) for age in (40, 31, 30, 30, 20, 2, 2, 1)]

    assert kept(aged(*days, timedelta(0), timedelta(0), timedelta(0))) == [4, 5, 7, 8, 9, 10, 11]


def test_a_clock_that_was_set_back_costs_nothing_but_room() -> None:
    ahead = [timedelta(days=-2), timedelta(days=-1), timedelta(0), timedelta(0), timedelta(0)]

    assert kept(aged(*ahead)) == [1, 2, 3, 4, 5]


def test_what_was_kept_an_hour_ago_is_let_go_as_it_ages_and_never_comes_again() -> None:
    every = minutes(100, 80, 65, 45, 30, 20, 10, 0)
    left = every
    for later in range(0, 60 * 24 * 40, 30):
        now = NOW + timedelta(minutes=later)
        fewer = [each for each in left if each not in outgrown(left, now)]
        assert len(fewer) <= len(left)
        left = fewer

    assert [each.cards for each in left] == [6, 7, 8]


def test_no_evening_of_eighteen_cards_keeps_more_than_a_handful() -> None:
    for length in (60, 120, 240):
        steps = [timedelta(minutes=length * n / 18) for n in range(18)]
        assert len(kept(aged(*reversed(steps)))) <= 3 + length // 60 + 1


# what is kept while two people play


def kept_table(home: Home, shape: str = "standard", seed: int = 1) -> tuple[Table, Keeper]:
    keeper = Keeper(home, "2026-11-22-1")
    return a_table(shape, seed, keep=keeper.keep), keeper


def test_an_evening_is_kept_as_it_stood_when_a_card_was_closed(home: Home) -> None:
    table, keeper = kept_table(home)
    enter_until(table, at_closed(3))

    laid = [(each.cards, read_state(each.path)) for each in generations(keeper.path)]
    keeper.close()

    assert [cards for cards, _ in laid] == [3, 2, 1]
    for cards, state in laid:
        assert state.number == cards == len(state.evening.closed)
        assert state.record == table.record.when_closed(cards)
        assert not isinstance(state.record.moves[-1], Deal)


def test_an_evening_that_is_over_has_a_handful_of_generations(home: Home) -> None:
    table, keeper = kept_table(home, "long")
    enter_until(table, is_over)
    keeper.close()

    assert [each.cards for each in generations(keeper.path)][:3] == [18, 17, 16]
    assert len(generations(keeper.path)) <= 5


def test_a_generation_that_the_disk_refuses_is_no_unsaved_move_and_comes_with_the_next(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(home, "2026-11-22-1")
    record = closed()
    before, now = record.when_closed(1), record.when_closed(2)
    keeper.keep(before)
    with monkeypatch.context() as patched:
        patched.setattr(atomic, "os", failing(14, errno.ENOSPC))
        keeper.keep(now)
    assert (keeper.saved, read_save(keeper.path).record) == (2, now)
    assert [each.cards for each in generations(keeper.path)] == [1]

    keeper.keep(record.when_closed(3))
    keeper.close()
    assert [each.cards for each in generations(keeper.path)] == [3, 1]


# what they must not tell


def anything(table: Table, dice: Random) -> Callable[[], object]:
    """Return one of all the things that two people could do."""
    evening = table.evening
    acts: list[Callable[[], object]] = [partial(enter, table)] * 6
    if table.alone is not None:
        acts += [lambda: table.answer(dice.choice(("open", "shut", "2", "3", "7")))] * 8
    acts += [table.swap, table.swap, table.undo, table.undo, table.redo, table.never_again, table.lighten]
    acts += [partial(undo_often, table), partial(table.sorry, 0), partial(table.lower, 2)]
    acts += [lambda: table.keep_line("sentence", "a line"), partial(table.pause, "at ten")]
    return table.come_back if evening.paused else dice.choice(acts)


def undo_often(table: Table) -> None:
    for _ in range(9):
        table.undo()


def told(path: Path) -> list[str]:
    """Return what an evening's files tell of it beyond what the newest one tells: nothing, it is hoped."""
    newest = read_state(path)
    secrets = []
    for cards, older in older_paths(path):
        state = read_state(older)
        moves = newest.record.moves[: len(state.record.moves)]
        voted = state.record.aside.willing in (Answer.UNASKED, newest.record.aside.willing)
        if state.record.moves != moves or moves != newest.record.when_closed(cards).moves or not voted:
            secrets.append(f"{older.name} tells another story")
        if state.record.aside != Aside(willing=state.record.aside.willing):
            secrets.append(f"{older.name} tells what was swapped, or asked")
        if state.number != cards or len(state.evening.closed) != cards:
            secrets.append(f"{older.name} counts saves")
    return secrets


@pytest.mark.parametrize("seed", range(6))
def test_whatever_two_people_do_the_older_generations_tell_only_what_the_evening_tells(
    home: Home, seed: int
) -> None:
    table, keeper = kept_table(home, ("long", "standard", "short")[seed % 3], seed)
    dice = Random(seed)
    for _ in range(MOVES):
        if table.evening.is_closed:
            table.undo()
        with suppress(IllegalMove):
            anything(table, dice)()
        assert told(keeper.path) == []
    keeper.close()

    assert table.trouble == ""
    again = Keeper(home, keeper.id)
    again.close()
    assert again.found is not None
    assert again.found.record == table.record


def test_a_swap_changes_no_older_generation(home: Home) -> None:
    table, keeper = kept_table(home)
    enter_until(table, at_closed(2))
    before = {each.path: (each.path.read_bytes(), each.when) for each in generations(keeper.path)}
    table.swap()
    enter(table)
    keeper.close()

    assert {each.path: (each.path.read_bytes(), each.when) for each in generations(keeper.path)} == before


def test_undo_takes_a_closed_card_back_from_every_file(home: Home) -> None:
    table, keeper = kept_table(home)
    dealt = enter_until(table, at_closed(1)).record
    card = table.evening.card
    assert card is not None
    enter_until(table, at_closed(2))
    while table.record != dealt:
        table.undo()
    table.swap()
    keeper.close()

    assert [each.cards for each in generations(keeper.path)] == [1]
    files = b"".join(path.read_bytes() for path in home.saves.iterdir())
    assert card.text.encode() not in files


def test_killed_anywhere_in_an_undo_across_a_closed_card_no_file_tells_of_it(home: Home) -> None:
    record = closed()
    after, before = record.when_closed(2), record.when_closed(1)
    canary = replay(after).closed[-1].text.encode()
    seen = set()
    for number in range(1, 80):
        keeper = Keeper(home, f"2026-11-22-{number}")
        keeper.keep(before)
        keeper.keep(after)
        was_killed = killed_at(number, atomic, partial(keeper.keep, before))
        keeper.close()

        has = {path.name for path in home.saves.glob(f"*-{number}.*") if canary in path.read_bytes()}
        newest = canary in keeper.path.read_bytes()
        assert newest or not has, "what is no longer in the evening is nowhere else"
        assert read_save(keeper.path).record in (before, after)
        seen.add((newest, older_of(keeper.path, 2).name in has))
        if not was_killed:
            break

    assert not was_killed
    assert seen == {(True, True), (True, False), (False, False)}


def test_a_move_that_was_taken_back_after_it_could_not_be_saved_is_in_no_file(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file may have been replaced though its folder could not be synced."""
    keeper = Keeper(home, "2026-11-22-1")
    before = Record(setting()).then(Choose("3"))
    keeper.keep(before)
    with monkeypatch.context() as patched:
        patched.setattr(atomic, "os", failing(11, errno.EIO))
        with pytest.raises(ValueError, match="the disk reports an error"):
            keeper.keep(before.then(Deal(CARDS[0])))
    assert CARDS[0].id.encode() in keeper.path.read_bytes()

    keeper.keep(before)
    keeper.close()

    assert CARDS[0].id.encode() not in b"".join(path.read_bytes() for path in home.saves.iterdir())


# what they are for


def test_when_both_newest_states_are_damaged_the_last_closed_card_is_what_is_left(
    home: Home,
) -> None:
    table, keeper = kept_table(home)
    enter_until(table, at_closed(2))
    enter(table)
    keeper.close()
    keeper.path.write_text("rubbish")
    previous_of(keeper.path).write_text("more rubbish")

    again = Keeper(home, keeper.id)
    again.close()

    assert again.found is not None
    assert again.found.note == (
        "Neither the newest state of this evening nor the one before it can be read. This is the evening as "
        "it stood when card 2 was closed; what came after is missing. The damaged files are kept."
    )
    assert again.found.record == table.record.when_closed(2)
    assert {path.name: path.read_text() for path in home.saves.glob("*.damaged-*")} == {
        "2026-11-22-1.damaged-1.toml": "rubbish",
        "2026-11-22-1.damaged-2.toml": "more rubbish",
    }
    assert read_state(keeper.path).record == again.found.record


def test_a_damaged_generation_is_passed_over_and_kept(home: Home) -> None:
    table, keeper = kept_table(home)
    enter_until(table, at_closed(3))
    keeper.close()
    for path in (keeper.path, previous_of(keeper.path), older_of(keeper.path, 3)):
        path.write_text(f"rubbish in {path.name}")

    again = Keeper(home, keeper.id)
    again.keep(table.record)
    again.close()

    assert again.found is not None
    assert len(again.found.evening.closed) == 2
    assert len(list(home.saves.glob("*.damaged-*.toml"))) == 3
    assert read_state(older_of(keeper.path, 3)).record == table.record.when_closed(3).untold()


def test_a_generation_of_a_newer_format_is_refused_and_nothing_is_changed(home: Home) -> None:
    table, keeper = kept_table(home)
    enter_until(table, at_closed(1))
    keeper.close()
    keeper.path.write_text("rubbish")
    newer = previous_of(keeper.path).read_text().replace("format = 1", "format = 2")
    previous_of(keeper.path).write_text(newer)
    files = {path: path.read_bytes() for path in home.saves.iterdir()}

    with pytest.raises(NewerSave):
        Keeper(home, keeper.id)

    assert {path: path.read_bytes() for path in home.saves.iterdir()} == files


def test_without_any_good_state_it_is_refused_and_nothing_is_changed(home: Home) -> None:
    table, keeper = kept_table(home)
    enter_until(table, at_closed(1))
    keeper.close()
    for path in (keeper.path, previous_of(keeper.path), older_of(keeper.path, 1)):
        path.write_text("rubbish")
    files = {path: path.read_bytes() for path in home.saves.iterdir()}

    with pytest.raises(BrokenSave):
        Keeper(home, keeper.id)

    assert {path: path.read_bytes() for path in home.saves.iterdir()} == files


# records


def test_a_record_stands_where_a_card_was_closed() -> None:
    record = closed()
    for cards in range(len(replay(record).closed) + 1):
        before = record.when_closed(cards)
        assert len(replay(before).closed) == cards
        assert record.moves[: len(before.moves)] == before.moves
        if before.moves:
            assert len(replay(replace(before, moves=before.moves[:-1])).closed) == cards - 1
    with pytest.raises(LookupError):
        record.when_closed(99)


def test_an_older_record_that_comes_back_knows_what_must_not_come_again() -> None:
    aside = Aside(("tea-x", CARDS[0].id), Sky(trust=2), heard=3, willing=Answer.SHUT, sorry=Answer.SHUT)
    record = Record(setting()).then(Choose("3")).then(Deal(CARDS[0]))

    assert record.knowing(aside).aside == replace(aside, cards=("tea-x",))
    assert record.then(Sorry(0)).knowing(aside).aside.sorry is Answer.UNASKED
    voted = Record(setting(), record.moves, Aside(willing=Answer.OPEN))
    assert voted.knowing(aside).aside.willing is Answer.OPEN


def test_laying_down_what_was_never_closed_is_a_mistake(home: Home) -> None:
    path = home.saves / "2026-11-22-1.toml"
    write_save(path, played(5), 1)

    with pytest.raises(LookupError):
        lay_down(path, played(5), 3, NOW)


def test_generations_are_dated_by_when_they_were_kept(home: Home) -> None:
    path = home.saves / "2026-11-22-1.toml"
    lay_down(path, closed(), 1, NOW)
    os.utime(older_of(path, 1), (NOW.timestamp(), NOW.timestamp()))

    assert generations(path) == (Generation(1, NOW, older_of(path, 1)),)
