"""What is done with a passphrase, in a process of its own: seconds of work and up to 1 GiB of memory.

Run as a script, it knows nothing of the game. On its standard input come one line with what to do, one with
the passphrase, and then the rest; nothing secret is ever in its arguments or its environment. The answer goes
to its standard output, and it says nothing else.
"""

import re
import sys
from contextlib import suppress

OPEN, FORGE = b"open", b"forge"
WRONG, MISSING = 3, 4
"""Exit codes: it does not open; pyrage is not installed."""
WEAKEST, STRONGEST = 17, 20
"""Powers of two of the work that a passphrase costs. Each one more doubles the time and the memory."""
_NO_CORE = 1 if sys.platform == "linux" else 0
"""Bytes of a core file. To Linux one byte means none at all, also where a program collects them."""
_TRIES = 4
_FACTOR = re.compile(rb"-> scrypt \S+ (\d+)\n")


def main() -> int:
    """Do what the standard input says, and return the exit code."""
    leave_no_core()
    task, passphrase, rest = sys.stdin.buffer.read().split(b"\n", 2)
    try:
        import pyrage  # an extra
    except ImportError:
        return MISSING
    if task == FORGE:
        secret = rest.decode() or str(pyrage.x25519.Identity.generate())
        answer = secret.encode() + b"\n" + _locked(secret, passphrase.decode())
    else:
        try:
            answer = pyrage.passphrase.decrypt(rest, passphrase.decode())
        except pyrage.DecryptError:
            return WRONG
    sys.stdout.buffer.write(answer)
    return 0


def _locked(secret: str, passphrase: str) -> bytes:
    """Return the key file that holds *secret*, as age-keygen lays one out, locked by *passphrase*.

    How much work that costs is found out by a stop-watch, which on a busy machine may stop early: then again.
    """
    import pyrage  # for the same reason

    public = pyrage.x25519.Identity.from_str(secret).to_public()
    page = f"# The key of a locked Turn Toward home\n# public key: {public}\n{secret}\n".encode()
    best = b""
    for _ in range(_TRIES):
        tried = pyrage.passphrase.encrypt(page, passphrase)
        if _factor(tried) <= STRONGEST:
            best = max(best, tried, key=_factor)
        if _factor(best) >= WEAKEST:
            break
    if not best:
        raise SystemExit(1)
    return best


def _factor(locked: bytes) -> int:
    found = _FACTOR.search(locked[:200])
    return int(found[1]) if found else 0


def leave_no_core() -> None:
    """Let no core file hold what this process knows, should it crash."""
    with suppress(ImportError):
        import resource  # not on Windows

        hardest = resource.getrlimit(resource.RLIMIT_CORE)[1]
        most = _NO_CORE if hardest == resource.RLIM_INFINITY else min(_NO_CORE, hardest)
        resource.setrlimit(resource.RLIMIT_CORE, (most, hardest))


if __name__ == "__main__":
    raise SystemExit(main())
