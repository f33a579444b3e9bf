"""A saved evening: its setting and its moves as TOML, headed by format, number and a checksum over all of it.

The first line of a save says its format, for good, and every format is read for good: a rule that grows
stricter, or a word that changes its meaning, begins a new one, and the reader of the old one brings its moves
to the new rules. The number counts the saves of an evening; the newest is the one with the highest, whatever
any clock says. What was saved before it stays as `.ID.previous`.
"""

import errno
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

import tomli
import tomli_w
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.engine.cards import DEEPEST, Card, Kind
from game.engine.moves import Deal, Move, Sorry
from game.engine.names import why_not_name
from game.engine.record import BrokenStory, Record, replay
from game.engine.shapes import SHAPES
from game.engine.state import NO_ASIDE, Aside, Evening, Setting
from game.files.atomic import Unreadable, forget, read_bounded, write_whole
from game.files.evenings.folder import id_of, older_paths, previous_of
from game.files.problems import Problem, Trouble, shortened
from game.files.seal import AGE, PLAIN, Seal
from game.files.tomlfile import is_tangled
from game.words import say
from game.words.text import is_plain, plain_text

FORMAT = 1
SAVE_LIMIT = 8 << 20
"""Bytes in a save."""
MOST_MOVES = 10_000
"""Moves in a save: forty times those of a long evening, and no more than can be told at once."""
MOST_LINES = 20 * MOST_MOVES
_HEAD = re.compile(r'format = (\d{1,9})\nnumber = (\d{1,15})\nchecksum = "([0-9a-f]{64})"\n\n(.*)', re.DOTALL)
_FORMAT = re.compile(r"format = (\d{1,9})\n")


@dataclass(frozen=True, slots=True)
class Saved:
    """An evening as it was read."""

    id: str
    path: Path
    record: Record
    number: int
    evening: Evening
    """What the record tells."""
    note: str = ""
    """What was lost, when the newest state could not be read."""
    damaged: tuple[Path, ...] = ()
    """The newer states that could not be read, or are not there."""


class BrokenSave(Trouble):
    """A save that cannot be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class NewerSave(BrokenSave):
    """A save in a format that is newer than this program. It is left as it is."""


class _Body(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)

    setting: Setting
    aside: Aside = NO_ASIDE
    moves: tuple[Annotated[Move, Field(discriminator="do")], ...] = ()


def write_save(
    path: Path, record: Record, number: int, seal: Seal = PLAIN, *, forgetting: bool = False
) -> None:
    """Write *record* durably as save *number*; raise OSError, with the old save still whole, when it fails.

    With *forgetting*, the previous generation holds the same afterwards, so that nothing tells what it was.
    """
    data = _written(path, record, number, seal)
    if forgetting:
        # Two generations that differ would tell what was taken back, also those that a crash leaves.
        forget(previous_of(path))
    write_whole(path, data, previous=None if forgetting else previous_of(path))
    if forgetting:
        write_whole(previous_of(path), data)


def write_generation(path: Path, record: Record, number: int, seal: Seal = PLAIN) -> None:
    """Write *record* durably as an older generation, which has none before it; raise OSError if it fails."""
    write_whole(path, _written(path, record, number, seal))


def read_save(path: Path, seal: Seal = PLAIN) -> Saved:
    """Return the save at *path* or, when that is damaged, the newest state that is not, and what was lost.

    That is the generation before it or, failing that, the newest of the older ones. Raise NewerSave where
    one of them has a newer format, and BrokenSave when none can be read. Nothing is changed.
    """
    try:
        return _newest(path, read_state(path, seal), seal)
    except NewerSave:
        raise
    except BrokenSave as broken:
        return _read_before(path, broken, seal)


def _read_before(path: Path, broken: BrokenSave, seal: Seal) -> Saved:
    """Return the newest good state before the one at *path*; raise *broken* when there is none."""
    damaged = [path]
    for older in (previous_of(path), *(each for _, each in older_paths(path))):
        try:
            found = read_state(older, seal)
        except NewerSave:
            raise
        except BrokenSave:
            damaged.append(older)
        else:
            key = "problem.save.previous" if len(damaged) == 1 else "problem.save.older"
            note = say(key, number=found.number)
            return replace(found, id=id_of(path), path=path, note=note, damaged=tuple(damaged))
    raise broken


def _newest(path: Path, saved: Saved, seal: Seal) -> Saved:
    """Return *saved*, or what stands as the one before it where that has the higher number and is whole."""
    try:
        head = _HEAD.match(_text(previous_of(path), seal))
        if not head or int(head[2]) <= saved.number:
            return saved
        newer = read_state(previous_of(path), seal)
    except BrokenSave:
        return saved
    note = say("problem.save.swapped", number=newer.number)
    return replace(newer, id=id_of(path), path=path, note=note, damaged=(path,))


def _written(path: Path, record: Record, number: int, seal: Seal) -> bytes:
    """Return what stands in the file: here a record becomes bytes, and nowhere else.

    Nothing is ever written plain under the name of a sealed file, or the other way round.
    """
    assert path.name.endswith(AGE) == (seal.ending == AGE), "the name of a file tells its form"
    if len(record.moves) > MOST_MOVES:
        # What could not be read again is not called saved.
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return seal.seal(_rendered(record, number).encode())


def _rendered(record: Record, number: int) -> str:
    body = _body(record)
    return f'format = {FORMAT}\nnumber = {number}\nchecksum = "{_checksum(FORMAT, number, body)}"\n\n{body}'


def _body(record: Record) -> str:
    return "\n".join((_setting_text(record.setting, record.aside), *map(_move_text, record.moves)))


def _checksum(version: int, number: int, body: str) -> str:
    return sha256(f"{version}\n{number}\n{body}".encode()).hexdigest()


# A save repeats nearly everything of the one before it, so what was rendered once is not rendered again.
@lru_cache(maxsize=16)
def _setting_text(setting: Setting, aside: Aside) -> str:
    return tomli_w.dumps(
        {"setting": _terse(setting), **({"aside": _terse(aside)} if aside != NO_ASIDE else {})}
    )


@lru_cache(maxsize=4096)
def _move_text(move: Move) -> str:
    keys = {"do": move.do, **_terse(move)}
    card = keys.pop("card", None)
    return f"[[moves]]\n{tomli_w.dumps(keys)}" + (f"\n[moves.card]\n{tomli_w.dumps(card)}" if card else "")


def _terse(value: Any) -> dict[str, Any]:
    """Return a dataclass as a table without what equals its default."""
    table = {field.name: (getattr(value, field.name), field.default) for field in fields(value)}
    return {
        key: _bare(each) for key, (each, default) in table.items() if default is MISSING or each != default
    }


def _bare(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_bare(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return plain_text(value)  # nothing is written that could not be read again
    return _terse(value) if is_dataclass(value) else value


def read_state(path: Path, seal: Seal = PLAIN) -> Saved:
    """Return the state of an evening that is in the very file at *path*, or raise BrokenSave."""
    text = _text(path, seal)
    newer = _FORMAT.match(text)
    if newer and int(newer[1]) > FORMAT:
        raise NewerSave(Problem(path, say("problem.save.newer", format=newer[1], known=FORMAT), 1, "format"))
    head = _HEAD.fullmatch(text)
    if not head:
        raise BrokenSave(Problem(path, say("problem.save.head")))
    version, number, checksum, body = int(head[1]), int(head[2]), head[3], head[4]
    if _checksum(version, number, body) != checksum:
        raise BrokenSave(Problem(path, say("problem.save.checksum"), key="checksum"))
    if version not in _READERS:
        raise BrokenSave(Problem(path, say("problem.save.head")))
    record = _READERS[version](path, body)
    return Saved(id_of(path), path, record, number, _evening(path, record))


def _text(path: Path, seal: Seal) -> str:
    """Return what stands in the file: here bytes become text, and nowhere else."""
    try:
        return seal.open(read_bounded(path, SAVE_LIMIT)).decode()
    except Unreadable as error:
        raise BrokenSave(Problem(path, str(error))) from error
    except UnicodeDecodeError as error:
        raise BrokenSave(Problem(path, say("problem.save.checksum"))) from error


def _record_of_format_1(path: Path, body: str) -> Record:
    """Return the record that *body* tells.

    The validator is strict. Fed with JSON it takes lists for tuples and words for enums, as TOML has neither.
    """
    if body.count("[[moves]]") > MOST_MOVES or body.count("\n") > MOST_LINES or is_tangled(body):
        raise BrokenSave(Problem(path, say("problem.file.tangled")))
    try:
        raw = tomli.loads(body)
        story = _Body.model_validate_json(json.dumps(raw))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise BrokenSave(Problem(path, say("problem.save.body"), key=_place(first["loc"]))) from error
    except (ValueError, TypeError, RecursionError) as error:
        raise BrokenSave(Problem(path, say("problem.save.body"))) from error
    if not all(is_plain(text) for text in _texts(raw)):
        raise BrokenSave(Problem(path, say("problem.save.body")))
    return Record(story.setting, story.moves, story.aside)


_READERS: Mapping[int, Callable[[Path, str], Record]] = MappingProxyType({1: _record_of_format_1})
"""What reads the body of each format; none is ever taken away."""


def _place(loc: tuple[int | str, ...]) -> str:
    return shortened(".".join(str(part + 1) if isinstance(part, int) else part for part in loc))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _evening(path: Path, record: Record) -> Evening:
    """Return the evening that *record* tells; raise BrokenSave when the game could not have told it so."""
    if not _is_sound(record.setting, record.aside):
        raise BrokenSave(Problem(path, say("problem.save.body"), key="setting"))
    for number, move in enumerate(record.moves, start=1):
        if not _is_sound_move(move):
            raise BrokenSave(Problem(path, say("problem.save.body"), key=f"moves.{number}"))
    try:
        return replay(record)
    except BrokenStory as error:
        sentence = say("problem.save.move", reason=error)
        raise BrokenSave(Problem(path, sentence, key=f"moves.{error.at}")) from error


def _is_sound(setting: Setting, aside: Aside) -> bool:
    first, second = setting.names
    names = why_not_name(first) is None and why_not_name(second, first) is None
    lights = all(getattr(aside.lights, field.name) >= 0 for field in fields(aside.lights))
    counts = min(aside.heard, aside.known, aside.learned) >= 0
    depths = all(1 <= cover.deepest <= DEEPEST for cover in setting.covers)
    return names and lights and counts and depths and setting.shape in SHAPES


def _is_sound_move(move: Move) -> bool:
    match move:
        case Deal(card=card):
            return _is_sound_card(card)
        case Sorry(by=by):
            return by in (0, 1)
        case _:
            return True


def _is_sound_card(card: Card) -> bool:
    return 1 <= card.depth <= DEEPEST and (card.kind is Kind.REPAIR) == (card.part is not None)
