"""How fast one writes on decks of many cards: python bench/writing.py [--runs N].

Opens decks of 100, 1,000 and 10,000 cards in the editor, in a real terminal, and presses keys there and at
the table. Everything of one kind is measured in turn, in one run; the ratios hold on any machine.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from terminal import Terminal

from game.files.decks.draft import open_draft
from game.ui.desk.proof import Proof

GAME = str(Path(sys.executable).parent / "turn-toward")
SIZES = (100, 1_000, 10_000)
KEYS = {
    "down, up": (8, (b"j", b"k")),
    "a page": (8, (b"\x1b[6~", b"\x1b[5~")),
    "twice, undo": (8, (b"d", b"u")),
    "out, undo": (8, (b"x", b"u")),
    "move": (8, (b"J", b"K")),
    "in and out": (6, (b"\r", b"\x1b")),
    "into a card": (1, (b"\r",)),
    "a letter": (4, (b"e", b"f", b"g", b"h")),
    "save": (1, (b"\x13",)),
    "out of it": (1, (b"\x1b",)),
    "search": (1, (b"/", b"d", b"o", b"o")),
}
"""Keys, and how many rounds of them. Before Escape is one, a terminal waits for what it may begin."""


def median_ms(seconds: list[float]) -> float:
    """Return the median in milliseconds."""
    return 1000 * statistics.median(seconds)


def timed(act: Callable[[], object]) -> float:
    """Return the seconds that *act* takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def deck_text(cards: int) -> str:
    """Return a deck file of so many cards, with notes and keys as people write them."""
    blocks = (
        f'# note {n}\n[[card]]\nkind = "story"\ndepth = {1 + n % 4}\n'
        f'text = "Tell {{partner}} about door number {n} in the house you grew up in."\n'
        f'follow_ups = ["Who stood behind door {n}?"]\n'
        for n in range(cards)
    )
    return '[deck]\ntitle = "Doors"\n\n' + "\n".join(blocks)


def editor(deck: Path, home: str) -> Terminal:
    """Open *deck* in the editor."""
    return Terminal([GAME, "--home", home, "deck", "edit", str(deck)])


def opening(runs: int, decks: dict[int, Path], home: str) -> None:
    """Print how long the editor takes to open each deck, beside the first frame of home."""
    bare: list[float] = []
    times: dict[int, list[float]] = {size: [] for size in decks}
    for _ in range(runs):
        terminal = Terminal([GAME, "--home", home])
        bare.append(terminal.until(b"T u r n"))
        terminal.end()
        for size, spent in times.items():
            terminal = editor(decks[size], home)
            spent.append(terminal.until(f"of {size}".encode()))
            terminal.end()
    for size, spent in times.items():
        ratio = median_ms(spent) / median_ms(bare)
        print(
            f"open {size:>6} cards  home {median_ms(bare):6.0f} ms   "
            f"editor {median_ms(spent):6.0f} ms   ratio {ratio:.2f}"
        )


def pressed(terminal: Terminal, keys: Sequence[bytes]) -> tuple[float, float, float]:
    """Return the median and the longest time from a key to its whole frame, and the processor's for one."""
    used = terminal.used()
    spent = [terminal.frame_after(key) for key in keys]
    return median_ms(spent), 1000 * max(spent), 1000 * (terminal.used() - used) / len(keys)


def told(where: str, terminal: Terminal, keys: Sequence[bytes]) -> str:
    """Return what *keys* cost there, in words."""
    median, slowest, used = pressed(terminal, keys)
    return f"{where} {median:5.1f} ms, slowest {slowest:5.1f}, processor {used:5.1f}"


def keys(decks: dict[int, Path], home: str) -> None:
    """Print what keys cost at the table, and in the editor with the smallest deck and the largest."""
    names = ["--names", "Ana", "Ben", "--deck", "tea-time", "--length", "tea", "--seed", "1"]
    table = Terminal([GAME, "--home", home, "play", *names])
    table.until(b"over to")
    rooms = {size: editor(decks[size], home) for size in (min(decks), max(decks))}
    for size, terminal in rooms.items():
        terminal.until(f"of {size}".encode())
    for terminal in (table, *rooms.values()):
        terminal.settle(1)
    turns = told("at the table", table, (b"\r", b"u") * 8)
    print(f"{'a key':<18} {turns}")
    for name, (rounds, pair) in KEYS.items():
        figures = "   ".join(told(f"{size} cards", each, pair * rounds) for size, each in rooms.items())
        print(f"{name:<18} {figures}")
    for terminal in (table, *rooms.values()):
        terminal.end()


def parts(runs: int, decks: dict[int, Path]) -> None:
    """Print what opening a file for writing costs for each card, and a whole proof of it."""
    for name, act in (("open for writing", open_draft), ("open and search", proof)):
        each: dict[int, float] = {}
        for size, path in decks.items():
            spent = [timed(partial(act, path)) for _ in range(runs)]
            each[size] = 1000 * median_ms(spent) / size
        figures = "   ".join(f"{size}: {cost:.1f}" for size, cost in each.items())
        print(f"{name:<18} {figures} µs a card   ratio {each[max(decks)] / each[min(decks)]:.2f}")


def proof(path: Path) -> None:
    """Open the deck at *path* for writing, and search it."""
    Proof(path, open_draft(path).page).holding("door 9")


def main() -> None:
    """Measure everything once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as home:
        Path(home, "config.toml").write_text('welcomed = true\nmotion = "none"\n')
        decks = {}
        for size in SIZES:
            decks[size] = Path(home, f"doors-{size}.toml")
            decks[size].write_text(deck_text(size))
        opening(runs, decks, home)
        keys(decks, home)
        parts(runs, decks)


if __name__ == "__main__":
    main()
