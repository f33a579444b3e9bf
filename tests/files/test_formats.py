"""Every format that an evening was ever saved in is read for good: what is in `formats` is never changed."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from game.engine.moves import Deal, Keep, Move
from game.engine.record import Record
from game.engine.state import Answer
from game.files.evenings import savefile
from game.files.evenings.folder import previous_of
from game.files.evenings.keeper import Keeper
from game.files.evenings.savefile import FORMAT, BrokenSave, read_save, write_save
from game.files.paths import Home
from tests.files.invention import played

FORMATS = Path(__file__).parent / "formats"
PINNED = {
    "1.toml": "1269796013a19d77da0d13dc661a40adaf58c5c51b13db0bd4fbb7cbd86066c5",
    "1-willing.toml": "0e58663db581a5dd2307ebe25ed7336053349dacc22fbf485db228674e8b3583",
}
"""What each file is, for good."""


def test_no_pinned_evening_has_been_changed() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FORMATS.glob("*.toml")}

    assert found == PINNED


def test_every_format_has_a_pinned_evening() -> None:
    assert {int(name[0]) for name in PINNED} == set(range(1, FORMAT + 1))


def test_an_evening_of_format_1_with_every_kind_of_move_is_read_for_good() -> None:
    saved = read_save(FORMATS / "1.toml")
    kinds = {move.do for move in saved.record.moves}

    assert kinds == {move.__dataclass_fields__["do"].default for move in Move.__args__}
    assert (saved.number, saved.note, len(saved.record.moves)) == (97, "", 79)
    assert saved.evening.is_closed
    assert [keep for keep in saved.evening.kept if keep.what == "sentence"] == [
        Keep("sentence", "You stayed. Schön.")
    ]
    assert saved.record.setting.promise == "A walk: «öst»"
    assert len(saved.record.aside.cards) == 14
    assert saved.evening.lights.total == 71


def test_an_evening_of_format_1_with_everything_on_its_cards_is_read_for_good() -> None:
    saved = read_save(FORMATS / "1-willing.toml")
    cards = [move.card for move in saved.record.moves if isinstance(move, Deal)]

    assert (saved.record.aside.willing, saved.record.aside.sorry) == (Answer.OPEN, Answer.SHUT)
    assert {card.deck for card in cards} == {"tea", "hard"}
    assert {(card.angle, card.follow_ups, card.alt) for card in cards} == {
        ("old ways", ("And then?", "And now?"), "In words.")
    }
    assert all(card.needs and card.starter for card in cards)


def test_an_evening_of_an_older_format_goes_on_in_the_present_one(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second format, for as long as this test: it says everything backwards."""
    path = home.saves / "2026-11-22-1.toml"
    path.write_bytes((FORMATS / "1.toml").read_bytes())
    old = read_save(path).record

    def backwards(path: Path, body: str) -> Record:
        return savefile._READERS[1](path, body[::-1])

    readers: Mapping[int, Callable[[Path, str], Record]] = {**savefile._READERS, 2: backwards}
    rendered = savefile._body
    monkeypatch.setattr(savefile, "_READERS", MappingProxyType(readers))
    monkeypatch.setattr(savefile, "_body", lambda record: rendered(record)[::-1])
    monkeypatch.setattr(savefile, "FORMAT", 2)

    keeper = Keeper(home, "2026-11-22-1")
    keeper.close()

    assert keeper.found is not None
    assert (keeper.found.record, keeper.found.note) == (old, "")
    assert path.read_text().startswith("format = 2\n")
    assert read_save(path).record == read_save(previous_of(path)).record == old


def test_a_format_that_never_was_is_no_save(tmp_path: Path) -> None:
    path = tmp_path / "2026-11-22-1.toml"
    write_save(path, played(4), 1)
    body = path.read_text().partition("\n\n")[2]
    path.write_text(f'format = 0\nnumber = 1\nchecksum = "{savefile._checksum(0, 1, body)}"\n\n{body}')

    with pytest.raises(BrokenSave, match="this is not an evening as the game saves it"):
        read_save(path)
