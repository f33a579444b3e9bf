"""Cards as hascard writes them: a heading for each, what is to be known below it, and rules between them."""

import re
from collections.abc import Callable

from game.files.imports.finds import Find, Found, Left
from game.words import say

_RULE = re.compile(r"---[ \t]*")
_HEADING = re.compile(r"#[ \t]+(\S.*)")


def is_hascard(text: str) -> bool:
    """Return whether *text* has several cards between rules, and each begins with a heading."""
    blocks = [block for block in _blocks(text) if block]
    return len(blocks) > 1 and all(_HEADING.fullmatch(block[0][1]) for block in blocks)


def read_hascard(text: str, words: Callable[[str], str] = str) -> Found:
    """Yield the heading of each card of *text*; answers have no place in a game without right ones."""
    for block in _blocks(text):
        for line, told in block[:1]:
            heading = _HEADING.fullmatch(told)
            yield Find(line, {"text": words(heading[1] if heading else told)})
        for line, _ in block[1:2]:
            yield Left(line, say("exchange.left.answer"))


def _blocks(text: str) -> list[list[tuple[int, str]]]:
    """Return for each card its lines that are not empty, with their numbers."""
    blocks: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(text.split("\n"), start=1):
        if _RULE.fullmatch(line):
            blocks.append([])
        elif line.strip():
            blocks[-1].append((number, line.strip()))
    return blocks
