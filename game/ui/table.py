"""The table room: one card, one question, its choices; whatever can be pressed is asked of the rules."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from game.engine.moves import Close
from game.engine.picture import LIT
from game.engine.rulebook import Asks
from game.engine.rules import IllegalMove, may_swap, why_not
from game.engine.scene import Scene, scene, told_by_both
from game.engine.shapes import shape_of
from game.sitting import Sitting
from game.ui.alone import AskedAlone
from game.ui.answer import CLOSE, PAUSE, Handed
from game.ui.banner import Banner
from game.ui.choices import Choices
from game.ui.closing import ELSEWHERE, UNDO, Closing
from game.ui.felt import Felt, Options
from game.ui.help import Help
from game.ui.hidden import Hidden
from game.ui.keys import Keys
from game.ui.quiet import Breath, Paused
from game.ui.top import place_line, spread
from game.words import say


class TableRoom(AskedAlone):
    """Play one evening."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", say("key.help"), key_display="?"),
        Binding("f1", "help", say("key.help"), key_display="F1"),
        Binding("s", "swap", say("key.swap")),
        Binding("u", "undo", say("key.undo")),
        Binding("p", "pause", say("key.pause")),
        Binding("c", "close", say("key.close")),
        Binding("q", "app.leave", say("key.leave")),
        Binding("l", "lighten", say("key.lighten")),
        Binding("h", "hide", say("key.hide")),
        Binding("m", "sorry", say("key.sorry")),
        Binding("r", "redo", show=False),
        Binding("x", "never", show=False),
        Binding("b", "breath", show=False),
        Binding(PAUSE, "pause", show=False),
        Binding(CLOSE, "close", show=False),
        Binding("escape", "home", show=False),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._keys: tuple[bool, ...] = ()
        self._felt = Felt()
        self._top, self._note = Static(id="top", markup=False), Static(id="note", markup=False)
        self._written: dict[Static, str] = {}

    def compose(self) -> ComposeResult:
        yield from (Banner(), self._top, self._felt, self._note, Keys())

    def on_mount(self) -> None:
        self.call_after_refresh(self._show)

    # showing

    def _show(self) -> None:
        """Show where the evening stands; open the curtain or the next room where it stands behind one."""
        if not self.is_attached:
            return  # An answer has come from another screen when this one is gone already.
        evening = self._table.evening
        if evening.is_closed:
            self.app.push_screen(Closing(self._sitting), self._ended)
            return
        shown = scene(evening)
        self._show_top(shown)
        behind = self._table.alone is not None or evening.paused
        self._felt.visible = not behind
        if behind:
            self._felt.rest()
        else:
            told = told_by_both(evening, self._table.revealed)
            self._felt.show(shown, told, self._options(shown))
        self._show_note()
        self._show_keys()
        if evening.paused:
            self.app.push_screen(Paused(evening.back).troubled(self._table.trouble), self._came_back)
        elif behind:
            self._draw_curtain(shown)

    def _write(self, part: Static, text: str) -> None:
        """Write *text* in *part*, unless it stands there already: most writing lays the room out anew."""
        if self._written.get(part) != text:
            self._written[part] = text
            part.update(Content(text), layout=part is not self._top)

    def _show_keys(self) -> None:
        """Draw the keys below anew only when others would do something: drawing them is dear."""
        keys = tuple(bool(self.check_action(action, ())) for action in ("swap", "undo", "close", "elsewhere"))
        if keys != self._keys:
            self._keys = keys
            self.refresh_bindings()

    def _show_top(self, shown: Scene) -> None:
        evening, trouble = self._table.evening, self._table.trouble
        number = self._sitting.keeper.saved - self._unseen_saves
        saved = say("table.unsaved") if trouble else say("table.saved", number=number)
        lights = say("table.lights", lights=evening.lights.total)
        small = self.has_class("-narrow") or self.has_class("-low")
        over_to = say("table.over-to", names=" & ".join(shown.actors))
        place = place_line(shown, len(evening.closed) + 1, shape_of(evening).cards, small)
        self._write(self._top, spread(place, over_to, f"{lights}  {saved}", self.size.width))

    def _options(self, shown: Scene) -> Options:
        step = self._table.evening.at.step
        keep = (("keep", say(f"table.keep.{step}")),) if shown.asks is Asks.KEEPING else ()
        return (*shown.choices, *keep)

    def _show_note(self) -> None:
        self._show_trouble()
        self._write(self._note, self._table.note)

    def _ended(self, how: str | None) -> None:
        """Undo reaches back even from the closing."""
        if how == UNDO:
            return self.action_undo()
        if how == ELSEWHERE:
            return self.action_elsewhere()
        self.action_home()

    # moves

    def _do(self, move: Callable[[], object]) -> None:
        """Make a move and show what it came to, or the sentence that says why not."""
        before = self._table.evening.lights.total
        try:
            move()
        except IllegalMove as reason:
            self._table.note = str(reason)
        lit = self._table.evening.lights.total - before
        self._table.note = self._table.note or LIT * lit
        self._show()

    def action_take(self, place: int | None = None) -> None:
        """Take a choice at once, so that a second quick Enter meets the step that follows."""
        if (id := self.query_one(Choices).option(place)) is not None:
            self._take(id)

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        self._take(event.id)

    def _take(self, id: str) -> None:
        step = self._table.evening.step
        if id == "keep" and step is not None and step.asks is Asks.KEEPING:
            return self.action_keep()
        self._do(lambda: self._table.choose(id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show only the keys that would do something here; none does before the card lies on the table."""
        evening = self._table.evening
        if not self._written and not evening.is_closed:
            return False
        match action:
            case "swap" | "never":
                return may_swap(evening) and super().check_action(action, parameters)
            case "undo":
                return self._table.can_undo and super().check_action(action, parameters)
            case "lighten" | "lower" | "veto" | "sorry":
                return not evening.is_ending and super().check_action(action, parameters)
            case "close":
                return why_not(evening, Close()) is None and super().check_action(action, parameters)
            case _:
                return super().check_action(action, parameters)

    def action_swap(self) -> None:
        """Another card, no reason."""
        self._do(self._table.swap)

    def action_never(self) -> None:
        """Another card, and never this one again."""
        self._do(self._sitting.never_again)

    def action_undo(self) -> None:
        """Take the last move back."""
        self._do(self._sitting.undo)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._do(self._sitting.redo)

    def action_close(self) -> None:
        """Go to the thanks."""
        self._do(self._table.close)

    def action_pause(self) -> None:
        """Rest, at once."""
        self._do(self._table.pause)

    def _came_back(self, back: str | None) -> None:
        """Return from the pause, leave the game paused, or go from the pause straight to the thanks."""
        if back is None:
            self.action_home()
        elif isinstance(back, Handed):
            self._table.come_back()
            self._do_action(back)
        elif back:
            self._do(lambda: self._rested(back))
        else:
            self._do(self._table.come_back)

    def _rested(self, back: str) -> None:
        """Name the time to come back: the pause begins again with it."""
        self._table.come_back()
        self._table.pause(back)

    # rooms beside the table

    def action_help(self) -> None:
        """Open the help."""
        self.app.push_screen(Help(), lambda _: self._show())

    def action_breath(self) -> None:
        """A quiet minute."""
        self._felt.rest()
        self.app.push_screen(Breath(), lambda _: self._show())

    def action_hide(self) -> None:
        """Hide everything behind a neutral screen."""
        self._felt.rest()
        self.app.push_screen(Hidden(), lambda _: self._show())

    def action_step(self, by: int) -> None:
        """Move the choice that stands out; where there is none to choose from, read on in the card."""
        choices = self.query_one(Choices)
        choices.step(by) if choices.is_open else self._read_lines(by)

    def action_home(self) -> None:
        """Go home; the evening is safe."""
        self.dismiss(None)
