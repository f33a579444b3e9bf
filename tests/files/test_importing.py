"""A file from a stranger comes in as a deck, or says why not; and nothing is written over."""

import os
import socket
import sys
from pathlib import Path

import pytest

from game.files.decks.deckfile import DECK_LIMIT, read_deck
from game.files.decks.deckmodel import MOST_CARDS, TEXT_LETTERS
from game.files.decks.newdeck import Taken
from game.files.importing import Form, import_deck, preview, read_foreign
from game.files.paths import Home
from game.files.problems import Trouble
from game.words.text import is_plain
from tests.files.foreign import cards, imported, problems

WIDE = "this is not UTF-8 text; save the file as UTF-8."
PACKED = "this is a packed file, not text; export it as text or CSV first."
NESTED = "lists or tables stand too deep inside each other."
TOO_MUCH = "there is too much in this file; at most 20000 cards fit in one deck."
HOSTILE = "a\x00b\x1b[2Jc\x07d\x9be\u202ef\u2066g\x7f"
WALKS = """\
# Kept by its owner.
[deck]
title = "Walks"
gate = "both-willing"

[[card]]
id = "walks-1"
text = "What?"

[[card]]
text = "Who?"
depth = 4

[[card]]
id = "mine"
text = "Why?"
"""


def names(home: Home) -> list[str]:
    return sorted(path.name for path in home.decks.glob("*.toml"))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            "caf\u00e9\nd\u00e9j\u00e0".encode("latin-1"),
            "a.txt:1: this line is not UTF-8 text; save the file as UTF-8.",
        ),
        (b"one\r\ntwo\rthr\xffe", "a.txt:3: this line is not UTF-8 text; save the file as UTF-8."),
        ("What?".encode("utf-16"), f"a.txt: {WIDE}"),
        ("What?".encode("utf-16-be"), f"a.txt: {WIDE}"),
        ("What?".encode("utf-32"), f"a.txt: {WIDE}"),
        (b"PK\x03\x04rest", f"a.txt: {PACKED}"),
        (b"\x1f\x8brest", f"a.txt: {PACKED}"),
        (b"", "a.txt: no cards were found here."),
        (b"\n \n\t\n", "a.txt: no cards were found here."),
        (b"\xef\xbb\xbf", "a.txt: no cards were found here."),
        (b"\n" * 100_001, "a.txt: there are 100001 lines; at most 100000 are read."),
        (b"x" * (DECK_LIMIT + 1), "a.txt: this file is larger than 8 MB, so it is not read."),
    ],
)
def test_what_is_no_text_says_so(tmp_path: Path, data: bytes, told: str) -> None:
    found = imported(tmp_path, "a.txt", data)

    assert (found.deck, problems(found)) == (None, [told])


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv", "a.tsv", "a.json", "a.toml"])
def test_what_is_no_ordinary_file_is_left_alone(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    folder = tmp_path / "folder"
    (folder / name).mkdir(parents=True)
    link = folder / f"link-{name}"
    link.symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").write_text("secret?")
    before = Path.cwd()
    os.chdir(folder)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"socket-{name}")
        os.chdir(before)
        paths = [tmp_path / name, folder / name, link, folder / f"socket-{name}", folder / f"none-{name}"]
        told = [problems(read_foreign(path)) for path in paths]

    assert told == [
        [f"{name}: this is not an ordinary file, so it is left alone."],
        [f"{name}: this is a folder, not a file."],
        [f"link-{name}: this link leads out of its folder, so it is not followed."],
        [f"socket-{name}: this file cannot be read: the system says ENXIO."],
        [f"none-{name}: this file cannot be read: it is not there."],
    ]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("What?")
    (tmp_path / "a.txt").chmod(0)

    assert problems(read_foreign(tmp_path / "a.txt")) == [
        "a.txt: this file cannot be read: permission is denied."
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"- What {HOSTILE}?\n"),
        ("a.md", f"# T{HOSTILE}\n\nP{HOSTILE}\n\n## S{HOSTILE}\n- What {HOSTILE}?\n  - F{HOSTILE}\n"),
        ("a.md", "- What &#27;[2J &#8238; &#x9b; \\\x1b?\n"),
        ("a.csv", f"text,angle,author{HOSTILE}\nWhat {HOSTILE}?,{HOSTILE},\n"),
        (
            "a.json",
            f'{{"T{HOSTILE[2:5]}": 1, "b": ["\\u0000\\u001b\\u202e\\ud800What?"]}}'.replace("\x1b", ""),
        ),
        ("a.txt", f"#separator:tab\n#deck:{HOSTILE}\n#html:true\nWhat &#27; &#8238; {HOSTILE}?\n"),
        ("a.md", f"# What {HOSTILE}?\n---\n# Who?\n"),
    ],
)
def test_nothing_that_a_terminal_would_obey_comes_in_or_is_repeated(
    tmp_path: Path, name: str, text: str
) -> None:
    found = imported(tmp_path, name, text.encode("utf-8", "surrogatepass"))

    assert found.deck is not None
    shown = [*preview(found), found.deck.cover.title, found.deck.cover.purpose]
    shown += [text for card in found.deck.cards for text in (card.text, card.angle, *card.follow_ups)]
    assert [line for line in shown if not is_plain(line)] == []
    assert any("control code U+" in sentence for _, sentence in found.left)


def test_a_strange_name_is_shown_as_text(tmp_path: Path) -> None:
    found = imported(tmp_path, "so\x1b[2J-my_walks.txt", "What?")

    assert found.deck is not None
    assert (found.deck.cover.id, found.deck.cover.title) == ("so-2j-my-walks", "So[2J my walks")
    assert preview(found)[0] == "so[2J-my_walks.txt, read as plain text"


@pytest.mark.parametrize("name", ["[q].md", "[@click=app.quit]x[].txt"])
def test_what_looks_like_markup_is_text(tmp_path: Path, name: str) -> None:
    text = "[/q] [@click=app.quit]x[/] \U0001f468\u200d\U0001f469 \u05d0\u05d1 " + "x" * 1500

    assert cards(imported(tmp_path, name, text)) == [(text, {})]


def test_a_text_is_as_long_as_a_card_can_be(tmp_path: Path) -> None:
    found = imported(
        tmp_path, "a.txt", f"{'x' * TEXT_LETTERS}\n{'x' * (TEXT_LETTERS + 1)}\n{'x' * 100_000}\n"
    )

    assert [line for line, _ in found.taken] == [1]
    assert found.left == (
        (2, "text: it has 2001 letters; at most 2000 fit."),
        (3, "text: it has 100000 letters; at most 2000 fit."),
    )


@pytest.mark.parametrize("text", [f"# {'t' * 2001}\n- a\n", f"# T\n\n{'p' * 2001}\n\n- a\n"])
def test_a_title_or_a_purpose_that_goes_on_and_on_is_left(tmp_path: Path, text: str) -> None:
    found = imported(tmp_path, "walks.md", text)

    assert found.deck is not None
    assert (found.deck.cover.title, found.deck.cover.purpose) == ("Walks", "")
    assert found.left == ((1, "a title or a purpose has at most 2000 letters."),)


def test_what_is_left_is_told_as_long_as_somebody_might_read_it(tmp_path: Path) -> None:
    found = imported(tmp_path, "a.txt", "a?\n" * 1000)

    assert len(found.left) == 501
    assert found.left[-1] == (0, "And 499 more.")
    assert preview(found)[-1] == "  And 499 more."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "".join(f"{n}?\n" for n in range(MOST_CARDS + 1))),
        ("a.csv", "".join(f"a{n}?,b{n}!\n" for n in range(MOST_CARDS))),
        ("a.json", f"[{','.join('[]' for _ in range(120_000))}]"),
    ],
)
def test_more_than_a_deck_can_hold_is_refused(tmp_path: Path, name: str, text: str) -> None:
    assert problems(imported(tmp_path, name, text)) == [f"{name}: {TOO_MUCH}"]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("a.md", "- " + "*a _b " * 800 + "\n"),
        ("a.md", "- " + "[a](" * 1200 + "\n"),
        ("a.md", "- " + "`" * 4000 + "\n"),
        ("a.md", "- " + "&amp;" * 800 + "\n"),
        ("a.md", "# " * 4000),
        ("a.md", "#" + " " * 4000),
        ("a.md", "\\" * 4000),
        ("a.txt", " " * 4000),
        ("a.txt", "- " * 2000),
        ("a.txt", "#separator:tab\n" + "<a " * 1400),
        ("a.txt", "#separator:tab\n" + "{{c1::" * 700),
        ("a.txt", "#separator:tab\n" + "[sound:" * 600),
        ("a.csv", '"' * 4001),
    ],
)
def test_time_grows_with_the_file_and_no_faster(tmp_path: Path, name: str, unit: str) -> None:
    # A quarter of a megabyte of it: were any step quadratic in the file, this test would take minutes.
    found = imported(tmp_path, name, unit * 64)

    assert len(found.left) <= 501


def test_a_deck_from_elsewhere_is_a_deck(tmp_path: Path, home: Home) -> None:
    found = imported(tmp_path, "walks.toml", WALKS)
    path = import_deck(found, home, "our-walks")

    assert found.form is Form.DECK
    assert found.taken == ((6, "What?"), (10, "Who?"), (14, "Why?"))
    assert found.left == ((0, "Notes, seeds and answers to advice stay behind."),)
    assert path == home.decks / "our-walks.toml"
    read = read_deck(path).deck
    assert read is not None
    assert found.deck is not None
    assert [card.id for card in read.cards] == [
        "our-walks-1",
        found.deck.cards[1].id.replace("walks-", "our-walks-"),
        "our-walks-mine",
    ]
    assert [(card.text, card.depth) for card in read.cards] == [("What?", 1), ("Who?", 4), ("Why?", 1)]
    assert (read.cover.title, read.cover.gate) == ("Walks", "both-willing")


def test_ids_that_would_meet_stay_apart(tmp_path: Path, home: Home) -> None:
    text = '[deck]\ntitle = "T"\n[[card]]\nid = "a-1"\ntext = "a"\n[[card]]\nid = "b-1"\ntext = "b"\n'
    path = import_deck(imported(tmp_path, "a.toml", text), home, "b")

    # The second was a-b-1 in its own deck.
    read = read_deck(path).deck
    assert read is not None
    assert [card.id for card in read.cards] == ["b-1", "b-b-1"]


def test_an_id_that_grows_too_long_to_write_moves_with_its_deck(tmp_path: Path, home: Home) -> None:
    ids = (f"a-{'y' * 20}", f"a-{'z' * 19}")
    text = '[deck]\ntitle = "T"\n' + "".join(f'[[card]]\nid = "{id}"\ntext = "{id}"\n' for id in ids)
    read = read_deck(import_deck(imported(tmp_path, "a.toml", text), home, "b" * 80)).deck

    assert read is not None
    assert [card.id for card in read.cards] == [f"{'b' * 80}-{'y' * 20}", f"{'b' * 80}-{'z' * 19}"]


def test_a_broken_deck_from_elsewhere_says_all_that_is_wrong(tmp_path: Path, home: Home) -> None:
    found = imported(tmp_path, "a.toml", '[deck]\ntitel = "T"\n')

    assert problems(found) == [str(problem) for problem in read_deck(tmp_path / "a.toml").problems]
    with pytest.raises(Trouble, match='did you mean "title"'):
        import_deck(found, home)


def test_reading_writes_nothing_and_importing_writes_the_deck_that_was_shown(
    tmp_path: Path, home: Home
) -> None:
    found = imported(tmp_path, "sunday walks.md", "# Walks\n\nWhy.\n\n## 2: Home\n- What?\n  - And?\n")
    before = names(home)
    path = import_deck(found, home)

    assert before == []
    assert names(home) == ["sunday-walks.toml"]
    assert read_deck(path).deck == found.deck


def test_the_given_title_names_the_deck(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Theirs\n- What?\n")
    found = read_foreign(tmp_path / "a.md", title=" Zo\u00eb's\x1b na\u00efve  walks ")

    assert found.deck is not None
    assert (found.deck.cover.id, found.deck.cover.title) == (
        "zoe-s-naive-walks",
        "Zo\u00eb's na\u00efve walks",
    )


def test_a_given_title_of_nothing_but_spaces_leaves_the_deck_the_name_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "our_walks.md").write_text("- a", encoding="utf-8")
    found = read_foreign(tmp_path / "our_walks.md", title=" \t ")

    assert found.deck is not None
    assert (found.deck.cover.id, found.deck.cover.title) == ("our-walks", "Our walks")


@pytest.mark.parametrize(
    ("name", "id", "title"),
    [
        ("con.txt", "con-deck", "Con"),
        ("愛.txt", "deck", "愛"),
        ("-_-.txt", "deck", "A deck without a name"),
        ("x" * 200 + ".txt", "x" * 80, "X" + "x" * 199),
    ],
)
def test_every_file_name_gives_a_deck_a_name(tmp_path: Path, name: str, id: str, title: str) -> None:
    found = imported(tmp_path, name, "What?", Form.TEXT)

    assert found.deck is not None
    assert (found.deck.cover.id, found.deck.cover.title) == (id, title)


def test_nothing_is_ever_written_over(tmp_path: Path, home: Home) -> None:
    found = imported(tmp_path, "walks.txt", "What?\n")
    first = import_deck(found, home)
    text = first.read_bytes()

    with pytest.raises(Taken) as told:
        import_deck(found, home)

    assert str(told.value) == "There is a deck walks already. walks-2 is free."
    assert first.read_bytes() == text
    assert names(home) == ["walks.toml"]


@pytest.mark.parametrize("id", ["tea-time", "Walks", "a/b", "../a", "con", "", "a" * 81, "a\nb", "a--b"])
def test_an_id_that_cannot_be_had_is_told(tmp_path: Path, home: Home, id: str) -> None:
    found = imported(tmp_path, "walks.txt", "What?\n")
    import_deck(found, home)

    with pytest.raises(Trouble) as told:
        import_deck(found, home, id)

    assert is_plain(str(told.value))
    assert "\n" not in str(told.value)
    assert names(home) == ["walks.toml"]


def test_the_preview_tells_what_would_come_and_what_would_not(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        "walks.csv",
        "text,depth,angle,kind,step,follow_up,alt\nWhat?,2,home,,,Who?,So.\n"
        '"a\nb",,,repair,own,,\nc,9,,,,,\n',
    )

    assert preview(found) == (
        "walks.csv, read as a table with commas or semicolons",
        "Cards for the deck «Walks» (walks): 2",
        "  line 2: What? (question, open, home)\n    · Who?\n    or: So.",
        "  line 3: a\n    b (repair, own, light)",
        "Not taken, or not whole:",
        "  line 5: depth: found 9; allowed are 1, 2, 3, 4.",
    )
    assert preview(imported(tmp_path, "b.json", "[")) == (
        "b.json, read as JSON",
        "b.json:1: this is not JSON: a value is needed here, and text needs double quotation marks.",
    )
