"""Lists as people type them: each line is a card, a section, a follow-up, or said to be none of these."""

from pathlib import Path
from typing import Any

import pytest

from game.files.importing import Form
from tests.files.foreign import cards, imported

Cards = list[tuple[str, dict[str, Any]]]

BULLETS = """\
# Sunday questions

What we ask when we go nowhere,
in particular.

## Warm up

- What did you **see** today?
- Which door would you [open](https://example.org)?
  - Who would open it?
  - *Or:* Point at one.

Prose that stands alone.

## Level 2: the way home

* [ ] What did you leave
  behind?
+ **story, touch** Tell of a `hand` &amp; a glove.
"""
OUTLINE = """\
- Holidays:
  - Which sea?
  - Which train?
- Food
  - What is for tea?
    - And for pudding?
- One more
  - a
  - b
  - c
  - d
"""


def test_a_markdown_list_has_a_title_a_purpose_sections_depths_and_follow_ups(tmp_path: Path) -> None:
    found = imported(tmp_path, "walks.md", BULLETS)

    assert found.form is Form.MARKDOWN
    assert found.deck is not None
    assert found.deck.cover.title == "Sunday questions"
    assert found.deck.cover.purpose == "What we ask when we go nowhere, in particular."
    assert found.deck.cover.deepest == 2
    assert cards(found) == [
        ("What did you see today?", {"angle": "Warm up"}),
        (
            "Which door would you open?",
            {"angle": "Warm up", "follow_ups": ("Who would open it?",), "alt": "Point at one."},
        ),
        ("What did you leave behind?", {"depth": 2, "angle": "the way home"}),
        ("Tell of a hand & a glove.", {"depth": 2, "angle": "the way home", "kind": "story", "touch": True}),
    ]
    assert [line for line, _ in found.taken] == [8, 9, 17, 19]
    assert found.left == ((13, "this stands in no list."),)


def test_an_entry_with_a_colon_with_many_below_it_or_with_a_third_step_is_a_section(tmp_path: Path) -> None:
    assert cards(imported(tmp_path, "outline.txt", OUTLINE)) == [
        ("Which sea?", {"angle": "Holidays"}),
        ("Which train?", {"angle": "Holidays"}),
        ("What is for tea?", {"angle": "Food", "follow_ups": ("And for pudding?",)}),
        *((letter, {"angle": "One more"}) for letter in "abcd"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What now?\n\nWho then?\n", [("What now?", {}), ("Who then?", {})]),
        ("1. What now?\n2) Who then?\n(3) Why?\n", [("What now?", {}), ("Who then?", {}), ("Why?", {})]),
        ("• What now?\n– Who then?\na) Why?", [("What now?", {}), ("Who then?", {}), ("Why?", {})]),
        ("1: What?\n2: Who?\n", [("What?", {}), ("Who?", {"depth": 2})]),
        ("1: What?\n5: Who?\n", [("What?", {}), ("Who?", {})]),
        ("2:\nWhat?\n3:\nWho?\n", [("What?", {"depth": 2}), ("Who?", {"depth": 3})]),
        ("Play:\nWhat?\nRest:\nWho?\n", [("What?", {"angle": "Play"}), ("Who?", {"angle": "Rest"})]),
        ("2:\nPlay:\nWhat?\n", [("What?", {"depth": 2, "angle": "Play"})]),
        ("**Play**\n- What?\n", [("What?", {"angle": "Play"})]),
        ("Play\n====\n\nRest\n----\n- What?\n", [("What?", {"angle": "Rest"})]),
        ("Say a.\n---\nSay b.\n---\n", [("Say a.", {}), ("Say b.", {})]),
        ("**What?**\n**Who?**\n", [("**What?**", {}), ("**Who?**", {})]),
        (f"{'x' * 60}:\n- What?\n", [("What?", {})]),
        (f"{'x' * 60}:\nWhat?\n", [(f"{'x' * 60}:", {}), ("What?", {})]),
        ("# Title\nWhat?\nWho?\n", [("What?", {}), ("Who?", {})]),
        ("- Home:\n  - What?\n- Who?\n", [("What?", {"angle": "Home"}), ("Who?", {})]),
        ("- 7:\n  - What?\n- 2:\n  - Who?\n", [("What?", {"angle": "7"}), ("Who?", {"depth": 2})]),
        ("a\\\nb\n\nc\n", [("a\nb", {}), ("c", {})]),
        ("What?\n    Who was there?\n", [("What?", {"follow_ups": ("Who was there?",)})]),
        ("> - What?\n> - Who?\n", [("What?", {}), ("Who?", {})]),
        ("# A\n- What?\n# B\n- Who?\n", [("What?", {"angle": "A"}), ("Who?", {"angle": "B"})]),
        ("12:30 is when it rang.\n", [("12:30 is when it rang.", {})]),
        ("What is in C:\\*notes*?\n", [("What is in C:\\*notes*?", {})]),
        ("I feel ____ when ____.\n", [("I feel ____ when ____.", {})]),
    ],
)
def test_plain_text(tmp_path: Path, text: str, expected: Cards) -> None:
    assert cards(imported(tmp_path, "a.txt", text)) == expected


@pytest.mark.parametrize(
    ("heading", "marks"),
    [
        ("2", {"depth": 2}),
        ("2:", {"depth": 2}),
        ("2: Open", {"depth": 2}),
        ("2. Childhood", {"depth": 2, "angle": "Childhood"}),
        ("3 – Childhood", {"depth": 3, "angle": "Childhood"}),
        ("Level 3", {"depth": 3}),
        ("DEPTH 4: tender", {"depth": 4}),
        ("Set 2 - Work", {"depth": 2, "angle": "Work"}),
        ("Deep", {"depth": 3}),
        ("3 wishes", {"angle": "3 wishes"}),
        ("2-minute cards", {"angle": "2-minute cards"}),
        ("Chapter 2", {"angle": "Chapter 2"}),
        ("Childhood:", {"angle": "Childhood"}),
        ("6. Money", {"angle": "Money"}),
        ("6", {"angle": "6"}),
    ],
)
def test_a_heading_is_a_depth_or_a_section(tmp_path: Path, heading: str, marks: dict[str, Any]) -> None:
    assert cards(imported(tmp_path, "a.md", f"## {heading}\n- What?\n")) == [("What?", marks)]


def test_numbers_beyond_the_deepest_only_count(tmp_path: Path) -> None:
    found = imported(tmp_path, "a.md", "## Level 1\n- a\n## Level 5\n- b\n## 2. Money\n- c\n")

    assert cards(found) == [
        ("a", {"angle": "Level 1"}),
        ("b", {"angle": "Level 5"}),
        ("c", {"angle": "Money"}),
    ]
    deep = "depths go from 1 to 4, so the numbers here only name sections."
    assert found.left == ((1, deep), (3, deep))


@pytest.mark.parametrize("heading", ["# Level 3", "# 3", "# Deep", "3\n===="])
def test_a_depth_in_the_place_of_a_title_is_a_depth(tmp_path: Path, heading: str) -> None:
    found = imported(tmp_path, "walks.md", f"{heading}\n\n- Where to?\n\n## Home\n\n- Where from?\n")

    assert found.deck is not None
    assert found.deck.cover.title == "Walks"
    assert [card.depth for card in found.deck.cards] == [3, 3]


def test_headings_open_and_close_by_their_rank(tmp_path: Path) -> None:
    text = "# T\n## 2\n### Play\n- a\n### Rest\n- b\n## Home\n- c\n### 3\n- d\n"

    assert cards(imported(tmp_path, "a.md", text)) == [
        ("a", {"depth": 2, "angle": "Play"}),
        ("b", {"depth": 2, "angle": "Rest"}),
        ("c", {"angle": "Home"}),
        ("d", {"depth": 3, "angle": "Home"}),
    ]


def test_where_the_headings_are_the_questions_what_stands_below_is_not(tmp_path: Path) -> None:
    text = "# Blog\n## Start\n### 1. What is it?\nNice one.\n### 2. Who is it?\n"
    found = imported(tmp_path, "a.md", text)

    assert cards(found) == [("What is it?", {"angle": "Start"}), ("Who is it?", {"angle": "Start"})]
    assert found.left == ((4, "what stands below the question stays behind; no card has a right answer."),)


def test_what_is_no_list_is_said_and_stays(tmp_path: Path) -> None:
    text = "---\ntitle: x\n---\n<!-- note -->\n- a\n\n```\n- b\n```\n| c | d |\n- a\n-\n***\n"
    found = imported(tmp_path, "a.md", text)

    assert cards(found) == [("a", {})]
    assert found.left == (
        (1, "the keys in front of the text are not read."),
        (4, "this is a remark."),
        (7, "a block of code is not read."),
        (10, "rows of a table are not read here; save the table as CSV."),
        (11, "the same words stand on line 5 already."),
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("- a\n  b\n", "a b"),
        ("- a\nb\n", "a b"),
        ("- a\\\n  b\n", "a\nb"),
        ("- a\n\n  b\n", "a\nb"),
        ("- a \\\\\n  b\n", "a \\ b"),
    ],
)
def test_an_entry_goes_on_where_a_line_is_only_wrapped(tmp_path: Path, text: str, kept: str) -> None:
    assert cards(imported(tmp_path, "a.md", text)) == [(kept, {})]


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("**a** and *b* and ***c*** and _d_ and __e__", "a and b and c and d and e"),
        ("**a *b* c**", "a b c"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("____ and __", "____ and __"),
        (r"\*a* \_b_", "*a* _b_"),
        (r"\*a\* \[b\] \\ c", r"*a* [b] \ c"),
        ("![a](b.png) [c [d](e)", "a [c d"),
        ("`a*b`", "a*b"),
        ("&lt;b&gt; &hearts; &zzz; &#8226;", "<b> ♥ &zzz; •"),
        ("<b>a</b>", "<b>a</b>"),
        ("[/q] [@click=app.quit]x[/]", "[/q] [@click=app.quit]x[/]"),
    ],
)
def test_only_the_words_of_markdown_stay(tmp_path: Path, words: str, plain: str) -> None:
    assert cards(imported(tmp_path, "a.md", f"- {words}\n")) == [(plain, {})]


def test_marks_that_no_card_can_have_are_part_of_the_text(tmp_path: Path) -> None:
    found = imported(
        tmp_path, "a.md", "- **song** Sing it.\n- **repair** Say it.\n- **repair, own** Own it.\n"
    )

    assert cards(found) == [("song Sing it.", {}), ("Own it.", {"kind": "repair", "part": "own"})]
    assert found.left == ((2, "step: a repair card needs one; allowed are name, own, promise, receive."),)


def test_a_list_that_goes_in_for_ever_is_no_deeper_than_it_helps(tmp_path: Path) -> None:
    text = "".join(f"{' ' * 2 * step}- {'a' * step}?\n" for step in range(1, 500))

    assert len(cards(imported(tmp_path, "a.txt", text))) == 499 - 8
