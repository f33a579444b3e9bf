"""The record of an evening: its setting and its moves. What is stored is the story; the state is replayed."""

from dataclasses import dataclass, replace

from game.engine.moves import Choose, Close, Deal, Keep, Lighten, Lower, Move, Pause, Return, Sorry, Veto
from game.engine.rules import IllegalMove, apply, opening
from game.engine.scoring import NO_LIGHTS, Sky
from game.engine.state import NO_ASIDE, Answer, Aside, Evening, Setting


class BrokenStory(ValueError):
    """A record whose moves break the rules. `at` is the number of the first such move, counted from 1."""

    def __init__(self, at: int, reason: str) -> None:
        super().__init__(reason)
        self.at = at


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that is kept of an evening."""

    setting: Setting
    moves: tuple[Move, ...] = ()
    aside: Aside = NO_ASIDE

    def then(self, *moves: Move) -> "Record":
        """Return the record with *moves* more."""
        return replace(self, moves=(*self.moves, *moves))

    @property
    def dealt(self) -> int:
        """How many cards have come to the table, those that were swapped away included."""
        return sum(isinstance(move, Deal) for move in self.moves) + len(self.aside.cards)

    def back(self) -> "Record | None":
        """Return the record before the last thing that a person did, or None at the very start.

        A deal is the game's own doing, and a pause is nothing to take back: both go with what led to them.
        So does what the game does when it finds no card to deal, or asks itself for a light one. A line is
        kept and gone on from in one. A lowered ceiling and a deck put away are for `History` to hold on to.
        """
        before = self
        while before.moves and before._ends_by_itself():
            before = before._without_last()
        if not before.moves:
            return None
        before = before._without_last()
        return before._without_last() if before.moves and isinstance(before.moves[-1], Keep) else before

    def _without_last(self) -> "Record":
        return replace(self, moves=self.moves[:-1])

    def _ends_by_itself(self) -> bool:
        match self.moves[-1]:
            case Deal() | Pause() | Return() | Lower() | Veto():
                return True
            case Close():
                return replay(self._without_last()).is_dealing
            case Lighten():  # after a no to the votes, which come between cards
                between = replay(self._without_last())
                return between.is_dealing and bool(between.closed)
            case _:
                return False

    def without_card(self) -> "Record":
        """Return the record as if its last card had not been dealt.

        The card's id joins the cards set aside. The lights already earned on it stay, and how often was
        heard and guessed, as sums that tell nobody which card or which player they came from.
        """
        place = max(i for i, move in enumerate(self.moves) if isinstance(move, Deal))
        deal = self.moves[place]
        assert isinstance(deal, Deal)
        before = replace(self, moves=self.moves[:place])
        after = tuple(move for move in self.moves[place + 1 :] if not isinstance(move, Choose))
        then, now = replay(before), replay(self)
        aside = replace(
            self.aside,
            cards=tuple(sorted({*self.aside.cards, deal.card.id})),
            lights=self.aside.lights + now.lights - then.lights,
            heard=self.aside.heard + now.hearings - then.hearings,
            known=self.aside.known + now.known - then.known,
            learned=self.aside.learned + now.learned - then.learned,
        )
        return replace(before, moves=(*before.moves, *after), aside=aside)

    def answered(self, answer: Answer) -> "Record":
        """Return the record after a private vote: what it came to, and never who said what."""
        script = replay(self).at.script
        if script == "willing":
            return replace(self, aside=replace(self.aside, willing=answer))
        if script != "sorry":
            return self.then(Choose(answer))
        before = self.unasked()
        if answer is not Answer.OPEN:
            return replace(before, aside=replace(self.aside, sorry=answer))
        asked = Sorry(replay(self).at.speaker)
        return (before.without_card() if replay(before).card else before).then(asked).then(Choose(answer))

    def closed(self) -> "Record":
        """Return the record gone straight to the thanks; to a private question that is open that is a no."""
        asked = replay(self).at.script == "sorry"
        return (self.answered(Answer.SHUT) if asked else self).then(Close())

    def when_closed(self, cards: int) -> "Record":
        """Return the record as it stood when so many *cards* were closed, or raise LookupError."""
        evening = opening(self.setting, self.aside)
        for place, move in enumerate(self.moves):
            if len(evening.closed) >= cards:
                return replace(self, moves=self.moves[:place])
            evening = apply(evening, move)
        if len(evening.closed) < cards:
            raise LookupError(f"only {len(evening.closed)} cards are closed")
        return self

    def untold(self) -> "Record":
        """Return the record without what was set aside in it, but for the votes that its moves rest on.

        Two such records of one evening, an older and a newer, do not tell what was swapped in between.
        """
        return replace(self, aside=Aside(willing=self.aside.willing))

    def knowing(self, aside: Aside) -> "Record":
        """Return the record with what *aside*, of another state of the evening, says must not come again.

        What the moves rest on stays as it is: the cards that they deal, the votes and the apology.
        """
        dealt = {move.card.id for move in self.moves if isinstance(move, Deal)}
        asked = any(isinstance(move, Sorry) for move in self.moves)
        return replace(
            self,
            aside=replace(
                aside,
                cards=tuple(card for card in aside.cards if card not in dealt),
                willing=aside.willing if self.aside.willing is Answer.UNASKED else self.aside.willing,
                sorry=Answer.UNASKED if asked else aside.sorry,
            ),
        )

    def unpaused(self) -> "Record":
        """Return the record as if nobody had ever rested."""
        return replace(self, moves=tuple(move for move in self.moves if not isinstance(move, Pause | Return)))

    def unasked(self) -> "Record":
        """Return the record without a question about an apology that nobody has answered."""
        if replay(self).at.script != "sorry":
            return self
        place = max(i for i, move in enumerate(self.moves) if isinstance(move, Sorry))
        return replace(self, moves=(*self.moves[:place], *self.moves[place + 1 :]))


def replay(record: Record) -> Evening:
    """Return the evening that *record* tells; raise BrokenStory at the first move that breaks the rules."""
    evening = opening(record.setting, record.aside)
    for number, move in enumerate(record.moves, start=1):
        try:
            evening = apply(evening, move)
        except IllegalMove as error:
            raise BrokenStory(number, str(error)) from error
    return evening


def well_known(record: Record, deck: str) -> tuple[int, int]:
    """Return how often each of the two was known so far, on cards of *deck*. For a game that is not kept."""
    known, evening = [0, 0], opening(record.setting, record.aside)
    for move in record.moves:
        after = apply(evening, move)
        if after.known > evening.known and evening.card and evening.card.deck == deck:
            known[1 - evening.at.speaker] += 1
        evening = after
    return known[0], known[1]


def gathered(records: tuple[Record, ...]) -> Sky:
    """Return the lights of several evenings as one sky."""
    return sum((replay(record).lights for record in records), start=NO_LIGHTS)
