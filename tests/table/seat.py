"""A seat at the table: small decks of every kind, and hands that press Enter."""

from collections.abc import Callable
from itertools import cycle, islice

from game.engine.cards import Card, Dimension, Kind, Part
from game.engine.record import Record
from game.engine.rulebook import Asks
from game.engine.state import Setting
from game.pile import NO_MEMORY, Memory
from game.table import Table
from tests.engine.build import COVERS, a_card, a_mending_card, a_setting

LONGEST_EVENING = 500
"""Presses of Enter that no evening needs."""
KINDS = {
    "tea": (Kind.QUESTION, Kind.STORY, Kind.GUESS, Kind.SCALE, Kind.WILD, Kind.REVEAL),
    "roads": (Kind.STORY, Kind.QUESTION, Kind.FINISH),
    "lines": (Kind.QUESTION, Kind.ACTION, Kind.FINISH, Kind.SCALE),
    "hard": (Kind.QUESTION, Kind.FINISH),
    "thanks": (Kind.APPRECIATE, Kind.FINISH),
}
COUNTS = {
    "tea": (12, 8),
    "roads": (8, 8, 6, 4),
    "lines": (6, 6, 4),
    "hard": (0, 0, 5, 8),
    "thanks": (6, 4, 2),
}
"""How many cards of each depth a deck has."""


def a_deck(deck: str) -> tuple[Card, ...]:
    """Return the cards of *deck*: its kinds and all dimensions in turn, every second action a touch."""
    dims = cycle(Dimension)
    return tuple(
        a_card(
            f"{deck}-{depth}{n:02}",
            deck=deck,
            text=f"Card {n} of {deck} at {depth}, for {{partner}}.",
            kind=kind,
            depth=depth,
            dim=next(dims),
            touch=kind is Kind.ACTION and n % 2 == 1,
            follow_ups=("What then?",) if n % 2 else (),
        )
        for depth, count in enumerate(COUNTS[deck], start=1)
        for n, kind in enumerate(islice(cycle(KINDS[deck]), count))
    )


MENDING = (
    *(a_mending_card(part, depth, f"mending-{part}-{depth}") for part in Part for depth in (2, 3, 4)),
    *(a_card(f"mending-{n}", deck="mending", depth=2) for n in range(3)),
)
CARDS = (*(card for deck in KINDS for card in a_deck(deck)), *MENDING)


def a_table(
    shape: str = "standard",
    seed: int = 0,
    *,
    cards: tuple[Card, ...] = CARDS,
    chosen: tuple[str, ...] | None = None,
    keep: Callable[[Record], None] = lambda _: None,
    memory: Memory = NO_MEMORY,
    setting: Setting | None = None,
) -> Table:
    """Return a table at its first stop, with every deck chosen but for *chosen*."""
    laid = setting or a_setting(shape, chosen=chosen if chosen is not None else tuple(c.id for c in COVERS))
    return Table(Record(laid), cards, keep, seed, memory)


def seated_again(table: Table, keep: Callable[[Record], None] = lambda _: None) -> Table:
    """Return *table* as it stands after its record was kept and read again."""
    return Table(table.record, CARDS, keep, 1)


def enter(table: Table, times: int = 1) -> None:
    """Press Enter: take the first choice, and behind the curtain give no answer of one's own."""
    for _ in range(times):
        step = table.evening.step
        assert step is not None, "an evening that is over takes no Enter"
        if step.hidden and step.asks is not Asks.NOTHING:
            table.answer("")
        else:
            table.choose(step.choices[0].id)


def enter_until(table: Table, reached: Callable[[Table], bool]) -> Table:
    """Press Enter until *reached*; fail when the evening ends before."""
    for _ in range(LONGEST_EVENING):
        if reached(table):
            return table
        enter(table)
    raise AssertionError("the evening never came to that")


def at_step(step: str) -> Callable[[Table], bool]:
    """Return the question whether a table stands at *step*."""
    return lambda table: table.evening.at.step == step


def at_closed(count: int) -> Callable[[Table], bool]:
    """Return the question whether *count* cards are closed and another lies on the table."""
    return lambda table: len(table.evening.closed) >= count and table.evening.card is not None


def is_over(table: Table) -> bool:
    """Return whether the evening is over."""
    return table.evening.is_closed


def vote(table: Table, *answers: str) -> None:
    """Answer behind the curtain, one after the other."""
    for answer in answers:
        table.answer(answer)
