"""A deck file as a page to write on: its cards as blocks of text, each with what it says.

Every edit returns a new page. A line that an edit does not touch stays as it is, byte for byte: comments,
line ends, odd spacing, a missing end of the last line. What an edit touches is parsed and compared with what
was meant.

A page is proved by parsing it as one, or card by card. TOML ends a statement with its line, and [[card]]
begins anew whatever stands above. So where the head says no card, where each card, read with its gap below
another card, says one more card and nothing else, and where all of them end with their lines, there the
whole file says just these cards in their order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import tomli

from game.files.decks.cuts import bottom, pieces, spans
from game.files.decks.deckmodel import CardModel, CoverModel
from game.files.decks.places import CARD, COVER
from game.files.decks.statement import Value, rewritten
from game.files.problems import Trouble
from game.words import say

Changes = Mapping[str, Value | None]
"""New values by their keys; None takes a key out."""
_ANOTHER = f"[[{CARD}]]\n"
_KEYS = {CARD: tuple(CardModel.model_fields), COVER: tuple(CoverModel.model_fields)}


class Unwritable(Trouble):
    """A page that cannot be edited card by card without a risk for what it says."""


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """One card: the comments right above it, its header, its keys, and the comments right below."""

    text: str
    raw: Mapping[str, Any]
    """What the text says, whether or not that makes a card."""
    gap: str = ""
    """What stands between this card and the next: empty lines, comments by themselves, another table."""


@dataclass(frozen=True, slots=True)
class DeckPage:
    """A deck file, taken apart so that the parts in their order are the file."""

    head: str
    """Everything above the first card."""
    leaves: tuple[Leaf, ...]
    cover: Mapping[str, Any] = field(default_factory=dict)
    mark: str = ""
    """The byte order mark, where there is one."""

    @property
    def text(self) -> str:
        """The whole file."""
        return "".join((self.mark, *self._parts()))

    @property
    def newline(self) -> str:
        """How its lines end."""
        first = next((part for part in self._parts() if "\n" in part), "")
        return "\r\n" if first[: first.find("\n") + 1].endswith("\r\n") else "\n"

    def _parts(self) -> Iterator[str]:
        yield self.head
        for leaf in self.leaves:
            yield leaf.text
            yield leaf.gap

    def proved(self) -> "DeckPage":
        """Return this page if the whole file says what its parts say; else raise Unwritable."""
        said = _said("".join(self._parts()))
        if said.get(COVER, {}) != self.cover or said.get(CARD, []) != [
            dict(leaf.raw) for leaf in self.leaves
        ]:
            raise Unwritable(say("editor.unfaithful"))
        return self

    def is_proved_by_card(self, since: "DeckPage | None" = None) -> bool:
        """Return whether the file says what its parts say because each of them does, alone.

        Cards of a page *since*, for which that is so, are not read again. Where it is not so for a part, only
        the whole can tell.
        """
        known = frozenset(since.leaves if since else ())
        blocks = [leaf.text + leaf.gap for leaf in self.leaves]
        if not all(end.endswith("\n") for end in (self.head, *blocks)[:-1] if end):
            return False
        fresh = ((leaf, block) for leaf, block in zip(self.leaves, blocks, strict=True) if leaf not in known)
        try:
            return _cover(self.head) == self.cover and all(_card(block) == leaf.raw for leaf, block in fresh)
        except Unwritable:
            return False

    def tables(self) -> dict[str, Any]:
        """Return all that the file says, if it is proved by card."""
        cards = [dict(leaf.raw) for leaf in self.leaves]
        return {**_said(self.head), **({CARD: cards} if cards else {})}

    # edits

    def insert(self, place: int, card: Changes) -> "DeckPage":
        """Return a page with a new *card* at *place*, 0 being the first; raise Unwritable if that fails."""
        raw = {key: value for key, value in card.items() if value is not None}
        text = rewritten(f"[[{CARD}]]{self.newline}", CARD, raw, _KEYS[CARD], self.newline)
        return self._laid(place, _proved(Leaf(text, raw)))

    def duplicate(self, place: int) -> "DeckPage":
        """Return a page on which the card at *place* stands twice; the second has no id of its own."""
        old = self.leaves[place]
        text = rewritten(old.text, CARD, {"id": None}, _KEYS[CARD], self.newline)
        raw = {key: value for key, value in old.raw.items() if key != "id"}
        return self._laid(place + 1, _settled(Leaf(text, raw)))

    def change(self, place: int, changes: Changes) -> "DeckPage":
        """Return a page on which the card at *place* says something else under the changed keys."""
        old = self.leaves[place]
        text = rewritten(old.text, CARD, changes, _KEYS[CARD], self.newline)
        leaf = _settled(Leaf(text, _changed(old.raw, changes), old.gap))
        return self._spliced(place, place + 1, (leaf,))

    def change_cover(self, changes: Changes) -> "DeckPage":
        """Return a page whose cover says something else; raise Unwritable if it has none above its cards."""
        head = rewritten(self.head, COVER, changes, _KEYS[COVER], self.newline)
        cover = _changed(self.cover, changes)
        if _said(head).get(COVER) != cover:
            raise Unwritable(say("editor.unfaithful"))
        return replace(self, head=head, cover=cover)

    def move(self, place: int, to: int) -> "DeckPage":
        """Return a page on which the card at *place* stands at *to*; what is between cards stays."""
        low, high = min(place, to), max(place, to) + 1
        order = list(self.leaves[low:high])
        order.insert(to - low, order.pop(place - low))
        gaps = (leaf.gap for leaf in self.leaves[low:high])
        moved = (replace(leaf, gap=gap) for leaf, gap in zip(order, gaps, strict=True))
        return self._spliced(low, high, tuple(moved))

    def delete(self, place: int) -> "DeckPage":
        """Return a page without the card at *place* and the comments right at it; other comments stay."""
        gone, is_last = self.leaves[place], place + 1 == len(self.leaves)
        if not place:
            # What stood above the first card stands above the second, and at the end nothing is left open.
            kept = gone.gap if gone.gap.strip() else ""
            return replace(self, head=self.head + kept, leaves=self.leaves[1:])
        above = self.leaves[place - 1]
        joined = replace(above, gap=_joined(above.gap, gone.gap, is_last=is_last))
        return self._spliced(place - 1, place + 1, (joined,))

    def _laid(self, place: int, leaf: Leaf) -> "DeckPage":
        """Return a page with *leaf* at *place*, as far from its neighbours as they are from each other."""
        usual = next((each.gap for each in self.leaves[:-1] if not each.gap.strip()), self.newline)
        if not self.leaves:
            head = _ended(self.head, self.newline)
            space = self.newline if head.strip() and head == self.head.rstrip() + self.newline else ""
            return replace(self, head=head + space, leaves=(leaf,))
        if place < len(self.leaves):
            return self._spliced(place, place, (replace(leaf, gap=leaf.gap + usual),))
        last = self.leaves[-1]
        if last.gap.strip():
            return self._spliced(place, place, (leaf,))
        leaves = (replace(last, gap=usual), replace(leaf, gap=leaf.gap + last.gap))
        return self._spliced(place - 1, place, leaves)

    def _spliced(self, start: int, stop: int, leaves: tuple[Leaf, ...]) -> "DeckPage":
        """Return a page with *leaves* from *start* to *stop*, and no comment at a card it is not of."""
        low = max(0, start - 1)
        near = (*self.leaves[low:start], *leaves)
        after = self.leaves[stop:]
        closed = tuple(_closed(leaf, self.newline) for leaf in (near if after else near[:-1]))
        return replace(self, leaves=(*self.leaves[:low], *closed, *near[len(closed) :], *after))


def page_of(text: str, raw: Mapping[str, Any]) -> DeckPage:
    """Return the page of a file with *text* that says *raw*; raise Unwritable where it cannot be split.

    A file is only split by its [[card]] headers; a deck whose cards are written in any other way is refused.
    """
    mark = text[:1] if text.startswith("\ufeff") else ""
    body = text[len(mark) :]
    cards, cover = raw.get(CARD, []), raw.get(COVER, {})
    found = list(spans(body))
    if not isinstance(cover, dict) or not isinstance(cards, list) or len(found) != len(cards):
        raise Unwritable(say("editor.unwritable"))
    if not all(isinstance(card, dict) for card in cards):
        raise Unwritable(say("editor.unwritable"))
    head, cut = pieces(body, found)
    leaves = tuple(Leaf(text, card, gap) for (text, gap), card in zip(cut, cards, strict=True))
    return DeckPage(head, leaves, cover, mark)


def _said(text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unwritable(say("editor.unfaithful")) from error


def _cover(head: str) -> Any:
    """Return what the cover in *head* says; raise Unwritable unless cards may follow it."""
    said = _said(head)
    if CARD in said:
        raise Unwritable(say("editor.unfaithful"))
    return said.get(COVER, {})


def _card(text: str) -> Any:
    """Return what *text* says below another card; raise Unwritable unless that is one more card, no more."""
    said = _said(_ANOTHER + text)
    other, *cards = said.pop(CARD)
    if said or other or len(cards) != 1:
        raise Unwritable(say("editor.unfaithful"))
    return cards[0]


def _proved(leaf: Leaf) -> Leaf:
    if _card(leaf.text) != leaf.raw:
        raise Unwritable(say("editor.unfaithful"))
    return leaf


def _settled(leaf: Leaf) -> Leaf:
    """Return *leaf*, if it says what it should, with what a gone last key leaves behind in the gap below."""
    low = bottom(_proved(leaf).text)
    return (
        replace(leaf, text=leaf.text[:low], gap=leaf.text[low:] + leaf.gap) if low < len(leaf.text) else leaf
    )


def _changed(raw: Mapping[str, Any], changes: Changes) -> dict[str, Any]:
    return {key: value for key, value in {**raw, **changes}.items() if value is not None}


def _joined(before: str, after: str, *, is_last: bool) -> str:
    """Return what is left between two cards when the one between these two gaps is gone."""
    if not after.strip() and not is_last:
        return before
    return before + after if before.strip() else after


def _closed(leaf: Leaf, newline: str) -> Leaf:
    if not leaf.text.endswith("\n"):
        leaf = replace(leaf, text=leaf.text + newline)
    gap = leaf.gap if leaf.gap.endswith("\n") or not leaf.gap else leaf.gap + newline
    if gap.strip():
        gap = _ended(gap, newline)
    elif not gap and _ends_in_comment(leaf.text):
        gap = newline
    return leaf if gap == leaf.gap else replace(leaf, gap=gap)


def _ended(text: str, newline: str) -> str:
    """Return *text* with its last line ended, and an empty line below where that is a comment."""
    if text and not text.endswith("\n"):
        text += newline
    return text + newline if _ends_in_comment(text) else text


def _ends_in_comment(text: str) -> bool:
    line = text.rstrip("\r\n")
    return text[len(line) :].count("\n") < 2 and line[line.rfind("\n") + 1 :].lstrip(" \t").startswith("#")
