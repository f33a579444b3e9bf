"""What an evening lights: python bench/evenings.py [--evenings N] [--shape standard] [--seed 0].

Random players play whole evenings on the shipped decks, by the game's own rules and at its own table; only
the keeping is left out. The star costs were chosen from such a simulation in the deck-writing guide: 12 cards
each, one card in ten swapped, 85 of 100 reflections made, the same card answered by both half the time; no
apology, pause or promise. It is to be played again whenever the decks or the order of an evening change.

What differs from it, because the rules do:

- Nobody can fail to reflect. After two tries comes one sentence word for word, so *heard* is always paid. The
  85 of 100 are here those who say *that's it*; the others take the longer way to the same light.
- The guide dealt freely. Here the gates and the plan hold: check-in first, thanks last, something to do in
  the middle, depth by the ladder, at most a third of it deep, tender cards only after two private yeses.
  The two choose no deck, which lays every deck that stands open; hard questions and apologies stay away.
- Each player's own ceiling is three or four, by chance, and each vote is a yes half the time. What else is
  asked is chosen by chance among all that the step offers; an answer that was begun is given to its end.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import fmean, quantiles
from tempfile import TemporaryDirectory

from game.engine.cards import Deck, Dimension
from game.engine.laying import STANDARD, lay, pile
from game.engine.record import Record
from game.engine.rulebook import HIGHEST, Asks, Step
from game.engine.scoring import STAR_COSTS
from game.engine.shapes import SHAPES
from game.engine.state import Answer, Evening
from game.files.decks.shelf import read_shelf
from game.files.paths import find_home
from game.table import Table

NAMES = ("Ana", "Ben")
CEILINGS = ("3", "4")


@dataclass(frozen=True, slots=True)
class Habits:
    """How two players play: each is a share of the times that they could."""

    swaps: float = 0.1
    """Of the cards that are dealt."""
    arrives: float = 0.85
    """Of the times that something was given back."""
    both_ways: float = 0.5
    willing: float = 0.5
    """Of the votes of one player."""


USUAL = Habits()
SWAPPERS = Habits(swaps=0.4, both_ways=0)
"""Two who pass on much and never answer a card that was not theirs."""


def shipped_decks() -> tuple[Deck, ...]:
    """Return the decks that a home without any of its own finds."""
    with TemporaryDirectory() as home:
        return read_shelf(find_home(Path(home), {})).decks


def play(
    habits: Habits, decks: Sequence[Deck], shape: str, evenings: int, dice: Random
) -> tuple[Evening, ...]:
    """Return *evenings* as they stood at their end."""
    setting = lay(NAMES, shape, (), decks)
    cards = pile(setting, decks)
    tables = (
        Table(Record(setting), cards, lambda record: None, dice.getrandbits(64)) for _ in range(evenings)
    )
    return tuple(_played(table, habits, dice) for table in tables)


def _played(table: Table, habits: Habits, dice: Random) -> Evening:
    considered = None
    while (step := table.evening.step) is not None:
        card = table.evening.card
        if card is not considered:
            considered = card
            if card is not None and dice.random() < habits.swaps:
                table.swap()
                continue
        if table.alone is not None and step.asks is not Asks.NOTHING:
            table.answer(_hidden(step, habits, dice))
        else:
            table.choose(_choice(step, habits, dice))
    return table.evening


def _hidden(step: Step, habits: Habits, dice: Random) -> str:
    """Return what one player answers behind the curtain."""
    match step.asks:
        case Asks.CEILING:
            return dice.choice(CEILINGS)
        case Asks.VOTE:
            return Answer.OPEN if dice.random() < habits.willing else Answer.SHUT
        case Asks.NUMBER:
            return str(dice.randint(0, HIGHEST))
        case _:
            return "something"


def _choice(step: Step, habits: Habits, dice: Random) -> str:
    """Return the id of what is chosen. Whoever has begun to answer too goes on to the end."""
    ids = [choice.id for choice in step.choices]
    match step.id:
        case "missed" | "missed-again":
            arrives = dice.random() < habits.arrives
            return "thats-it" if arrives else dice.choice([id for id in ids if id != "thats-it"])
        case "both-ways":
            return "me-too" if dice.random() < habits.both_ways else "move-on"
        case _:
            return dice.choice([id for id in ids if id != "move-on"])


def lights(evenings: Sequence[Evening]) -> float:
    """Return the mean of the lights of one evening."""
    return fmean(evening.lights.total for evening in evenings)


def by_dimension(evenings: Sequence[Evening]) -> dict[Dimension, float]:
    """Return the mean lights of one evening, dimension by dimension."""
    return {dim: fmean(evening.lights.lights(dim) for evening in evenings) for dim in Dimension}


def stars(evenings: Sequence[Evening]) -> dict[Dimension, float]:
    """Return by how many stars one evening makes each constellation grow, on average."""
    return {dim: mean / STAR_COSTS[dim] for dim, mean in by_dimension(evenings).items()}


def tell(title: str, evenings: Sequence[Evening]) -> None:
    """Print what *evenings* came to."""
    mean, *cuts = lights(evenings), *quantiles((evening.lights.total for evening in evenings), n=20)
    shares = {dim: f"{100 * part / mean:.0f} %" for dim, part in by_dimension(evenings).items()}
    print(title)
    print(f"  closed cards  {fmean(len(evening.closed) for evening in evenings):.1f}")
    print(f"  lights        mean {mean:.1f}   middle 90 % from {cuts[0]:.0f} to {cuts[-1]:.0f}")
    print("  shares        " + "   ".join(f"{dim} {share}" for dim, share in shares.items()))
    print("  stars         " + "   ".join(f"{dim} {grown:.2f}" for dim, grown in stars(evenings).items()))


def main() -> None:
    """Play as many evenings of each kind of player, and print what they came to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--evenings", type=int, default=10_000)
    parser.add_argument("--shape", choices=sorted(SHAPES), default=STANDARD)
    parser.add_argument("--seed", type=int, default=0)
    wish = parser.parse_args()
    decks = shipped_decks()
    for title, habits in (
        ("one card in ten swapped, both ways half the time", USUAL),
        ("four cards in ten swapped, never both ways", SWAPPERS),
    ):
        tell(
            f"{wish.evenings} evenings: {title}",
            play(habits, decks, wish.shape, wish.evenings, Random(wish.seed)),
        )


if __name__ == "__main__":
    main()
