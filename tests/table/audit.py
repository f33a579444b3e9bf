"""An audit of a played evening, from its moves alone: the promises are counted again and no gate is asked."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from game.engine.cards import Card, Kind
from game.engine.moves import Choose, Deal, Move, Pause, Sorry
from game.engine.record import Record
from game.engine.rules import apply, opening
from game.engine.shapes import SHAPES
from game.engine.state import Evening

TENDER, DEEP = 4, 3


@dataclass(slots=True)
class Tally:
    """What an auditor at the table would have counted so far."""

    closed: list[Card] = field(default_factory=list)
    tellings: list[int] = field(default_factory=lambda: [0, 0])
    heard_deep: list[int] = field(default_factory=lambda: [0, 0])
    rested: bool = False
    apologies: int = 0

    def is_ice_broken(self) -> bool:
        """Return whether six cards are closed, each has told three times and was heard twice deeply."""
        return (
            len(self.closed) >= 6
            and min(self.tellings) >= 3
            and min(self.heard_deep) >= 2
            and not self.rested
        )

    def note(self, move: Move, before: Evening, after: Evening) -> None:
        """Count what *move* did."""
        if isinstance(move, Pause):
            self.rested = True
        if isinstance(move, Choose):
            self._count(move.choice, before)
        if len(after.closed) > len(before.closed):
            self.closed.append(after.closed[-1])
            self.rested = False
        self.apologies += isinstance(move, Sorry)

    def _count(self, choice: str, before: Evening) -> None:
        """Count a telling where it was told, or both ways once it was heard; a hearing where it closed."""
        step, speaker = before.at.step, before.at.speaker
        told = {("tell", "told"): speaker, ("echo-too", "heard"): 1 - speaker}.get((step, choice))
        heard = (
            speaker
            if (step, choice) == ("give-back", "heard") or choice in ("thats-it", "repeated")
            else None
        )
        heard = 1 - speaker if (step, choice) == ("echo-too", "heard") else heard
        card = before.card
        if card is None or card.kind not in (Kind.STORY, Kind.QUESTION, Kind.FINISH):
            return
        if told is not None:
            self.tellings[told] += 1
        if heard is not None and card.depth >= 2:
            self.heard_deep[heard] += 1


def broken_promises(record: Record) -> Iterator[str]:
    """Yield every promise that the evening of *record* broke."""
    evening, tally, lights = opening(record.setting, record.aside), Tally(), 0
    yield from _twice(record)
    for move in record.moves:
        if isinstance(move, Deal):
            yield from _dealt_too_soon(move.card, evening, tally, record)
        after = apply(evening, move)
        tally.note(move, evening, after)
        if after.lights.total < lights:
            yield "a light went out"
        if after.turn != len(tally.closed) % 2:
            yield "the turns do not alternate"
        if after.card and not after.mending and after.at.speaker != after.turn:
            yield "a card lies before the wrong player"
        evening, lights = after, after.lights.total
    if evening.tellings != tuple(tally.tellings) or evening.heard_deep != tuple(tally.heard_deep):
        yield "tellings or hearings were counted wrongly"
    if tally.apologies > 1:
        yield "more than one apology"
    yield from _too_deep(
        [card.depth for card in tally.closed], SHAPES[record.setting.shape].cards, tally.apologies
    )


def _twice(record: Record) -> Iterator[str]:
    dealt = [move.card.id for move in record.moves if isinstance(move, Deal)]
    if len(dealt) != len(set(dealt)) or set(dealt) & set(record.aside.cards):
        yield "a card came twice"


def _dealt_too_soon(card: Card, evening: Evening, tally: Tally, record: Record) -> Iterator[str]:
    covers = {cover.id: cover for cover in record.setting.covers}
    hard = covers[card.deck].gate == "both-willing"
    top = min(evening.ceiling, SHAPES[record.setting.shape].ceiling)
    if card.deck in evening.vetoed:
        yield "a card came from a deck that was put away"
    if evening.mending:
        if card.part is not evening.mending or (card.depth == TENDER and not record.setting.mended_before):
            yield "an apology took the wrong step"
        return
    if card.part or (covers[card.deck].gate == "opener-only" and not tally.apologies):
        yield "a mending card came by itself"
    if card.depth > top and not (hard and top >= DEEP and record.aside.willing == "open"):
        yield "a card was deeper than tonight goes"
    if (hard or card.depth == TENDER) and not (tally.is_ice_broken() and record.aside.willing == "open"):
        yield "a hard card came before the ice was broken and both were willing"
    if evening.lighter is not None and card.depth > 1:
        yield "no light card came though one was asked for"


def _too_deep(depths: list[int], cards: int, apologies: int) -> Iterator[str]:
    if any(depth > 1 and depths[:place].count(depth - 1) < 2 for place, depth in enumerate(depths)):
        yield "a level opened before two cards below it were closed"
    if depths.count(DEEP) > cards // 3:
        yield "more than a third was deep"
    if depths.count(TENDER) + bool(apologies) > 3:
        yield "there were too many tender cards"
    if DEEP in depths[cards - 1 :] or TENDER in depths[cards - 2 :]:
        yield "the evening ended on a heavy card"
    places = [place for place, depth in enumerate(depths) if depth == TENDER]
    if any(min(depths[a + 1 : b], default=TENDER) > 2 for a, b in itertools.pairwise(places)):
        yield "two tender cards came in a row"
