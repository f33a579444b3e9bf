"""Turning a passphrase in the lock: in a process of its own, so that no screen freezes, and to be given up.

The passphrase goes there over a pipe and the key comes back over one. A lock that was forged to cost hours is
refused before any work.
"""

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from secrets import choice
from types import TracebackType
from typing import Generic, TypeVar
from unicodedata import normalize

from game.files.locks import locksmith
from game.files.locks.locksmith import FORGE, MISSING, OPEN, STRONGEST, WRONG
from game.files.problems import Trouble
from game.files.seal import Key, need_age
from game.words import say
from game.words.private import EXAMPLE_WORDS
from game.words.text import is_plain

SHORTEST, LONGEST = 8, 200
"""Letters of a passphrase."""
SMITH = locksmith.__file__
"""The script that does the work."""
_WORDS = 5
_HEADER = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9]\d{0,2})\n[A-Za-z0-9+/]{43}\n"
    rb"--- [A-Za-z0-9+/]{43}\n"
)
_KEY = re.compile(rb"^(AGE-SECRET-KEY-1\w+)\r?$", re.MULTILINE)
T = TypeVar("T")


class WrongPassphrase(Trouble):
    """A passphrase that does not open the lock, or a lock that is damaged; nothing tells the two apart."""


class DamagedLock(Trouble):
    """A lock that no passphrase opens."""


@dataclass(frozen=True, slots=True)
class Forged:
    """A key, and the file that holds it behind a passphrase."""

    key: Key
    locked: bytes


class Errand(Generic[T]):
    """Something that a process of its own is doing. Used as a context, it does not outlive it."""

    def __init__(self, task: bytes, passphrase: str, rest: bytes, read: Callable[[bytes], T]) -> None:
        need_age()
        self._asked = b"\n".join((task, tidy_passphrase(passphrase).encode(), rest))
        self._read = read
        # -P: a folder called game in the current directory is not taken for the game.
        self._child = subprocess.Popen(
            [sys.executable, "-P", SMITH],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def result(self) -> T:
        """Wait for the answer and return it; raise WrongPassphrase, or Trouble when it could not be done."""
        try:
            told, _ = self._child.communicate(self._asked)
        finally:
            self._asked = b""
            self.cancel()
        match self._child.returncode:
            case 0:
                return self._read(told)
            case code if code == WRONG:
                raise WrongPassphrase(say("private.wrong"))
            case code if code == MISSING:
                raise Trouble(say("private.extra"))
            case _:
                raise Trouble(say("private.ended"))

    def cancel(self) -> None:
        """Give it up. Whoever waits for the answer is told that there is none."""
        self._child.kill()

    def __enter__(self) -> "Errand[T]":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._child:  # it closes what leads there, and waits
            self.cancel()


def forge(passphrase: str, key: Key | None = None) -> Errand[Forged]:
    """Begin to lock *key*, or a new one, behind *passphrase*."""

    def read(told: bytes) -> Forged:
        text, _, locked = told.partition(b"\n")
        return Forged(Key(text.decode()), locked)

    return Errand(FORGE, passphrase, key.text.encode() if key else b"", read)


def turn(locked: bytes, passphrase: str, use: Callable[[Key], T]) -> Errand[T]:
    """Begin to open *locked*; the answer is what *use* makes of the key.

    Raise DamagedLock, before any work, for what is no lock or a forged one.
    """
    see_to_work(locked)
    return Errand(OPEN, passphrase, locked, lambda told: use(_key_in(told)))


def see_to_work(locked: bytes) -> None:
    """Raise DamagedLock when *locked* is no lock, or costs more work than any that this game has made."""
    if (factor := work_of(locked)) is None:
        raise DamagedLock(say("private.damaged"))
    if factor > STRONGEST:
        raise DamagedLock(say("private.forged", factor=factor, most=STRONGEST))


def work_of(locked: bytes) -> int | None:
    """Return the power of two of the work that opening *locked* costs, or None when it is no such lock."""
    found = _HEADER.match(locked)
    return int(found[1]) if found else None


def _key_in(page: bytes) -> Key:
    if found := _KEY.search(page):
        return Key(found[1].decode())
    raise DamagedLock(say("private.damaged"))


# passphrases


def tidy_passphrase(typed: str) -> str:
    """Return a passphrase as it is used: the same letters from every keyboard, without spaces around it."""
    return normalize("NFC", typed).strip()


def why_no_passphrase(typed: str) -> str | None:
    """Return the sentence that says why *typed* cannot be a new passphrase, or None when it can."""
    passphrase = tidy_passphrase(typed)
    if not is_plain(passphrase) or "\n" in passphrase or "�" in passphrase:
        return say("private.passphrase.letters")
    if len(passphrase) < SHORTEST:
        return say("private.passphrase.short", least=SHORTEST)
    return say("private.passphrase.long", most=LONGEST) if len(passphrase) > LONGEST else None


def example() -> str:
    """Return a passphrase that nobody has: a few words, drawn by chance."""
    return " ".join(choice(EXAMPLE_WORDS) for _ in range(_WORDS))
