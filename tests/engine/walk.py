"""Every way through a script, and every card that makes a difference to which script is followed."""

from collections.abc import Iterator
from itertools import product

from game.engine.cards import DEEPEST, Card, Dimension, Kind, Part
from game.engine.rulebook import Choice, script_for, step_of
from tests.engine.build import a_card

Path = tuple[Choice, ...]


def paths(script: str, step: str, behind: tuple[str, ...] = ()) -> Iterator[Path]:
    """Yield every way from *step* to the end of *script*; a step that comes round again is a loop."""
    assert step not in behind, f"{script}.{step} comes round again"
    for choice in step_of(script, step).choices:
        if choice.then is None:
            yield (choice,)
        else:
            yield from ((choice, *rest) for rest in paths(script, choice.then, (*behind, step)))


def every_card() -> Iterator[Card]:
    """Yield a card for each kind, depth and mark that a script could depend on."""
    for kind, depth in product(Kind, range(1, DEEPEST + 1)):
        parts = tuple(Part) if kind is Kind.REPAIR else (None,)
        for part, touch in product(parts, (False, True) if kind in (Kind.ACTION, Kind.WILD) else (False,)):
            yield a_card(
                f"{kind}-{depth}-{part}-{touch}",
                kind=kind,
                depth=depth,
                dim=Dimension.RESPECT,
                part=part,
                touch=touch,
            )


def followed(cards: Iterator[Card]) -> dict[str, tuple[Card, ...]]:
    """Return *cards* by the script that they follow."""
    found: dict[str, tuple[Card, ...]] = {}
    for card in cards:
        found[script_for(card)] = (*found.get(script_for(card), ()), card)
    return found
