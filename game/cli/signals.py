"""Leaving by a signal: a terminal that was told not to echo is given back as it was."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_ENDS = ("SIGTERM", "SIGHUP", "SIGQUIT")
"""Not every system knows all of them."""


@contextmanager
def safe_from_signals() -> Iterator[None]:
    """Let SIGTERM, a closed window and ctrl+\\ leave as ctrl+c does: at once, and with everything kept."""
    ends = [getattr(signal, name) for name in _ENDS if hasattr(signal, name)]
    before = {end: signal.getsignal(end) for end in ends if signal.getsignal(end) is not signal.SIG_IGN}
    for end in before:
        signal.signal(end, signal.default_int_handler)
    try:
        yield
    finally:
        for end, handler in before.items():
            signal.signal(end, handler)
