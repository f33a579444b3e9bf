"""Whoever slips in TOML or JSON is told so in plain words, with the line, and never in a parser's."""

import inspect
import re
from json import decoder, scanner
from pathlib import Path

import pytest
from tomli import _parser

from game.files.decks.deckfile import read_deck
from game.files.grammar import JSON_SLIPS, TOML_SLIPS
from game.files.importing import read_foreign

HEAD = '[deck]\ntitle = "T"\n[[card]]\n'
LINE = "a line is a key with its value, a header in brackets, or a note behind a #"
VALUE = 'a value is needed, and text needs quotation marks, "like this"'
EQUALS = "a key is needed here, an equals sign and a value"
HEADER = "a header has its brackets on both sides: [deck] once, and [[card]] before each card"
AFTER = "behind a value that is complete; quotation marks inside a text have a backslash in front"
OPEN = "the text that begins on this line is not closed; it needs its quotation marks at its end"
TWICE = "what this line begins with stands further up already; only [[card]] may come again"
SLASH = "a backslash inside a text must be written twice, or the text stand in single quotation marks"
UP = "or further up and not closed; commas stand between"
SLIPS = {
    'text = "Hm?': (4, OPEN),
    'text = "Hm?\n': (4, OPEN),
    "text = 'Hm?\n": (4, OPEN),
    'text = """Hm?\ndepth = 2\n\n': (4, OPEN),
    "text = '''Hm?\ndepth = 2\n\n": (4, OPEN),
    'text = "a "quote" here"': (4, f'found "quote" here"" {AFTER}'),
    "What do you see?": (4, f'found "What do you see?"; {EQUALS}'),
    "- a": (4, f'found "- a"; {EQUALS}'),
    "*a*": (4, f'found "*a*"; {LINE}'),
    "kind: 'story'": (4, f"found \"kind: 'story'\"; {EQUALS}"),
    "kind = story": (4, f'found "kind = story"; {VALUE}'),
    "kind =": (4, f'found "kind ="; {VALUE}'),
    "[[card": (4, f'found "[[card"; {HEADER}'),
    "[[card]\ntext = 'Hm?'": (4, f'found "[[card]"; {HEADER}'),
    "follow_ups = ['a' 'b']": (
        4,
        f"a list is opened here {UP} its entries, and ] at its end",
    ),
    "more = {a = 1": (
        4,
        f"a table is opened here {UP} its keys, and }} at its end",
    ),
    'text = "C:\\temp\\where"': (4, SLASH),
    'text = "\\ud800"': (4, SLASH),
    'text = "\\u00zz"': (4, SLASH),
    "depth = 1\ndepth = 2": (5, TWICE),
    "[deck]": (4, TWICE),
    "text = 2026-02-30": (4, "there is no such date or time; text needs quotation marks"),
    "# a note\x1b[2J": (4, "it holds the control code U+001B, which is not text"),
    'text = "\x9b"': (4, None),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_in_plain_words(slip: str, tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(HEAD + slip, encoding="utf-8")
    line, told = SLIPS[slip]
    problems = [str(each) for each in read_deck(path).problems]

    if told is None:  # TOML allows it, and the deck does not
        assert problems == ["ours.toml:4: text: it holds the control code U+009B, which is not text."]
    else:
        assert problems == [f"ours.toml:{line}: this is not TOML: {told}."]


def test_a_nonsense_line_shows_no_more_than_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(HEAD + "?" * 100_000)

    assert len(str(read_deck(path).problems[0])) < 250


def test_every_complaint_of_the_toml_parser_has_a_sentence_of_ours() -> None:
    source = Path(_parser.__file__).with_name("_parser.py").read_text(encoding="utf-8")
    told = re.findall(r'TOMLDecodeError\(\s*f?"(.+?)"', source)

    assert len(told) > 20
    assert [each for each in told if not each.startswith(tuple(TOML_SLIPS))] == []


def test_every_complaint_of_the_json_parser_has_a_sentence_of_ours() -> None:
    source = inspect.getsource(decoder) + inspect.getsource(scanner)
    told = re.findall(r'JSONDecodeError\(\s*f?"(.+?)"', source) + re.findall(r'msg = "(.+?)"', source)

    assert len(told) > 8
    assert [each for each in told if not each.startswith(tuple(JSON_SLIPS))] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('["a" "b"]', "a comma between two entries, or a closing bracket, is missing here"),
        ('{"a": ["b"], c: []}', "a name in double quotation marks is needed here"),
        ('["a\\qb"]', "a backslash inside a text must be written twice"),
        ('["a', "the text that begins here is not closed; it needs a double quotation mark at its end"),
    ],
)
def test_json_is_told_in_plain_words_too(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)

    assert [str(each) for each in read_foreign(path).problems] == [f"a.json:1: this is not JSON: {told}."]
