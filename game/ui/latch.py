"""The latch: an app in a home that may be locked, whose evenings then wait for the passphrase."""

from abc import abstractmethod

from game.files.paths import Home
from game.ui.door import Door

# What a lock needs is imported late: the first frame does without it.


class Latch(Door):
    """An app in a home, with the ways to open, lock and unlock it."""

    def __init__(self, place: Home) -> None:
        super().__init__()
        self.place = place

    @abstractmethod
    async def _look_round(self, news: str = "") -> None:
        """See what there is to go on with, and say *news*."""

    async def _opened(self) -> bool:
        """Ask for the passphrase of a locked home, and return whether its evenings can be read."""
        from game.files.locks.lock import is_shut

        if not is_shut(self.place):
            return True
        from game.ui.lock import open_home

        self.place, news = await open_home(self, self.place)
        await self._look_round(news)
        return not is_shut(self.place)

    async def _turn_lock(self) -> None:
        """Put the lock on, change it or take it off, as the two like."""
        from game.ui.lock import turn_lock

        self.place, news = await turn_lock(self, self.place)
        await self._look_round(news)

    @property
    def _lock_line(self) -> str:
        """The line of the settings that stands for the lock."""
        from game.ui.lock import lock_line

        return lock_line(self.place)
