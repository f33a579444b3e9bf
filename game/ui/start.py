"""What may be known before the table is laid."""

from dataclasses import dataclass
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from game.files.decks.draft import Draft


@dataclass(frozen=True, slots=True)
class Start:
    """What the command line has answered already; what is left out is asked."""

    names: tuple[str, str] | None = None
    decks: tuple[str, ...] = ()
    shape: str | None = None
    seed: int | None = None
    resume: str | None = None
    writing: bool = False
    """Whether a deck is to be written, and not an evening to be played."""
    deck: Path | None = None
    """The deck file to write on, if it is known which."""
    draft: "Draft | None" = None
    """The same, where it is opened already."""
