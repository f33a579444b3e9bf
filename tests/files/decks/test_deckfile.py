"""A deck file says little, means much, and is told all that is wrong with it at once."""

import os
from pathlib import Path

import pytest
from hypothesis import given

from game.engine.cards import Card, Cover, Deck, Dimension, Gate, Kind, Moment, Need, Part
from game.files.decks.deckfile import DECK_LIMIT, MOST_PROBLEMS, DeckFile, read_deck, write_deck
from game.files.decks.deckmodel import MOST_CARDS, DeckModel, id_of_text
from tests.files.invention import decks

LEAST = '[deck]\ntitle = "Ours"\n[[card]]\ntext = "What did you hear?"\n'
MOST = """
[deck]
id = "ours"
title = "Ours"
purpose = "For us."
moment = "repair"
gate = "opener-only"
listening = "communication"
language = "pt-BR"
seeds = ["000-child"]

[[card]]
id = "ours-001"
kind = "repair"
depth = 3
dim = "trust"
angle = "naming"
text = "Name it."
follow_ups = ["And then?", "What helped?"]
alt = "Write it."
needs = "paper"
step = "name"
touch = true
starter = true
lint_allow = ["L4", "P1"]
"""


def written(folder: Path, text: str | bytes, name: str = "ours.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def told(folder: Path, text: str | bytes, name: str = "ours.toml") -> list[str]:
    file = read_deck(written(folder, text, name))
    assert file.deck is None or not file.problems
    return [str(problem) for problem in file.problems]


def test_an_id_of_its_own_is_no_other_decks_card(tmp_path: Path) -> None:
    text = '[deck]\ntitle = "T"\n[[card]]\nid = "1"\ntext = "Hm?"\n[[card]]\nid = "{}-2"\ntext = "Oh?"\n'
    files = [read_deck(written(tmp_path, text.format(name), f"{name}.toml")) for name in ("tea", "walks")]

    ids = [[card.id for card in file.deck.cards] for file in files if file.deck]
    assert ids == [["tea-1", "tea-2"], ["walks-1", "walks-2"]]
    assert [list(file.lines) for file in files] == ids


def test_the_longest_id_is_written_as_it_was_read(tmp_path: Path) -> None:
    id, name = "x" * 100, "y" * 80
    text = f'[deck]\ntitle = "T"\n[[card]]\nid = "{id}"\ntext = "Hm?"\n'
    deck = read_deck(written(tmp_path, text, f"{name}.toml")).deck
    assert deck is not None

    write_deck(tmp_path / "again.toml", deck)

    assert [card.id for card in deck.cards] == [f"{name}-{id}"]
    assert read_deck(tmp_path / "again.toml").deck == deck


def test_a_title_and_one_text_make_a_deck(tmp_path: Path) -> None:
    path = written(tmp_path, LEAST)
    card = Card(id_of_text("ours", "What did you hear?"), "ours", "What did you hear?")

    assert read_deck(path) == DeckFile(path, Deck(Cover("ours", "Ours"), (card,)), (), {}, {card.id: 3})


def test_everything_a_deck_may_say_is_heard(tmp_path: Path) -> None:
    path = written(tmp_path, MOST)
    cover = Cover(
        "ours",
        "Ours",
        "For us.",
        Moment.REPAIR,
        Gate.OPENER_ONLY,
        Dimension.COMMUNICATION,
        "pt-BR",
        deepest=3,
    )
    card = Card(
        "ours-001", "ours", "Name it.", Kind.REPAIR, 3, Dimension.TRUST, "naming",
        ("And then?", "What helped?"), "Write it.", Need.PAPER, Part.NAME, touch=True, starter=True,
    )  # fmt: skip

    assert read_deck(path) == DeckFile(
        path, Deck(cover, (card,)), (), {"ours-001": ("L4", "P1")}, {"ours-001": 12}
    )


def test_ids_stay_when_cards_move(tmp_path: Path) -> None:
    one, two = '[[card]]\ntext = "One?"\n', '[[card]]\ntext = "Two?"\n'
    head = '[deck]\ntitle = "Ours"\n'
    there = read_deck(written(tmp_path, head + one + two)).deck
    back = read_deck(written(tmp_path, head + two + one)).deck

    assert there is not None
    assert back is not None
    assert there.cards == back.cards[::-1]


def test_a_deck_takes_its_id_from_the_name_of_its_file(tmp_path: Path) -> None:
    deck = read_deck(written(tmp_path, LEAST, "Our Deck (2).toml")).deck

    assert deck is not None
    assert (deck.cover.id, deck.cards[0].deck) == ("our-deck-2", "our-deck-2")


@pytest.mark.parametrize("text", [b"\xef\xbb\xbf" + LEAST.encode(), LEAST.replace("\n", "\r\n")])
def test_what_windows_editors_write_is_read(tmp_path: Path, text: str | bytes) -> None:
    assert read_deck(written(tmp_path, text)).deck == read_deck(written(tmp_path, LEAST)).deck


def test_markup_emoji_and_any_script_are_only_text(tmp_path: Path) -> None:
    text = "[/q] [@click=app.quit]x[/] {0} %s 👩‍❤️‍👩 שלום 愛"
    deck = read_deck(written(tmp_path, f'[deck]\ntitle = "[b]"\n[[card]]\ntext = "{text}"\n')).deck

    assert deck is not None
    assert (deck.cover.title, deck.cards[0].text) == ("[b]", text)


CARD_KEYS = "id, kind, depth, dim, angle, text, follow_ups, alt, needs, step, touch, starter, lint_allow"
KINDS = "story, question, guess, finish, action, appreciate, repair, scale, reveal, wild"
TWIN = "these are the words of another card already, on line 3; give one of them an id."
DECK_ID = "small letters a to z and digits are allowed, with single hyphens between them."
OPEN = "the text that begins on this line is not closed; it needs its quotation marks at its end"
AGAIN = "what this line begins with stands further up already; only [[card]] may come again"
CARD = '[deck]\ntitle = "T"\n[[card]]\ntext = "Hm?"\n'
BAD = {
    "an unknown key": (
        CARD + "dept = 2\n",
        ['ours.toml:5: dept: this key is not known; did you mean "depth"?'],
    ),
    "an unknown key in the cover": (
        '[deck]\ntitle = "T"\nauthor = "A"\n[[card]]\ntext = "Hm?"\n',
        [
            "ours.toml:3: author: this key is not known; known are id, title, purpose, moment, gate, "
            "listening, language, seeds."
        ],
    ),
    "an unknown table": (
        CARD + '[[cards]]\ntext = "?"\n',
        ['ours.toml:5: cards: this key is not known; did you mean "card"?'],
    ),
    "an unknown table in a card": (
        CARD + "[card.more]\na = 1\n",
        [f"ours.toml:5: more: this key is not known; known are {CARD_KEYS}."],
    ),
    "a key that is not text": (
        CARD + '"\\u001b[2J" = 1\n',
        [f"ours.toml:3: [2J: this key is not known; known are {CARD_KEYS}."],
    ),
    "no title": (
        '[deck]\n[[card]]\ntext = "Hm?"\n',
        ["ours.toml:1: title: it is missing, and a deck cannot do without it."],
    ),
    "no cover": (
        '[[card]]\ntext = "Hm?"\n',
        ["ours.toml: title: it is missing, and a deck cannot do without it."],
    ),
    "no text": (
        '[deck]\ntitle = "T"\n[[card]]\ndepth = 2\n',
        ["ours.toml:3: text: it is missing, and a deck cannot do without it."],
    ),
    "no cards": (
        '[deck]\ntitle = "T"\n',
        ["ours.toml: there are no cards; a card starts with [[card]] and has a text."],
    ),
    "nothing at all": (
        "",
        [
            "ours.toml: title: it is missing, and a deck cannot do without it.",
            "ours.toml: there are no cards; a card starts with [[card]] and has a text.",
        ],
    ),
    "a depth that is not there": (
        CARD + "depth = 7\n",
        ["ours.toml:5: depth: found 7; allowed are 1, 2, 3, 4."],
    ),
    "a depth below all": (CARD + "depth = 0\n", ["ours.toml:5: depth: found 0; allowed are 1, 2, 3, 4."]),
    "a depth as text": (
        CARD + 'depth = "2"\n',
        ['ours.toml:5: depth: found "2"; a whole number without quotes is needed.'],
    ),
    "a depth as a fraction": (
        CARD + "depth = 2.0\n",
        ["ours.toml:5: depth: found 2.0; a whole number without quotes is needed."],
    ),
    "a depth as a truth": (
        CARD + "depth = true\n",
        ["ours.toml:5: depth: found true; a whole number without quotes is needed."],
    ),
    "a depth beyond all numbers": (
        CARD + f"depth = 0x{'f' * 5000}\n",
        ["ours.toml:5: depth: found a very large number; allowed are 1, 2, 3, 4."],
    ),
    "a misspelt kind": (
        CARD + 'kind = "gues"\n',
        [f'ours.toml:5: kind: found "gues"; did you mean "guess"? Allowed are {KINDS}.'],
    ),
    "a dimension of its own": (
        CARD + 'dim = "zest"\n',
        ['ours.toml:5: dim: found "zest"; allowed are trust, respect, empathy, communication, friendship.'],
    ),
    "a need of its own": (
        CARD + "needs = 3\n",
        ["ours.toml:5: needs: found 3; allowed are history, same-room, paper, sound."],
    ),
    "a truth as text": (
        CARD + 'touch = "yes"\n',
        ['ours.toml:5: touch: found "yes"; true or false without quotes is needed.'],
    ),
    "a text as a list": (
        '[deck]\ntitle = "T"\n[[card]]\ntext = ["Hm?"]\n',
        ["ours.toml:4: text: found a list; text in quotes is needed."],
    ),
    "a text as a date": (
        '[deck]\ntitle = "T"\n[[card]]\ntext = 2026-11-22\n',
        ["ours.toml:4: text: found a date or a time; text in quotes is needed."],
    ),
    "a list as text": (
        CARD + 'follow_ups = "And?"\n',
        ['ours.toml:5: follow_ups: found "And?"; a list in square brackets is needed.'],
    ),
    "a number in a list": (
        CARD + 'follow_ups = [\n"And?",\n3,\n]\n',
        ["ours.toml:5: follow_ups: found 3; text in quotes is needed."],
    ),
    "too many follow-ups": (
        CARD + 'follow_ups = ["a", "b", "c", "d"]\n',
        ["ours.toml:5: follow_ups: it has 4 entries; at most 3 fit."],
    ),
    "an empty text": ('[deck]\ntitle = "T"\n[[card]]\ntext = " "\n', ["ours.toml:4: text: it is empty."]),
    "a title of two lines": (
        '[deck]\ntitle = "a\\nb"\n[[card]]\ntext = "Hm?"\n',
        ["ours.toml:2: title: it must stand on one line."],
    ),
    "a text without end": (
        f'[deck]\ntitle = "T"\n[[card]]\ntext = "{"x" * 2001}"\n',
        ["ours.toml:4: text: it has 2001 letters; at most 2000 fit."],
    ),
    "an escape code": (
        '[deck]\ntitle = "T"\n[[card]]\ntext = "a\\u001b[2J"\n',
        ["ours.toml:4: text: it holds the control code U+001B, which is not text."],
    ),
    "a bidi override": (
        '[deck]\ntitle = "T"\n[[card]]\ntext = "a\u202eb"\n',
        ["ours.toml:4: text: it holds the control code U+202E, which is not text."],
    ),
    "a raw escape code": (
        '[deck]\ntitle = "T\x1b"\n',
        ["ours.toml:2: this is not TOML: it holds the control code U+001B, which is not text."],
    ),
    "a raw NUL": (
        '[deck]\ntitle = "T\x00"\n',
        ["ours.toml:2: this is not TOML: it holds the control code U+0000, which is not text."],
    ),
    "a deck id with capitals": (
        '[deck]\nid = "Our Deck"\ntitle = "T"\n[[card]]\ntext = "Hm?"\n',
        [f'ours.toml:2: id: found "Our Deck"; {DECK_ID}'],
    ),
    "a deck id that leads away": (
        '[deck]\nid = "../x"\ntitle = "T"\n[[card]]\ntext = "Hm?"\n',
        [f'ours.toml:2: id: found "../x"; {DECK_ID}'],
    ),
    "a deck id that Windows keeps": (
        '[deck]\nid = "con"\ntitle = "T"\n[[card]]\ntext = "Hm?"\n',
        ['ours.toml:2: id: found "con"; some systems keep that name for themselves, so choose another.'],
    ),
    "a card id that leads away": (
        CARD + 'id = "a/b"\n',
        ['ours.toml:5: id: found "a/b"; letters, digits, hyphens, dots and underscores are allowed.'],
    ),
    "a language of its own": (
        '[deck]\ntitle = "T"\nlanguage = "English!"\n[[card]]\ntext = "Hm?"\n',
        ['ours.toml:3: language: found "English!"; a language tag such as "en" or "pt-BR" is needed.'],
    ),
    "listening that lights something else": (
        '[deck]\ntitle = "T"\nlistening = "trust"\n[[card]]\ntext = "Hm?"\n',
        ['ours.toml:3: listening: found "trust"; allowed are empathy, communication.'],
    ),
    "the same id twice": (
        CARD + 'id = "a"\n[[card]]\ntext = "Oh?"\nid = "a"\n',
        ['ours.toml:8: id: "a" is the id of another card already, on line 3.'],
    ),
    "the same id twice, once with the deck's": (
        CARD + 'id = "a"\n[[card]]\ntext = "Oh?"\nid = "ours-a"\n',
        ['ours.toml:8: id: "ours-a" is the id of another card already, on line 3.'],
    ),
    "the same words twice": (
        CARD + '[[card]]\ntext = "Hm?"\n',
        [f"ours.toml:6: text: {TWIN}"],
    ),
    "a repair card without a step": (
        CARD + 'kind = "repair"\n',
        ["ours.toml:3: step: a repair card needs one; allowed are name, own, promise, receive."],
    ),
    "a step without a repair card": (
        CARD + 'step = "own"\n',
        ["ours.toml:5: step: only a repair card has a step."],
    ),
    "a cover that is no table": (
        "deck = 1\n",
        ["ours.toml: deck: found 1; a table is needed, headed by [deck]."],
    ),
    "a card that is no list": (
        '[deck]\ntitle = "T"\n[card]\ntext = "Hm?"\n',
        ["ours.toml: card: found a table; a table is needed, headed by [[card]]."],
    ),
    "cards written in one line": (
        'card = [{text = "Hm?", dept = 1}]\n[deck]\ntitle = "T"\n',
        ['ours.toml: card 1, dept: this key is not known; did you mean "depth"?'],
    ),
    "broken TOML": ('[deck]\ntitle = "T\n', [f"ours.toml:2: this is not TOML: {OPEN}."]),
    "a key twice": (
        '[deck]\ntitle = "T"\ntitle = "U"\n[x]\n',
        [f"ours.toml:3: this is not TOML: {AGAIN}."],
    ),
    "not UTF-8": (
        b'[deck]\ntitle = "T"\n\n# \xff\n',
        ["ours.toml:4: this line is not UTF-8 text; save the file as UTF-8."],
    ),
    "UTF-16": (CARD.encode("utf-16"), ["ours.toml:1: this line is not UTF-8 text; save the file as UTF-8."]),
    "deep nesting": (
        f"a = {'[' * 5000}\n",
        ["ours.toml:1: lists or tables stand too deep inside each other."],
    ),
    "dotted keys without end": (
        f"{'.'.join('a' * 5000)} = 1\n",
        ["ours.toml:1: lists or tables stand too deep inside each other."],
    ),
    "a number without end": (f"a = {'9' * 5000}\n", ["ours.toml:1: a number here is too long to read."]),
}


@pytest.mark.parametrize(("text", "problems"), BAD.values(), ids=BAD.keys())
def test_what_is_wrong_is_told_in_full(tmp_path: Path, text: str | bytes, problems: list[str]) -> None:
    assert told(tmp_path, text) == problems


def test_everything_that_is_wrong_is_told_at_once_line_by_line(tmp_path: Path) -> None:
    text = '[deck]\ntitel = "T"\n[[card]]\ntext = "Hm?"\ndepth = 9\nkind = "gues"\n[[card]]\n[other]\n'

    assert [problem.split(": ")[:2] for problem in told(tmp_path, text)] == [
        ["ours.toml:1", "title"],
        ["ours.toml:2", "titel"],
        ["ours.toml:5", "depth"],
        ["ours.toml:6", "kind"],
        ["ours.toml:7", "text"],
        ["ours.toml:8", "other"],
    ]


def test_a_name_that_gives_no_id_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, LEAST, "愛.toml") == [
        "愛.toml:1: id: no id can be made from this file's name; give the deck an id of its own."
    ]


def test_a_name_that_windows_keeps_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, LEAST, "con.toml") == [
        'con.toml:1: id: found "con"; some systems keep that name for themselves, so choose another.'
    ]


def test_what_is_no_readable_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.toml")
    (tmp_path / "folder.toml").mkdir()
    with (tmp_path / "huge.toml").open("wb") as huge:
        huge.truncate(100 << 20)

    assert [
        str(read_deck(tmp_path / name).problems[0])
        for name in ("fifo.toml", "folder.toml", "huge.toml", "none.toml")
    ] == [
        "fifo.toml: this is not an ordinary file, so it is left alone.",
        "folder.toml: this is a folder, not a file.",
        f"huge.toml: this file is larger than {DECK_LIMIT >> 20} MB, so it is not read.",
        "none.toml: this file cannot be read: it is not there.",
    ]


def test_a_deck_of_a_million_cards_is_refused_before_it_is_looked_at(tmp_path: Path) -> None:
    text = '[deck]\ntitle = "T"\n' + "[[card]]\nbad = 1\n" * (MOST_CARDS + 1)

    assert told(tmp_path, text) == ["ours.toml: there are 20001 cards; at most 20000 fit in one deck."]


@pytest.mark.parametrize(
    "text",
    [
        "[[card]]\n" * 900_000,
        "".join(f"[a{number}]\n" for number in range(300_000)),
        "".join(f"a.b.c{number} = 1\n" for number in range(20_000)),
        f"a = [{'1,' * 3_000_000}]\n",
        f"a = {'9' * 5_000_000}\n",
    ],
    ids=["cards", "tables", "dotted keys", "a list", "a number"],
)
def test_a_bomb_is_refused_before_it_is_parsed(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == [
        "ours.toml: there are far too many keys, tables or entries here, or a number without end."
    ]


@pytest.mark.parametrize("text", ['"""\n' + '\\"""\n' * 200_000, "'''\"\"\"\n" * 100_000, '"\n' * 300_000])
def test_quotes_that_never_close_are_looked_at_once(tmp_path: Path, text: str) -> None:
    assert len(told(tmp_path, f"a = {text}")) == 1


def test_a_large_deck_is_no_bomb(tmp_path: Path) -> None:
    cards = "".join(
        f'[[card]]\nid = "a-{number}"\ntext = "One. Two, [three] = {{four}}... {number}?"\n'
        for number in range(5000)
    )

    assert told(tmp_path, f'[deck]\ntitle = "T"\n{cards}') == []


def test_problems_without_end_are_told_to_an_end(tmp_path: Path) -> None:
    problems = told(tmp_path, '[deck]\ntitle = "T"\n' + "[[card]]\nbad = 1\n" * (2 * MOST_PROBLEMS))

    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1] == "ours.toml: there are more problems; mend these first."


@given(deck=decks())
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, deck: Deck) -> None:
    path = tmp_path_factory.mktemp("deck") / "any.toml"

    write_deck(path, deck)

    assert read_deck(path) == DeckFile(path, deck, (), {}, read_deck(path).lines)
    assert list(read_deck(path).lines) == [card.id for card in deck.cards]


def test_a_written_deck_leaves_out_what_goes_without_saying(tmp_path: Path) -> None:
    path = written(tmp_path, LEAST)
    deck = read_deck(path).deck
    assert deck is not None

    write_deck(path, deck)

    assert (
        path.read_text() == '[deck]\nid = "ours"\ntitle = "Ours"\n\n[[card]]\ntext = "What did you hear?"\n'
    )


def test_the_format_describes_each_of_its_keys() -> None:
    schema = DeckModel.model_json_schema()
    tables = (schema["$defs"]["CoverModel"], schema["$defs"]["CardModel"])

    assert [table["required"] for table in tables] == [["title"], ["text"]]
    assert all(key.get("description") for table in tables for key in table["properties"].values())
