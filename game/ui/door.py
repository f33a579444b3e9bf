"""The doors out of the screens: signals, a closed window, a crash. Each leaves the terminal as it was."""

import asyncio
import select
import signal
import sys
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text
from textual.app import App
from textual.driver import Driver

from game.ui.keyboard import patient

if TYPE_CHECKING:
    from game.files.paths import Home

_SIGNALS = ("SIGTERM", "SIGHUP")
_WATCH = 1
"""Seconds between two looks at whether the window is still there."""


class Door(App[None]):
    """An app that can be left in any way, at any time."""

    place: "Home"
    """Where a report of a crash is put."""
    _asked_to_leave = False

    def get_driver_class(self) -> type[Driver]:
        """Return what reads the keys, patient with bytes that are no letters."""
        return patient(super().get_driver_class())

    def leave_on_signals(self) -> None:
        """Let a signal that comes before the first frame be obeyed right after it, as all later ones are."""

        def remember(*_: object) -> None:
            self._asked_to_leave = True

        for name in _SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), remember)

    def is_left_early(self) -> bool:
        """Watch every door from now on; return whether one was taken before the first frame."""
        loop = asyncio.get_running_loop()
        for name in _SIGNALS:
            if hasattr(signal, name):
                loop.add_signal_handler(getattr(signal, name), self.exit)
        if not self.is_headless:
            self.set_interval(_WATCH, self._leave_if_alone)
        if self._asked_to_leave:
            self.exit()
        return self._asked_to_leave

    def _leave_if_alone(self) -> None:
        """Leave when the window is gone: where the hang-up signal is not heard, only the terminal tells."""
        terminal = select.poll()
        terminal.register(sys.__stdin__ or 0, 0)
        if any(event & (select.POLLHUP | select.POLLERR) for _, event in terminal.poll(0)):
            self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """Tell of *error*, unless the game is being left: what a half-made room misses then is no matter."""
        if not self._exit:
            super()._handle_exception(error)

    def panic(self, *renderables: RenderableType) -> None:
        """Show nothing of what Textual would show of an error."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Say that it broke and where the report is, without a value, which may be what someone said."""
        from game.files.crash import crash_lines

        error = self._exception or sys.exc_info()[1] or RuntimeError()
        if not self._exit_renderables:
            self._exit_renderables.append(Text("\n".join(("", *crash_lines(self.place, error)))))
        self._return_code = 1
        self._close_messages_no_wait()
