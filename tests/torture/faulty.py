"""Every file operation that a program does in one folder, whoever does it: counted, logged, failed or struck.

It stands between Python and the system, so the libraries of the game go through it as well as the game.
"""

import fcntl
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

OPERATIONS: dict[ModuleType, tuple[str, ...]] = {
    os: (
        *("open", "read", "write", "fsync", "close", "ftruncate", "fchmod", "chmod", "utime"),
        *("replace", "rename", "link", "symlink", "unlink", "remove", "mkdir", "rmdir"),
        *("stat", "lstat", "fstat", "scandir", "listdir", "readlink", "access"),
    ),
    fcntl: ("flock", "lockf"),
}
CHANGING = ("open", "write", "fsync", "unlink", "link", "replace", "close", "fchmod", "mkdir")
"""What a power cut may undo, as its model knows it."""
BROKE = 70
"""The exit code of what ends by an error that nobody tells."""
Logged = tuple[str, tuple[Any, ...], Any]


class Faulty:
    """The folder *folder* on a disk that does *act* at its operation *number*, counted from 1."""

    def __init__(self, folder: Path, number: int = 0, act: Callable[[], None] | None = None) -> None:
        self.done: list[str] = []
        self.log: list[Logged] = []
        """The operations that change something, with their arguments and results."""
        self.budget: int | None = None
        """Bytes that can still be written, or None for any number."""
        self._folder = str(folder)
        self._number, self._act = number, act
        self._descriptors: set[int] = set()
        self._real = {
            (module, name): getattr(module, name) for module in OPERATIONS for name in OPERATIONS[module]
        }

    @contextmanager
    def at_work(self) -> Iterator["Faulty"]:
        """Stand between Python and the system."""
        for (module, name), real in self._real.items():
            setattr(module, name, self._operation(name, real))
        try:
            yield self
        finally:
            for (module, name), real in self._real.items():
                setattr(module, name, real)

    def _operation(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def operation(*arguments: Any, **options: Any) -> Any:
            result: Any = None
            if not arguments or not self._is_ours(arguments[0]):
                return real(*arguments, **options)
            self.done.append("unlock" if name == "flock" and arguments[1] & fcntl.LOCK_UN else name)
            if name == "close":
                # Whatever it says, a descriptor is closed by it.
                self._descriptors.discard(arguments[0])
                real(*arguments)
            if self._act and len(self.done) == self._number:
                self._act()
            if name == "write" and self.budget is not None:
                arguments = (arguments[0], self._afforded(arguments[1]))
            if name != "close":
                result = real(*arguments, **options)
            if name == "open":
                self._descriptors.add(result)
            if name in CHANGING:
                self.log.append((name, arguments, result))
            return result

        return operation

    def _afforded(self, data: Any) -> Any:
        """Return as much of *data* as there is room for; a disk that is full takes nothing."""
        assert self.budget is not None, "a disk without a limit is asked for none"
        if not self.budget:
            raise no_space()
        piece = data[: self.budget]
        self.budget -= len(piece)
        return piece

    def _is_ours(self, place: Any) -> bool:
        if isinstance(place, int):
            return place in self._descriptors
        return isinstance(place, str | os.PathLike) and os.fspath(place).startswith(self._folder)


def struck(folder: Path, number: int, strike: Callable[[], None], act: Callable[[], int]) -> tuple[int, str]:
    """Do *act* in a process of its own, and *strike* before its operation *number* in *folder*.

    Return what *act* returned, or minus the signal that ended it, and the name of the operation; it is empty
    where *act* has fewer.
    """
    heard, told = os.pipe()

    def named() -> None:
        os.write(told, faulty.done[-1].encode())
        strike()

    faulty = Faulty(folder, number, named)
    child = os.fork()
    if child == 0:
        try:
            with faulty.at_work():
                code = act()
            os._exit(code)
        finally:
            os._exit(BROKE)
    os.close(told)
    with os.fdopen(heard, "rb") as stream:
        name = stream.read().decode()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), name


def kill() -> None:
    """End this process as a power button would."""
    os.kill(os.getpid(), signal.SIGKILL)


def failing(code: int) -> Callable[[], None]:
    """Return what raises the error *code*, as the system would."""

    def fail() -> None:
        raise OSError(code, os.strerror(code))

    return fail


def no_space() -> OSError:
    """Return the error of a full disk."""
    import errno

    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
