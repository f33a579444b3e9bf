"""One stop of the evening as blocks of lines: the card, its question, what may help. It asks nothing."""

from game.engine.closing import closing_lines
from game.engine.picture import star_lines
from game.engine.rulebook import Asks
from game.engine.scene import Scene, about_alone, asked_alone, scene, told_by_both
from game.engine.shapes import shape_of
from game.plain.reply import Option, numbered
from game.sitting import Sitting
from game.table import Table
from game.words import first_said, say

_INDENT = "    "
Blocks = tuple[str, ...]
"""Each a few lines; an empty line stands between them."""


def open_page(table: Table, taught: set[str]) -> Blocks:
    """Return what both see now. Each teaching sentence comes once; *taught* remembers them."""
    shown = scene(table.evening)
    card = (_top(table, shown), _indented(shown.text)) if shown.text else ()
    question = "\n".join(
        (shown.question, *(f"  · {each}" for each in shown.follow_ups), *_fresh(table, shown, taught))
    )
    return (*card, told_by_both(table.evening, table.revealed), question)


def closed_page(table: Table, player: int) -> Blocks:
    """Return what both may read at a closed curtain: a card that both answer, and who is to look away."""
    shown, names = scene(table.evening), table.evening.setting.names
    name, other = names[player], names[1 - player]
    how = say("care.curtain.how", name=name, other=other)
    closed = (say("care.curtain", name=name), about_alone(shown), how)
    is_open_card = shown.asks in (Asks.NUMBER, Asks.WORDS)
    return (*(_card_alone(table, shown, player) if is_open_card else ()), "\n".join(closed))


def _card_alone(table: Table, shown: Scene, player: int) -> Blocks:
    return (_top(table, shown), _indented(asked_alone(table.evening, player))) if shown.text else ()


def unseen_page(table: Table, player: int, taught: set[str]) -> Blocks:
    """Return what only *player* sees, behind the curtain."""
    shown = scene(table.evening)
    return (*_card_alone(table, shown, player), "\n".join((shown.question, *_fresh(table, shown, taught))))


def options_of(table: Table) -> tuple[Option, ...]:
    """Return the choices of the step, numbered; a depth has itself for a number."""
    shown = scene(table.evening)
    match shown.asks:
        case Asks.CEILING:
            return tuple(Option(id, id, label) for id, label in shown.choices)
        case Asks.KEEPING:
            return numbered((*shown.choices, ("keep", say(f"table.keep.{table.evening.at.step}"))))
        case Asks.NOTHING if shown.hidden:
            return numbered((*shown.choices, ("swap", say("table.swap"))))
        case _:
            return numbered(shown.choices)


def closing_page(sitting: Sitting) -> Blocks:
    """Return what the evening lit, the sky in words, and what none of it measures."""
    hearth = sitting.score == "hearth"
    lines = closing_lines(sitting.table.evening, sitting.sky, hearth, sitting.shelf)
    stars = () if hearth else star_lines(sitting.sky)
    return (say("closing.title"), "\n".join(lines), "\n".join(stars), say("care.closing"))


def deck_choices(table: Table) -> tuple[tuple[str, str], ...]:
    """Return the decks that are on the table tonight, ids with titles."""
    evening = table.evening
    return tuple((each.id, each.title) for each in evening.setting.covers if each.id not in evening.vetoed)


def _top(table: Table, shown: Scene) -> str:
    evening, cards = table.evening, shape_of(table.evening).cards
    place = say("table.place", place=min(len(evening.closed) + 1, cards), cards=cards)
    first = say("line.top", deck=shown.deck, depth=say(f"depth.{shown.depth}"))
    roles = say("table.roles", speaker=shown.speaker, listener=shown.listener)
    return f"{first}\n{say('line.place', roles=roles, place=place, lights=evening.lights.total)}"


def _fresh(table: Table, shown: Scene, taught: set[str]) -> tuple[str, ...]:
    """Return the offers without what has been taught before, and remember what is taught now."""
    key = first_said(f"teach.{table.evening.at.step}")
    teaching = say(key) if key else ""
    offers = tuple(offer for offer in shown.offers if offer not in taught)
    taught.update(offer for offer in offers if offer == teaching)
    return offers


def _indented(text: str) -> str:
    return "\n".join(f"{_INDENT}{line}" for line in text.split("\n"))
