"""Whole evenings by a machine that does anything two people could do, in any order.

The promises are checked again from what was played, not by asking the gates.
"""

import os
from itertools import product

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from game.engine.cards import DEEPEST, Card, Kind, Part
from game.engine.moves import Choose, Close, Deal, Lower, Pause, Return, Sorry, Veto
from game.engine.record import Record, replay
from game.engine.rulebook import Asks
from game.engine.rules import IllegalMove
from game.engine.shapes import SHAPES
from game.table import Table
from tests.engine.build import COVERS, a_card, a_mending_card, a_setting
from tests.table.audit import broken_promises
from tests.table.seat import enter_until, is_over

KINDS = tuple(kind for kind in Kind if kind is not Kind.REPAIR)
SECRETS = ("7", "10", "", "a secret word")
"""What is typed behind the curtain."""
THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "torture"


def every_kind_of_card() -> tuple[Card, ...]:
    """Return cards of every kind and depth in every deck, mending by its parts."""
    plain = tuple(
        a_card(f"{cover.id}-{depth}-{kind}", deck=cover.id, depth=depth, kind=kind)
        for cover in COVERS
        for depth, kind in product(range(1, cover.deepest + 1), KINDS)
        if cover.id != "mending" or (kind is Kind.QUESTION and depth > 1)
    )
    touching = a_card("tea-touch", kind=Kind.ACTION, touch=True, alt="In words.")
    mending = tuple(
        a_mending_card(part, depth, f"mending-{part}-{depth}") for part in Part for depth in (3, DEEPEST)
    )
    return (*plain, touching, *mending)


CARDS = every_kind_of_card()


class AnEvening(RuleBasedStateMachine):
    """One evening, from its setting to its end."""

    @initialize(
        shape=st.sampled_from(("long", "standard", *sorted(SHAPES))),
        chosen=st.sets(st.sampled_from(["tea", "roads", "lines", "hard", "mending", "thanks"])),
        promise=st.sampled_from(["", "a walk"]),
        before=st.booleans(),
        seed=st.integers(0, 10**6),
    )
    def lay(self, shape: str, chosen: set[str], promise: str, before: bool, seed: int) -> None:
        picked = tuple(sorted(chosen)) or ("tea", "roads", "hard")
        setting = a_setting(shape, chosen=picked, promise=promise, mended_before=before)
        self.kept: list[Record] = []
        self.seed = seed
        self.table = Table(Record(setting), CARDS, self.kept.append, self.seed)

    def do(self, name: str, *arguments: object) -> bool:
        """Do what may be done; what may not be done changes nothing and says why."""
        before, lights = self.table.record, self.table.evening.lights.total
        try:
            getattr(self.table, name)(*arguments)
        except IllegalMove:
            assert self.table.record == before
            return False
        assert name in ("undo", "redo") or self.table.evening.lights.total >= lights
        return True

    @precondition(lambda self: self.table.alone is None and self.table.evening.step is not None)
    @rule(place=st.integers(0, 5))
    def choose(self, place: int) -> None:
        step = self.table.evening.step
        assert step is not None
        self.do("choose", step.choices[place % len(step.choices)].id)

    @precondition(lambda self: self.table.alone is None and self.table.evening.card is not None)
    @rule(place=st.integers(0, 5))
    def play_the_card_out(self, place: int) -> None:
        """Evenings are long; most of their steps are ordinary."""
        card = self.table.evening.card
        while self.table.evening.card == card and self.table.alone is None:
            step = self.table.evening.step
            assert step is not None
            choices = [choice.id for choice in step.choices if choice.id != "stop"]
            if not self.do("choose", choices[place % len(choices)]):
                return

    @precondition(lambda self: self.table.alone is not None)
    @rule(place=st.integers(0, 3), typed=st.sampled_from(SECRETS))
    def answer(self, place: int, typed: str) -> None:
        step = self.table.evening.step
        assert step is not None
        if step.asks is Asks.NOTHING:
            self.do("choose", step.choices[0].id)
        elif step.asks in (Asks.NUMBER, Asks.WORDS):
            self.do("answer", typed)
        else:
            self.do("answer", step.choices[place % len(step.choices)].id)

    @rule()
    def swap(self) -> None:
        before, record = self.table.evening, self.table.record
        if not self.do("swap") or self.table.record.moves[: len(record.moves)] == record.moves:
            return
        place = max(n for n, move in enumerate(record.moves) if isinstance(move, Deal))
        kept = tuple(move for move in record.moves[place + 1 :] if not isinstance(move, Choose))
        *moves, last = self.table.record.moves

        assert (*record.moves[:place], *kept) == tuple(moves)
        assert isinstance(last, Deal | Close)
        assert self.table.evening.card is None or self.table.evening.at.speaker == before.at.speaker

    @rule(further=st.booleans())
    def undo_and_redo(self, further: bool) -> None:
        half_given = self.table.alone is not None and self.table.alone != self.table.evening.actors[0]
        before = (self.table.record, self.table.evening)
        if not self.do("undo"):
            assert not self.table.can_undo
        elif not half_given:
            assert self.table.record != before[0]
            self.do("redo")
            assert (self.table.record, self.table.evening) == before
            if further:
                self.do("undo")

    @rule()
    def leave_and_open_again(self) -> None:
        before = self.table.evening
        self.table = Table(self.table.record, CARDS, self.kept.append, self.seed)

        assert self.table.evening == before
        self.kept.append(self.table.record)

    @rule(what=st.sampled_from(["pause", "come_back", "come_back", "start_duel", "never_again"]))
    def care(self, what: str) -> None:
        self.do(what)

    @precondition(lambda self: len(self.table.record.moves) > 60)
    @rule()
    def close(self) -> None:
        self.do("close")

    @rule(ceiling=st.integers(0, 5))
    def lower(self, ceiling: int) -> None:
        if len(self.table.record.moves) % 5 == 0:
            self.do("lower", ceiling)

    @rule(deck=st.sampled_from(["roads", "hard", "lines", "mending", "nothing"]))
    def put_away(self, deck: str) -> None:
        if len(self.table.record.moves) % 7 == 0:
            self.do("veto", deck)

    @rule(deck=st.sampled_from(["", "tea", "lines", "hard"]))
    def lighten(self, deck: str) -> None:
        self.do("lighten", deck)

    @rule(by=st.integers(0, 1))
    def sorry(self, by: int) -> None:
        self.do("sorry", by)

    @rule(text=st.sampled_from(["a line", "x" * 300, ""]))
    def keep_a_line(self, text: str) -> None:
        self.do("keep_line", "sentence", text)

    @invariant()
    def what_is_kept_tells_the_same_evening(self) -> None:
        assert self.kept[-1] == self.table.record
        assert replay(self.table.record) == self.table.evening
        assert self.table.trouble == ""

    @invariant()
    def no_promise_is_broken(self) -> None:
        assert list(broken_promises(self.table.record)) == []

    @invariant()
    def a_card_lies_on_the_table_or_a_step_is_asked(self) -> None:
        evening = self.table.evening
        assert evening.step is not None or evening.is_closed or (evening.is_dealing and evening.paused)

    @invariant()
    def what_is_private_is_in_no_story(self) -> None:
        record = self.table.record
        assert "secret" not in repr(record)
        assert record.aside.cards == tuple(sorted(record.aside.cards))
        for place, move in enumerate(record.moves):
            if isinstance(move, Sorry):
                answers = [
                    later for later in record.moves[place + 1 :] if not isinstance(later, Pause | Return)
                ]
                assert not answers or answers[0] == Choose("open")

    @invariant()
    def nobody_votes_twice(self) -> None:
        assert self.table.evening.at.script != "willing" or self.table.evening.aside.willing == "unasked"

    def teardown(self) -> None:
        """However it stands, the evening can be closed, ends, and can be taken back to its first move."""
        if not hasattr(self, "table"):
            return
        if not self.table.evening.is_closed and self.table.evening.at.script != "thanks":
            assert self.do("close")
        elif self.table.evening.paused:
            self.table.come_back()
        enter_until(self.table, is_over)
        for _ in range(2000):
            if not self.table.can_undo:
                break
            self.table.undo()
        moves = self.table.record.moves
        assert all(isinstance(move, Deal | Pause | Return | Lower | Veto) for move in moves)


TestAnEvening = AnEvening.TestCase
TestAnEvening.settings = settings(
    max_examples=2000 if THOROUGH else 60, stateful_step_count=120 if THOROUGH else 60
)
