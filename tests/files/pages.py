"""Deck files as people write them, with notes and odd spacing, and edits to make on them."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import tomli
from hypothesis import strategies as st

from game.files.decks.deckpage import DeckPage, Leaf, page_of

HEADS = (
    '# Our deck.\n#:schema ./deck.schema.json\n\n[deck]\ntitle = "Ours"  # of us\n\n',
    "[deck]\ntitle='Ours'\n",
    '\n\n  [ deck ]\n  title =   "Ours"\n\n# --- the first part ---\n\n',
)
NOTES = ("", "# about this one\n", "# [[card]]\n   # two\n", '# text = "old"\n')
HEADERS = ("[[card]]\n", "[[ card ]]  # here\n", "  [[card]]\n")
TEXTS = (
    'text = "What did you hear?"\n',
    "text='no \\ escapes'   # literal\n",
    '"text" = """\nWhat\n  [[card]]\n# not a note\ndid you hear?"""\n',
    "  text   =   'spaced'\n",
    "text = '''\n[deck]\nit's \"odd\" '''  # long\n",
)
MORE = (
    "",
    "depth = 2\n",
    'kind = "story" # why\n\ndepth=3\n',
    'follow_ups = [\n  "One?", # first\n\n  # second\n  "Two [[card]]?",\n]\n',
    'follow_ups = ["One?"]\n# in the middle\ntouch = true\n',
    'id = "one-1"\nlint_allow = ["L4"]\nodd = { a = 1, b = [2] }\n',
    "odd = 1979-05-27 07:32:32\n[card.more]\nx = 1\n",
)
GAPS = (
    "",
    "\n",
    "\n\n\n",
    "\n# --- the next part ---\n\n",
    "   \n",
    "# right below\n\n",
    "\n[other]\nx = 1\n\n",
)
ENDS = ("", "\n", "\n# the end", "# the end\n", "\n\n")
LETTERS = st.characters(exclude_categories=["Cs"])
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": st.text(LETTERS, min_size=1),
    "alt": st.one_of(
        st.none(),
        st.text(st.sampled_from("a\"'\\\n #[]=")),
        st.text(LETTERS),
    ),
    "kind": st.sampled_from(["story", "guess"]),
    "depth": st.one_of(st.none(), st.integers(1, 4)),
    "follow_ups": st.one_of(st.none(), st.lists(st.text(st.sampled_from("ab\"'\\\n#]")), max_size=3)),
    "touch": st.booleans(),
    "id": st.one_of(st.none(), st.just("mine")),
}
CHANGES = st.lists(st.sampled_from(sorted(VALUES)), max_size=4, unique=True).flatmap(
    lambda keys: st.fixed_dictionaries({key: VALUES[key] for key in keys})
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Draw a deck file as people write them."""
    part = st.sampled_from
    text = draw(part(HEADS))
    gaps: list[str] = []
    for _ in range(draw(st.integers(0, 5))):
        keys = draw(st.permutations([draw(part(TEXTS)), draw(part(MORE))]))
        body = "".join(sorted(keys, key=lambda key: "[card.more]" in key))
        gap = draw(part(GAPS if "[other]" not in "".join(gaps) else GAPS[:-1]))
        gaps.append(gap)
        text += draw(part(NOTES)) + draw(part(HEADERS)) + body + gap
    text += draw(part(ENDS))
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return draw(part(("", "\ufeff"))) + text


STRAYS = (
    "[[card]]\n",
    '[[card]]\ntext = "a"\n',
    '[[card]]\ntext = "b"',
    'text = "c"\n',
    'text = """\n[[card]]\n',
    '"""\n',
    "x = [\n",
    "]\n",
    "[card.more]\nx = 1\n",
    'card = [{ text = "a" }]\n',
    '[deck]\ntitle = "Ours"\n',
    "[other]\n",
    "# a note",
    "# a note\n",
    "\n",
    "\r",
    "\r\n",
    " ",
    "",
)
"""Lines that make a deck when they stand in the right order, and mostly do not."""


@st.composite
def oddities(draw: st.DrawFn) -> DeckPage:
    """Draw a page that nobody has taken out of a file: in good order, but for what may be odd anywhere."""
    odd = st.lists(st.sampled_from(STRAYS), max_size=2).map("".join)

    def mostly(*usual: str) -> str:
        return draw(odd if draw(st.integers(0, 9)) == 9 else st.sampled_from(usual))

    leaves = [Leaf(mostly(*STRAYS[1:3]), {}, mostly("", "\n")) for _ in range(draw(st.integers(1, 3)))]
    said = (replace(leaf, raw=draw(st.sampled_from(guesses(leaf)))) for leaf in leaves)
    return DeckPage(mostly("", "# ours\n"), tuple(said))


def guesses(leaf: Leaf) -> list[dict[str, Any]]:
    """Return what *leaf* may be meant to say, alone or with what stands below it."""
    found: list[dict[str, Any]] = []
    for text in (leaf.text + leaf.gap, leaf.text):
        with suppress(tomli.TOMLDecodeError):
            said = tomli.loads(text)
            found += [*said.get("card", ()), said]
    return found[:2] or [{}]


def opened(text: str) -> DeckPage:
    return page_of(text, tomli.loads(text.removeprefix("\ufeff")))


def cards(page: DeckPage) -> list[dict[str, Any]]:
    return [dict(leaf.raw) for leaf in page.leaves]


def said(page: DeckPage) -> Any:
    return tomli.loads(page.text.removeprefix("\ufeff")).get("card", [])


def merged(old: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in (old | changes).items() if value is not None}


@dataclass(frozen=True)
class Edit:
    """An edit on a page, and the same on a list of tables."""

    on_page: Callable[[DeckPage], DeckPage]
    on_list: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]
    touched: tuple[int, ...] = ()
    """The places whose own lines may change."""


@st.composite
def edits(draw: st.DrawFn, count: int) -> Edit:
    """Draw an edit of a deck of so many cards."""
    kind = draw(st.sampled_from(["add", "change", "duplicate", "move", "delete"] if count else ["add"]))
    n = draw(st.integers(0, count if kind == "add" else count - 1))
    if kind == "add":
        card = {"text": draw(VALUES["text"]), **{k: v for k, v in draw(CHANGES).items() if v is not None}}
        return Edit(lambda p: p.insert(n, card), lambda rows: [*rows[:n], card, *rows[n:]])
    if kind == "change":
        new = draw(CHANGES)
        return Edit(
            lambda p: p.change(n, new), lambda rows: [*rows[:n], merged(rows[n], new), *rows[n + 1 :]], (n,)
        )
    if kind == "duplicate":
        return Edit(
            lambda p: p.duplicate(n),
            lambda rows: [*rows[: n + 1], merged(rows[n], {"id": None}), *rows[n + 1 :]],
        )
    if kind == "delete":
        return Edit(lambda p: p.delete(n), lambda rows: rows[:n] + rows[n + 1 :])
    to = draw(st.integers(0, count - 1))
    return Edit(lambda p: p.move(n, to), lambda rows: moved(rows, n, to))


def moved(rows: list[dict[str, Any]], start: int, to: int) -> list[dict[str, Any]]:
    rest = rows[:start] + rows[start + 1 :]
    return [*rest[:to], rows[start], *rest[to:]]
