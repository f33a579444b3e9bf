"""An evening, and the stop it stands at. Everything here is derived from the story and never stored."""

from dataclasses import dataclass, field
from enum import StrEnum

from game.engine.cards import Card, Cover, Part
from game.engine.moves import Keep
from game.engine.rulebook import RULEBOOK, Step, Who, step_of
from game.engine.scoring import NO_LIGHTS, Sky


class Answer(StrEnum):
    """What two private votes came to. A no is never told from the other's no."""

    UNASKED = "unasked"
    OPEN = "open"
    SHUT = "shut"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the two agreed on before the first card."""

    names: tuple[str, str]
    shape: str
    covers: tuple[Cover, ...]
    """Every deck that may be dealt from tonight, those for warming up included."""
    chosen: tuple[str, ...]
    promise: str = ""
    """The small thing for the week that the last evening ended with."""
    promised: int = 0
    """How many evenings running, the last one included, have kept that same small thing."""
    mended_before: bool = False
    returning: tuple[str, ...] = ()
    """Ids of guesses that taught one of the two something, some evenings ago."""
    sky: Sky = NO_LIGHTS
    """All that the two have lit before tonight; none where they do not look at skies."""

    def cover(self, deck: str) -> Cover | None:
        """Return the cover of *deck*, or None when it is not on the table."""
        for cover in self.covers:
            if cover.id == deck:
                return cover
        return None


@dataclass(frozen=True, slots=True)
class Aside:
    """What holds for the evening but has no place in its story, so that no one can read who did what.

    The cards that were swapped away, sorted; the lights already earned on them, and how often was heard,
    known and learned there; and the answers that undo must not ask for again.
    """

    cards: tuple[str, ...] = ()
    lights: Sky = NO_LIGHTS
    heard: int = 0
    known: int = 0
    learned: int = 0
    willing: Answer = Answer.UNASKED
    sorry: Answer = Answer.UNASKED


NO_ASIDE = Aside()


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the evening stands: a step of a script, who speaks, and the card if there is one."""

    script: str
    step: str = ""
    speaker: int = 0
    card: Card | None = None


DEALING = "dealing"
CLOSED = "closed"
NO_COUNT = (0, 0)


@dataclass(frozen=True, slots=True)
class Evening:
    """One evening. Pairs of numbers belong to the two in the order of their names and are never shown."""

    setting: Setting
    aside: Aside
    at: Stop
    turn: int = 0
    lights: Sky = NO_LIGHTS
    closed: tuple[Card, ...] = ()
    mended: tuple[Card, ...] = ()
    mending: Part | None = None
    """The step of the apology that is under way."""
    sorry: Answer = Answer.UNASKED
    tellings: tuple[int, int] = NO_COUNT
    heard_deep: tuple[int, int] = NO_COUNT
    hearings: int = 0
    known: int = 0
    learned: int = 0
    remembered: int = 0
    """Guesses that were new to one of the two some evenings ago, and are known tonight."""
    news: tuple[str, ...] = ()
    """Ids of the guesses that were new tonight, and will return."""
    ceiling: int = 3
    paused: bool = False
    back: str = ""
    unsettled: bool = False
    """Whether there was a pause since the last closed card."""
    lighter: str | None = None
    """When not None, the next card is a light one: from this deck or, when empty, from any."""
    vetoed: tuple[str, ...] = ()
    kept: tuple[Keep, ...] = field(default=())
    changing: bool = False
    """Whether the small thing of last time is to be changed at the end."""

    @property
    def card(self) -> Card | None:
        """The card on the table."""
        return self.at.card

    @property
    def step(self) -> Step | None:
        """The step the evening stands at, or None while a card is dealt and when all is over."""
        return step_of(self.at.script, self.at.step) if RULEBOOK[self.at.script] else None

    @property
    def is_dealing(self) -> bool:
        """Whether the table owes a card."""
        return self.at.script == DEALING

    @property
    def is_ending(self) -> bool:
        """Whether the evening has come to its thanks: no card is dealt any more."""
        return self.at.script in ("thanks", "whole-sky")

    @property
    def is_closed(self) -> bool:
        """Whether the evening is over."""
        return self.at.script == CLOSED

    @property
    def actors(self) -> tuple[int, ...]:
        """Who acts now, as places in `setting.names`."""
        if self.step is None:
            return ()
        speaker = self.at.speaker
        return {Who.SPEAKER: (speaker,), Who.LISTENER: (1 - speaker,), Who.BOTH: (0, 1)}[self.step.who]

    @property
    def kept_sentences(self) -> int:
        """How many sentences both have kept."""
        return sum(keep.what == "sentence" for keep in self.kept)

    def name(self, player: int) -> str:
        """Return the name of *player*, 0 or 1."""
        return self.setting.names[player]
