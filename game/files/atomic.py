"""Whole files or nothing: the only place that writes, and the way every file is read.

A reader sees the old content or the new, also after a crash or a power cut: the new file is written beside
the old one and synced before it takes its name, and the folder is synced after.
"""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from game.files.problems import reason
from game.words import say

FRESH = ".new"
"""How the name of a file that is being written ends; what a crash leaves of it is rubbish."""
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | _NOFOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
_NO_SYNC = (errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EROFS)
_CHUNK = 1 << 20


class Unreadable(ValueError):
    """A file that is not read. The message is a sentence that says why."""


def write_whole(path: Path, data: bytes, *, previous: Path | None = None) -> None:
    """Make *data* the durable content of *path*, and keep the old content, if any, as *previous*.

    Raise OSError when that fails. The old content is then still there, unless it was only the folder that
    could not be synced. A failed sync is never tried again on the same file.
    """
    fresh = path.with_name(f".{path.name}.{os.urandom(4).hex()}{FRESH}")
    try:
        _write_new(fresh, data)
        if previous is not None:
            _keep(path, previous)
        os.replace(fresh, path)
    finally:
        # After the replace nothing is left to remove; what cannot be removed now is swept under a lock.
        with suppress(OSError):
            os.unlink(fresh)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in *folder* durable; raise OSError when that fails. Windows has no such thing."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_above(folder: Path) -> None:
    """Make the names of *folder* and of those that it is in durable; raise OSError when that fails.

    Those high up are somebody else's: they may be closed to us, or of a kind that knows no syncing.
    """
    for above in folder.parents:
        try:
            sync_folder(above)
        except OSError as error:
            if error.errno not in _NO_SYNC:
                raise


def make_folder(folder: Path) -> None:
    """Make *folder*, and those above it that are missing, for nobody else; raise OSError when that fails."""
    if folder.is_dir():
        return
    if folder.exists():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)  # another window may be as fast
    folder.chmod(0o700)  # whatever the umask
    sync_folder(folder.parent)


def try_folder(folder: Path) -> None:
    """Raise OSError unless a file can be made in *folder*; nothing of it stays."""
    path = folder / f".try.{os.urandom(4).hex()}{FRESH}"
    os.close(os.open(path, _WRITE, 0o600))
    os.unlink(path)


def forget(path: Path) -> None:
    """Remove *path*, if it is there, for good; raise OSError when that fails."""
    with suppress(FileNotFoundError):
        os.unlink(path)
        sync_folder(path.parent)


def name_also(path: Path, name: Path) -> None:
    """Give the content of *path* the second name *name*; raise FileExistsError when that is taken."""
    try:
        os.link(path, name)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _write_new(name, path.read_bytes())  # a disk without links


def set_aside(path: Path, like: Path | None = None) -> None:
    """Give a damaged file, if it is there, a second name *like* another that nothing ever writes to."""
    number, kin = 1, like or path
    while os.path.lexists(path):
        with suppress(FileExistsError):
            name_also(path, numbered(kin, "damaged", number))
            return
        number += 1


def numbered(path: Path, word: str, number: int) -> Path:
    """Return a name for another file like *path*, with *word* and *number* before the ending."""
    lead = path.name[:1] if path.name.startswith(".") else ""
    first, dot, ending = path.name[len(lead) :].partition(".")
    return path.with_name(f"{lead}{first}.{word}-{number}{dot}{ending}")


def date_like(path: Path, other: Path) -> None:
    """Let *path* be as old as *other*: what is kept of an evening is thinned by its age."""
    status = os.stat(other)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def sweep(path: Path) -> None:
    """Remove what crashes have left of unfinished writes to *path*. Only for the one who holds its lock."""
    for fresh in path.parent.glob(f".{path.name}.*{FRESH}"):
        with suppress(FileNotFoundError):
            os.unlink(fresh)


def read_bounded(path: Path, limit: int) -> bytes:
    """Return the content of *path*, an ordinary file of at most *limit* bytes; else raise Unreadable.

    It never waits for a pipe, never reads a device, and follows a link only to its own folder.
    """
    try:
        descriptor = os.open(_followed(path), _READ)
        try:
            return _read(descriptor, limit)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise Unreadable(say("problem.file.os", reason=reason(error))) from error


def _write_new(path: Path, data: bytes) -> None:
    descriptor = os.open(path, _WRITE, 0o600)
    try:
        if os.name != "nt":
            os.fchmod(descriptor, 0o600)  # whatever the umask
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _keep(path: Path, previous: Path) -> None:
    """Let *previous* hold what *path* holds. At no moment is *path* itself away."""
    if os.path.lexists(path):
        with suppress(FileNotFoundError):
            os.unlink(previous)
        name_also(path, previous)


def _followed(path: Path) -> Path:
    if not path.is_symlink():
        return path
    target = Path(os.path.realpath(path, strict=True))
    if target.parent != path.parent.resolve():
        raise Unreadable(say("problem.file.link"))
    return target


def _read(descriptor: int, limit: int) -> bytes:
    status = os.fstat(descriptor)
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable(say("problem.file.folder"))
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(say("problem.file.special"))
    pieces, size = [], status.st_size
    while size <= limit and (piece := os.read(descriptor, _CHUNK)):
        pieces.append(piece)
        size = max(size, sum(map(len, pieces)))
    if size > limit:
        raise Unreadable(say("problem.file.large", limit=limit >> 20))
    return b"".join(pieces)
