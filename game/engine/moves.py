"""What can happen at the table. A move names itself in `do`, the word that a saved evening is read by."""

from dataclasses import dataclass
from typing import Literal

from game.engine.cards import Card


@dataclass(frozen=True, slots=True)
class Deal:
    """A card comes to the table. The whole card, so that an edited deck never changes an evening."""

    card: Card
    do: Literal["deal"] = "deal"


@dataclass(frozen=True, slots=True)
class Choose:
    """One of the step's choices is taken."""

    choice: str
    do: Literal["choose"] = "choose"


@dataclass(frozen=True, slots=True)
class Sorry:
    """One of the two, 0 or 1, would like to apologise."""

    by: int
    do: Literal["sorry"] = "sorry"


@dataclass(frozen=True, slots=True)
class Pause:
    """The evening rests. `back` is when to come back, in the words of the one who paused."""

    back: str = ""
    do: Literal["pause"] = "pause"


@dataclass(frozen=True, slots=True)
class Return:
    """The two come back to the very same step."""

    do: Literal["return"] = "return"


@dataclass(frozen=True, slots=True)
class Lower:
    """Tonight's ceiling comes down."""

    ceiling: int
    do: Literal["lower"] = "lower"


@dataclass(frozen=True, slots=True)
class Lighten:
    """The next card is a light one, from *deck* or, when empty, from any."""

    deck: str = ""
    do: Literal["lighten"] = "lighten"


@dataclass(frozen=True, slots=True)
class Veto:
    """A deck is put away for tonight."""

    deck: str
    do: Literal["veto"] = "veto"


What = Literal["sentence", "week", "sky"]
"""What a kept line is: something said tonight, one small thing for this week, or the name of a whole sky."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Both want to keep a line."""

    what: What
    text: str
    do: Literal["keep"] = "keep"


@dataclass(frozen=True, slots=True)
class Close:
    """The evening goes straight to its thanks."""

    do: Literal["close"] = "close"


Move = Deal | Choose | Sorry | Pause | Return | Lower | Lighten | Veto | Keep | Close
