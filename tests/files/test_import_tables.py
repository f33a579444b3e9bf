"""Tables: CSV, tabs and Anki's notes, with or without names over the columns."""

from pathlib import Path
from typing import Any

import pytest

from game.files.importing import Form
from tests.files.foreign import cards, imported, problems

Cards = list[tuple[str, dict[str, Any]]]
ASKED: Cards = [("What?", {}), ("Who?", {})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What?\nWho?\n", ASKED),
        ("What?\r\nWho?\r\n", ASKED),
        ("\ufeffWhat?\nWho?", ASKED),
        ("What?,Who?\n", ASKED),
        ("What?;Who?\n", ASKED),
        ("sep=;\nWhat?;Who?\n", ASKED),
        ("text\nWhat?\nWho?\n", ASKED),
        ("Questions\nWhat?\nWho?\n", ASKED),
        ('"What, now?"\n"Say ""a""."\n', [("What, now?", {}), ('Say "a".', {})]),
        ('"What\r\nnow?",Who?\n', [("What\nnow?", {}), ("Who?", {})]),
        ("a\nb\nc\n", [("a", {}), ("b", {}), ("c", {})]),
        ("Home\nWhat?\nWho?\n", [("What?", {"angle": "Home"}), ("Who?", {"angle": "Home"})]),
        (
            "Home,3: Work,4\nWhat?,Who?,Why?\n,When?,\n",
            [
                ("What?", {"angle": "Home"}),
                ("Who?", {"depth": 3, "angle": "Work"}),
                ("Why?", {"depth": 4}),
                ("When?", {"depth": 3, "angle": "Work"}),
            ],
        ),
        (
            "Level,Question,Category,Follow-up 1,follow up 2,Touch\n2,What?,Home,a,b,yes\nDeep,Who?,,,,no\n",
            [
                ("What?", {"depth": 2, "angle": "Home", "follow_ups": ("a", "b"), "touch": True}),
                ("Who?", {"depth": 3}),
            ],
        ),
        ("text;kind;step\nOwn it.;Repair;own\n", [("Own it.", {"kind": "repair", "part": "own"})]),
        ("text\n'=1+1\n''-2\n'tis\n", [("=1+1", {}), ("'-2", {}), ("'tis", {})]),
    ],
)
def test_csv(tmp_path: Path, text: str, expected: Cards) -> None:
    found = imported(tmp_path, "a.csv", text)

    assert (found.form, cards(found), found.left) == (Form.CSV, expected, ())


def test_lines_are_those_on_which_a_row_begins(tmp_path: Path) -> None:
    found = imported(tmp_path, "a.csv", 'text\n\n"a\nb"\nc\n')

    assert found.taken == ((3, "a\nb"), (5, "c"))


def test_what_a_column_cannot_say_is_told_by_its_line(tmp_path: Path) -> None:
    text = "text,depth,kind,author,touch\na,2,story,me,\nb,7,,,\nc,,storry,,\nd,,,,maybe\n,1,,,\ne,,,,,,f\n"
    found = imported(tmp_path, "a.csv", text)

    assert cards(found) == [("a", {"depth": 2, "kind": "story"}), ("e", {})]
    kinds = "story, question, guess, finish, action, appreciate, repair, scale, reveal, wild"
    assert found.left == (
        (1, 'the column "author" is not used.'),
        (3, "depth: found 7; allowed are 1, 2, 3, 4."),
        (4, f'kind: found "storry"; did you mean "story"? Allowed are {kinds}.'),
        (5, 'touch: found "maybe"; true or false without quotes is needed.'),
        (6, "there is no text."),
        (7, "the cells beyond the last named column are not used."),
    )


def test_two_columns_of_one_name_and_an_id_are_not_for_a_card(tmp_path: Path) -> None:
    found = imported(tmp_path, "a.csv", "id,prompt,text,lint_allow\n1,a,b,L4\n")

    assert cards(found) == [("a", {})]
    assert [sentence for _, sentence in found.left] == [
        'the column "id" is not used.',
        'the column "text" is not used.',
        'the column "lint_allow" is not used.',
    ]


def test_a_cell_without_a_word_is_no_card(tmp_path: Path) -> None:
    found = imported(
        tmp_path, "a.csv", "Frage;Tiefe\nWas war heute schön?;1\nWas fehlt dir?;???\n愛とは?;2.5\n"
    )

    assert [text for text, _ in cards(found)] == ["Was war heute schön?", "Was fehlt dir?", "愛とは?"]
    assert found.left == (
        (2, '"1" has no word in it.'),
        (3, '"???" has no word in it.'),
        (4, '"2.5" has no word in it.'),
    )


def test_quotes_that_stay_open_are_told_with_their_row(tmp_path: Path) -> None:
    told = "the quotes in the row that starts here do not pair up, or a cell is far too long."

    assert problems(imported(tmp_path, "a.csv", 'a\n"b\nc\n')) == [f"a.csv:2: {told}"]
    assert problems(imported(tmp_path, "b.csv", 'a\n"b"c,d\n')) == [f"b.csv:2: {told}"]


def test_between_tabs_a_quote_may_be_a_letter(tmp_path: Path) -> None:
    found = imported(tmp_path, "a.tsv", '"Ana" said?\twhat\n"Ben said?\tno\n')

    assert [text for _, text in found.taken] == ['"Ana" said?', "what", '"Ben said?', "no"]
    assert cards(imported(tmp_path, "b.tsv", '"a\tb"\tc?\n')) == [("a\tb", {}), ("c?", {})]


def test_a_table_is_not_as_wide_as_it_likes(tmp_path: Path) -> None:
    assert problems(imported(tmp_path, "a.csv", "a?\n" + "a," * 200)) == [
        "a.csv:2: there are more than 100 columns here."
    ]


ANKI = """\
#separator:tab
#html:true
#notetype column:1
#deck column:2
#tags column:5
#guid column:6
#columns:type\tdeck\tExtra\tFront\ttags\tguid
Basic\tUs::2: Home\tsee\tWhat<br>now &amp; <b>then</b>?\tt1 t2\tx
Cloze\tUs::Play\t\t"I ""like"" {{c1::tea::drink}} and {{c2::cake}}."\t\ty
Basic\t\t\t<img src=""a.png"">[sound:a.mp3]\t\tz
# a remark
"""


def test_anki_notes_give_their_first_side_and_their_deck(tmp_path: Path) -> None:
    found = imported(tmp_path, "notes.txt", ANKI)

    assert found.form is Form.ANKI
    assert cards(found) == [
        ("What\nnow & then?", {"depth": 2, "angle": "Home"}),
        ('I "like" tea and cake.', {"angle": "Play"}),
    ]
    assert [line for line, _ in found.taken] == [8, 9]
    assert found.left == (
        (8, 'the other side stays behind: "see"'),
        (8, "tags stay behind, here and further down."),
        (10, '"<img src=""a.png"">" is left out; a card is text.'),
        (10, "there is no text."),
        (11, "this is a remark."),
    )


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("#separator:tab", "What?\tb"),
        ("#separator:Comma", "What?,b"),
        ("#separator:;", "What?;b"),
        ("#separator:pipe", "What?|b"),
        ("#separator:colon", "What?:b"),
        ("#separator:nonsense", "What?;b"),
        ("#html:false", "What?,b"),
        ("#separator:space\n#html:true", "What? b"),
        ("#Deck:Us\n#separator:tab", "What?\tb"),
    ],
)
def test_anki_says_what_stands_between_the_sides(tmp_path: Path, head: str, row: str) -> None:
    assert cards(imported(tmp_path, "a.txt", f"{head}\n{row}\n")) == [("What?", {})]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("#html:false", "a <b>b</b> &amp; c"),
        ("#html:true", "a b & c"),
        ("#tags:t", "a b & c"),
    ],
)
def test_anki_says_whether_signs_are_html(tmp_path: Path, head: str, text: str) -> None:
    assert cards(imported(tmp_path, "a.txt", f"#separator:tab\n{head}\na <b>b</b> &amp; c\n")) == [(text, {})]


def test_the_deck_of_a_file_from_anki_is_its_title(tmp_path: Path) -> None:
    found = imported(tmp_path, "notes.csv", "#deck:Us::Sunday walks\n#separator:comma\nWhat?,\n")

    assert found.form is Form.ANKI
    assert found.deck is not None
    assert (found.deck.cover.id, found.deck.cover.title) == ("notes", "Sunday walks")
