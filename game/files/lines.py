"""On which line of a TOML text a table or a key stands. Where that is not certain there is no answer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_TEXT = r"""
    \"\"\"(?:[^"\\]++|\\.|"{1,2}(?!"))*+(?:"{3,5}|\Z)
    | '''(?:[^']++|'{1,2}(?!'))*+(?:'{3,5}|\Z)
    | "(?:[^"\\\n]++|\\.)*+"?
    | '[^'\n]*+'?
    | \#[^\n]*+
"""
"""A text or a comment. Never looked at twice, also where it has no end: a stranger's file may be long."""
_NAME = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_TOKEN = re.compile(
    rf"""
      ^[ \t]*\[\[[ \t]*(?P<entry>{_DOTTED})[ \t]*\]\]
    | ^[ \t]*\[[ \t]*(?P<table>{_DOTTED})[ \t]*\]
    | ^[ \t]*(?P<key>{_DOTTED})[ \t]*=
    | (?P<text>{_TEXT})
    | (?P<open>[\[{{])
    | (?P<close>[\]}}])
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_TEXTS = re.compile(_TEXT, re.VERBOSE | re.DOTALL)
_STEPS = {"open": 1, "close": -1}
_DEEP = 50
"""Lists, tables or parts of a key inside each other; ours have three."""
_LONG_TEXTS = ('"""', "'''")


@dataclass(frozen=True, slots=True)
class Block:
    """A table: the line of its header, and of each of its keys."""

    name: str
    line: int
    keys: dict[str, int]
    is_entry: bool = False
    """Whether it is one of a list of tables, as [[card]] is."""


def blocks(text: str) -> tuple[Block, ...]:
    """Return every table of *text*, valid TOML, in order; the first holds the keys above any header."""
    gathered = [Block("", 1, {})]
    for line, kind, name in _statements(text):
        if kind == "key":
            gathered[-1].keys.setdefault(name, line)
        else:
            gathered.append(Block(name, line, {}, kind == "entry"))
    return tuple(gathered)


def entries(gathered: tuple[Block, ...], name: str) -> tuple[Mapping[str, int], ...]:
    """Return for each [[name]] the lines of its keys and tables, and under "" the line of its header."""
    found: list[dict[str, int]] = []
    for block in gathered:
        if block.name == name and block.is_entry:
            found.append({"": block.line, **block.keys})
        elif found and block.name.startswith(f"{name}."):
            found[-1].setdefault(block.name.split(".")[1], block.line)
    return tuple(found)


def headers(text: str, name: str) -> tuple[int, ...]:
    """Return the line of each [[name]] in *text*, valid TOML."""
    if any(quotes in text for quotes in _LONG_TEXTS):
        return tuple(entry[""] for entry in entries(blocks(text), name))
    # Without texts of several lines a header can be nothing else, and a whole look takes ten times as long.
    pattern = re.compile(rf"^[ \t]*\[\[[ \t]*{re.escape(name)}[ \t]*\]\]", re.MULTILINE)
    return tuple(line for line, _ in _numbered(text, pattern.finditer(text)))


def knot(text: str) -> int | None:
    """Return the line on which *text*, valid or not, first goes far deeper than any of our files."""
    depth = 0
    for line, token in _numbered(text, _TOKEN.finditer(text)):
        kind = token.lastgroup or ""
        depth += _STEPS.get(kind, 0)
        if depth > _DEEP or (kind in ("key", "table", "entry") and token[0].count(".") > _DEEP):
            return line
    return None


def bare(text: str) -> str:
    """Return *text*, which need not be valid, without its texts and comments: the bones of it."""
    return _TEXTS.sub("", text)


def _statements(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield line, kind and name of every header, and of every key that is not inside a value."""
    depth = 0
    for line, token in _numbered(text, _TOKEN.finditer(text)):
        kind = token.lastgroup or ""
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
        elif kind != "text" and depth == 0:
            yield line, kind, token[kind].strip("\"'")


def _numbered(text: str, tokens: Iterator[re.Match[str]]) -> Iterator[tuple[int, re.Match[str]]]:
    line, counted = 1, 0
    for token in tokens:
        line, counted = line + text.count("\n", counted, token.start()), token.start()
        yield line, token
