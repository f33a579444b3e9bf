"""A short list of choices: arrows, digits, Enter or a click take one."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

_DIGITS = 9
_STANDING = "bold $primary"


class Choices(Static):
    """Choices by id and label. The one that stands out is what Enter takes, at first the first."""

    class Taken(Message):
        """A choice was taken."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    def __init__(
        self, options: Iterable[tuple[str, str]] = (), *, standing: str | None = None, id: str | None = None
    ) -> None:
        super().__init__(id=id, markup=False)
        self._rows: tuple[int, ...] = ()
        """The choice that each row belongs to, by its place."""
        self._options = tuple(options)
        self._place = next((n for n, option in enumerate(self._options) if option[0] == standing), 0)

    def on_mount(self) -> None:
        self.show(self._options, self._place)

    def show(self, options: Iterable[tuple[str, str]], place: int = 0) -> None:
        """Show *options*, standing at *place*."""
        self._options = tuple(options)
        self._place = min(place, max(0, len(self._options) - 1))
        self._draw()
        if self._place:
            self.call_after_refresh(self._bring_in_sight)

    def step(self, by: int) -> None:
        """Stand *by* lines further down, round the ends."""
        if self._options:
            self._place = (self._place + by) % len(self._options)
            self._draw()
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
        """Let whatever holds the list show the rows of the choice that stands out."""
        rows = [row for row, place in enumerate(self._rows) if place == self._place]
        region = Region(self.region.x, self.region.y + min(rows, default=0), 1, max(1, len(rows)))
        for holder in self.ancestors:
            if isinstance(holder, Widget) and holder.max_scroll_y:
                inside = region.translate(holder.scroll_offset - holder.content_region.offset)
                holder.scroll_to_region(inside, animate=False, force=True)
                return

    def _draw(self, *, is_told: bool = True) -> None:
        lines = [
            self._lead(place, place == self._place) + self._hung(label, place)
            for place, (_, label) in enumerate(self._options)
        ]
        self._rows = tuple(place for place, line in enumerate(lines) for _ in range(line.count("\n") + 1))
        pieces = (
            piece
            for place, line in enumerate(lines)
            for piece in ("\n" if place else "", (line, _STANDING if place == self._place else ""))
        )
        self.update(Content.assemble(*pieces))
        if self._options and is_told:
            self.stand(self.standing)

    def stand(self, id: str) -> None:
        """Know that the choice *id* stands out now. Most lists have nobody to tell."""

    def _hung(self, label: str, place: int) -> str:
        """Return *label* with what does not fit on its line under its beginning, not under the mark."""
        indent = cell_len(self._lead(place, is_standing=False))
        room = self.size.width - indent
        if room < 1 or cell_len(label) <= room:
            return label
        return f"\n{' ' * indent}".join(line.plain.rstrip() for line in Content(label).wrap(room))

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew where they have more room, or less."""
        self._draw(is_told=False)

    def _lead(self, place: int, is_standing: bool) -> str:
        """A mark for the line that stands out, and the digit that takes a line where there is one."""
        mark = "▸" if is_standing else " "
        if len(self._options) == 1:
            return f"{mark} "
        return f"{mark} {place + 1}  " if place < _DIGITS else f"{mark}    "

    def on_click(self, event: events.Click) -> None:
        """Take the choice that was clicked."""
        event.stop()
        if 0 <= event.y < len(self._rows):
            self.take(self._rows[event.y])
