"""Laying the table in lines: who plays, what kind of evening, and which decks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from game.engine.cards import Deck
from game.engine.laying import offered, picker, shapes, size_line, why_not_these
from game.engine.names import tidy, why_not_name
from game.engine.shapes import SHAPES
from game.files.decks.deckfile import DeckFile
from game.files.decks.shelf import Shelf
from game.plain.asking import Asking
from game.plain.reply import Option, Taken, Wish, numbered, understand
from game.words import say


@dataclass(frozen=True, slots=True)
class Laid:
    """What is agreed so far. What is empty, or None, is still to be asked."""

    names: tuple[str, str] = ("", "")
    shape: str = ""
    decks: tuple[str, ...] | None = None
    """Ids of the chosen decks; none at all means a bit of everything."""
    away: tuple[str, ...] = ()
    """Decks that one of the two would rather not see tonight."""


MOST_TOLD = 3
"""Problems of one file that are told before the game; the rest waits for whoever mends it."""
Question = Callable[[Asking, Shelf, Laid], Laid | Wish]


def lay_table(asking: Asking, shelf: Shelf, laid: Laid) -> Laid:
    """Ask what *laid* leaves open, and return all of it; undo goes a question back."""
    questions = _open_questions(laid)
    before: list[Laid] = []
    while len(before) < len(questions):
        answer = questions[len(before)](asking, shelf, laid)
        if not isinstance(answer, Wish):
            before.append(laid)
            laid = answer
        elif answer != Wish("undo"):
            asking.news = (say("line.later"),)
        elif before:
            laid = before.pop()
        else:
            asking.news = (say("no.undo"),)
    return laid


def _open_questions(laid: Laid) -> tuple[Question, ...]:
    return (
        *((partial(_ask_name, place=0), partial(_ask_name, place=1)) if not all(laid.names) else ()),
        *((_ask_shape,) if not laid.shape else ()),
        *((_ask_decks,) if laid.decks is None else ()),
    )


def _ask_name(asking: Asking, _: Shelf, laid: Laid, place: int) -> Laid | Wish:
    first = laid.names[0] if place else ""
    blocks = (f"{say('laying.names')} ({say(f'laying.name.{place}')})",)
    name = asking.write(lambda: blocks, lambda text: why_not_name(text, first))
    if isinstance(name, Wish):
        return name
    return replace(laid, names=(first, tidy(name)) if place else (tidy(name), ""))


def _ask_shape(asking: Asking, shelf: Shelf, laid: Laid) -> Laid | Wish:
    """Ask for the kind of evening, and again where a deck that was chosen before does not go with it."""
    labels = ((s.id, say(f"shape.{s.id}", cards=s.cards, minutes=s.minutes)) for s in shapes())
    options = numbered([(id, " ".join(label.split())) for id, label in labels])
    chosen = tuple(map(shelf.find, laid.decks or ()))
    while True:
        shape = asking.choose(lambda: (say("laying.shape"),), options)
        if isinstance(shape, Wish):
            return shape
        if (reason := why_not_these(chosen, shape.id)) is None:
            return replace(laid, shape=shape.id)
        asking.news = (reason,)


def _ask_decks(asking: Asking, shelf: Shelf, laid: Laid) -> Laid | Wish:
    """Let the two pick in turn. An empty line begins; either may put a deck away."""
    if SHAPES[laid.shape].decks:
        return replace(laid, decks=())
    picked: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    asking.news = (*asking.news, _broken_lines(shelf))
    while True:
        options = _deck_options(offered(shelf.decks, laid.shape, away), picked)
        reply = asking.choose_several(partial(_deck_page, shelf, laid, picked), options)
        match reply:
            case (Taken("begin"), *_):
                if options[1:]:
                    return replace(laid, decks=picked, away=away)
                asking.news = (say("laying.none-left"),)
            case Wish("away", more):
                found = understand(more, options[1:])
                away += (found.id,) if isinstance(found, Taken) and more else ()
                asking.news = () if isinstance(found, Taken) and more else (say("line.away"),)
            case Wish():
                return reply
            case _:
                picked = _toggled(picked, tuple(taken.id for taken in reply))
        picked = tuple(id for id in picked if id not in away)


def _toggled(picked: tuple[str, ...], ids: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(id for id in picked if id not in ids)
    return (*kept, *(id for id in dict.fromkeys(ids) if id not in picked))


def _deck_page(shelf: Shelf, laid: Laid, picked: tuple[str, ...]) -> tuple[str, ...]:
    name = laid.names[picker(picked)]
    titles = ", ".join(deck.cover.title for deck in shelf.decks if deck.cover.id in picked)
    begin = say("laying.begin", titles=titles) if titles else say("laying.everything")
    return (f"{say('laying.decks', name=name)}\n{say('line.decks', begin=begin)}",)


def _broken_lines(shelf: Shelf) -> str:
    """Return what is wrong on the shelf, file by file, told once before the two pick."""
    told = [*map(str, shelf.elsewhere), *(line for file in shelf.broken for line in _problem_lines(file))]
    return "\n".join((say("shelf.plain"), *(f"· {line}" for line in told))) if told else ""


def _problem_lines(file: DeckFile) -> tuple[str, ...]:
    first = tuple(map(str, file.problems[:MOST_TOLD]))
    more = len(file.problems) - len(first)
    return (*first, say("shelf.plain.more", count=more)) if more else first


def _deck_options(decks: tuple[Deck, ...], picked: tuple[str, ...]) -> tuple[Option, ...]:
    """Return the decks as options, after the unprinted one that begins."""
    lines = (
        Option(str(place), deck.cover.id, deck.cover.title, _measures(deck, deck.cover.id in picked))
        for place, deck in enumerate(decks, start=1)
    )
    return (Option("", "begin", ""), *lines)


def _measures(deck: Deck, picked: bool) -> str:
    depths = sorted({card.depth for card in deck.cards})
    span = dict.fromkeys(say(f"depth.{depth}") for depth in (depths[0], depths[-1]))
    cards = size_line(deck)
    return say("line.deck.picked" if picked else "line.deck", cards=cards, depths=" – ".join(span))
