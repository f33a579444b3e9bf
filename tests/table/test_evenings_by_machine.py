"""Whole evenings by a machine that does anything two people could do, in any order.

The promises are checked again from what was played, not by asking the gates.
"""

from itertools import pairwise
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from game.engine.cards import DEEPEST, Card, Kind, Part
from game.engine.moves import Choose, Deal, Pause, Return, Sorry
from game.engine.plan import SHAPES
from game.engine.record import Record, replay
from game.engine.rulebook import Asks
from game.engine.rules import IllegalMove
from game.table import Table
from tests.engine.build import COVERS, a_card, a_mending_card, a_setting

TELLING = (Kind.STORY, Kind.QUESTION, Kind.FINISH)
OTHERS = (Kind.GUESS, Kind.ACTION, Kind.APPRECIATE, Kind.SCALE, Kind.REVEAL, Kind.WILD)


def every_kind_of_card() -> tuple[Card, ...]:
    plain = tuple(
        a_card(f"{cover.id}-{depth}-{kind}-{n}", deck=cover.id, depth=depth, kind=kind)
        for cover in COVERS
        if cover.id != "mending"
        for depth in range(1, cover.deepest + 1)
        for kind in (*TELLING, *OTHERS)
        for n in range(2)
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
        shape=st.sampled_from(sorted(SHAPES)),
        chosen=st.sets(st.sampled_from(["tea", "roads", "lines", "hard", "thanks"])),
        promise=st.sampled_from(["", "a walk"]),
        seed=st.integers(0, 10**6),
    )
    def lay(self, shape: str, chosen: set[str], promise: str, seed: int) -> None:
        setting = a_setting(shape, chosen=tuple(sorted(chosen)) or ("tea",), promise=promise)
        self.kept: list[Record] = []
        self.table = Table(Record(setting), CARDS, self.kept.append, Random(seed))
        self.lights = self.table.evening.lights.total
        self.votes = 0

    def do(self, name: str, *arguments: object) -> None:
        """Do what may be done; what may not be done changes nothing and says why."""
        before, refused = self.table.record, ""
        try:
            getattr(self.table, name)(*arguments)
        except IllegalMove as reason:
            refused = str(reason) or "without a word"
        now = self.table.evening.lights.total
        assert refused != "without a word"
        assert not refused or self.table.record == before
        assert now >= self.lights or name in ("undo", "redo")
        self.lights = now

    @precondition(lambda self: self.table.alone is None and self.table.evening.step is not None)
    @rule(place=st.integers(0, 5))
    def choose(self, place: int) -> None:
        step = self.table.evening.step
        assert step is not None
        self.do("choose", step.choices[place % len(step.choices)].id)

    @precondition(lambda self: self.table.alone is not None)
    @rule(place=st.integers(0, 3), number=st.sampled_from(["", "0", "7", "10"]))
    def answer(self, place: int, number: str) -> None:
        step = self.table.evening.step
        assert step is not None
        if step.asks is Asks.NOTHING:
            return self.do("choose", step.choices[0].id)
        answers = {Asks.NUMBER: number, Asks.WORDS: number}
        self.votes += self.table.evening.at.script == "willing"
        self.do("answer", answers.get(step.asks, step.choices[place % len(step.choices)].id))

    @rule()
    def swap(self) -> None:
        before = self.table.evening
        self.do("swap")
        after = self.table.evening
        if before.card and after.card and after.closed == before.closed and not before.mending:
            assert after.turn == before.turn

    @rule(back=st.booleans())
    def undo_and_redo(self, back: bool) -> None:
        before = self.table.record
        if self.table.can_undo and not self.table._alone:
            self.do("undo")
            self.do("redo")
            assert self.table.record == before
            if back:
                self.do("undo")

    @rule(what=st.sampled_from(["pause", "come_back", "start_duel", "never_again", "lighten", "close"]))
    def care(self, what: str) -> None:
        if what == "close" and len(self.table.record.moves) % 5:
            return
        self.do(what)

    @rule(ceiling=st.integers(1, 4))
    def lower(self, ceiling: int) -> None:
        self.do("lower", ceiling)

    @rule(deck=st.sampled_from(["roads", "hard", "lines", "nothing"]))
    def put_away(self, deck: str) -> None:
        if len(self.table.record.moves) % 7 == 0:
            self.do("veto", deck)

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

    @invariant()
    def the_two_take_turns(self) -> None:
        evening = self.table.evening
        assert evening.turn == len(evening.closed) % 2

    @invariant()
    def no_card_comes_twice(self) -> None:
        evening = self.table.evening
        on_table = (evening.card,) if evening.card else ()
        dealt = [card.id for card in (*evening.closed, *evening.mended, *on_table)]
        assert len(dealt) == len(set(dealt))
        assert not set(dealt) & set(evening.aside.cards)

    @invariant()
    def depth_goes_step_by_step_and_stays_bounded(self) -> None:
        evening = self.table.evening
        depths = [card.depth for card in evening.closed]
        cards = SHAPES[evening.setting.shape].cards
        for place, depth in enumerate(depths):
            assert depth == 1 or depths[:place].count(depth - 1) >= 2
        assert depths.count(3) <= cards // 3
        assert depths.count(4) + bool(evening.mended) <= 3
        assert all(depth < 3 for depth in depths[cards - 1 :])
        assert all(depth < 4 for depth in depths[cards - 2 :])
        tender = [place for place, depth in enumerate(depths) if depth == 4]
        for one, next_one in pairwise(tender):
            assert min(depths[one + 1 : next_one]) <= 2

    @invariant()
    def hard_cards_follow_two_yeses_and_broken_ice(self) -> None:
        evening = self.table.evening
        for place, card in enumerate(evening.closed):
            if card.deck == "hard" or card.depth == 4:
                assert evening.aside.willing == "open"
                assert place >= 6
        assert self.votes <= 2

    @invariant()
    def what_is_private_is_in_no_story(self) -> None:
        record = self.table.record
        for place, move in enumerate(record.moves):
            if isinstance(move, Sorry) and place + 1 < len(record.moves):
                after = [later for later in record.moves[place + 1 :] if isinstance(later, Choose | Deal)]
                assert not after or after[0] == Choose("open")
        assert record.aside.cards == tuple(sorted(record.aside.cards))

    def teardown(self) -> None:
        """However it stands, the evening can be closed, ends, and can be taken back to its first move."""
        if not hasattr(self, "table"):
            return
        if self.table.evening.paused:
            self.table.come_back()
        self.do("close")
        for _ in range(20):
            step = self.table.evening.step
            if step is None:
                break
            self.table.choose(step.choices[0].id)
        assert self.table.evening.is_closed
        for _ in range(2000):
            if not self.table.can_undo:
                break
            self.table.undo()
        assert all(isinstance(move, Deal | Pause | Return) for move in self.table.record.moves)


TestAnEvening = AnEvening.TestCase
TestAnEvening.settings = settings(
    max_examples=max(60, settings.default.max_examples // 2), stateful_step_count=60
)
