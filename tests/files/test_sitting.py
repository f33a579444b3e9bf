"""A sitting keeps what two people put away for good, beside what other windows keep."""

from dataclasses import replace
from pathlib import Path

from game.engine.scene import scene
from game.files.config import Config, change_config, read_config
from game.files.paths import Home
from game.sitting import Sitting, begin, resume


def sat(home: Home) -> Sitting:
    """Return a sitting with a card on the table."""
    sitting = begin(home, ("Ana", "Ben"), "tea", ("tea-time",), seed=1)
    while sitting.table.evening.card is None:
        sitting.table.answer("3") if sitting.table.alone is not None else sitting.table.choose("3")
    return sitting


def test_a_card_put_away_for_good_is_kept_beside_what_another_window_keeps(home: Home) -> None:
    sitting = sat(home)
    card = sitting.table.evening.card
    assert card is not None
    change_config(home.config, lambda config: replace(config, theme="linen", never=("other",)))

    sitting.never_again()
    kept = read_config(home.config)[0]
    sitting.undo()
    sitting.leave()

    assert kept == Config(theme="linen", never=tuple(sorted(("other", card.id))))
    assert read_config(home.config)[0] == Config(theme="linen", never=("other",))


def test_a_config_that_cannot_be_kept_is_no_evening_that_is_not_saved(home: Home, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    sitting = sat(replace(home, config=tmp_path / "file" / "config.toml"))

    sitting.never_again()
    sitting.leave()

    assert (sitting.table.trouble, sitting.table.note) == (
        "",
        "Your settings could not be kept: part of its path is a file, not a folder. "
        "They hold until you leave.",
    )


def never(home: Home) -> tuple[str, ...]:
    return read_config(home.config)[0].never


def test_undo_in_one_evening_frees_no_card_that_another_has_put_away(home: Home) -> None:
    first = sat(home)
    card = first.table.evening.card
    assert card is not None
    first.table.choose("told")
    first.leave()
    second = sat(home)
    assert second.table.evening.card == card
    second.never_again()
    second.leave()

    again = resume(home, first.id)
    again.undo()
    again.leave()

    assert never(home) == (card.id,)


def test_redo_puts_a_card_away_for_good_again_and_only_then(home: Home) -> None:
    sitting = sat(home)
    card = sitting.table.evening.card
    assert card is not None
    sitting.never_again()
    away = sitting.table.record
    sitting.undo()
    assert never(home) == ()
    sitting.redo()
    assert (sitting.table.record, never(home)) == (away, (card.id,))
    sitting.undo()
    sitting.table.choose("told")
    sitting.undo()
    sitting.redo()

    assert (sitting.table.evening.card, never(home)) == (card, ())
    sitting.leave()


def test_what_two_people_kept_last_greets_them_at_their_next_evening(home: Home) -> None:
    first = begin(home, ("Ana", "Ben"), "tea", ("tea-time",))
    first.table.close()
    while first.table.evening.at.step != "keepsake":
        first.table.choose(scene(first.table.evening).choices[0][0])
    first.table.keep_line("sentence", "You laughed at the queen.")
    while not first.table.evening.is_closed:
        first.table.choose(scene(first.table.evening).choices[0][0])
    first.leave()
    notes = []
    for names in (("Ben", "Ana"), ("Ana", "Cem")):
        sitting = begin(home, names, "tea", ("tea-time",))
        notes.append(sitting.table.note)
        sitting.leave()

    assert notes == ["From your last evening: «You laughed at the queen.»", ""]
