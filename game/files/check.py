"""Checking an evening: whether its newest state is whole, and what is lost where it is not."""

from dataclasses import dataclass
from pathlib import Path

from game.files.folder import id_of
from game.files.savefile import BrokenSave, read_save
from game.words.text import plain_text


@dataclass(frozen=True, slots=True)
class Check:
    """What became of an evening."""

    id: str
    ok: bool
    """Whether its newest state can be read."""
    step: int
    """The number of the newest save that can be read; 0 when there is none."""
    note: str = ""
    """What is wrong and what was lost; empty when nothing is."""


def check_save(path: Path) -> Check:
    """Return what can be read of the evening at *path*; no bad file raises anything."""
    id = plain_text(id_of(path))
    try:
        saved = read_save(path)
    except BrokenSave as broken:
        return Check(id, False, 0, str(broken.problem))
    return Check(id, not saved.note, saved.number, saved.note)
