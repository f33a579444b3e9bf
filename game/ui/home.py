"""Home: a night sky, and the few things one can do. It knows nothing until its first frame is drawn."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Static

from game.ui.choices import Choices
from game.words import say

_WIDTH = 60
_NIGHT = "\n".join(
    row.ljust(_WIDTH)
    for row in (
        "        ·                     ✦               ·",
        "  ✦               ·                     ·               ·",
        "            ·            ·        ✦              ·",
        "     ·              ✦                    ·            ✦",
    )
)
_HOUSE = (
    ("\n" + " " * 27, ""),
    ("╱╲", "$muted"),
    ("·".rjust(11).ljust(31), ""),
    ("\n  ────────────────────────╱", "$muted"),
    ("▪▪", "$primary"),
    ("╲────────────────────────────  ", "$muted"),
)
"""A sky, and under it a small house with two lit windows."""


_ROOM = 18
"""Rows of home that hold the picture, the menu and a few lines more."""


class Home(Vertical):
    """The picture and the menu."""

    def compose(self) -> ComposeResult:
        yield Static(Content.assemble(_NIGHT, *_HOUSE), id="night")
        yield Static(Content(say("home.title")), id="title")
        yield Static(Content(say("home.line")), id="line", classes="muted")
        with Center(id="ways"):
            yield Choices(menu(""), id="menu")
        yield Static(id="news", markup=False, classes="-empty")

    def on_resize(self, event: events.Resize) -> None:
        """Have the news above the menu where the window ends with it, and below it where there is room."""
        below = event.size.height >= _ROOM
        news, ways = self.query_one("#news"), self.query_one("#ways")
        self.move_child(news, after=ways) if below else self.move_child(news, before=ways)

    def show(self, unfinished: str, news: str = "") -> None:
        """Offer the evening described in *unfinished* first, and say *news*."""
        self.query_one(Choices).show(menu(unfinished))
        self.tell(news)

    def tell(self, news: str) -> None:
        """Say *news* beside the menu, from its beginning."""
        line = self.query_one("#news", Static)
        line.set_class(not news, "-empty")
        line.update(Content(news))
        self.scroll_home(animate=False)

    def read_on(self, by: int) -> None:
        """Go *by* windows further down, where there is more than the window holds."""
        self.scroll_relative(y=by * max(1, self.size.height - 1), animate=False)


def menu(unfinished: str) -> tuple[tuple[str, str], ...]:
    """Return the menu, the newest unfinished evening first."""
    go_on = (("resume", say("home.resume", evening=unfinished)),) if unfinished else ()
    rest = tuple((id, say(f"home.{id}")) for id in ("new", "evenings", "decks", "help", "settings", "leave"))
    return (*go_on, *rest)
