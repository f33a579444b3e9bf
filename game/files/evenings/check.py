"""Checking an evening: whether its newest state is whole, and what is lost where it is not."""

from dataclasses import dataclass
from pathlib import Path

from game.files.evenings.folder import id_of, older_paths, previous_of
from game.files.evenings.savefile import BrokenSave, read_save, read_state
from game.files.seal import PLAIN, Seal
from game.words import say
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
    """What is wrong and what was lost, or which older states are damaged; empty when all is well."""


def check_save(path: Path, seal: Seal = PLAIN) -> Check:
    """Return what can be read of the evening at *path*; no bad file raises anything."""
    id = plain_text(id_of(path))
    try:
        saved = read_save(path, seal)
    except BrokenSave as broken:
        return Check(id, False, 0, str(broken.problem))
    return Check(id, not saved.note, saved.number, saved.note or _about_older(path, seal))


def _about_older(path: Path, seal: Seal) -> str:
    """Return which of the older states could not stand in for the newest, or nothing when all could."""
    older = (previous_of(path), *(each for _, each in older_paths(path)))
    damaged = [plain_text(each.name) for each in older if each.exists() and not _is_whole(each, seal)]
    return say("check.older", names=", ".join(damaged)) if damaged else ""


def _is_whole(path: Path, seal: Seal) -> bool:
    try:
        read_state(path, seal)
    except BrokenSave:
        return False
    return True
