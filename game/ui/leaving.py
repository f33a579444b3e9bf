"""Leaving: from the first moment on no key acts and nothing new is opened, however fast the keys come."""

import asyncio
from typing import Any

from textual.app import App
from textual.await_complete import AwaitComplete


class Leaving(App[None]):
    """An app that opens no screen any more once it is being left, and obeys no key."""

    _is_leaving = False

    def exit(self, *args: Any, **kwargs: Any) -> None:
        """Leave, and open nothing from now on."""
        self._is_leaving = True
        super().exit(*args, **kwargs)

    async def run_action(self, *args: Any, **kwargs: Any) -> bool:
        """Do what a key asks for. While leaving it asks for nothing."""
        return self._is_leaving or await super().run_action(*args, **kwargs)

    def push_screen(self, *args: Any, wait_for_dismiss: bool = False, **kwargs: Any) -> Any:
        """Open a screen. While leaving there is none, and so nobody who answers in it."""
        if not self._is_leaving:
            return super().push_screen(*args, wait_for_dismiss=wait_for_dismiss, **kwargs)  # type: ignore[call-overload]
        return asyncio.get_running_loop().create_future() if wait_for_dismiss else AwaitComplete()
