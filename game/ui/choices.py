"""A short list of choices: arrows, digits, Enter or a click take one."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

_DIGITS = 9


class Choice(Static):
    """One line that can be taken."""

    def __init__(self, place: int) -> None:
        super().__init__(markup=False)
        self.place = place

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(Choices.Pointed(self.place))


class Choices(Vertical):
    """Choices by id and label. The one that stands out is what Enter takes, at first the first."""

    class Taken(Message):
        """A choice was taken."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    class Stood(Message):
        """Another choice stands out."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    class Pointed(Message):
        """A line was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(
        self, options: Iterable[tuple[str, str]] = (), *, standing: str | None = None, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._options = tuple(options)
        self._place = next((n for n, option in enumerate(self._options) if option[0] == standing), 0)

    def on_mount(self) -> None:
        self.show(self._options, self._place)

    def show(self, options: Iterable[tuple[str, str]], place: int = 0) -> None:
        """Show *options*, standing at *place*. Lines are reused: only what changes is drawn again."""
        self._options = tuple(options)
        self._place = min(place, max(0, len(self._options) - 1))
        lines = list(self.query(Choice))
        missing = [Choice(n) for n in range(len(lines), len(self._options))]
        if missing:
            self.mount_all(missing)
        self._draw((*lines, *missing))
        if self._place:
            self._bring_in_sight()

    def step(self, by: int) -> None:
        """Stand *by* lines further down, round the ends."""
        if self._options:
            self._place = (self._place + by) % len(self._options)
            self._draw(tuple(self.query(Choice)))
            self._bring_in_sight()

    def option(self, place: int | None = None) -> str | None:
        """Return the id of the choice at *place*, or of the one that stands out; None where there is none."""
        place = self._place if place is None else place
        return self._options[place][0] if 0 <= place < len(self._options) else None

    def take(self, place: int | None = None) -> None:
        """Take the choice at *place*, or the one that stands out."""
        if (id := self.option(place)) is not None:
            self.post_message(self.Taken(id))

    @property
    def is_open(self) -> bool:
        """Whether there is more than one to choose from."""
        return len(self._options) > 1

    @property
    def standing(self) -> str:
        """The id of the choice that stands out, or empty."""
        return self._options[self._place][0] if self._options else ""

    def _bring_in_sight(self) -> None:
        self.query(Choice)[self._place].scroll_visible(animate=False)

    def _draw(self, lines: tuple[Choice, ...], *, is_told: bool = True) -> None:
        for line in lines:
            shown = line.place < len(self._options)
            line.display = shown
            if not shown:
                continue
            standing = line.place == self._place
            line.set_class(standing, "-standing")
            lead, label = self._lead(line.place, standing), self._options[line.place][1]
            line.update(Content(lead + self._hung(label, cell_len(lead))))
        if self._options and is_told:
            self.post_message(self.Stood(self.standing))

    def _hung(self, label: str, indent: int) -> str:
        """Return *label* with what does not fit on its line under its beginning, not under the mark."""
        room = self.size.width - indent
        if room < 1 or cell_len(label) <= room:
            return label
        return f"\n{' ' * indent}".join(line.plain.rstrip() for line in Content(label).wrap(room))

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew where they have more room, or less."""
        self._draw(tuple(self.query(Choice)), is_told=False)

    def _lead(self, place: int, standing: bool) -> str:
        """A mark for the line that stands out, and the digit that takes a line where there is one."""
        mark = "▸" if standing else " "
        if len(self._options) == 1:
            return f"{mark} "
        return f"{mark} {place + 1}  " if place < _DIGITS else f"{mark}    "

    def on_choices_pointed(self, event: "Choices.Pointed") -> None:
        event.stop()
        self.take(event.place)
