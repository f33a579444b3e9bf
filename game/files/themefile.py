"""Theme files: the colours of one's own, as TOML. A bad one is told and stops nothing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from game.files.lines import blocks
from game.files.problems import Problem, found, nearest, reason, shortened
from game.files.tomlfile import Refused, read_toml
from game.words import say

THEME_LIMIT = 1 << 16
"""Bytes in a theme file."""
COLOURS = (
    *("background", "surface", "foreground", "primary", "secondary"),
    *("accent", "success", "warning", "error", "muted"),
)
"""What has a colour; the game's own themes lend those that are left out."""
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one's own, by what has them."""

    name: str
    dark: bool = True
    colours: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Each as `#rrggbb`."""


def read_palettes(folder: Path) -> tuple[tuple[Palette, ...], tuple[Problem, ...]]:
    """Return every palette in *folder*, named after its file, and all that is wrong with the others."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml" and path.name[0] != ".")
    except (FileNotFoundError, NotADirectoryError):
        return (), ()
    except OSError as error:
        return (), (Problem(folder, say("problem.file.os", reason=reason(error))),)
    read = [_read(path) for path in paths]
    palettes = tuple(each for each in read if isinstance(each, Palette))
    problems = (problem for each in read if isinstance(each, tuple) for problem in each)
    return palettes, tuple(problems)


def _read(path: Path) -> Palette | tuple[Problem, ...]:
    try:
        text, raw = read_toml(path, THEME_LIMIT)
    except Refused as refused:
        return (refused.problem,)
    if not _NAME.fullmatch(path.stem):
        return (Problem(path, say("problem.theme.name")),)
    lines = blocks(text)[0].keys
    problems = tuple(Problem(path, why, lines.get(key), shortened(key)) for key, why in _wrong(raw))
    colours = {key: value for key, value in raw.items() if key != "dark"}
    return problems or Palette(path.stem, raw.get("dark", True), MappingProxyType(colours))


def _wrong(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each key that is wrong, and why."""
    known = ("dark", *COLOURS)
    for key, value in raw.items():
        if key not in known:
            near = nearest(key, known)
            name = "problem.key.unknown.near" if near else "problem.key.unknown"
            yield key, say(name, near=near, known=", ".join(known))
        elif key == "dark" and not isinstance(value, bool):
            yield key, say("problem.key.truth", found=found(value))
        elif key != "dark" and not (isinstance(value, str) and _COLOUR.fullmatch(value)):
            yield key, say("problem.theme.colour", found=found(value))
