"""The keyboard: what is typed reaches the screens, whatever bytes it comes in."""

import sys

from textual.driver import Driver

from game.ui.frame import Frame


def patient(usual: type[Driver]) -> type[Driver]:
    """Return the driver of a terminal that drops bytes which are no letters; any other than *usual* as it is.

    A terminal in another encoding sends such bytes for a letter with an accent, and Textual ends at them.
    """
    if sys.platform == "win32":
        return usual
    from textual.drivers.linux_driver import LinuxDriver

    class Keyboard(LinuxDriver):
        _frame = Frame()

        def write(self, data: str) -> None:
            if whole := self._frame.take(data):
                super().write(whole)

        def stop_application_mode(self) -> None:
            super().write(self._frame.rest())
            super().stop_application_mode()

        def run_input_thread(self) -> None:
            while True:
                try:
                    return super().run_input_thread()
                except UnicodeDecodeError:
                    continue

    return Keyboard if usual is LinuxDriver else usual
