"""The form that evenings are written in: as they are, or sealed to the key of a locked home as age files.

A home carries one of the two, and whoever reads or writes an evening hands its bytes through it.
"""

from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from game.files.atomic import Unreadable
from game.files.problems import Trouble
from game.words import say

AGE = ".age"
"""How the name of a sealed file ends; before it stands the name of the same file in a home without a lock."""
_MAGIC = b"age-encryption.org/v1\n"
_KEY = "AGE-SECRET-KEY-1"
_GROUP, _GROUPS = 4, 5
"""Letters in a group on the recovery sheet, and groups in a line."""


class Seal(Protocol):
    """How bytes go to the disk and come back."""

    @property
    def ending(self) -> str:
        """What a file's name ends with, after its usual ending."""

    @property
    def mark(self) -> str:
        """What tells the lock of one home from that of another; empty where there is none."""

    def seal(self, data: bytes) -> bytes:
        """Return *data* as it is to be written."""

    def open(self, data: bytes) -> bytes:
        """Return what was written as *data*; raise Unreadable when this home cannot open it."""

    def __hash__(self) -> int:
        """Tell it from others, so that what was read through one is not taken for what another reads."""


class Plain:
    """The form of a home without a lock."""

    ending = ""
    mark = ""

    def seal(self, data: bytes) -> bytes:
        """Return *data* as it is."""
        return data

    def open(self, data: bytes) -> bytes:
        """Return *data* as it is; raise Unreadable when it is sealed."""
        if is_sealed(data):
            raise Unreadable(say("private.sealed"))
        return data


PLAIN = Plain()


@dataclass(frozen=True, slots=True)
class Key:
    """The secret key of a home. It is shown once, on the recovery sheet, and by no repr or traceback."""

    text: str = field(repr=False)


class Age:
    """The form of a locked home: files that its key opens, and that the age program opens with that key."""

    __slots__ = ("_identity", "_recipient", "locked", "mark")
    ending = AGE

    def __init__(self, key: Key, locked: bytes = b"") -> None:
        """Take the *key*, and the file that holds it behind a passphrase."""
        # Start-up, and a home without a lock, do without these; the second is an extra.
        from hashlib import sha256

        from pyrage import x25519

        self._identity = x25519.Identity.from_str(key.text)
        self._recipient = self._identity.to_public()
        self.locked = locked
        self.mark = sha256(locked).hexdigest()

    @property
    def key(self) -> Key:
        """The key itself."""
        return Key(str(self._identity))

    def seal(self, data: bytes) -> bytes:
        """Return *data* sealed to this home's key."""
        from pyrage import encrypt  # for the same reason

        sealed: bytes = encrypt(data, [self._recipient])
        return sealed

    def open(self, data: bytes) -> bytes:
        """Return what is in *data*, or *data* itself where somebody has put a plain file.

        Raise Unreadable when it is damaged, or sealed to another key.
        """
        from pyrage import DecryptError, decrypt  # for the same reason

        if not is_sealed(data):
            return data
        try:
            told: bytes = decrypt(data, [self._identity])
        except DecryptError as error:
            raise Unreadable(say("private.not-ours")) from error
        return told


def key_lines(key: Key) -> tuple[str, ...]:
    """Return *key* in lines of small groups, to be written down by hand."""
    letters = key.text.removeprefix(_KEY)
    groups = [letters[n : n + _GROUP] for n in range(0, len(letters), _GROUP)]
    lines = (" ".join(groups[n : n + _GROUPS]) for n in range(0, len(groups), _GROUPS))
    return (_KEY, *lines)


def is_sealed(data: bytes) -> bool:
    """Return whether *data* is in the age format."""
    return data.startswith(_MAGIC)


def read_key(typed: str) -> Key:
    """Return the key that was typed from a recovery sheet; raise Trouble when it is none.

    Spaces, line ends and small letters do not matter.
    """
    need_age()
    from pyrage import IdentityError, x25519  # for the same reason

    text = "".join(typed.split()).upper()
    try:
        x25519.Identity.from_str(text)
    except IdentityError as error:
        raise Trouble(say("private.key.wrong", start=_KEY)) from error
    return Key(text)


def has_age() -> bool:
    """Return whether the extra that locks and opens is installed."""
    return find_spec("pyrage") is not None


def need_age() -> None:
    """Raise Trouble, with the way to get it, where the extra is not installed."""
    if not has_age():
        raise Trouble(say("private.extra"))


def sealed_path(path: Path) -> Path:
    """Return where the plain file *path* is kept once it is sealed."""
    return path.with_name(path.name + AGE)


def plain_path(path: Path) -> Path:
    """Return where the sealed file *path* is kept in a home without a lock."""
    return path.with_name(path.name.removesuffix(AGE))
