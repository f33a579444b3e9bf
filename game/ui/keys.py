"""The line at the foot of a room: the keys that do something here, each to be pressed or clicked."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.keys import key_to_character
from textual.screen import Screen
from textual.widgets import Static

from game.ui.answer import CARE

_NEAR, _FAR = " ", "   "
"""What stands between two keys in a narrow window, and in a wide one."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name for the game, how it is shown, and what it does in a word."""

    key: str
    shown: str
    word: str

    @property
    def width(self) -> int:
        """Columns of the key and its word."""
        return len(self.shown) + 1 + len(self.word)


class Keys(Static):
    """Show the keys that act. One line is drawn, and only when the keys have changed."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._keys: tuple[Key, ...] = ()
        self._gap = ""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_resize(self) -> None:
        self._show(self.screen)

    def _changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self._show(screen)

    def _show(self, screen: Screen[object]) -> None:
        """Show as many keys as there is room for; the first are those that one needs most."""
        gap = _FAR if not self.screen.has_class("-narrow") else _NEAR
        keys, left = list[Key](), self.app.size.width - len(gap)
        for key in self._acting(screen):
            left -= key.width + len(gap)
            if left < -len(gap):
                break
            keys.append(key)
        if (tuple(keys), gap) == (self._keys, self._gap):
            return
        self._keys, self._gap = tuple(keys), gap
        pieces = ((f"{gap}", (key.shown, "bold $secondary"), f" {key.word}") for key in keys)
        self.update(Content.assemble(*(piece for three in pieces for piece in three)), layout=False)

    def _acting(self, screen: Screen[object]) -> tuple[Key, ...]:
        """Return the keys in their order, a letter before the key of care that does the same in a line."""
        shown: dict[str, Key] = {}
        active = sorted(screen.active_bindings.values(), key=lambda each: each.binding.key in CARE)
        for _, binding, is_enabled, _ in active:
            if not binding.show or not is_enabled or _is_letter(screen, binding.key):
                continue
            if binding.description not in shown:
                display = self.app.get_key_display(binding)
                shown[binding.description] = Key(binding.key, display, binding.description)
        return tuple(shown.values())

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        event.stop()
        column = event.x
        for key in self._keys:
            column -= len(self._gap)
            if 0 <= column < key.width:
                self.app.simulate_key(key.key)
                return
            column -= key.width


def _is_letter(screen: Screen[object], key: str) -> bool:
    """Whether *key* is only a letter in the line that is being typed."""
    line = screen.focused
    return line is not None and line.check_consume_key(key, key_to_character(key))
