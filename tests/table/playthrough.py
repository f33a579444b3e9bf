"""Playthroughs: an evening as a text that people can read and a machine can play again, line by line.

The first lines lay the table. After a blank line each line that begins with `>` is a move, and the lines
under it are what the table then shows. `> Enter` takes the first choice, `> Ana: 3` answers unseen.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.engine.cards import Dimension
from game.engine.rulebook import Asks
from game.engine.rules import IllegalMove
from game.engine.scene import scene
from game.engine.shapes import shape_of
from game.engine.state import Evening
from game.table import Table
from tests.engine.build import COVERS, NAMES, a_setting
from tests.table.seat import a_table, enter

FOLDER = Path(__file__).parent / "playthroughs"


@dataclass(frozen=True, slots=True)
class Laying:
    """How the table is laid."""

    about: str
    shape: str
    seed: int
    chosen: tuple[str, ...]
    promise: str = ""


def read_script(text: str) -> tuple[Laying, tuple[str, ...]]:
    """Return how the table of a playthrough is laid, and its moves."""
    head, _, _ = text.partition("\n\n")
    about, *lines = head.splitlines()
    laid = dict(line.split(": ", 1) for line in lines)
    moves = tuple(line.removeprefix("> ") for line in text.splitlines() if line.startswith("> "))
    chosen = tuple(laid["decks"].split()) if "decks" in laid else tuple(cover.id for cover in COVERS)
    return Laying(about, laid["shape"], int(laid["seed"]), chosen, laid.get("promise", "")), moves


def played_again(text: str) -> tuple[str, Table]:
    """Return the playthrough *text* as it reads when it is played now, and the table at its end."""
    laying, moves = read_script(text)
    setting = a_setting(laying.shape, chosen=laying.chosen, promise=laying.promise)
    table = a_table(seed=laying.seed, setting=setting)
    told = [text.partition("\n\n")[0], "", *shown(table, None)]
    for move in moves:
        told += ["", f"> {move}", *_after(table, move)]
    return "\n".join((*told, "")), table


def _after(table: Table, move: str) -> Iterator[str]:
    before = table.evening
    try:
        make(table, move)
    except IllegalMove as reason:
        yield f"  No: {reason}"
    else:
        yield from shown(table, before)


def make(table: Table, move: str) -> None:
    """Make one *move* as a playthrough names it."""
    name, _, rest = move.partition(": ")
    word, _, more = move.partition(" ")
    if name in NAMES and rest:
        assert table.alone == NAMES.index(name), f"it is not {name} who is asked"
        return table.answer("" if rest == "(nothing)" else rest)
    if name in ("keep sentence", "keep week"):
        return table.keep_line("week" if name == "keep week" else "sentence", rest)
    acts: dict[str, Callable[[], object]] = {
        "Enter": lambda: enter(table),
        "choose": lambda: table.choose(more),
        "swap": table.swap,
        "never": table.never_again,
        "undo": table.undo,
        "redo": table.redo,
        "close": table.close,
        "pause": lambda: table.pause(more),
        "return": table.come_back,
        "lower": lambda: table.lower(int(more)),
        "lighter": lambda: table.lighten(more),
        "veto": lambda: table.veto(more),
        "sorry": lambda: table.sorry(NAMES.index(more)),
    }
    acts[word]()


def shown(table: Table, before: Evening | None) -> Iterator[str]:
    """Yield what the two see now, as lines; the card only where it is another than *before*."""
    evening = table.evening
    if table.note:
        yield f"  ({table.note})"
    if lit := evening.lights.total - (before or evening).lights.total:
        yield f"  {lit:+} lights"
    if evening.paused:
        yield "  paused"
    elif evening.is_closed:
        yield f"  over, with {evening.lights.total} lights: {_lit(table)}"
    else:
        yield from _card(evening, before)
        yield from _step(table)


def _card(evening: Evening, before: Evening | None) -> Iterator[str]:
    now, card = scene(evening), evening.card
    if card is None or (before and before.card == card):
        return
    place = min(len(evening.closed) + 1, shape_of(evening).cards)
    yield f"  card {place}, {now.deck}: {now.kind} at {now.depth}"
    yield f"  «{now.text}»"


def _step(table: Table) -> Iterator[str]:
    evening, now = table.evening, scene(table.evening)
    alone = f"{evening.name(table.alone)} alone: " if table.alone is not None else ""
    yield f"  {alone}{now.question}".replace("\n", "\n  ")
    yield from (f"    ? {question}" for question in now.follow_ups)
    yield from (f"    = {name}: {answer}" for name, answer in zip(NAMES, table.revealed, strict=False))
    if now.asks not in (Asks.NUMBER, Asks.WORDS):
        yield "  [" + " | ".join(label for _, label in now.choices) + "]"


def _lit(table: Table) -> str:
    lights = table.evening.lights
    return ", ".join(f"{dim} {lights.lights(dim)}" for dim in Dimension)
