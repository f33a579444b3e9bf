"""JSON by its shape, hascard by its headings."""

from pathlib import Path
from typing import Any

import pytest

from game.files.importing import Form
from tests.files.foreign import Told, cards, imported, problems

Cards = list[tuple[str, dict[str, Any]]]
ASKED: Cards = [("What?", {}), ("Who?", {})]

OBJECTS = """\
{
  "title": "Us two",
  "description": "For Sundays.",
  "Level 2": [
    {"prompt": "What?", "follow_ups": ["a", "b", "c", "d"], "author": "me"},
    {"question": "Who?", "follow-up": "why", "depth": 3, "author": "me", "touch": true, "alt": null},
    {"note": "x"},
    5,
    null,
    ["a"]
  ],
  "count": 2
}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('["What?", "Who?"]', ASKED),
        ('\ufeff["What?",\r\n"Who?"]\r\n', ASKED),
        ('[{"text": "What?"}, {"Card": "Who?"}]', ASKED),
        ('{"cards": ["What?"], "more": []}', ASKED[:1]),
        ('{"Home": ["What?"], "3": ["Who?"]}', [("What?", {"angle": "Home"}), ("Who?", {"depth": 3})]),
        ('{"1: a": ["What?"], "9: b": ["Who?"]}', [("What?", {"angle": "a"}), ("Who?", {"angle": "b"})]),
        (
            '{"deck": {"title": "T"}, "card": [{"text": "What?", "kind": "wild"}]}',
            [("What?", {"kind": "wild"})],
        ),
        ('{"Home": [{"text": "What?", "angle": "Work"}]}', [("What?", {"angle": "Work"})]),
    ],
)
def test_json(tmp_path: Path, text: str, expected: Cards) -> None:
    found = imported(tmp_path, "a.json", text)

    assert (found.form, cards(found), found.left) == (Form.JSON, expected, ())


def test_json_is_told_line_by_line(tmp_path: Path) -> None:
    found = imported(tmp_path, "a.json", OBJECTS)

    assert found.deck is not None
    assert (found.deck.cover.title, found.deck.cover.purpose) == ("Us two", "For Sundays.")
    assert cards(found) == [
        ("What?", {"depth": 2, "follow_ups": ("a", "b", "c")}),
        ("Who?", {"depth": 3, "follow_ups": ("why",), "touch": True}),
    ]
    assert [line for line, _ in found.taken] == [5, 6]
    assert found.left == (
        (5, '"author" is not used, here and further down.'),
        (5, "only the first 3 follow-ups are taken."),
        (7, '"note" is not used, here and further down.'),
        (7, 'no text was found here; call it "text" or "question".'),
        (8, "found 5; a text is needed, or an object with one."),
        (9, "found null; a text is needed, or an object with one."),
        (10, "found a list; a text is needed, or an object with one."),
        (12, '"count" is not a list.'),
    )


VALUE = "a value is needed here, and text needs double quotation marks"
COMMA = "a comma between two entries, or a closing bracket, is missing here"
CODE = "inside a text stands the end of a line, a tab or a control code; write \\n or \\t there"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "a.json:1: a list is needed, or an object with lists in it."),
        ("5", "a.json:1: a list is needed, or an object with lists in it."),
        ("[", f"a.json:1: this is not JSON: {VALUE}."),
        ('["a",\n"b"', f"a.json:2: this is not JSON: {COMMA}."),
        ('["a",]', f"a.json:1: this is not JSON: {VALUE}."),
        ('["a"]\n["b"]', "a.json:2: this is not JSON: something stands behind the end."),
        ("{a: []}", "a.json:1: this is not JSON: a name in double quotation marks is needed here."),
        ('{"a" []}', "a.json:1: this is not JSON: a colon between a name and its value is missing here."),
        ('["a\nb"]', f"a.json:1: this is not JSON: {CODE}."),
        ("[" * 200_000, "a.json:1: lists or tables stand too deep inside each other."),
        ('{"a":' * 200_000, "a.json:1: lists or tables stand too deep inside each other."),
        (f"[{'9' * 5000}]", "a.json:1: a number here is too long to read."),
        ("{" + '"a":[],' * 2000 + "}", "a.json:1: there are more than 1000 lists here."),
        ("[]", "a.json: no cards were found here."),
    ],
)
def test_json_that_cannot_be_read_says_why(tmp_path: Path, text: str, told: str) -> None:
    assert problems(imported(tmp_path, "a.json", text)) == [told]


@pytest.mark.parametrize(
    "value", ["1e999", "NaN", "-Infinity", "123456789012345678901234567890", "2.5", '"\\ud800"', "{}"]
)
@pytest.mark.parametrize("key", ["depth", "kind", "touch", "follow_ups", "angle", "text"])
def test_odd_values_are_told_and_nothing_breaks(tmp_path: Path, key: str, value: str) -> None:
    text = f'[{{"text": "a", "{key}": {value}}}, "b"]'
    found = imported(tmp_path, "a.json", text)

    assert ("b", {}) in cards(found)
    assert found.left


HASCARD = """\
# What is *this*?
A long answer
---

# Which?
- one
* two
---
# Done?
"""


def test_hascard_gives_its_headings(tmp_path: Path) -> None:
    found = imported(tmp_path, "a.md", HASCARD)

    assert found.form is Form.HASCARD
    assert cards(found) == [("What is this?", {}), ("Which?", {}), ("Done?", {})]
    assert [line for line, _ in found.taken] == [1, 5, 9]
    why = "what stands below the question stays behind; no card has a right answer."
    expected: Told = ((2, why), (6, why))
    assert found.left == expected


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.md", HASCARD, Form.HASCARD),
        ("a.txt", HASCARD, Form.HASCARD),
        ("a.csv", HASCARD, Form.CSV),
        ("a.md", "# T\n---\n- a\n", Form.MARKDOWN),
        ("a", '["a"]', Form.JSON),
        ("a.txt", '{"a": ["b"]}', Form.JSON),
        ("a.txt", "[x] a\n", Form.TEXT),
        ("a.md", '["a"]', Form.MARKDOWN),
        ("a.TSV", "a\tb", Form.TSV),
        ("a.txt", "#hash: a\n", Form.TEXT),
        ("a.csv", "#separator:;\na;b\n", Form.ANKI),
    ],
)
def test_a_file_tells_by_its_ending_and_its_content_what_it_is(
    tmp_path: Path, name: str, text: str, form: Form
) -> None:
    assert imported(tmp_path, name, text).form is form


def test_whoever_knows_better_says_what_it_is(tmp_path: Path) -> None:
    assert cards(imported(tmp_path, "a.md", "a,b\n", Form.CSV)) == [("a", {}), ("b", {})]
    assert cards(imported(tmp_path, "a.csv", "a,b\n", Form.TEXT)) == [("a,b", {})]
