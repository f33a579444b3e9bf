"""What may be known before the table is laid."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """What the command line has answered already; what is left out is asked."""

    names: tuple[str, str] | None = None
    decks: tuple[str, ...] = ()
    shape: str | None = None
    seed: int | None = None
    resume: str | None = None
