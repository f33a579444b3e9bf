"""Laying the table: who plays, what kind of evening, and which decks."""

import asyncio
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from game.engine.cards import Deck, Gate
from game.engine.laying import offered, picker, shapes
from game.engine.names import LONGEST, tidy, why_not_name
from game.engine.plan import SHAPES
from game.files.deckfile import DeckFile
from game.files.evenings import list_evenings
from game.files.paths import Home
from game.files.shelf import Shelf, read_shelf
from game.ui.card import depth_line
from game.ui.choices import Choices
from game.ui.keys import Keys
from game.ui.problems import ProblemsRoom
from game.ui.roll import fitted, one_row
from game.ui.room import Room
from game.ui.start import Start
from game.words import say

Names = tuple[str, str]
_BROKEN = "!"
"""A mark that no deck's id has."""
_SHORT, _LONG = 22, 32
"""Columns of a deck's title in a narrow window and in a wide one."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What was agreed: who plays, what kind of evening, and the chosen decks, none meaning all that fit."""

    names: Names
    shape: str
    decks: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    """Decks that one of the two would rather not see tonight."""


async def lay_table(app: App[None], place: Home, start: Start) -> Laid | None:
    """Ask what *start* leaves open; return None when one of the two goes back."""
    shelf = await asyncio.to_thread(read_shelf, place)
    names = start.names or await app.push_screen_wait(NamesRoom(await asyncio.to_thread(_last_names, place)))
    if names is None:
        return None
    shape = start.shape or (await app.push_screen_wait(ShapeRoom()))
    if shape is None:
        return None
    if start.decks:
        return Laid(names, shape, tuple(shelf.find(deck).cover.id for deck in start.decks))
    if SHAPES[shape].decks:
        return Laid(names, shape)
    return await app.push_screen_wait(DecksRoom(shelf, names, shape))


def _last_names(place: Home) -> Names:
    """The two who played last sit down first."""
    return next((entry.names for entry in list_evenings(place) if entry.problem is None), ("", ""))


class NamesRoom(Room[Names | None]):
    """Ask for two names."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", say("key.back"))]

    def __init__(self, names: Names = ("", "")) -> None:
        super().__init__()
        self._names = names

    def compose(self) -> ComposeResult:
        with Vertical(classes="middle"):
            yield Static(Content(say("laying.names")), id="question")
            for place, name in enumerate(self._names):
                label = say(f"laying.name.{place}")
                yield Input(name, placeholder=label, id=f"name-{place}", max_length=LONGEST * 2, compact=True)
            yield Static(id="note", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.query_one("#name-0", Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the other name, and from there to the table; ask again for a name that cannot be."""
        event.stop()
        first, second = (self.query_one(f"#name-{place}", Input) for place in (0, 1))
        on_first = event.input is first
        reason = why_not_name(event.value, "" if on_first else first.value)
        self.query_one("#note", Static).update(Content(reason or ""))
        if reason:
            return
        if on_first and (not second.value.strip() or why_not_name(second.value, first.value)):
            second.focus()
            return
        self.dismiss((tidy(first.value), tidy(second.value)))


class ShapeRoom(Room[str | None]):
    """Ask what kind of evening it is to be."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", say("key.back"))]

    def compose(self) -> ComposeResult:
        with Vertical(classes="middle"):
            yield Static(Content(say("laying.shape")), id="question")
            yield Choices((s.id, say(f"shape.{s.id}", cards=s.cards, minutes=s.minutes)) for s in shapes())
        yield Keys()

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        self.dismiss(event.id)


class DecksRoom(Room[Laid | None]):
    """Let the two pick decks in turn, or take a bit of everything; either may put one away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "veto", say("laying.veto")),
        Binding("escape", "dismiss", say("key.back")),
    ]

    def __init__(self, shelf: Shelf, names: Names, shape: str) -> None:
        super().__init__()
        self._shelf = shelf
        self._names = names
        self._shape = shape
        self._picked: tuple[str, ...] = ()
        self._away: tuple[str, ...] = ()
        self._broken = {f"{_BROKEN}{place}": file for place, file in enumerate(shelf.broken)}

    def compose(self) -> ComposeResult:
        with Vertical(id="listing"):
            yield Static(id="question", markup=False)
            with VerticalScroll(id="list", can_focus=False):
                yield Choices(self._options())
                for problem in self._shelf.elsewhere:
                    yield Static(Content(str(problem)), classes="problem")
            yield Static(id="purpose", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self._show(0)

    def on_resize(self, event: events.Resize) -> None:
        """Write the lines anew where they have more room, or less."""
        self.call_after_refresh(self._show_again)

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        if not event.id:
            return self._begin()
        if event.id in self._broken:
            return self._show_problems(self._broken[event.id])
        held = event.id in self._picked
        self._picked = tuple(d for d in self._picked if d != event.id) if held else (*self._picked, event.id)
        self._show(self._place(event.id))

    def _begin(self) -> None:
        if self._decks():
            self.dismiss(Laid(self._names, self._shape, self._picked, self._away))
        else:
            self.query_one("#purpose", Static).update(Content(say("laying.none-left")))

    def on_choices_stood(self, event: Choices.Stood) -> None:
        """Say what the deck that stands out is for, or what is wrong with its file."""
        event.stop()
        purpose = next(
            (d.cover.purpose for d in self._shelf.decks if d.cover.id == event.id), say("laying.mixed")
        )
        file = self._broken.get(event.id)
        self.query_one("#purpose", Static).update(Content(str(file.problems[0]) if file else purpose))

    def _show_problems(self, file: DeckFile) -> None:
        self.app.push_screen(ProblemsRoom(file))

    def action_veto(self) -> None:
        """Put the deck that stands out away for tonight. Nobody is asked why."""
        deck = self.query_one(Choices).standing
        if deck and deck not in self._broken:
            self._away = (*self._away, deck)
            self._picked = tuple(d for d in self._picked if d != deck)
            self._show(0)

    def _decks(self) -> tuple[Deck, ...]:
        return offered(self._shelf.decks, self._shape, self._away)

    def _place(self, id: str) -> int:
        return next(n for n, (option, _) in enumerate(self._options()) if option == id)

    def _show(self, place: int) -> None:
        """Show whose pick it is and what has been picked."""
        name = self._names[picker(self._picked)]
        self.query_one("#question", Static).update(Content(say("laying.decks", name=name)))
        self.query_one(Choices).show(self._options(), place)

    def _show_again(self) -> None:
        """Show the same in another width. What stands out is asked only now: a key may have come before."""
        self._show(self._place(self.query_one(Choices).standing))

    def _options(self) -> tuple[tuple[str, str], ...]:
        titles = [deck.cover.title for deck in self._decks() if deck.cover.id in self._picked]
        begin = say("laying.begin", titles=", ".join(titles)) if titles else say("laying.everything")
        narrow = self.has_class("-narrow")
        lines = ((d.cover.id, deck_line(d, d.cover.id in self._picked, narrow)) for d in self._decks())
        broken = ((id, broken_line(file, narrow)) for id, file in self._broken.items())
        return (("", begin), *lines, *broken)


def deck_line(deck: Deck, picked: bool, narrow: bool = False) -> str:
    """Return a deck as one line: picked or not, its title, how deep it goes, and where there is room more."""
    span = depth_line(max(card.depth for card in deck.cards)).split()[-1]
    mark = "✓" if picked else " "
    if narrow:
        return f"{mark} {fitted(deck.cover.title, _SHORT)} {span}"
    cards = say("laying.cards", cards=len(deck.cards))
    gated = deck.cover.gate is Gate.BOTH_WILLING
    moment = say("laying.gated" if gated else f"laying.moment.{deck.cover.moment}")
    return f"{mark} {fitted(deck.cover.title, _LONG)} {cards:>8}  {span}  {moment}"


def broken_line(file: DeckFile, narrow: bool = False) -> str:
    """Return a deck file that cannot be played as one line: its name, and how much is wrong."""
    name, count = one_row(file.path.name), len(file.problems)
    if narrow:
        return f"{_BROKEN} {fitted(name, _SHORT)} {count}"
    return f"{_BROKEN} {fitted(name, _LONG)} {say('shelf.problems', count=count)}"
