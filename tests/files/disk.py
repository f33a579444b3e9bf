"""A disk that fails, kills or forgets: it stands where a module of the game has `os`."""

import os
import signal
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

HARMLESS = ("fspath", "urandom")
Names = dict[str, bytes]
"""What a folder holds: contents by name."""


class Disk:
    """Count every operation, and do *at* before the one with the number *number*."""

    def __init__(self, number: int = 0, at: Callable[[], None] | None = None) -> None:
        self.number = number
        self.done: list[str] = []
        self.log: list[tuple[str, tuple[Any, ...], Any]] = []
        """Name, arguments and result of everything that went well."""
        self._at = at

    @property
    def struck(self) -> bool:
        """Whether the chosen operation has come."""
        return 0 < self.number <= len(self.done)

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if not callable(real) or name in HARMLESS:
            return real

        def operation(*arguments: Any, **options: Any) -> Any:
            self.done.append(name)
            if self._at and len(self.done) == self.number:
                self._at()
            result = real(*arguments, **options)
            self.log.append((name, arguments, result))
            return result

        return operation


def failing(number: int, code: int) -> Disk:
    """Return a disk whose operation *number* fails with the error *code*."""

    def fail() -> None:
        raise OSError(code, os.strerror(code))

    return Disk(number, fail)


def killed_at(number: int, module: ModuleType, act: Callable[[], object]) -> bool:
    """Do *act* in a process that is killed before operation *number* of *module*; return whether it was."""
    child = os.fork()
    if child == 0:
        module.__dict__["os"] = Disk(number, lambda: os.kill(os.getpid(), signal.SIGKILL))
        try:
            act()
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGKILL)
    return os.WIFSIGNALED(status)


class Power:
    """A folder as a power cut may leave it: what is not synced may be there, in part, or not at all."""

    def __init__(self, names: Names) -> None:
        self._contents: dict[int, bytes] = dict(enumerate(names.values()))
        self._synced: set[int] = set(self._contents)
        self._names: dict[str, int] = dict(zip(names, self._contents, strict=True))
        self._durable = dict(self._names)
        self._pending: list[dict[str, int | None]] = []
        self._open: dict[int, int | None] = {}

    def after(self, log: list[tuple[str, tuple[Any, ...], Any]]) -> Iterator[tuple[int, Names]]:
        """Yield after each operation of *log* its number and every state that a cut may leave then."""
        for number, (name, arguments, result) in enumerate(log, start=1):
            self._do(name, arguments, result)
            for state in self._states():
                yield number, state

    def _do(self, name: str, arguments: tuple[Any, ...], result: Any) -> None:
        match name, arguments:
            case "open", (path, flags, *_):
                self._open[result] = self._made(Path(path).name) if flags & os.O_CREAT else None
            case "write", (descriptor, data):
                inode = self._open[descriptor]
                assert inode is not None
                self._contents[inode] += bytes(data[:result])
                self._synced.discard(inode)
            case "fsync", (descriptor,):
                self._sync(self._open[descriptor])
            case "unlink", (path,):
                self._rename({Path(path).name: None})
            case "link", (path, new):
                self._rename({Path(new).name: self._names[Path(path).name]})
            case "replace", (path, new):
                self._rename({Path(new).name: self._names[Path(path).name], Path(path).name: None})
            case _:
                assert name in ("close", "fchmod", "fstat", "read", "stat", "utime"), name

    def _made(self, name: str) -> int:
        inode = len(self._contents)
        self._contents[inode] = b""
        self._rename({name: inode})
        return inode

    def _rename(self, change: dict[str, int | None]) -> None:
        self._pending.append(change)
        self._names = _with(self._names, change)

    def _sync(self, inode: int | None) -> None:
        """Sync a file or, without one, the folder."""
        if inode is not None:
            self._synced.add(inode)
        else:
            self._durable, self._pending = dict(self._names), []

    def _states(self) -> Iterator[Names]:
        for kept in product((False, True), repeat=len(self._pending)):
            names = self._durable
            for change, is_kept in zip(self._pending, kept, strict=True):
                names = _with(names, change) if is_kept else names
            unsynced = sorted({inode for inode in names.values() if inode not in self._synced})
            for left in product(*(_leftovers(self._contents[inode]) for inode in unsynced)):
                contents = {**self._contents, **dict(zip(unsynced, left, strict=True))}
                yield {name: contents[inode] for name, inode in names.items()}


def _leftovers(content: bytes) -> tuple[bytes, ...]:
    """Return what may be left of an unsynced *content*: all, nothing, a part, or its length in zeros."""
    return tuple(dict.fromkeys((content, b"", content[: len(content) // 2], bytes(len(content)))))


def _with(names: dict[str, int], change: dict[str, int | None]) -> dict[str, int]:
    return {name: inode for name, inode in {**names, **change}.items() if inode is not None}
