"""Home: a night sky, and the few things one can do. It knows nothing until its first frame is drawn."""

from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Static

from game.ui.choices import Choices
from game.words import say

_NIGHT = r"""
        ·                     ✦               ·
  ✦               ·                     ·               ·
            ·            ·        ✦              ·
     ·              ✦                    ·            ✦
                           [$muted]╱╲[/]          ·
  [$muted]────────────────────────╱[/][$primary]▪▪[/][$muted]╲────────────────────────────[/]
"""
"""A sky, and under it a small house with two lit windows."""


class Home(Vertical):
    """The picture and the menu."""

    def compose(self) -> ComposeResult:
        with Center():
            yield Static(Content.from_markup(_NIGHT.strip("\n")), id="night")
        yield Static(Content(say("home.title")), id="title")
        yield Static(Content(say("home.line")), id="line", classes="muted")
        with Center():
            yield Choices(menu(""), id="menu")
        yield Static(id="news", markup=False, classes="muted")

    def show(self, unfinished: str, news: str = "") -> None:
        """Offer the evening described in *unfinished* first, and say *news* below."""
        self.query_one(Choices).show(menu(unfinished))
        self.tell(news)

    def tell(self, news: str) -> None:
        """Say *news* below the menu."""
        self.query_one("#news", Static).update(Content(news))


def menu(unfinished: str) -> tuple[tuple[str, str], ...]:
    """Return the menu, the newest unfinished evening first."""
    go_on = (("resume", say("home.resume", evening=unfinished)),) if unfinished else ()
    rest = tuple((id, say(f"home.{id}")) for id in ("new", "evenings", "decks", "help", "settings", "leave"))
    return (*go_on, *rest)
