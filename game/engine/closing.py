"""What the closing says: one number for both, and nothing that either could hold against the other."""

from collections.abc import Sequence

from game.engine.account import kept_lines, light_lines
from game.engine.cards import Dimension
from game.engine.scoring import Sky, turned
from game.engine.state import Evening
from game.words import say


def closing_lines(
    evening: Evening, sky: Sky, hearth: bool = False, shelf: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the closing's sentences: tonight's lights, what was played and learned, and what is kept.

    *sky* holds all lights of the pair, tonight's included; with *hearth* they are one warmth number. On the
    *shelf* are the names of their whole skies from earlier evenings.
    """
    lights = (
        (say("closing.hearth", lights=evening.lights.total, warmth=sky.total),)
        if hearth
        else light_lines(evening, "closing.lights")
    )
    skies = () if hearth else _skies(sky, shelf)
    return (*lights, *_played(evening), *skies, *kept_lines(evening), *_suggested(evening, sky))


def _played(evening: Evening) -> tuple[str, ...]:
    cards = len(evening.closed) + len(evening.mended)
    played = (say("closing.played", cards=cards, heard=evening.hearings),) if cards else ()
    new = evening.known + evening.learned
    tally = say(
        "closing.tally.one" if new == 1 else "closing.tally",
        known=evening.known,
        learned=evening.learned,
        new=new,
    )
    again = say("closing.remembered", remembered=evening.remembered)
    return (*played, *((tally,) if new else ()), *((again,) if evening.remembered else ()))


def _skies(sky: Sky, shelf: Sequence[str]) -> tuple[str, ...]:
    whole, _ = turned(sky)
    if not whole:
        return ()
    named = (say("closing.shelf", names=" · ".join(f"«{name}»" for name in shelf)),) if shelf else ()
    return (say("closing.skies", skies=whole), *named)


def _suggested(evening: Evening, sky: Sky) -> tuple[str, ...]:
    """An idea for next time, never a finding: the rarest constellation, if tonight passed it by."""
    rarest = min(Dimension, key=sky.stars)
    if not evening.closed or evening.lights.lights(rarest):
        return ()
    return (say("care.suggest", dimension=say(f"dim.{rarest}")),)
