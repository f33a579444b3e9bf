"""Hidden answers of one of the two that wait for the other's. They are written down nowhere."""

from dataclasses import dataclass, field

from game.engine.rulebook import Asks, step_of
from game.engine.state import Evening, Stop

Answers = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What has been given so far, by the stop that asks for it."""

    halves: tuple[tuple[Stop, Answers], ...] = field(default=(), repr=False)

    def at(self, evening: Evening) -> Answers:
        """Return what has been given where *evening* stands."""
        return dict(self.halves).get(evening.at, ())

    def half(self, evening: Evening, answers: Answers) -> "Given":
        """Return it with *answers*, where the other is still to answer."""
        return Given((*self.without(evening).halves, (evening.at, answers)))

    def without(self, evening: Evening) -> "Given":
        """Return it without what was given where *evening* stands."""
        return Given(tuple(each for each in self.halves if each[0] != evening.at))

    def may_be_taken_back(self, evening: Evening) -> bool:
        """Return whether there is something to take back: never a vote, for nobody is asked twice."""
        return bool(self.at(evening)) and not _is_vote(evening.at)

    def still(self, evening: Evening) -> "Given":
        """Return what is still wanted once *evening* stands where it does; a vote waits for ever."""
        return Given(tuple(each for each in self.halves if each[0] == evening.at or _is_vote(each[0])))


def _is_vote(at: Stop) -> bool:
    return step_of(at.script, at.step).asks is Asks.VOTE
