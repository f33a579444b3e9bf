"""The rule book: every card kind, and every rite around the cards, as a short script of steps.

The book is data. A script has no counters and no conditions: retries and "both ways" are written out, so that
every path can be walked. The first choice of a step is its default, which Enter takes; it never consents.
Sources: article 003 (take turns, listen, say it back), article 000 (saying sorry), the scoring table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from game.engine.cards import Card, Kind
from game.engine.moves import What
from game.engine.scoring import Event


class Who(StrEnum):
    """Whose step it is."""

    SPEAKER = "speaker"
    LISTENER = "listener"
    BOTH = "both"


class Asks(StrEnum):
    """What a step wants besides a choice."""

    NOTHING = "nothing"
    NUMBER = "number"
    WORDS = "words"
    CEILING = "ceiling"
    VOTE = "vote"
    KEEPING = "keeping"


HIGHEST = 10
"""The highest number of a scale."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on. `then` names the next step; None ends the script."""

    id: str
    then: str | None = None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One moment at the table: who acts, what is asked, and the ways on."""

    id: str
    who: Who
    choices: tuple[Choice, ...]
    asks: Asks = Asks.NOTHING
    hidden: bool = False
    """Only the one who acts may see it; for BOTH, each alone and one after the other."""
    soft: int = 0
    """Seconds that usually suffice; nothing happens when they are over."""

    def choice(self, id: str) -> Choice | None:
        """Return the choice called *id*, or None."""
        return next((choice for choice in self.choices if choice.id == id), None)

    def taken(self, answer: str) -> str | None:
        """Return a hidden *answer* as this step takes it, or None when it does not. Empty is the default."""
        match self.asks:
            case Asks.CEILING | Asks.VOTE:
                choice = self.choice(answer) if answer else self.choices[0]
                return choice.id if choice else None
            case Asks.NUMBER:
                fits = answer.isdecimal() and len(answer) <= len(str(HIGHEST)) and int(answer) <= HIGHEST
                return str(int(answer)) if fits else (None if answer else answer)
            case _:
                return answer


Script = tuple[Step, ...]

SPEAKER, LISTENER, BOTH = Who.SPEAKER, Who.LISTENER, Who.BOTH
_THINK = {1: 15, 2: 30, 3: 45, 4: 45}
_MOVE_ON = Choice("move-on")
_STOP = Choice("stop", event=Event.STOPPED)


def _checked(back: str, giver: Who, owner: Who, heard: Event, then: str | None) -> Script:
    """Two tries at giving back, then one sentence word for word: no turn can fail."""
    yes = Choice("thats-it", then, heard)
    return (
        Step(back, giver, (Choice("said", "missed"),)),
        Step("missed", owner, (yes, Choice("nearly", "again"), Choice("not-yet", "again"))),
        Step("again", giver, (Choice("said", "missed-again"),)),
        Step("missed-again", owner, (yes, Choice("nearly", "word"), Choice("not-yet", "word"))),
        Step("word", giver, (Choice("repeated", then, heard),)),
    )


def _both_ways(depth: int) -> Script:
    """The same card for the listener; light cards lean to yes, deep ones to moving on."""
    me_too = Choice("me-too", "tell-too")
    return (
        Step("ask", LISTENER, (Choice("asked", "both-ways"),), soft=60),
        Step("both-ways", LISTENER, (me_too, _MOVE_ON) if depth < 3 else (_MOVE_ON, me_too)),
        Step("tell-too", LISTENER, (Choice("told", "echo-too"), _MOVE_ON), soft=60 * depth),
        Step("echo-too", SPEAKER, (Choice("heard", event=Event.BOTH_WAYS), _MOVE_ON)),
    )


def _turn(depth: int) -> Script:
    """The common turn. Giving back weighs as much as the card: detail, heart, feeling, sense."""
    tell = Step("tell", SPEAKER, (Choice("told", "give-back", Event.TOLD),), soft=_THINK[depth] + 60 * depth)
    if depth == 1:
        echo = Step("give-back", LISTENER, (Choice("heard", "ask", Event.HEARD),))
        return (tell, echo, *_both_ways(depth))
    checked = _checked("give-back", LISTENER, SPEAKER, Event.HEARD, "ask")
    look = Step("look", SPEAKER, (Choice("show", "tell"),), hidden=True)
    return (*((look,) if depth > 2 else ()), tell, *checked, *_both_ways(depth))


def _stoppable(script: Script) -> Script:
    """Let either of the two stop an apology at every step; what closed stays closed."""
    return tuple(Step(s.id, s.who, (*s.choices, _STOP), s.asks, s.hidden, s.soft) for s in script)


_BACKED = _checked("give-back", SPEAKER, LISTENER, Event.NAMED, None)

RULEBOOK: Mapping[str, Script] = MappingProxyType(
    {
        **{f"turn-{depth}": _turn(depth) for depth in range(1, 5)},
        "guess": (
            Step("guess", SPEAKER, (Choice("said", "answer"),), soft=60),
            Step(
                "answer",
                LISTENER,
                (
                    Choice("thats-it", "say-back", Event.KNOWN),
                    Choice("close", "say-back", Event.KNOWN),
                    Choice("new", "say-back", Event.LEARNED),
                    Choice("keep", event=Event.KEPT),
                ),
            ),
            Step("say-back", SPEAKER, (Choice("said"),)),
        ),
        "action": (
            Step(
                "do", BOTH, (Choice("done", event=Event.ACTED), Choice("ours", event=Event.ACTED)), soft=300
            ),
        ),
        "touch": (
            Step("ask-first", LISTENER, (Choice("hands-free", "do-free"), Choice("yes", "do"))),
            Step(
                "do",
                BOTH,
                (Choice("done", event=Event.TOUCHED), Choice("enough", event=Event.TOUCHED)),
                soft=180,
            ),
            Step(
                "do-free",
                BOTH,
                (Choice("done", event=Event.TOUCHED), Choice("enough", event=Event.TOUCHED)),
                soft=180,
            ),
        ),
        "appreciate": (
            Step("thank", SPEAKER, (Choice("said", "receive"),), soft=60),
            Step(
                "receive",
                LISTENER,
                (Choice("received", event=Event.THANKED), Choice("quiet", event=Event.THANKED)),
            ),
        ),
        "scale": (
            Step("set", BOTH, (Choice("shown", "not-lower"),), Asks.NUMBER, hidden=True),
            Step("not-lower", BOTH, (Choice("asked", "by-one"),), soft=90),
            Step("by-one", BOTH, (Choice("asked", event=Event.SCALED),), soft=90),
        ),
        "reveal": (
            Step("write", BOTH, (Choice("shown", "makes-sense"),), Asks.WORDS, hidden=True),
            Step("makes-sense", BOTH, (Choice("said", event=Event.REVEALED),), soft=120),
        ),
        "wild": (Step("play", BOTH, (Choice("done", event=Event.WILD),), soft=180),),
        "mend-name": _stoppable(
            (
                Step("name", SPEAKER, (Choice("said", "landed"),), soft=120),
                Step("landed", LISTENER, (Choice("said", "give-back"),), soft=180),
                *_BACKED,
            )
        ),
        "mend-own": _stoppable((Step("own", SPEAKER, (Choice("said", event=Event.OWNED),), soft=120),)),
        "mend-promise": _stoppable(
            (
                Step("promise", SPEAKER, (Choice("said", "mend"),), soft=120),
                Step(
                    "mend",
                    LISTENER,
                    (Choice("move-on", event=Event.PROMISED), Choice("said", event=Event.PROMISED)),
                ),
            )
        ),
        "mend-receive": _stoppable(
            (
                Step(
                    "receive",
                    LISTENER,
                    (
                        Choice("time", event=Event.RECEIVED),
                        Choice("thanks", event=Event.RECEIVED),
                        Choice("hearing", event=Event.RECEIVED),
                    ),
                ),
            )
        ),
        "last-time": (
            Step(
                "happened",
                BOTH,
                (Choice("shut", "line"), Choice("open", event=Event.PROMISE_HELD)),
                Asks.VOTE,
                hidden=True,
                soft=30,
            ),
            Step(
                "line",
                BOTH,
                (Choice("let-go"), Choice("keep", event=Event.CARRIED_ON), Choice("change")),
            ),
        ),
        "ceilings": (
            Step("ceiling", BOTH, tuple(Choice(depth) for depth in "3214"), Asks.CEILING, hidden=True),
        ),
        "willing": (Step("vote", BOTH, (Choice("shut"), Choice("open")), Asks.VOTE, hidden=True, soft=30),),
        "sorry": (Step("now", LISTENER, (Choice("shut"), Choice("open")), Asks.VOTE, hidden=True, soft=30),),
        "landing": (
            Step("breath", BOTH, (Choice("done", "glad"),), soft=60),
            Step("glad", BOTH, (Choice("said"),), soft=30),
        ),
        "thanks": (
            Step("thank", SPEAKER, (Choice("said", "receive"),), soft=60),
            Step("receive", LISTENER, (Choice("received", "thank-back"),)),
            Step("thank-back", LISTENER, (Choice("said", "receive-back"),), soft=60),
            Step("receive-back", SPEAKER, (Choice("received", "keepsake", Event.CLOSING_THANKS),)),
            Step("keepsake", BOTH, (Choice("nothing", "week"),), Asks.KEEPING),
            Step("week", BOTH, (Choice("nothing"),), Asks.KEEPING),
        ),
        "whole-sky": (Step("name-it", BOTH, (Choice("nothing"),), Asks.KEEPING),),
        "dealing": (),
        "closed": (),
    }
)
"""Every script by its name. `dealing` waits for a card, `closed` is the end; neither has a step."""

_KEPT: Mapping[str, What] = MappingProxyType({"keepsake": "sentence", "week": "week", "name-it": "sky"})
_TURNS = (Kind.STORY, Kind.QUESTION, Kind.FINISH)
_DOINGS = (Kind.ACTION, Kind.WILD)


def script_for(card: Card) -> str:
    """Return the name of the script that *card* follows: its kind, depth and marks decide, nothing else."""
    if card.kind in _TURNS:
        return f"turn-{card.depth}"
    if card.kind is Kind.REPAIR and card.part:
        return f"mend-{card.part}"
    return "touch" if card.touch and card.kind in _DOINGS else card.kind.value


def kept_at(step: str) -> What:
    """Return what a line is that is kept at *step*; raise KeyError where none is."""
    return _KEPT[step]


def step_of(script: str, step: str) -> Step:
    """Return a step of a script; raise KeyError when the book has none of that name."""
    for each in RULEBOOK[script]:
        if each.id == step:
            return each
    raise KeyError(f"{script}.{step}")
