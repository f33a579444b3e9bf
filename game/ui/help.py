"""Help: how a turn goes, every key, and what this game is and is not."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from game.ui.keys import Keys
from game.ui.room import Room
from game.words import help_pages, say
from game.words.care import FIRST


class Help(Room[None]):
    """Show the help, the page called *first* before all others, searched by what is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", say("key.back")),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
    ]

    def __init__(self, first: str = "") -> None:
        super().__init__()
        self._pages = sorted(help_pages(), key=lambda page: page[0] != first)

    def compose(self) -> ComposeResult:
        yield Input(placeholder=say("screen.help.search"), id="search", compact=True)
        with VerticalScroll(id="pages"):
            for title, text in self._pages:
                yield Static(
                    Content.from_markup("[b $secondary]$title[/]\n$text\n", title=title, text=text),
                    classes="page",
                )
            yield Static(Content(say("screen.help.none")), id="none", classes="-empty")
        yield Keys()

    def on_mount(self) -> None:
        self.query_one("#search").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes back."""
        event.stop()
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Scroll the pages while the search line has the keys."""
        self.query_one("#pages").scroll_relative(y=by, animate=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show only the pages that hold what is typed."""
        wanted = event.value.casefold()
        for page, (title, text) in zip(self.query(".page"), self._pages, strict=True):
            page.display = wanted in f"{title} {text}".casefold()
        found = any(page.display for page in self.query(".page"))
        self.query_one("#none").set_class(found, "-empty")

    def action_take(self, place: int | None = None) -> None:
        """Enter goes back."""
        self.dismiss(None)


class Welcome(Room[bool]):
    """Say, once, what this is not and when not to use it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", say("key.go-on"))]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="pages"):
            yield Static(Content.from_markup("[b $secondary]$title[/]\n", title=say("care.first.title")))
            yield Static(Content("\n\n".join(say(f"care.first.{key}") for key in FIRST)), classes="page")
        yield Keys()

    def on_mount(self) -> None:
        self.query_one("#pages").focus()

    def action_take(self, place: int | None = None) -> None:
        """Read on while there is more to read, and then begin."""
        pages = self.query_one("#pages")
        if pages.scroll_offset.y < pages.max_scroll_y:
            self.action_read_on(1)
        else:
            self.dismiss(True)
