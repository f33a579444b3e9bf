"""Picking decks: the two take turns, or begin with a bit of everything."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from game.engine.cards import Deck, Gate
from game.engine.laying import offered, picker, size_line
from game.files.decks.deckfile import DeckFile
from game.files.decks.shelf import Shelf, read_shelf
from game.files.paths import Home
from game.ui.card import depth_line
from game.ui.choices import Choices
from game.ui.keys import Keys
from game.ui.laid import Laid, Laying
from game.ui.problems import ProblemsRoom
from game.ui.roll import fitted, one_row
from game.words import say

_BROKEN = "!"
"""A mark that no deck's id has."""
_AWAY = "×"
_SHORT, _LONG = 22, 32
"""Columns of a deck's title in a narrow window and in a wide one."""


class Offered(Choices):
    """The decks that may be picked, and what else there is to choose."""

    class Stood(Message):
        """Another choice stands out."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    def stand(self, id: str) -> None:
        """Tell the room which one stands out."""
        self.post_message(self.Stood(id))


class DecksRoom(Laying):
    """Let the two pick decks in turn, or take a bit of everything; either may put one away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "veto", say("laying.veto")),
        Binding("v", "bring_back", say("laying.bring-back")),
        Binding("e", "write", say("laying.write")),
    ]

    def __init__(self, place: Home, shelf: Shelf, laid: Laid) -> None:
        super().__init__(laid)
        self._home = place
        self._shelf = shelf

    @property
    def shelf_left(self) -> Shelf:
        return self._shelf

    @property
    def _broken(self) -> dict[str, DeckFile]:
        return {f"{_BROKEN}{place}": file for place, file in enumerate(self._shelf.broken)}

    def compose(self) -> ComposeResult:
        with Vertical(id="listing"):
            yield Static(id="question", markup=False)
            with VerticalScroll(id="list", can_focus=False):
                yield Offered(self._options())
                for problem in self._shelf.elsewhere:
                    yield Static(Content(str(problem)), classes="problem")
            yield Static(id="purpose", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self._show(0)

    def on_resize(self, event: events.Resize) -> None:
        """Write the lines anew where they have more room, or less."""
        super().on_resize(event)
        self.call_after_refresh(self._show_again)

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        if not event.id:
            return self._begin()
        if event.id in self._broken:
            return self._show_problems(self._broken[event.id])
        if event.id in self._laid.away:
            return self.action_bring_back()
        picked, held = self._laid.decks, event.id in self._laid.decks
        others = tuple(deck for deck in picked if deck != event.id)
        self._laid = replace(self._laid, decks=others if held else (*picked, event.id))
        self._show(self._place(event.id))

    def _begin(self) -> None:
        offered_ids = [deck.cover.id for deck in self._decks()]
        if not offered_ids:
            self.query_one("#purpose", Static).update(Content(say("laying.none-left")))
            return
        # Another kind of evening, chosen since, may have no room for a deck that was picked.
        self._laid = replace(self._laid, decks=tuple(d for d in self._laid.decks if d in offered_ids))
        self._go_on()

    def on_offered_stood(self, event: Offered.Stood) -> None:
        """Say what the deck that stands out is for, or what is wrong with its file."""
        event.stop()
        purpose = next(
            (d.cover.purpose for d in self._shelf.decks if d.cover.id == event.id), say("laying.mixed")
        )
        file = self._broken.get(event.id)
        self.query_one("#purpose", Static).update(Content(str(file.problems[0]) if file else purpose))
        self.refresh_bindings()

    def _show_problems(self, file: DeckFile) -> None:
        self.app.push_screen(ProblemsRoom(file))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to put away, to bring back or to write only where a deck stands out."""
        if action == "write" and self._file is None:
            return False
        if action in ("veto", "bring_back"):
            standing = self._standing
            decks = self._laid.away if action == "bring_back" else [d.cover.id for d in self._decks()]
            if standing not in decks:
                return False
        return super().check_action(action, parameters)

    def action_veto(self) -> None:
        """Put the deck that stands out away for tonight. Nobody is asked why."""
        deck, laid = self.query_one(Choices).standing, self._laid
        picked = tuple(each for each in laid.decks if each != deck)
        self._laid = replace(laid, decks=picked, away=(*laid.away, deck))
        self._show(self._place(deck))

    def action_bring_back(self) -> None:
        """Lay a deck that was put away on the table again."""
        deck, laid = self.query_one(Choices).standing, self._laid
        self._laid = replace(laid, away=tuple(each for each in laid.away if each != deck))
        self._show(self._place(deck))

    @work
    async def action_write(self) -> None:
        """Write on the deck that stands out, and come back to it."""
        # Most evenings begin without the desk.
        from game.ui.desk.desk import write_on

        file, standing = self._file, self._standing
        if file is None:
            return
        path, news = await write_on(self.app, self._home, file.path)
        self._shelf = await asyncio.to_thread(read_shelf, self._home)
        if not self.is_running:
            return  # a quick Escape has left the room
        self._show(self._place(self._id_of(path) or standing))
        if news:
            self.query_one("#purpose", Static).update(Content(news))

    @property
    def _standing(self) -> str:
        return next((choices.standing for choices in self.query(Choices)), "")

    @property
    def _file(self) -> DeckFile | None:
        """The file of the deck that stands out."""
        id = self._standing
        own = (file for file in self._shelf.files if file.deck and file.deck.cover.id == id)
        return self._broken.get(id) or next(own, None)

    def _id_of(self, path: Path | None) -> str:
        """Return what the file at *path* is called in the list."""
        broken = (id for id, file in self._broken.items() if file.path == path)
        decks = (file.deck.cover.id for file in self._shelf.files if file.path == path and file.deck)
        return next(broken, next(decks, ""))

    def _decks(self) -> tuple[Deck, ...]:
        return offered(self._shelf.decks, self._laid.shape, self._laid.away)

    def _place(self, id: str) -> int:
        return next((n for n, (option, _) in enumerate(self._options()) if option == id), 0)

    def _show(self, place: int) -> None:
        """Show whose pick it is and what has been picked."""
        name = self._laid.names[picker(self._laid.decks)]
        self.query_one("#question", Static).update(Content(say("laying.decks", name=name)))
        self.query_one(Choices).show(self._options(), place)

    def _show_again(self) -> None:
        """Show the same in another width. What stands out is asked only now: a key may have come before."""
        self._show(self._place(self.query_one(Choices).standing))

    def _options(self) -> tuple[tuple[str, str], ...]:
        decks, picked = self._decks(), self._laid.decks
        titles = [deck.cover.title for deck in decks if deck.cover.id in picked]
        begin = say("laying.begin", titles=", ".join(titles)) if titles else say("laying.everything")
        narrow = self.has_class("-narrow")
        lines = ((d.cover.id, deck_line(d, d.cover.id in picked, narrow)) for d in decks)
        away = ((d.cover.id, away_line(d, narrow)) for d in self._put_away())
        broken = ((id, broken_line(file, narrow)) for id, file in self._broken.items())
        return (("", begin), *lines, *away, *broken)

    def _put_away(self) -> tuple[Deck, ...]:
        """Return the decks that lie aside and may be brought back."""
        every = offered(self._shelf.decks, self._laid.shape)
        return tuple(deck for deck in every if deck.cover.id in self._laid.away)


def deck_line(deck: Deck, picked: bool, narrow: bool = False) -> str:
    """Return a deck as one line: picked or not, its title, how deep it goes, and where there is room more."""
    span = depth_line(max(card.depth for card in deck.cards)).split()[-1]
    mark = "✓" if picked else " "
    if narrow:
        return f"{mark} {fitted(deck.cover.title, _SHORT)} {span}"
    cards = size_line(deck)
    gated = deck.cover.gate is Gate.BOTH_WILLING
    moment = say("laying.gated" if gated else f"laying.moment.{deck.cover.moment}")
    return f"{mark} {fitted(deck.cover.title, _LONG)} {cards:>8}  {span}  {moment}"


def away_line(deck: Deck, narrow: bool = False) -> str:
    """Return a deck that was put away as one line: its title, and how it comes back."""
    title = fitted(deck.cover.title, _SHORT if narrow else _LONG)
    return f"{_AWAY} {title} {say('laying.away.brief' if narrow else 'laying.away')}"


def broken_line(file: DeckFile, narrow: bool = False) -> str:
    """Return a deck file that cannot be played as one line: its name, and how much is wrong."""
    name, count = one_row(file.path.name), len(file.problems)
    if narrow:
        return f"{_BROKEN} {fitted(name, _SHORT)} {count}"
    return f"{_BROKEN} {fitted(name, _LONG)} {say('shelf.problems', count=count)}"
