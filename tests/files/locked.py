"""A locked home for tests: one key, and a lock on it that costs next to no work."""

from pathlib import Path

from game.files.locks.keyhole import Forged
from game.files.locks.locking import lock_home
from game.files.paths import Home
from game.files.seal import Key
from tests.files import quicksmith

PASSPHRASE = "velvet otter ladder"
OTHER_PASSPHRASE = "seven wet umbrellas"
KEY = Key("AGE-SECRET-KEY-1LX5Q3ZCG5XTS89ZL7NVCTG4VJ5HY6EHD7NH0QXU5MYNWDCC8GW6SYVJ8RH")
OTHER_KEY = Key("AGE-SECRET-KEY-1463UEXDRUD40VG08JMFNXHU6YWFTY4WPF2WYFFCJEV44WRET6W8QWH74UD")
FORGED = Forged(KEY, quicksmith.quick(KEY.text, PASSPHRASE))
OTHER_FORGED = Forged(OTHER_KEY, quicksmith.quick(OTHER_KEY.text, OTHER_PASSPHRASE))
SMITH = str(Path(quicksmith.__file__))


def locked(home: Home) -> Home:
    """Put the lock on *home*, and return it opened."""
    turned = lock_home(home, FORGED)
    assert turned.left == ()
    return turned.home


def forged_factor(locked: bytes) -> bytes:
    """Return a lock that would cost hours."""
    return locked.replace(b" 5\n", b" 24\n", 1)


def names(home: Home) -> list[str]:
    """Return the names of all files with the evenings but the empty ones of locks."""
    return sorted(path.name for path in home.saves.iterdir() if path.suffix != ".lock")


def contents(home: Home) -> dict[str, bytes]:
    """Return what stands in every file with the evenings."""
    return {path.name: path.read_bytes() for path in home.saves.iterdir()}
