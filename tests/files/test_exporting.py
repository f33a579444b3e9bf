"""What goes out is for reading, for a table or for scissors, and most of it comes in again as it was."""

import csv
import io
import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.cards import Card, Cover, Deck, Gate, Kind, Need, Part
from game.files.decks.newdeck import Taken
from game.files.exporting import Paper, export_deck, exported, paper_of
from game.files.importing import read_foreign
from game.files.markup import from_markdown, to_markdown
from game.files.problems import Trouble
from game.words.text import is_plain
from tests.files.invention import decks

SIGNS = "\\`*_[]<>&#|~:-+=.()!\"',;'@\t 1a\u00e9\u2022\u2028\n"
LINES = [
    "- a",
    "1. a",
    "2: a",
    "# a",
    "---",
    "===",
    "```",
    "> a",
    "**story** a",
    "*Or:* a",
    "a:",
    "| a |",
    "\\",
    "[ ] a",
]
odd_lines = st.one_of(st.sampled_from(LINES), st.text(SIGNS, max_size=5))
signs = st.one_of(
    st.text(SIGNS, min_size=1, max_size=30),
    st.lists(odd_lines, min_size=1, max_size=4).map("\n".join),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40),
).map(str.strip).filter(lambda text: bool(text) and is_plain(text))  # fmt: skip
empty = st.just("")


@st.composite
def odd_cards(draw: st.DrawFn) -> Card:
    """Draw a card whose texts look like anything but texts."""
    kind = draw(st.sampled_from(Kind))
    return Card(
        id="x",
        deck="odd",
        text=draw(signs),
        kind=kind,
        depth=draw(st.integers(1, 4)),
        follow_ups=tuple(draw(st.lists(signs, max_size=3))),
        alt=draw(st.one_of(empty, signs)),
        angle=draw(st.one_of(empty, signs)),
        needs=draw(st.one_of(st.none(), st.sampled_from(Need))),
        part=draw(st.sampled_from(Part)) if kind is Kind.REPAIR else None,
        touch=draw(st.booleans()),
    )


@st.composite
def odd_decks(draw: st.DrawFn) -> Deck:
    chosen = draw(st.lists(odd_cards(), min_size=1, max_size=4, unique_by=lambda card: card.text))
    title = " ".join(draw(signs).split())
    return Deck(Cover("odd", title, draw(st.one_of(empty, signs)), deepest=4), tuple(chosen))


any_deck = st.one_of(
    odd_decks(), decks().filter(lambda deck: len({card.text for card in deck.cards}) == len(deck.cards))
)


def back(deck: Deck, name: str, paper: Paper) -> Deck:
    """Return *deck* after a way out and in again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        export_deck(deck, path, paper)
        found = read_foreign(path)
    assert (found.problems, found.left) == ((), ())
    assert found.deck is not None
    return found.deck


def bare(card: Card, forgotten: Callable[[Card], Card] = lambda card: card) -> Card:
    return replace(forgotten(card), id="", deck="")


def without_light(card: Card) -> Card:
    """Return *card* without what Markdown does not tell."""
    plain = Card("", "", "")
    return replace(card, dim=plain.dim, angle=plain.angle, starter=plain.starter)


@given(any_deck)
def test_a_table_brings_back_everything_that_its_cards_say(deck: Deck) -> None:
    assert [bare(card) for card in back(deck, "odd.csv", Paper.CSV).cards] == [
        bare(card) for card in deck.cards
    ]


@given(any_deck)
def test_markdown_brings_back_what_there_is_to_read(deck: Deck) -> None:
    returned = back(deck, "odd.md", Paper.MARKDOWN)

    lightest_first = sorted(deck.cards, key=lambda card: card.depth)
    assert [bare(card) for card in returned.cards] == [bare(card, without_light) for card in lightest_first]
    assert (returned.cover.title, returned.cover.purpose) == (
        " ".join(deck.cover.title.split()),
        deck.cover.purpose,
    )


@pytest.mark.parametrize("name", ["odd.md", "odd.csv"])
@pytest.mark.parametrize(
    "odd", [*LINES, "'=a", "a\nb:", "a\n- b\n  2: c", "a\nb:\nc", "a\n\n  b", "a \\\nb", "```\na\n```"]
)
def test_what_looks_like_anything_else_is_still_the_text(odd: str, name: str) -> None:
    card = Card("x", "odd", odd, follow_ups=(odd, "and then?", odd), alt=odd)
    deck = Deck(Cover("odd", "T", odd, deepest=1), (card, replace(card, text="next")))
    returned = back(deck, name, paper_of(Path(name)) or Paper.CSV)

    assert [bare(each) for each in returned.cards] == [bare(each) for each in deck.cards]


@given(signs)
def test_markdown_of_words_is_those_words_again(text: str) -> None:
    assert from_markdown(to_markdown(text).replace("\\\n", "\n")) == text


SMALL = Deck(
    Cover("walks", "Our <Walks>", "Slowly.", gate=Gate.BOTH_WILLING, deepest=2),
    (
        Card("walks-1", "walks", "Tell {partner} about a door.", Kind.STORY, 2, follow_ups=("Whose?",)),
        Card(
            "walks-2", "walks", "Hold {partner}'s hand.", Kind.ACTION, touch=True, alt="Wave.", starter=True
        ),
        Card("walks-3", "walks", "=1+1", angle="sums"),
    ),
)


def test_markdown_reads_well_as_it_is() -> None:
    assert exported(SMALL, Paper.MARKDOWN) == (
        "# Our \\<Walks\\>\n\n"
        "Slowly.\n\n"
        "## 1: light\n\n"
        "- **action, touch** Hold {partner}'s hand.\n"
        "  - *Or:* Wave.\n"
        "- \\=1+1\n\n"
        "## 2: open\n\n"
        "- **story** Tell {partner} about a door.\n"
        "  - Whose?\n"
    )


def test_a_table_is_what_spreadsheets_read_and_holds_no_formula() -> None:
    text = exported(SMALL, Paper.CSV)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))

    assert text.startswith("\ufeff")
    assert [row["text"] for row in rows] == [
        "Tell {partner} about a door.",
        "Hold {partner}'s hand.",
        "'=1+1",
    ]
    assert {key: value for key, value in rows[1].items() if value} == {
        "text": "Hold {partner}'s hand.",
        "kind": "action",
        "depth": "1",
        "dim": "friendship",
        "alt": "Wave.",
        "touch": "true",
        "starter": "true",
    }


@pytest.mark.parametrize("text", ["=a", "+a", "-a", "@a", "'=a", "=cmd|' /C calc'!A0", '=HYPERLINK("a")'])
def test_no_cell_begins_as_a_formula(text: str) -> None:
    deck = Deck(SMALL.cover, (Card("a", "walks", text, angle=text, follow_ups=(text,), alt=text),))
    rows = csv.reader(io.StringIO(exported(deck, Paper.CSV)))

    assert [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t")] == []


class Page(HTMLParser):
    """What a browser would make of a page: its tags, what they carry, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.carried: set[str] = set()
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.carried |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append(data)


EVIL = "</style></title><script>alert(1)</script><img src=x onerror='alert(1)'>\"'&lt;<!--"
HARMLESS = {"charset", "name", "content", "http-equiv", "lang", "class", "dir", "viewbox", "aria-hidden", "d"}


def test_whatever_a_deck_says_is_words_on_the_page() -> None:
    card = Card("a", "evil", EVIL, follow_ups=(EVIL,), alt=EVIL, angle=EVIL)
    evil = Page(exported(Deck(Cover("evil", EVIL, EVIL, language='en"><b>'), (card,)), Paper.HTML))
    tame = replace(card, text="x", follow_ups=("y",), alt="z")
    plain = Page(exported(Deck(Cover("evil", "T", "P"), (tame,)), Paper.HTML))

    assert evil.tags == plain.tags
    assert evil.carried == plain.carried == HARMLESS
    assert "".join(evil.words).count(EVIL) == 8
    assert "script" not in evil.tags


def test_the_page_reaches_for_nothing() -> None:
    text = exported(SMALL, Paper.HTML)

    assert not re.search(r"https?:|//|url\(|@import|<link|src=|href=", text)
    assert "default-src 'none'" in text


def test_the_page_says_what_a_table_of_two_needs() -> None:
    page = Page(exported(SMALL, Paper.HTML))

    words = page.words[page.words.index("Slowly.") :]
    how = (
        "Cut along the lines and fold along the dots. "
        "One tells, the other gives back what arrived; then you turn. "
        "Start with the light cards. Any card may go back, without a reason. "
        "Open this deck when both of you have said yes tonight."
    )
    tells = "Tell. Then the other gives back what arrived."
    touches = "Ask first, and any answer is fine. Do it together, as far as both of you like."
    assert words == [
        *("Slowly.", how),
        *("Our <Walks>", "open", "Tell your partner about a door.", "Whose?", tells),
        *("Our <Walks>", "light", "Hold your partner's hand.", "Or: Wave.", touches),
        *("Our <Walks>", "light", "=1+1", tells),
    ]


def test_the_first_letter_of_a_sentence_is_large_on_paper_too() -> None:
    deck = Deck(SMALL.cover, (Card("a", "walks", "{partner} begins. {partner} ends, {partner}."),))

    assert "Your partner begins. Your partner ends, your partner." in Page(exported(deck, Paper.HTML)).words


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_manner_on_paper(kind: Kind) -> None:
    part = Part.OWN if kind is Kind.REPAIR else None
    page = Page(exported(Deck(SMALL.cover, (Card("a", "walks", "Here.", kind, part=part),)), Paper.HTML))

    assert page.words[-1].endswith(".")
    assert page.words[-2] == "Here."


@pytest.mark.parametrize(("letters", "size"), [(120, "card"), (121, "card long"), (321, "card longer")])
def test_a_long_text_is_set_smaller(letters: int, size: str) -> None:
    deck = Deck(SMALL.cover, (Card("a", "walks", "x" * letters),))

    assert re.findall(r'<article class="([^"]+)"', exported(deck, Paper.HTML)) == ["card", size]


@pytest.mark.parametrize(
    ("name", "paper"),
    [("a.md", Paper.MARKDOWN), ("a.CSV", Paper.CSV), ("a.html", Paper.HTML), ("a.pdf", None), ("md", None)],
)
def test_the_ending_says_what_is_wanted(name: str, paper: Paper | None) -> None:
    assert paper_of(Path(name)) is paper


def test_an_export_is_never_written_over_another_file(tmp_path: Path) -> None:
    export_deck(SMALL, tmp_path / "walks.md", Paper.MARKDOWN)
    text = (tmp_path / "walks.md").read_text()

    with pytest.raises(Taken, match=r"walks\.md is there already, and nothing is written over it\.$"):
        export_deck(SMALL, tmp_path / "walks.md", Paper.HTML)
    with pytest.raises(Trouble, match="there is no folder"):
        export_deck(SMALL, tmp_path / "none" / "walks.md", Paper.HTML)

    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {"walks.md": text}
