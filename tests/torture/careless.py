"""The game with a mistake that programs with screens are known for: `careless.py MISTAKE ...`."""

import sys

from game.cli import main


def abrupt() -> None:
    """Let a signal end it where it stands, with the terminal as it is."""
    from game.ui.door import Door

    Door.leave_on_signals = lambda _: None  # type: ignore[method-assign, assignment]
    Door.is_left_early = lambda _: False  # type: ignore[method-assign, assignment]


def brittle() -> None:
    """Make room for the longest line, which a small window does not have."""
    from textual.events import Resize

    from game.ui.room import Room

    def on_resize(_: Room[object], event: Resize) -> None:
        " ".ljust(10 // (event.size.width // 10))

    Room.on_resize = on_resize  # type: ignore[method-assign, assignment]


def halving() -> None:
    """Lose the end of what is long, as what writes unbuffered does when a signal comes."""
    from textual.drivers._writer_thread import WriterThread

    write = WriterThread.write

    def halved(writer: WriterThread, text: str) -> None:
        write(writer, text if len(text) < 1000 else text[: len(text) // 2])

    WriterThread.write = halved  # type: ignore[method-assign, assignment]


MISTAKES = {"abrupt": abrupt, "brittle": brittle, "halving": halving}

if __name__ == "__main__":
    MISTAKES[sys.argv.pop(1)]()
    raise SystemExit(main())
