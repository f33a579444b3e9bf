"""A disk that is full in one folder for as long as one likes; it stands where a module has `os`."""

import errno
import os
from pathlib import Path
from typing import Any


class Full:
    """Refuse to write below *folder* while it is full."""

    def __init__(self, folder: Path) -> None:
        self.is_full = True
        self._folder = folder
        self._open: dict[int, Path] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def open(self, path: str | Path, flags: int, mode: int = 0o777) -> int:
        """Open a file, and remember which."""
        descriptor = os.open(path, flags, mode)
        self._open[descriptor] = Path(path)
        return descriptor

    def write(self, descriptor: int, data: bytes) -> int:
        """Write, where there is room."""
        if self.is_full and self._folder in self._open[descriptor].parents:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return os.write(descriptor, data)
