"""The tally of a torture: what was tried, how often, and what failed; kept so that a run can go on."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

HOUSE = Path(__file__).parents[2]
LEDGER = HOUSE / ".torture"
"""Where the batches that are done stand, one file each, for as long as the code is the same."""
PROPERTY = "tally"
HEAVIEST = "MB_at_most"


@dataclass(slots=True)
class Tally:
    """What one batch has tried of one promise."""

    promise: str
    count: int = 0
    failures: list[str] = field(default_factory=list)
    of_which: dict[str, int] = field(default_factory=dict)
    """How many of the tries were of some kind, as those that hit in the middle of a save."""

    def tried(self, *failures: str, **kinds: int) -> None:
        """Count one try, with what failed in it, and the kinds that it was of."""
        self.count += 1
        self.failures += failures
        for kind, times in kinds.items():
            self.of_which[kind] = self.of_which.get(kind, 0) + times

    def weighed(self, weight: int) -> None:
        """Note that something took so many bytes of memory."""
        self.of_which[HEAVIEST] = max(self.of_which.get(HEAVIEST, 0), weight >> 20)

    def __add__(self, other: "Tally") -> "Tally":
        kinds = {**self.of_which}
        for kind, times in other.of_which.items():
            before = kinds.get(kind, 0)
            kinds[kind] = max(before, times) if kind == HEAVIEST else before + times
        return Tally(self.promise, self.count + other.count, [*self.failures, *other.failures], kinds)


def code_digest() -> str:
    """Return a digest of all code that a torture tries and of the torture itself."""
    digest = sha256()
    for folder in ("game", "decks", "tests"):
        for path in sorted((HOUSE / folder).rglob("*")):
            if path.suffix in (".py", ".toml", ".tcss"):
                digest.update(f"{path.relative_to(HOUSE)}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def page(batch: str, digest: str) -> Path:
    """Return the file in which the tallies of *batch* stand once it is done."""
    return LEDGER / digest / f"{sha256(batch.encode()).hexdigest()[:24]}.json"


def written(path: Path) -> list[Tally] | None:
    """Return the tallies that an earlier run has left at *path*, or None when there are none."""
    try:
        return [Tally(**each) for each in json.loads(path.read_text())]
    except (OSError, ValueError):
        return None


def write(path: Path, tallies: Iterable[Tally]) -> None:
    """Keep the tallies of a batch that is done and that nothing failed in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(tally) for tally in tallies]))


def summed(tallies: Iterable[Tally]) -> Mapping[str, Tally]:
    """Return one tally a promise."""
    sums: dict[str, Tally] = {}
    for tally in tallies:
        sums[tally.promise] = sums.get(tally.promise, Tally(tally.promise)) + tally
    return sums


def table(sums: Mapping[str, Tally]) -> list[str]:
    """Return the summary, a line a promise."""
    width = max((len(promise) for promise in sums), default=0)
    return [_line(sums[promise], width) for promise in sorted(sums)]


def _line(tally: Tally, width: int) -> str:
    kinds = ", ".join(
        f"{times} {kind.replace('_', ' ')}" for kind, times in sorted(tally.of_which.items()) if times
    )
    return (
        f"{tally.promise:<{width}}  {tally.count:>6} tries  {len(tally.failures):>4} failed  {kinds}".rstrip()
    )
