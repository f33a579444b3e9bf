"""Tables: values with commas, semicolons or tabs between them, with or without a line of names."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from io import StringIO
from itertools import chain, islice
from typing import Literal

from game.files.imports.finds import Find, Found, Left, Unusable
from game.files.imports.keys import card_of, key_of
from game.files.imports.scope import Scope
from game.files.problems import shortened
from game.words import say

MOST_COLUMNS = 100
_SEPARATORS = ",;\t"
_LONGEST_NAME = 40
_LOOKED_AT = 50
"""Rows that decide whether the first one is of names."""
_QUOTED = re.compile(r'"[^"]*"')
_SAID = re.compile(r"sep=([,;|:\t])\n")
"""What spreadsheets put first to say what stands between the values."""
_ENDS = (".", "?", "!", "…", "。", "？", "！")
_FORMULA = re.compile(r"'+[=+@\t-]")
"""A quote in front keeps a spreadsheet from reading the cell as a formula, and belongs to no text."""
Row = tuple[int, list[str]]


def read_table(text: str, separator: str = "") -> Found:
    """Yield the cards of *text*: one to a row when a column is named as the text, else one to a cell.

    Then every column is a section, called as the first row says if that is a row of names.
    """
    said = _SAID.match(text)
    table = split(text, separator or (said[1] if said else separator_of(text)), 1 if said else 0)
    first = list(islice(table, _LOOKED_AT))
    names = [key_of(name) for name in first[0][1]] if first else []
    if "text" in names:
        yield from _records(first[0], names, chain(first[1:], table))
    elif first:
        has_names = _has_names(first)
        sections = [name.strip() for name in first[0][1]] if has_names else []
        yield from _sections(sections, chain(first[has_names:], table))


def split(text: str, separator: str, skipped: int = 0) -> Iterator[Row]:
    """Yield the rows of *text* that are not empty, each with its line; raise Unusable when quotes stay open.

    Where tabs stand between the values, quotes that do not pair up are letters like any other.
    """
    strict = True
    if separator == "\t":
        try:
            deque(_rows(text, separator, skipped, strict), maxlen=0)
        except Unusable:
            strict = False
    return _rows(text, separator, skipped, strict)


def separator_of(text: str) -> str:
    """Return what stands between the values of *text*, by its first line."""
    line = _QUOTED.sub("", text.partition("\n")[0])
    return max(_SEPARATORS, key=line.count)


def _rows(text: str, separator: str, skipped: int, strict: bool) -> Iterator[Row]:
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if strict else csv.QUOTE_NONE
    reader = csv.reader(StringIO(text), delimiter=separator, strict=strict, quoting=quoting)
    line = 1
    try:
        for row in reader:
            if line > skipped and any(cell.strip() for cell in row):
                if len(row) > MOST_COLUMNS:
                    raise Unusable(say("exchange.file.columns", limit=MOST_COLUMNS), line)
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise Unusable(say("exchange.file.quotes"), line) from error


def _has_names(first: list[Row]) -> bool:
    """Return whether the first row is of names: short, all different, and unlike what stands below them."""
    names = [name.strip() for name in first[0][1]]
    below = [cell.strip() for _, row in first[1:] for cell in row if cell.strip()]
    fit = all(0 < len(name) <= _LONGEST_NAME and not name.endswith(_ENDS) for name in names)
    sentences = sum(cell.endswith(_ENDS) or len(cell) > _LONGEST_NAME for cell in below)
    return fit and len(set(names)) == len(names) and bool(below) and 2 * sentences >= len(below)


def _records(head: Row, names: list[str], table: Iterator[Row]) -> Found:
    line, titles = head
    keys = ["" if key != "follow_ups" and key in names[:at] else key for at, key in enumerate(names)]
    for key, title in zip(keys, titles, strict=True):
        if not key and title.strip():
            yield Left(line, say("exchange.left.column", name=shortened(title)))
    for line, row in table:
        if any(cell.strip() for cell in row[len(keys) :]):
            yield Left(line, say("exchange.left.beyond"))
        told = [(key, _cell(cell)) for key, cell in zip(keys, row, strict=False) if key]
        yield Find(line, card_of(told))


def _sections(names: list[str], table: Iterator[Row]) -> Found:
    scope = Scope(names)
    marks = [scope.marks_under(name) for name in names]
    for line, row in table:
        for at, cell in enumerate(row):
            if cell.strip() and not any(map(str.isalpha, cell)):
                yield Left(line, say("exchange.left.letters", text=shortened(cell)))
            elif cell.strip():
                yield Find(line, {**(marks[at] if at < len(marks) else {}), "text": _cell(cell)})


def _cell(text: str) -> str:
    return text[1:] if _FORMULA.match(text) else text
