"""The soft time: a quiet bar that fills once a second, never turns red and never rings."""

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from game.words import say

_WIDTH = 24


class SoftBar(Static):
    """Fill over *seconds*; then say that there is time."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._seconds = 0
        self._passed = 0
        self._timer: Timer | None = None

    def start(self, seconds: int) -> None:
        """Begin anew; 0 seconds show nothing."""
        self._seconds, self._passed = seconds, 0
        self.stop()
        # Neither a class, which looks every style up anew, nor `display`, which has the card drawn again.
        self.styles.height, self.styles.margin = (None, None) if seconds else (0, 0)
        if seconds:
            self._draw()
            self._timer = self.set_interval(1, self._tick)

    def stop(self) -> None:
        """Stand still."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _tick(self) -> None:
        self._passed += 1
        self._draw()
        if self._passed >= self._seconds:
            self.stop()

    def _draw(self) -> None:
        filled = min(_WIDTH, self._passed * _WIDTH // self._seconds)
        if self._passed >= self._seconds:
            self.update(Content(say("offer.soft")))
        elif filled == 0 or (self._passed * _WIDTH) % self._seconds < _WIDTH:
            self.update(Content("━" * filled + "─" * (_WIDTH - filled)), layout=self._passed == 0)
