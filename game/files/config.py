"""What two people have chosen once and for all. A bad config stops nothing: defaults hold, and it is told."""

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from game.files.atomic import make_folder, set_aside, write_whole
from game.files.problems import Problem, found, nearest, reason, shortened
from game.files.tomlfile import Refused, read_toml
from game.words import say
from game.words.text import first_unsafe

CONFIG_LIMIT = 1 << 20
"""Bytes in a config file."""
PATIENCE = 2.0
"""Seconds to wait for another window that is changing the config."""
WORDS = MappingProxyType({"motion": ("full", "none"), "score": ("sky", "hearth")})
"""What a setting of so few words can be, the usual one first."""


@dataclass(frozen=True, slots=True)
class Config:
    """The choices that outlast an evening."""

    theme: str = "hearth"
    motion: str = "full"
    """Whether things move: one of its WORDS."""
    score: str = "sky"
    """How the shared lights are shown: one of its WORDS."""
    welcomed: bool = False
    """Whether the first-run page has been read."""
    never: tuple[str, ...] = ()
    """Ids of cards that never come again, sorted."""
    home: str = ""
    """Another folder for everything, where this is the user's own config."""


DEFAULT = Config()
Change = Callable[[Config], Config]


def read_config(path: Path) -> tuple[Config, tuple[Problem, ...]]:
    """Return the config at *path* with everything that is wrong with it; no file is all defaults."""
    try:
        text, raw = _read(path)
    except Refused as refused:
        return DEFAULT, (refused.problem,)
    wrong = {key: sentence for key, value in raw.items() if (sentence := _wrong(key, value))}
    right = {key: value for key, value in raw.items() if key not in wrong}
    return _config(right), _problems(path, text, wrong) if wrong else ()


def change_config(path: Path, change: Change) -> Config:
    """Make *change* to the config at *path*, whatever other windows have changed, and return what holds now.

    Raise OSError when it cannot be written, or stays locked for longer than PATIENCE.
    """
    config, _ = read_config(path)
    if change(config) == config:
        return config
    make_folder(path.parent)
    with _locked(path.with_suffix(".lock")):
        config = change(read_config(path)[0])
        write_config(path, config)
    return config


def change_to(before: Config, after: Config) -> Change:
    """Return the change that turns *before* into *after*, and leaves all else as it finds it."""
    names = (field.name for field in fields(Config))
    keys = {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}
    return lambda config: replace(config, **keys)


def write_config(path: Path, config: Config) -> None:
    """Write what *config* changes in the file at *path*, whole or not at all; raise OSError when that fails.

    Comments and all other lines stay. A file that cannot be read is set aside and begun anew.
    """
    try:
        text, _ = _read(path)
    except Refused:
        set_aside(path)
        text = ""
    written = read_config(path)[0]
    for field in fields(Config):
        value = getattr(config, field.name)
        if value != getattr(written, field.name):
            text = _edited(text, field.name, sorted(set(value)) if field.name == "never" else value)
    write_whole(path, text.encode())


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return "", {}
    except OSError as error:
        raise Refused(path, say("problem.file.os", reason=reason(error))) from error
    return read_toml(path, CONFIG_LIMIT)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    # Reading does without locks, and start-up only reads.
    from filelock import FileLock, Timeout

    lock = FileLock(path, timeout=PATIENCE, mode=0o600)
    try:
        lock.acquire()
    except Timeout as error:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(path)) from error
    except NotImplementedError as error:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK), str(path)) from error
    try:
        yield
    finally:
        lock.release()


def _config(keys: Mapping[str, Any]) -> Config:
    return replace(DEFAULT, **{**keys, "never": tuple(sorted(set(keys.get("never", ()))))})


def _problems(path: Path, text: str, wrong: Mapping[str, str]) -> tuple[Problem, ...]:
    lines = _lines(text)
    return tuple(Problem(path, sentence, lines.get(key), shortened(key)) for key, sentence in wrong.items())


def _lines(text: str) -> Mapping[str, int]:
    # Lines are looked for only when there is something to say about one, or to change.
    from game.files.lines import blocks

    first, *tables = blocks(text)
    return {**first.keys, **{table.name: table.line for table in tables}}


def _edited(text: str, key: str, value: Any) -> str:
    """Return *text* with *key* set to *value* and every other line as it was."""
    # Only a changed setting needs a parser and a writer together.
    import tomli
    import tomli_w

    wanted = {**tomli.loads(text), key: value}
    rows, row = text.split("\n"), tomli_w.dumps({key: value}).rstrip("\n")
    first = _lines(text).get(key)
    if first is None:
        return f"{row}\n{text}"
    # The old value ends where the rest reads as it did.
    for end in range(first, len(rows) + 1):
        edited = "\n".join((*rows[: first - 1], row, *rows[end:]))
        if _reads_as(edited, wanted):
            return edited
    return tomli_w.dumps(wanted)


def _reads_as(text: str, wanted: Mapping[str, Any]) -> bool:
    import tomli  # for the same reason

    try:
        return tomli.loads(text) == wanted
    except tomli.TOMLDecodeError:
        return False


def _wrong(key: str, value: Any) -> str | None:
    """Return the sentence that says what is wrong with *value*, or None."""
    known = tuple(field.name for field in fields(Config))
    if key not in known:
        near = nearest(key, known)
        name = "problem.key.unknown.near" if near else "problem.key.unknown"
        return say(name, near=near, known=", ".join(known))
    if allowed := WORDS.get(key):
        sentence = say("problem.key.choice", found=found(value), allowed=", ".join(allowed))
        return None if value in allowed else sentence
    return _CHECKS[type(getattr(DEFAULT, key))](value)


def _wrong_text(value: Any) -> str | None:
    if not isinstance(value, str):
        return say("problem.key.text", found=found(value))
    code = first_unsafe(value)
    return say("problem.key.unsafe", code=code) if code else None


def _wrong_truth(value: Any) -> str | None:
    return None if isinstance(value, bool) else say("problem.key.truth", found=found(value))


def _wrong_list(value: Any) -> str | None:
    if not isinstance(value, list):
        return say("problem.key.list", found=found(value))
    return next((sentence for entry in value if (sentence := _wrong_text(entry))), None)


_CHECKS: Mapping[type, Callable[[Any], str | None]] = MappingProxyType(
    {str: _wrong_text, bool: _wrong_truth, tuple: _wrong_list}
)
