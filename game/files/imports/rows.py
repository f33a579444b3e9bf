"""What each line of a typed list is: a heading, an entry, a line by itself, or none of these."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from game.engine.cards import DEEPEST

_LONGEST_SECTION, _LONGEST_RULE = 60, 200
_NUMBER_LEVEL, _SECTION_LEVEL = 7, 8
"""Where "2:" and "Holidays:" stand below the six ranks of headings, the names inside the numbers."""
_MOST_FRONT = 50
_FRONT_LETTERS = 20_000
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?")
_CLOSING = re.compile(r"(?:^|[ \t])#+$")
_ENTRY = re.compile(r"([ \t]*)(?:[-*+•‣–—·]|\d{1,4}[.)]|\(\d{1,4}\)|[a-z]\))[ \t]+(?:\[[ xX]\][ \t]+)?(\S.*)")
_NUMBER = re.compile(r"(\d{1,3}):(?:[ \t]+(\S.*))?")
_COUNT = re.compile(r"^\d{1,4}[.):][ \t]+")
_BOLD = re.compile(r"(\*\*|__)([^*_]+?):?\1:?")
_ENDS = (".", "?", "!", "…")
_RULE = re.compile(r"[ \t]*(?:[-*_=+•][ \t]*)+")
_UNDERLINE = re.compile(r"(=+|-{4,})[ \t]*")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_REMARK = re.compile(r"[ \t]*<!--.*-->[ \t]*")
_QUOTED = re.compile(r"[ \t]*>[> \t]*")


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or several that belong together, without the sign that says what it is."""

    line: int
    kind: str
    """"heading", "entry" or "line"; or what is never a card: "answer", "code", "front", "remark", "table"."""
    text: str
    level: int = 0
    """The rank of a heading, from 1; how many columns an entry or a line is further in."""
    depth: int = 0
    """The number that an entry itself begins with, as in "2: Where were you?"."""


def rows(text: str) -> list[Row]:
    """Return the rows of *text*, in order."""
    single = _asked(list(_underlined(_singles(text))))
    numbers = {row.depth for row in single if row.depth}
    if not numbers <= set(range(1, DEEPEST + 1)):  # they only count the entries
        single = [replace(row, depth=0) for row in single]
    return list(_joined(single, any(row.kind == "entry" for row in single)))


def _asked(single: list[Row]) -> list[Row]:
    """Return *single* with its headings that are questions as entries, where there are no other entries."""
    asked = {row.line for row in single if row.kind == "heading" and row.text.endswith("?")}
    if len(asked) < 2 or any(row.kind == "entry" for row in single):
        return single
    return [_asking(row) if row.line in asked else _answering(row) for row in single]


def _asking(heading: Row) -> Row:
    return replace(heading, kind="entry", level=0, text=_COUNT.sub("", heading.text))


def _answering(row: Row) -> Row:
    return replace(row, kind="answer") if row.kind == "line" else row


def _singles(text: str) -> Iterator[Row]:
    """Yield a row for each line that is not empty, and one for each block that is no list."""
    lines = iter(enumerate(text.split("\n"), start=1))
    if front := _front_lines(text):
        yield Row(1, "front", "")
    next(islice(lines, front, front), None)
    fence = ""
    for number, raw in lines:
        mark = _FENCE.match(raw)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
            yield Row(number, "code", "")
        elif raw.strip():
            yield _row(number, raw.rstrip())


def _front_lines(text: str) -> int:
    """Return how many lines of keys, between two rules, stand in front of everything."""
    head = text[:_FRONT_LETTERS].split("\n")[:_MOST_FRONT]
    if head[0] != "---":
        return 0
    close = next((number for number, line in enumerate(head[1:], start=2) if line in ("---", "...")), 0)
    between = [line for line in head[1 : max(close - 1, 1)] if line]
    return close if all(":" in line or line[0] in " -#" for line in between) else 0


def _row(number: int, raw: str) -> Row:
    raw = _QUOTED.sub("", raw, count=1) if _QUOTED.match(raw) else raw
    if len(raw) <= _LONGEST_RULE and _RULE.fullmatch(raw):
        return Row(number, "rule", raw.strip())
    if heading := _HEADING.fullmatch(raw):
        return Row(number, "heading", _CLOSING.sub("", heading[2] or "").strip(), len(heading[1]))
    if entry := _ENTRY.fullmatch(raw):
        return Row(number, "entry", entry[2], len(entry[1].expandtabs(4)))
    if _REMARK.fullmatch(raw):
        return Row(number, "remark", "")
    if raw.startswith("|"):
        return Row(number, "table", "")
    inner = raw.strip()
    further_in = len(raw) - len(raw.lstrip())
    return Row(number, "line", inner, further_in) if further_in else _section(number, inner)


def _section(number: int, raw: str) -> Row:
    """Return the row of a line that starts at the margin and may be the name of a section."""
    if numbered := _NUMBER.fullmatch(raw):
        if numbered[2]:
            return Row(number, "entry", numbered[2], depth=int(numbered[1]))
        return Row(number, "heading", numbered[1], _NUMBER_LEVEL)
    if (bold := _BOLD.fullmatch(raw)) and not bold[2].endswith(_ENDS):
        return Row(number, "heading", bold[2], _SECTION_LEVEL)
    if raw.endswith(":") and not raw.endswith("\\:") and len(raw) <= _LONGEST_SECTION:
        return Row(number, "heading", raw[:-1], _SECTION_LEVEL)
    return Row(number, "line", raw)


def _underlined(single: Iterator[Row]) -> Iterator[Row]:
    """Leave out the rules, and make headings of the lines that have one right below them."""
    above: Row | None = None
    for row in single:
        if row.kind != "rule":
            if above:
                yield above
            above = row
        elif above and above.kind == "line" and above.line == row.line - 1 and _UNDERLINE.fullmatch(row.text):
            above = replace(above, kind="heading", level=1 if row.text[0] == "=" else 2)
    if above:
        yield above


def _joined(single: list[Row], has_lists: bool) -> Iterator[Row]:
    """Yield *single* with each line that goes on where the row above it ended as a part of that row."""
    group: list[Row] = []
    for row in single:
        if group and not _goes_on(group, row, has_lists):
            yield _one(group)
            group = []
        group.append(row)
    if group:
        yield _one(group)


def _goes_on(group: list[Row], row: Row, has_lists: bool) -> bool:
    """Return whether *row* is a further line of the entry or the paragraph that *group* is so far."""
    kind, last = group[0].kind, group[-1]
    if row.kind != "line" or kind not in ("entry", "line"):
        return False
    if last.line < row.line - 1:
        return kind == "entry" and row.level > 0
    return kind == "entry" or has_lists or _breaks(last.text)


def _one(group: list[Row]) -> Row:
    """Return the rows of *group* as one; a line ends where a backslash or an empty line says so."""
    if len(group) == 1:
        return group[0]
    text = group[0].text
    for above, row in pairwise(group):
        if _breaks(above.text):
            text = f"{text[:-1]}\n{row.text}"
        else:
            text += (" " if above.line == row.line - 1 else "\n") + row.text
    return replace(group[0], text=text)


def _breaks(text: str) -> bool:
    """Return whether *text* ends in a backslash that is not itself escaped."""
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1
