"""The statements of TOML text: where each key's value stands, and how to write another in its place.

Only the lines of a changed key change. Whoever rewrites parses what came of it and compares.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Value = str | int | list[str]
"""What a changed key may hold."""
_NAME = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_START = re.compile(
    rf"[ \t]*(?:(?P<brackets>\[\[?)[ \t]*(?P<header>{_DOTTED})|(?P<key>{_DOTTED})[ \t]*=[ \t]*)"
)
_PART = re.compile(
    r"""
      (?P<text>\"\"\"(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}|'''(?:[^']++|'{1,2}(?!'))*+'{3,5}
        |"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+')
    | (?P<note>\#[^\n]*+)
    | (?P<open>[\[{]) | (?P<close>[\]}]) | (?P<end>\r?\n)
    | [^\s"'\#\[\]{}]++
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\r": "\\r", "\n": "\\n"}
_CODES = re.compile("[\\\\\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Statement:
    """A header, or a key with its value, by its places in the text."""

    name: str
    """The key, or the header's name, without quotes; parts of a dotted name stand between dots."""
    is_header: bool
    is_entry: bool
    """Whether it is a header in two brackets."""
    start: int
    """Where its first line starts."""
    value: int
    end: int
    """Where its value starts, and where it has ended."""
    stop: int
    """Where the next line starts."""


def statements(text: str) -> Iterator[Statement]:
    """Yield every header and every key of *text*, valid TOML, that is not inside a value."""
    at = 0
    while at < len(text):
        found = _START.match(text, at)
        value = found.end() if found else at
        end, stop = _ends(text, value)
        if found:
            header = found["header"]
            yield Statement(
                _plain(header or found["key"]), bool(header), found["brackets"] == "[[", at, value, end, stop
            )
        at = stop


def rewritten(
    text: str, header: str, changes: Mapping[str, Value | None], order: Sequence[str], newline: str
) -> str:
    """Return *text* with the *changes* made in its first table called *header*.

    None takes a key out. A new key finds its place by the *order* of keys. Comments all stay.
    """
    for key, value in changes.items():
        table = _table(text, header)
        old = next((each for each in table[1:] if each.name == key), None)
        if old is None and value is not None:
            before = order[: order.index(key)] if key in order else order
            line = f"{key} = {written(value, newline)}"
            text = _inserted(text, _neighbour(table, before), line, newline)
        elif old is not None:
            text = _without(text, old, newline) if value is None else _changed(text, old, value, newline)
    return text


def written(value: Value, newline: str, *, tall: bool = False) -> str:
    """Return *value* as TOML; a *tall* list has a line for each of its entries."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _tall_text(value, newline) if "\n" in value else f'"{_escaped(value, chr(34))}"'
    if tall and value:
        return "".join(("[", *(f"{newline}    {_flat(each)}," for each in value), newline, "]"))
    return f"[{', '.join(map(_flat, value))}]"


def _flat(text: str) -> str:
    return f'"{_escaped(text, chr(34) + chr(10))}"'


def _tall_text(text: str, newline: str) -> str:
    """Return a text of several lines as it would be read, between three quotes on each side."""
    body = _escaped(text, "").replace('"""', '""\\"')
    if body.endswith('"'):
        body = body[:-1] + '\\"'
    return f'"""{newline}{body.replace(chr(10), newline)}"""'


def _escaped(text: str, also: str) -> str:
    """Return *text* without codes that TOML knows only by number or name, and with *also* escaped."""
    plain = _CODES.sub(lambda code: _ESCAPES.get(code[0], f"\\u{ord(code[0]):04X}"), text)
    for each in also:
        plain = plain.replace(each, _ESCAPES.get(each, f"\\{each}"))
    return plain.replace("\t", "\\t") if also else plain


def _ends(text: str, at: int) -> tuple[int, int]:
    """Return where the value at *at* has ended, and where the line after it starts."""
    depth, end = 0, at
    for part in _PART.finditer(text, at):
        match part.lastgroup:
            case "end":
                if depth <= 0:
                    return end, part.end()
                continue
            case "note":
                continue
            case "open":
                depth += 1
            case "close":
                depth -= 1
        end = part.end()
    return end, len(text)


def _plain(name: str) -> str:
    parts = re.findall(_NAME, name)
    return ".".join(part.strip("\"'") for part in parts)


def _table(text: str, header: str) -> list[Statement]:
    """Return the header of the first table called *header*, and its keys."""
    found: list[Statement] = []
    for each in statements(text):
        if each.is_header and found:
            break
        if found or (each.is_header and each.name == header):
            found.append(each)
    return found


def _neighbour(table: list[Statement], before: Sequence[str]) -> Statement:
    """Return the statement below which a new key comes: the last of the keys *before* it, or the header."""
    return next((each for each in reversed(table[1:]) if each.name in before), table[0])


def _inserted(text: str, above: Statement, line: str, newline: str) -> str:
    indent = re.match("[ \t]*", text[above.start : above.value])[0]  # type: ignore[index]  # it always matches
    if text[: above.stop].endswith("\n"):
        return f"{text[: above.stop]}{indent}{line}{newline}{text[above.stop :]}"
    return f"{text[: above.stop]}{newline}{indent}{line}"


def _changed(text: str, old: Statement, value: Value, newline: str) -> str:
    span = text[old.value : old.end]
    tall = isinstance(value, list) and "\n" in span
    notes = _lifted(span, newline)
    middle = text[old.start : old.value] + written(value, newline, tall=tall)
    return text[: old.start] + notes + middle + text[old.end :]


def _without(text: str, old: Statement, newline: str) -> str:
    return text[: old.start] + _lifted(text[old.value : old.stop], newline) + text[old.stop :]


def _lifted(span: str, newline: str) -> str:
    """Return the comments inside of a value, each on a line of its own."""
    notes = [part[0].rstrip() for part in _PART.finditer(span) if part.lastgroup == "note"]
    return "".join(f"{note}{newline}" for note in notes)
