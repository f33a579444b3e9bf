"""What a lock costs: the same evening of 240 moves saved plain and sealed in turn, as a ratio.

Run it as python bench/sealing.py [--runs N] [--open]. With --open a lock is made and opened too.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from random import Random

from pyrage import x25519

from game.engine.cards import Card, Cover, Kind
from game.engine.moves import Choose, Deal
from game.engine.record import Record
from game.engine.state import Setting
from game.files.evenings.savefile import write_save
from game.files.locks.keyhole import forge, turn
from game.files.seal import PLAIN, Age, Key, Seal

MOVES = 240


def evening() -> Record:
    """Return an evening of MOVES moves. It is written in the same way, whether the rules allow it or not."""
    record = Record(Setting(("Ana", "Ben"), "long", (Cover("tea", "Tea"),), ("tea",)))
    for number in range(MOVES // 3):
        card = Card(
            f"tea-{number}",
            "tea",
            f"What would you tell a friend about the year {1970 + number}?",
            Kind.STORY,
            1,
        )
        record = record.then(Deal(card)).then(Choose("told")).then(Choose("given"))
    return record


def main() -> None:
    """Save in turn, so that a disk that slows down slows both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--open", action="store_true")
    arguments = parser.parse_args()
    begun = time.perf_counter()
    forged = forge("velvet otter ladder").result() if arguments.open else None
    made = time.perf_counter() - begun
    key = forged.key if forged else _key()
    seals: dict[str, Seal] = {"plain": PLAIN, "sealed": Age(key)}
    record, dice = evening(), Random(1)
    times: dict[str, list[float]] = {name: [] for name in seals}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(arguments.runs):
            for name in dice.sample(sorted(seals), k=len(seals)):
                path = Path(folder, f"{name}.toml{seals[name].ending}")
                begun = time.perf_counter()
                write_save(path, record, number + 1, seals[name])
                times[name].append(time.perf_counter() - begun)
    plain, sealed = (1000 * statistics.median(times[name]) for name in seals)
    print(
        f"save of {MOVES} moves   plain {plain:.2f} ms   sealed {sealed:.2f} ms   ratio {sealed / plain:.2f}"
    )
    if forged:
        begun = time.perf_counter()
        turn(forged.locked, "velvet otter ladder", lambda key: key).result()
        print(f"a lock   made in {made:.1f} s   opened in {time.perf_counter() - begun:.1f} s")


def _key() -> Key:
    return Key(str(x25519.Identity.generate()))


if __name__ == "__main__":
    main()
