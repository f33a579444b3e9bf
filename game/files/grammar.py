"""What keeps a text from being TOML or JSON, in our words: a parser's own are for those who write parsers."""

from __future__ import annotations

from game.files.problems import found
from game.words import say
from game.words.text import first_unsafe

TYPE_CHECKING = False  # neither parser is loaded for a file that has nothing wrong with it
if TYPE_CHECKING:
    from json import JSONDecodeError

    from tomli import TOMLDecodeError

TOML_SLIPS = {
    "Illegal character": "sign",
    "Found invalid character": "sign",
    "Unterminated string": "open",
    "Expected newline": "after",
    "Invalid statement": "statement",
    "Invalid initial character": "statement",
    "Expected ']": "header",
    "Expected '='": "equals",
    "Expected ": "open",
    "Invalid value": "value",
    "Unclosed array": "list",
    "Unclosed inline table": "table",
    "Unescaped": "backslash",
    "Invalid hex value": "backslash",
    "Escaped character": "backslash",
    "Cannot": "twice",
    "Duplicate": "twice",
    "Invalid date": "date",
}
"""How what the TOML parser says begins, and the sentence for it; the particular goes before the general."""
JSON_SLIPS = {
    "Expecting ','": "comma",
    "Expecting ':'": "colon",
    "Expecting property name": "name",
    "Expecting value": "value",
    "Illegal trailing comma": "trailing",
    "Unterminated string": "open",
    "Invalid control character": "code",
    "Invalid \\": "backslash",
    "Extra data": "extra",
}
"""The same for the JSON parser."""


def toml_slip(error: TOMLDecodeError) -> tuple[str, int]:
    """Return what is wrong where the TOML parser gave up, as the end of a sentence, and the line of it."""
    slip = _known(error.msg, TOML_SLIPS)
    here = error.doc[error.pos : error.pos + 1]
    if slip == "sign":
        return _sign(here), error.lineno
    if slip == "open":
        return say("toml.open"), _opened(error)
    shown = _rest(error.doc, error.pos) if slip == "after" else _line(error.doc, error.pos)
    return say(f"toml.{slip}", found=shown), error.lineno


def json_slip(error: JSONDecodeError) -> str:
    """Return what is wrong where the JSON parser gave up, as the end of a sentence."""
    return say(f"json.{_known(error.msg, JSON_SLIPS)}")


def _known(message: str, slips: dict[str, str]) -> str:
    return next((slip for beginning, slip in slips.items() if message.startswith(beginning)), "other")


def _sign(letter: str) -> str:
    """Return what a *letter* that cannot stand inside a text or a note says about it."""
    if letter == "\n":
        return say("toml.open")
    return say("toml.code", code=first_unsafe(letter))


def _opened(error: TOMLDecodeError) -> int:
    """Return the line of the marks without a partner: the last ones, as it is looked for until the end."""
    marks = "'''" if "'''" in error.msg else "'" if "'" in error.msg else '"""'
    if marks == '"""' and error.doc.count(marks) % 2 == 0:
        return error.lineno  # a text of one line, which is the last
    return error.doc.count("\n", 0, error.doc.rfind(marks)) + 1


def _line(text: str, place: int) -> str:
    start = text.rfind("\n", 0, place) + 1
    return found(text[start : start + 400].partition("\n")[0])


def _rest(text: str, place: int) -> str:
    return found(text[place : place + 400].partition("\n")[0])
