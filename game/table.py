"""The table: one evening in play, and everything that the two may do there."""

from game.engine.duel import counted, duel_line, why_no_duel
from game.engine.history import History
from game.engine.moves import (
    Choose,
    Close,
    Keep,
    Lighten,
    Lower,
    Pause,
    Return,
    Sorry,
    Veto,
    What,
)
from game.engine.record import Record
from game.engine.rulebook import Asks
from game.engine.rules import KEEP_LENGTH, SENTENCES, IllegalMove, may_swap, why_not
from game.engine.state import Answer
from game.story import Story
from game.words import say
from game.words.text import one_line

MANY_SWAPS = 3
"""Swaps running after which a lighter deck is offered."""
UNTOLD = "–"
"""Shown for both when either has left a hidden answer empty."""


class Table(Story):
    """One evening in play: what the two may do.

    Every method that changes something makes the move, keeps the story and only then returns, so that
    what a face shows next is already safe. A move that may not be made raises IllegalMove.
    """

    _swaps = 0
    _duel: tuple[int, int] | None = None

    # moves

    def choose(self, choice: str) -> None:
        """Take the choice with the id *choice*; what is asked of each alone is answered instead."""
        step = self.evening.step
        if step is not None and step.hidden and step.asks is not Asks.NOTHING:
            raise IllegalMove(say("no.choice", choice=UNTOLD))
        self._swaps, remembered = 0, self.evening.remembered
        count = self.duel
        self._move(Choose(choice))
        if self.evening.remembered > remembered:
            self._say("care.remembered")
        if self.duel != count:
            self.note = f"{self.note} {duel_line(self.evening, self.duel)}".lstrip()

    def swap(self) -> None:
        """Give the same player another card, without a reason and without a trace.

        Where a step lets people move on, that is the swap: what was told and heard stays. An apology
        without another card for its step stops there, and what was closed stays.
        """
        if not may_swap(self.evening):
            raise IllegalMove(say("no.swap"))
        step = self.evening.step
        if self.evening.mending:
            if not self._pile.others(self.evening):
                return self._move(Choose("stop"))
        elif step is not None and step.choice("move-on"):
            return self._move(Choose("move-on"))
        self._swaps += 1
        self._stand(self.record.without_card(), remember=True)
        if self.evening.card is not None:
            self._say("care.lighter-offer" if self._swaps >= MANY_SWAPS else "care.different")

    def never_again(self) -> str:
        """Swap the card, never deal it again, and return its id for the couple's list."""
        card = self.evening.card
        if card is None or not may_swap(self.evening):
            raise IllegalMove(say("no.swap"))
        self.put_away(card.id)
        self.swap()
        if self.evening.card is None:
            self._say_first("care.never")
        else:
            self._say("care.never")
        return card.id

    def put_away(self, card: str) -> None:
        """Never deal the card with the id *card* again."""
        self._pile.put_away(card)

    def let_come(self, card: str) -> None:
        """Let the card with the id *card* be dealt again, now that undo has brought it back."""
        self._pile.let_come(card)

    def pause(self, back: str = "") -> None:
        """Rest; *back* is when to come back, as typed."""
        self._pass(Pause(one_line(back)[:KEEP_LENGTH]))

    def come_back(self) -> None:
        """Go on at the very same step."""
        self._pass(Return())

    def lower(self, ceiling: int) -> None:
        """Bring tonight's ceiling down to *ceiling*."""
        self._pass(Lower(ceiling))
        self._say("care.lowered", depth=say(f"depth.{ceiling}"))

    @property
    def light_decks(self) -> frozenset[str]:
        """The ids of the decks that still have a light card for tonight."""
        return self._pile.light_decks(self.evening)

    def lighten(self, deck: str = "") -> None:
        """Make the next card a light one, from *deck* or any; a deck without one cannot be asked for."""
        light = self.light_decks
        if not light or (deck and deck not in light):
            raise IllegalMove(say("no.light"))
        self._move(Lighten(deck))
        self._say("care.lighter")

    def veto(self, deck: str) -> None:
        """Put *deck* away for tonight."""
        self._pass(Veto(deck))
        cover = self.evening.setting.cover(deck)
        self._say("care.vetoed", title=cover.title if cover else deck)

    def sorry(self, by: int) -> None:
        """Let player *by* ask whether now is all right for an apology."""
        if why_not(self.evening, Sorry(by)) is None and not self._pile.can_mend(self.evening):
            raise IllegalMove(say("gate.sorry-cards"))
        self._move(Sorry(by))

    def keep_line(self, what: What, text: str) -> None:
        """Keep a line that both want to keep, and go on, unless there is room for another sentence."""
        step = self.evening.step
        keep = Keep(what, one_line(text))
        if (reason := why_not(self.evening, keep)) or step is None:
            raise IllegalMove(reason or say("no.keep-yet"))
        more = what == "sentence" and self.evening.kept_sentences + 1 < SENTENCES
        on = () if more else (Choose(step.choices[0].id),)
        self._stand(self.record.then(keep, *on), remember=True)

    def close(self) -> None:
        """Go straight to the thanks. A private question that is open then has been answered with a no."""
        if reason := why_not(self.evening, Close()):
            raise IllegalMove(reason)
        self._stand(self.record.closed(), remember=True)
        self._say("care.to-the-thanks")

    # what is hidden

    @property
    def alone(self) -> int | None:
        """The player who answers behind the curtain now, or None at an open step."""
        step = self.evening.step
        if step is None or not step.hidden or self.evening.paused:
            return None
        return self.evening.actors[len(self._given.at(self.evening))]

    def answer(self, value: str) -> None:
        """Take the hidden answer of the player who is alone; with the last one the outcome is made.

        *value* is a number, words, a ceiling or the id of a vote, by what the step asks. It stays in memory
        until the other's is in, whatever happens meanwhile; the story gets only what the two come to.
        """
        step = self.evening.step
        taken = step.taken(one_line(value)) if step and self.alone is not None else None
        if step is None or taken is None:
            raise IllegalMove(say("no.choice", choice=UNTOLD))
        answers, self.note = (*self._given.at(self.evening), taken), ""
        if len(answers) < len(self.evening.actors):
            self._given = self._given.half(self.evening, answers)
            return
        self._given = self._given.without(self.evening)
        match step.asks:
            case Asks.CEILING:
                self._move(Choose(min(answers)))
                self._say_first("gate.ceiling", depth=say(f"depth.{self.evening.ceiling}"))
            case Asks.VOTE:
                self._vote(all(answer == Answer.OPEN for answer in answers))
            case Asks.NUMBER | Asks.WORDS:
                self._move(Choose(step.choices[0].id))
                self.revealed = answers if all(answers) else (UNTOLD,) * len(answers)
            case _:
                self._move(Choose(step.choices[0].id))

    def rise(self) -> None:
        """Leave the table. Where only one has voted, no answer is a no, so that nobody votes twice."""
        if self.evening.at.script == "willing" and self._given.at(self.evening):
            self._stand(self.record.answered(Answer.SHUT))

    def _vote(self, willing: bool) -> None:
        script = self.evening.at.script
        record = self.record.answered(Answer.OPEN if willing else Answer.SHUT)
        if script == "willing" and not willing and self.evening.lighter is None and self.light_decks:
            record = record.then(Lighten())
        self._stand(record, remember=script == "last-time")
        if not willing and script != "last-time":
            no = "care.not-tonight" if self._lies_lightly else "care.not-tonight.bare"
            self._say(no if script == "willing" else "care.sorry-not-tonight")
        elif script == "willing":
            self._say_first("care.both-yes")

    @property
    def _lies_lightly(self) -> bool:
        """Whether a light card lies on the table."""
        return self.evening.card is not None and self.evening.card.depth == 1

    # undo

    @property
    def can_undo(self) -> bool:
        """Whether there is a move to take back."""
        half = self._given.may_be_taken_back(self.evening)
        return half or bool(self._history.past) or self.record.back() is not None

    def undo(self) -> None:
        """Take back the last thing that one of the two did, a half-given answer first, but never a vote."""
        if self._given.may_be_taken_back(self.evening):
            self._given = self._given.without(self.evening)
            return
        self._go(self._history.back(self.record), "no.undo")

    def redo(self) -> None:
        """Do again what undo took back."""
        self._go(self._history.forth(self.record), "no.redo")

    def _go(self, way: tuple[Record, History] | None, nowhere: str) -> None:
        if way is None:
            raise IllegalMove(say(nowhere))
        record, history = way
        self._stand(record, history=history)

    # the duel

    @property
    def duel(self) -> tuple[int, int] | None:
        """How often each was known since both wanted to count, or None when they do not. Never stored."""
        return None if self._duel is None else counted(self.record, self._duel)

    def start_duel(self) -> None:
        """Count from now on, for this sitting only, how often each is known; only a guess may begin it."""
        if reason := why_no_duel(self.evening):
            raise IllegalMove(reason)
        self._duel = counted(self.record)
