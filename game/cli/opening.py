"""Opening a locked home from the command line: who is asked for its passphrase, and how.

It is asked on a terminal without echo, or read line by line from the file descriptor that --passphrase-fd
names; it is never taken from an argument or the environment, where others could read it.
"""

import errno
import os
import sys
from typing import TypeVar

from game.cli.naming import WrongUse, home_of
from game.cli.signals import safe_from_signals
from game.cli.telling import narrate
from game.cli.wish import Wish
from game.files.locks.keyhole import Errand, WrongPassphrase, tidy_passphrase, why_no_passphrase
from game.files.locks.lock import is_shut, opening, see_to_identity
from game.files.locks.locking import settle
from game.files.paths import Home
from game.files.problems import Trouble, reason
from game.plain.voice import voice_of
from game.words import say

TRIES = 3
_LINE = 1 << 12
"""Bytes of an answer from a file descriptor."""
T = TypeVar("T")


class Asker:
    """Whoever answers: two people at a terminal, or a file descriptor that a script has filled."""

    def __init__(self, fd: int | None) -> None:
        self._fd = fd

    @property
    def is_script(self) -> bool:
        """Whether the answers come from a file descriptor: then nothing is asked twice."""
        return self._fd is not None

    @property
    def is_there(self) -> bool:
        """Whether anybody can be asked."""
        return self.is_script or voice_of(sys.stdin, sys.stderr).read_unseen is not None

    def ask(self, question: str) -> str:
        """Return the answer to *question*; raise Trouble where there is nobody to give one."""
        if self._fd is not None:
            return _line_from(self._fd)
        voice = voice_of(sys.stdin, sys.stderr)
        if voice.read_unseen is None:
            raise Trouble(say("private.terminal.new"))
        narrate(question)
        try:
            with safe_from_signals():
                return voice.ask_unseen()
        except EOFError as error:
            raise KeyboardInterrupt from error

    def ask_new(self, question: str) -> str:
        """Return a new passphrase, asked twice; raise Trouble when a script gives one that cannot be."""
        while True:
            typed = self.ask(question)
            wrong = why_no_passphrase(typed)
            if self.is_script and wrong:
                raise Trouble(wrong)
            if not wrong and (self.is_script or _same(typed, self.ask(say("private.ask.again")))):
                return typed
            narrate(wrong or say("private.passphrase.differ"))


def home_opened(arguments: Wish) -> Home:
    """Return the home that is meant, opened when it is locked; raise Trouble when it does not open."""
    home = home_of(arguments)
    return opened_by(home, Asker(arguments.passphrase_fd)) if is_shut(home) else home


def home_to_play(arguments: Wish) -> Home:
    """Return the same home with what lay in plain in it sealed."""
    home = home_opened(arguments)
    narrate(*(say("private.left", problem=problem) for problem in settle(home)))
    return home


def opened_by(home: Home, asker: Asker, question: str = "") -> Home:
    """Return *home* opened by the passphrase that *asker* gives; a person may try again."""
    see_to_identity(home)
    if not asker.is_there:
        raise Trouble(say("private.terminal"))
    for _ in range(1 if asker.is_script else TRIES - 1):
        try:
            return _try(home, asker, question)
        except WrongPassphrase as wrong:
            if asker.is_script:
                raise
            narrate(str(wrong))
    return _try(home, asker, question)


def done(errand: Errand[T], words: str) -> T:
    """Say *words*, wait for *errand* and return its answer; ctrl+c gives it up."""
    with errand:
        narrate(words)
        return errand.result()


def _try(home: Home, asker: Asker, question: str) -> Home:
    typed = asker.ask(question or say("private.ask.open"))
    return done(opening(home, typed), say("private.work.open"))


def _same(one: str, other: str) -> bool:
    return tidy_passphrase(one) == tidy_passphrase(other)


def _line_from(fd: int) -> str:
    """Return the next line from *fd*, read letter by letter: what follows may be for somebody else."""
    line = b""
    try:
        while not line.endswith(b"\n") and len(line) < _LINE and (letter := os.read(fd, 1)):
            line += letter
    except (OSError, OverflowError) as error:
        # No system has descriptors of such a size.
        why = error if isinstance(error, OSError) else OSError(errno.EBADF, os.strerror(errno.EBADF))
        raise WrongUse(say("private.fd", fd=fd, reason=reason(why))) from error
    if not line:
        raise WrongUse(say("private.fd.end", fd=fd))
    return line.decode(errors="replace").rstrip("\r\n")
