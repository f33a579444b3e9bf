"""Laying the table: who plays, what kind of evening, and which decks."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from textual import events
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from game.engine.cards import Deck
from game.engine.laying import shapes, why_not_these
from game.engine.names import LONGEST, tidy, why_not_name
from game.engine.shapes import SHAPES
from game.files.decks.shelf import Shelf, read_shelf
from game.files.evenings.archive import list_evenings
from game.files.paths import Home
from game.ui.choices import Choices
from game.ui.keys import Keys
from game.ui.laid import Laid, Laying, Names
from game.ui.picking import DecksRoom
from game.ui.start import Start
from game.ui.typed import Typed
from game.words import say


async def lay_table(app: App[None], place: Home, start: Start) -> Laid | None:
    """Ask what *start* leaves open, one room after the other and back; return None when both go home."""
    shelf = await asyncio.to_thread(read_shelf, place)
    decks = tuple(shelf.find(deck).cover.id for deck in start.decks)
    names = await asyncio.to_thread(_last_names, place) if start.names is None else start.names
    laid, at = Laid(names, start.shape or "", decks), 0
    while at < len(rooms := _rooms(start, place, shelf, laid)):
        room = rooms[at](laid)
        by, laid = await app.push_screen_wait(room)
        at, shelf = at + by, room.shelf_left or shelf
        if at < 0:
            return None
    return laid if decks or not SHAPES[laid.shape].decks else replace(laid, decks=(), away=())


def _rooms(start: Start, place: Home, shelf: Shelf, laid: Laid) -> tuple[Callable[[Laid], "Laying"], ...]:
    """Return the rooms to go through, in their order: those that *start* has not answered."""
    chosen = start.decks or (laid.shape and SHAPES[laid.shape].decks)
    rooms: tuple[tuple[object, Callable[[Laid], Laying]], ...] = (
        (start.names, NamesRoom),
        (start.shape, lambda laid: ShapeRoom(laid, tuple(map(shelf.find, start.decks)))),
        (chosen, lambda laid: DecksRoom(place, shelf, laid)),
    )
    return tuple(room for is_known, room in rooms if not is_known)


def _last_names(place: Home) -> Names:
    """The two who played last sit down first."""
    return next((entry.names for entry in list_evenings(place) if entry.problem is None), ("", ""))


class NamesRoom(Laying):
    """Ask for two names."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="middle"):
            yield Static(Content(say("laying.names")), id="question")
            for place, name in enumerate(self._laid.names):
                label = say(f"laying.name.{place}")
                yield Typed(name, placeholder=label, id=f"name-{place}", max_length=LONGEST * 2, compact=True)
            yield Static(id="note", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.query_one("#name-0", Typed).focus()

    def on_input_changed(self) -> None:
        """Say no longer what was wrong with a name that is being mended."""
        self.query_one("#note", Static).update(Content(""))

    def on_input_submitted(self, event: Typed.Submitted) -> None:
        """Go on to the other name, and from there to the table; ask again for a name that cannot be."""
        event.stop()
        first, second = (self.query_one(f"#name-{place}", Typed) for place in (0, 1))
        on_first = event.input is first
        reason = why_not_name(event.value, "" if on_first else first.value)
        self.query_one("#note", Static).update(Content(reason or ""))
        if reason:
            return
        if on_first and (not second.value.strip() or why_not_name(second.value, first.value)):
            second.focus()
            return
        self._laid = replace(self._laid, names=(tidy(first.value), tidy(second.value)))
        self._go_on()


class ShapeRoom(Laying):
    """Ask what kind of evening it is to be, one that the decks go with which were chosen before."""

    def __init__(self, laid: Laid, chosen: tuple[Deck, ...] = ()) -> None:
        super().__init__(laid)
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(classes="middle"):
            yield Static(Content(say("laying.shape")), id="question")
            yield Choices(self._options(), standing=self._laid.shape)
            if self._chosen:
                yield Static(id="note", markup=False)
        yield Keys()

    def on_resize(self, event: events.Resize) -> None:
        """Say it in fewer words where there is less room."""
        super().on_resize(event)
        self.call_after_refresh(self._show_again)

    def _show_again(self) -> None:
        choices, options = self.query_one(Choices), self._options()
        choices.show(options, next(n for n, (id, _) in enumerate(options) if id == choices.standing))

    def _options(self) -> tuple[tuple[str, str], ...]:
        words = "shape.brief" if self.has_class("-narrow") else "shape"
        return tuple((s.id, say(f"{words}.{s.id}", cards=s.cards, minutes=s.minutes)) for s in shapes())

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        if reason := why_not_these(self._chosen, event.id):
            self.query_one("#note", Static).update(Content(reason))
            return
        self._laid = replace(self._laid, shape=event.id)
        self._go_on()
