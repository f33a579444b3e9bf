"""A long list of lines, of which only those in sight are ever made: ten thousand move as fast as ten."""

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from game.words.text import plain_text

_MARK, _NONE = "▸ ", "  "
_GAP = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is on the left, a short note on the right, and whether it needs a look."""

    text: str
    note: str = ""
    asks: bool = False


class Roll(ScrollView, can_focus=False):
    """Lines by their places, made by a function when they come in sight. One of them stands out."""

    COMPONENT_CLASSES = {"roll--line", "roll--standing", "roll--note", "roll--asking"}
    DEFAULT_CSS = """
    Roll { scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0; }
    Roll > .roll--line { color: $foreground; }
    Roll > .roll--standing { color: $primary; text-style: bold; }
    Roll > .roll--note { color: $muted; }
    Roll > .roll--asking { color: $warning; }
    """

    class Stood(Message):
        """Another line stands out."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    class Taken(Message):
        """The line that stood out was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, row: Callable[[int], Row], id: str | None = None) -> None:
        super().__init__(id=id)
        self._row = row
        self._count = 0
        self.place = 0
        """The line that stands out."""

    def show(self, count: int, place: int) -> None:
        """Show so many lines, standing at *place*."""
        self._count = count
        self.place = max(0, min(place, count - 1))
        self.virtual_size = Size(self.size.width, count)
        self._bring_in_sight()
        self.refresh()

    def step(self, by: int) -> None:
        """Stand *by* lines further down; a single step beyond the last line comes to the first."""
        if self._count:
            beyond = abs(by) == 1 and not 0 <= self.place + by < self._count
            self.stand((self.place + by) % self._count if beyond else self.place + by)

    def stand(self, place: int) -> None:
        """Stand at *place*."""
        before, self.place = self.place, max(0, min(place, self._count - 1))
        if before == self.place or not self._count:
            return
        self._bring_in_sight()
        for line in (before, self.place):
            self.refresh_line(line)
        self.post_message(self.Stood(self.place))

    def refresh_line(self, place: int) -> None:
        """Make the line at *place* anew, if it is in sight."""
        self.refresh_lines(place - self.scroll_offset.y, 1)

    def _bring_in_sight(self) -> None:
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if not top <= self.place < top + height:
            above = self.place < top or self._count <= height
            y = self.place if above else self.place - height + 1
            self.scroll_to(y=max(0, y), animate=False, force=True)

    def on_resize(self, event: events.Resize) -> None:
        self.virtual_size = Size(event.size.width, self._count)
        self._bring_in_sight()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        place = self.scroll_offset.y + event.y
        if not 0 <= place < self._count:
            return
        if place == self.place:
            self.post_message(self.Taken(place))
        self.stand(place)

    def render_line(self, y: int) -> Strip:
        """Return the line at *y* of what is in sight."""
        place, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if place >= self._count:
            return Strip.blank(width, self.rich_style)
        row, is_standing = self._row(place), place == self.place
        line = self.get_component_rich_style("roll--standing" if is_standing else "roll--line")
        note = self.get_component_rich_style("roll--asking" if row.asks else "roll--note")
        short = one_row(row.note)
        room = max(0, width - len(_MARK) - cell_len(short) - _GAP)
        text = (_MARK if is_standing else _NONE) + fitted(one_row(row.text), room) + " " * _GAP
        return Strip([Segment(text, line), Segment(short, note)]).adjust_cell_length(width, self.rich_style)


def one_row(text: str) -> str:
    """Return the beginning of *text*, which may be a stranger's, on one line."""
    return " ".join(plain_text(text[:400]).split())


def fitted(text: str, width: int) -> str:
    """Return *text* in just so many columns, with dots where it goes on."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width) if width > 0 else ""
