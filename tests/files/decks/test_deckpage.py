"""Editing a deck keeps every line that is not touched, byte for byte, and says what was meant."""

from collections import Counter
from dataclasses import replace

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from game.files.decks.deckpage import DeckPage, Leaf, Unwritable
from tests.files.pages import cards, edits, files, oddities, opened, said

A = {"text": "a"}


@given(files())
def test_a_page_is_its_file(text: str) -> None:
    page = opened(text)

    assert page.text == text
    assert cards(page) == tomli.loads(text.removeprefix("\ufeff")).get("card", [])
    assert page.proved() == page
    assert page.is_proved_by_card() == is_loose(page)


def is_loose(page: DeckPage) -> bool:
    """Return whether nothing stands between the cards of *page*, out of a sound file, but notes."""
    return not any("[other]" in leaf.gap for leaf in page.leaves)


@given(files(), st.data())
def test_whatever_is_edited_the_rest_stays_byte_for_byte(text: str, data: st.DataObject) -> None:
    page = opened(text)
    for _ in range(data.draw(st.integers(1, 8), "edits")):
        before, meant = page, cards(page)
        edit = data.draw(edits(len(page.leaves)))
        page = edit.on_page(page)

        assert cards(page) == edit.on_list(meant)
        assert said(page) == cards(page)
        assert page.is_proved_by_card(before if is_loose(before) else None) == is_loose(page)
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

    assert page.insert(place, {"text": "New."}).delete(place).text == text


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

    assert wide.insert(1, {"text": "b"}).text == wide.text + '\n[[card]]\ntext = "b"\n'
    assert tight.insert(2, {"text": "c"}).text == tight.text + '[[card]]\r\ntext = "c"\r\n'


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


@given(oddities(), oddities())
def test_what_is_proved_card_by_card_is_proved(page: DeckPage, later: DeckPage) -> None:
    since = None
    if page.is_proved_by_card():
        assert page.proved() == page
        since = page
    mixed = replace(later, leaves=(*page.leaves[1:], *later.leaves, *page.leaves[:1]))
    if mixed.is_proved_by_card(since):
        assert mixed.proved() == mixed


@pytest.mark.parametrize(
    "page",
    [
        DeckPage("", (Leaf('[[card]]\ntext = "a"', A), Leaf('[[card]]\ntext = "a"\n', A))),
        DeckPage("", (Leaf('[[card]]\ntext = "a"\n', A, "# end"), Leaf('[[card]]\ntext = "a"\n', A))),
        DeckPage("# ours", (Leaf('[[card]]\ntext = "a"\n', A),)),
        DeckPage("", (Leaf('[[card]]\ntext = "a"\n', A), Leaf('card = [{ text = "a" }]\n', A))),
        DeckPage("", (Leaf('[[card]]\ntext = "a"\n', A), Leaf("[card.more]\n", {"more": {}}))),
        DeckPage("", (Leaf('[card.more]\n[[card]]\ntext = "a"\n', A),)),
        DeckPage("", (Leaf('[[card]]\ntext = "a"\n', A, '[deck]\ntitle = "b"\n'),)),
        DeckPage("", (Leaf('[[card]]\ntext = "b"\n', A),)),
        DeckPage("[[card]]\n", (Leaf('[[card]]\ntext = "a"\n', A),)),
    ],
    ids=["end", "note", "head", "list", "part", "other", "table", "words", "cards"],
)
def test_what_only_looks_like_cards_is_not_proved_by_card(page: DeckPage) -> None:
    assert not page.is_proved_by_card()


def test_a_known_card_is_read_again_when_what_stands_below_it_is_new() -> None:
    page = DeckPage("", (Leaf('[[card]]\ntext = "a"\n', A), Leaf('[[card]]\ntext = "a"', A)))
    (first, last) = page.leaves

    assert page.is_proved_by_card()
    assert not replace(page, leaves=(last, first)).is_proved_by_card(page)
    assert not replace(page, leaves=(replace(first, gap="x = [\n"), last)).is_proved_by_card(page)


def test_an_edit_that_would_say_something_else_is_refused() -> None:
    page = opened('[[card]]\n"te\\u0078t" = "a"\n')

    with pytest.raises(Unwritable):
        page.change(0, {"text": "b"})
