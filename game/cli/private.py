"""`turn-toward lock|unlock|passphrase|recover`: the lock of a home, put on, taken off, changed, made anew."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from game.cli.naming import home_of
from game.cli.opening import Asker, done, home_opened, opened_by
from game.cli.signals import safe_from_signals
from game.cli.telling import narrate, tell
from game.cli.wish import Wish
from game.files.locks.keyhole import SHORTEST, example, forge
from game.files.locks.lock import Lock, lock_of, see_to_identity
from game.files.locks.locking import (
    change_passphrase,
    lock_home,
    recover_home,
    recovered_line,
    reforging,
    see_to_key,
    settle,
    unlock_home,
)
from game.files.paths import Home
from game.files.problems import Problem, Trouble
from game.files.seal import Key, key_lines, need_age, read_key
from game.plain.voice import voice_of
from game.words import say

_AWAY, _BACK = "\x1b[?1049h\x1b[2J\x1b[H", "\x1b[2J\x1b[?1049l"
"""To a page of its own, which no scrollback keeps, and back from it."""


def run(arguments: Wish) -> bool:
    """Turn the lock as asked, and return whether every file was turned; raise Trouble when nothing was."""
    need_age()
    asker = Asker(arguments.passphrase_fd)
    match arguments.command:
        case "lock":
            return _lock(home_of(arguments), asker)
        case "unlock":
            return _unlock(arguments)
        case "passphrase":
            return _change(home_of(arguments), asker)
        case _:
            return _recover(home_of(arguments), asker)


def _lock(home: Home, asker: Asker) -> bool:
    if lock_of(home) is not Lock.NONE:
        raise Trouble(say("private.already" if lock_of(home) is Lock.LOCKED else "private.keyless"))
    passphrase = _new_passphrase(asker, say("private.ask.new"))
    forged = done(forge(passphrase), say("private.work.forge"))
    _show_sheet(forged.key, asker)
    narrate(say("private.work.turn"))
    return _told(lock_home(home, forged).left, say("private.done.lock"))


def _unlock(arguments: Wish) -> bool:
    home = home_of(arguments)
    see_to_identity(home)
    unlock_home(home_opened(arguments))
    return _told((), say("private.done.unlock"))


def _change(home: Home, asker: Asker) -> bool:
    home = opened_by(home, asker, say("private.ask.old"))
    passphrase = _new_passphrase(asker, say("private.ask.next"))
    home = change_passphrase(home, done(reforging(home, passphrase), say("private.work.forge")))
    return _told(settle(home), say("private.done.passphrase"))


def _recover(home: Home, asker: Asker) -> bool:
    if lock_of(home) is Lock.NONE:
        raise Trouble(say("private.none"))
    narrate(say("private.key.hint"))
    key = read_key(asker.ask(say("private.ask.key")))
    see_to_key(home, key)
    passphrase = _new_passphrase(asker, say("private.ask.next"))
    recovered = recover_home(home, done(forge(passphrase, key), say("private.work.forge")))
    return _told(settle(recovered.home), recovered_line(recovered))


def _new_passphrase(asker: Asker, question: str) -> str:
    if not asker.is_script:
        narrate(say("private.advice", least=SHORTEST, example=example()), "")
    return asker.ask_new(question)


def _told(left: tuple[Problem, ...], words: str) -> bool:
    narrate(*(say("private.left", problem=problem) for problem in left), words)
    return not left


# the recovery sheet


def _show_sheet(key: Key, asker: Asker) -> None:
    """Show the sheet once. A script gets the key alone, in one word, as its answer."""
    if asker.is_script:
        return tell(key.text)
    voice = voice_of(sys.stdin, sys.stderr)
    with safe_from_signals(), _page_of_its_own():
        voice.tell(say("private.sheet.title"), "\n".join(f"  {line}" for line in key_lines(key)))
        voice.tell(say("private.sheet.what"), say("private.sheet.how"), say("private.sheet.enter"))
        try:
            voice.ask()
        except EOFError as error:
            raise KeyboardInterrupt from error


@contextmanager
def _page_of_its_own() -> Iterator[None]:
    """Turn to a page that the terminal forgets; one that has none pushes what was shown out of sight."""
    codes = (_AWAY, _BACK) if os.environ.get("TERM", "dumb") != "dumb" else ("", "\n" * 100)
    sys.stderr.write(codes[0])
    try:
        yield
    finally:
        sys.stderr.write(codes[1])
        sys.stderr.flush()
