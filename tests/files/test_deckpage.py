"""Editing a deck keeps every line that is not touched, byte for byte, and says what was meant."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from game.files.deckpage import DeckPage, Unwritable, page_of

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
        return Edit(lambda p: p.add(n, card), lambda rows: [*rows[:n], card, *rows[n:]])
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


@given(files())
def test_a_page_is_its_file(text: str) -> None:
    page = opened(text)

    assert page.text == text
    assert cards(page) == tomli.loads(text.removeprefix("\ufeff")).get("card", [])
    assert page.proved() == page


@given(files(), st.data())
def test_whatever_is_edited_the_rest_stays_byte_for_byte(text: str, data: st.DataObject) -> None:
    page = opened(text)
    for _ in range(data.draw(st.integers(1, 8), "edits")):
        before, meant = page, cards(page)
        edit = data.draw(edits(len(page.leaves)))
        page = edit.on_page(page)

        assert cards(page) == edit.on_list(meant)
        assert said(page) == cards(page)
        untouched = [leaf.text for n, leaf in enumerate(before.leaves) if n not in edit.touched]
        kept = [leaf.text.removesuffix("\n").removesuffix("\r") for leaf in page.leaves]
        gone = [each for each in untouched if each.removesuffix("\n").removesuffix("\r") not in kept]
        assert len(gone) <= max(0, len(before.leaves) - len(page.leaves))
        assert [leaf.text for leaf in opened(page.text).leaves] == [leaf.text for leaf in page.leaves]
        assert between(page) == between(before)


def between(page: DeckPage) -> Counter[str]:
    """Return the lines that belong to no card, without those that are empty."""
    lines = "\n".join((page.head, *(leaf.gap for leaf in page.leaves))).split("\n")
    return Counter(line.rstrip("\r") for line in lines if line.strip())


@given(files(), st.data())
def test_an_untouched_file_comes_back_when_a_new_card_is_deleted(text: str, data: st.DataObject) -> None:
    page = opened(text)
    if not page.leaves or not page.text.endswith("\n"):
        return
    place = data.draw(st.integers(0, len(page.leaves) - 1))

    assert page.add(place, {"text": "New."}).delete(place).text == text


def test_only_the_line_of_the_changed_key_changes() -> None:
    page = opened('[deck]\ntitle = "Ours"\n\n# mine\n[[card]]\n  text =  "a"  # why\ndepth=1\n')

    assert page.change(0, {"text": "b", "depth": 2}).text == (
        '[deck]\ntitle = "Ours"\n\n# mine\n[[card]]\n  text =  "b"  # why\ndepth=2\n'
    )


def test_a_new_key_stands_where_a_reader_looks_for_it() -> None:
    page = opened('[[card]]\nkind = "story"\ntext = "a"\nstarter = true\n')

    changed = page.change(0, {"depth": 2, "follow_ups": ["b?"], "id": "one"})
    assert changed.text == (
        '[[card]]\nid = "one"\nkind = "story"\ndepth = 2\ntext = "a"\nfollow_ups = ["b?"]\nstarter = true\n'
    )


def test_the_comments_inside_of_a_list_stay_when_the_list_is_new() -> None:
    page = opened('[[card]]\ntext = "a"\nfollow_ups = [\n  "b?", # first\n  # second\n]\n')

    changed = page.change(0, {"follow_ups": ["c?"]})
    assert changed.text == '[[card]]\ntext = "a"\n# first\n# second\nfollow_ups = [\n    "c?",\n]\n'


def test_a_card_moves_with_its_own_comments_and_not_with_a_heading() -> None:
    page = opened('# --- one ---\n\n# a\n[[card]]\ntext = "a"\n\n# --- two ---\n\n[[card]]\ntext = "b"')

    assert page.move(0, 1).text == (
        '# --- one ---\n\n[[card]]\ntext = "b"\n\n# --- two ---\n\n# a\n[[card]]\ntext = "a"\n'
    )


def test_a_new_card_keeps_the_distance_of_its_neighbours() -> None:
    wide = opened('[deck]\ntitle = "Ours"\n\n[[card]]\ntext = "a"\n')
    tight = opened('[deck]\r\ntitle = "Ours"\r\n[[card]]\r\ntext = "a"\r\n[[card]]\r\ntext = "b"\r\n')

    assert wide.add(1, {"text": "b"}).text == wide.text + '\n[[card]]\ntext = "b"\n'
    assert tight.add(2, {"text": "c"}).text == tight.text + '[[card]]\r\ntext = "c"\r\n'


def test_the_cover_changes_by_the_line() -> None:
    page = opened('# ours\n[deck]\ntitle = "Ours" # yes\n\n[[card]]\ntext = "a"\n')

    changed = page.change_cover({"title": "Yours", "purpose": "For us."})
    assert (
        changed.text == '# ours\n[deck]\ntitle = "Yours" # yes\npurpose = "For us."\n\n[[card]]\ntext = "a"\n'
    )
    assert changed.proved() == changed


@pytest.mark.parametrize(
    "text",
    [
        'card = [{ text = "a" }]\n',
        '[["c\\u0061rd"]]\ntext = "a"\n',
        '[card]\ntext = "a"\n',
        'card = "a"\n',
        "deck = 1\n",
    ],
)
def test_a_deck_that_is_written_in_another_way_is_refused(text: str) -> None:
    with pytest.raises(Unwritable):
        opened(text)


def test_an_edit_that_would_say_something_else_is_refused() -> None:
    page = opened('[[card]]\n"te\\u0078t" = "a"\n')

    with pytest.raises(Unwritable):
        page.change(0, {"text": "b"})
