"""How checking decks grows with them, as ratios measured side by side: python bench/decks.py [--runs N].

Decks of 100, 1,000 and 10,000 cards are checked in turn, round after round: fine ones, and ones with a slip
in every card; then the advice that a writer may ask for, by itself. The shelf is opened, and beside it its
files are only read. Medians of processor time are shown, to which no neighbour on the machine adds.
"""

import argparse
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from game.advice.wording import advise
from game.engine.cards import Deck
from game.files.decks.deckfile import read_deck
from game.files.decks.shelf import read_shelf
from game.files.paths import find_home

SIZES = (100, 1_000, 10_000)
PLACES = ("hallway", "window", "staircase", "orchard", "harbour", "attic", "bridge")
CARD = '[[card]]\ntext = "What would you like to hear in the {place} on day {number}?"\ndepth = {depth}\n'
Task = Callable[[], object]


def lay_deck(folder: Path, cards: int, depth: int) -> Path:
    """Write a deck of so many cards of *depth*, which is a slip when there is none such."""
    path = folder / f"deck-{cards}-{depth}.toml"
    each = (CARD.format(place=PLACES[n % len(PLACES)], number=n, depth=depth) for n in range(cards))
    path.write_text('[deck]\ntitle = "A deck"\n' + "".join(each), encoding="utf-8")
    return path


def medians(tasks: dict[str, Task], runs: int) -> dict[str, float]:
    """Return the median milliseconds of each of *tasks*, taken in turn."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(runs):
        for name, task in tasks.items():
            start = time.process_time()
            task()
            times[name].append(time.process_time() - start)
    return {name: 1000 * statistics.median(each) for name, each in times.items()}


def tell_growth(name: str, task: Callable[[Any], object], decks: Sequence[Any], runs: int) -> None:
    """Print how long *task* takes for each of *decks*, and a card's share in the largest deck."""
    times = medians({str(size): partial(task, deck) for size, deck in zip(SIZES, decks, strict=True)}, runs)
    told = "   ".join(f"{size:,} cards {times[str(size)]:.1f} ms" for size in SIZES)
    middle, largest = (times[str(size)] / size for size in SIZES[1:])
    print(f"{name:<22}{told}   a card's share ratio {largest / middle:.2f}")


def advice_on(deck: Deck) -> object:
    """Return all the advice there is on *deck*."""
    return advise([deck])


def tell_memory(path: Path) -> None:
    """Print what reading the largest deck takes at its height."""
    tracemalloc.start()
    read_deck(path)
    _, height = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    size = path.stat().st_size
    name = f"memory, {SIZES[-1]:,} cards"
    print(f"{name:<22}{height / 1e6:.0f} MB   the file {size / 1e6:.1f} MB   ratio {height / size:.0f}")


def tell_shelf(home: Path, runs: int) -> None:
    """Print what opening the shelf takes beside reading the bytes of its files."""
    place = find_home(home)
    paths = sorted(place.shipped.glob("*.toml"))
    cards = sum(len(deck.cards) for deck in read_shelf(place).decks)
    times = medians(
        {"bytes": lambda: [path.read_bytes() for path in paths], "shelf": lambda: read_shelf(place)}, 5 * runs
    )
    name, each = f"{len(paths)} decks, {cards} cards", 1000 * times["shelf"] / cards
    print(f"{name:<22}shelf {times['shelf']:.1f} ms   bytes {times['bytes']:.1f} ms   a card {each:.0f} µs")


def main() -> None:
    """Measure everything once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        fine = [lay_deck(Path(folder), cards, 1) for cards in SIZES]
        wrong = [lay_deck(Path(folder), cards, 9) for cards in SIZES]
        tell_growth("checking, all fine", read_deck, fine, runs)
        tell_growth("checking, all wrong", read_deck, wrong, runs)
        tell_growth("advice alone", advice_on, [read_deck(path).deck for path in fine], 1)
        tell_memory(fine[-1])
        tell_shelf(Path(folder) / "home", runs)


if __name__ == "__main__":
    main()
