"""Decks and evenings that nobody has written: what Hypothesis draws, by the game's own rules."""

from itertools import product
from random import Random

from hypothesis import strategies as st

from game.engine import gates
from game.engine.cards import Card, Cover, Deck, Dimension, Gate, Kind, Moment, Need, Part
from game.engine.moves import Choose as Take
from game.engine.moves import Close, Deal, Keep, Lighten, Lower, Move, Pause, Return, Sorry, Veto
from game.engine.record import Record, replay
from game.engine.rulebook import Asks
from game.engine.rules import why_not
from game.engine.state import Answer, Evening, Setting
from game.words.text import is_plain

KINDS = (Kind.STORY, Kind.GUESS, Kind.SCALE, Kind.ACTION)
SHALLOW = tuple(
    Card(f"tea-{kind}-{depth}-{n}", "tea", f"Tell {{partner}} about {n}.", kind, depth)
    for kind, depth, n in product(KINDS, (1, 2, 3), range(4))
)
TENDER = tuple(
    Card(f"hard-{n}", "hard", f"What is hard about {n}?", depth=4, angle="old stings") for n in range(4)
)
MENDING = tuple(Card(f"mend-{part}", "mend", "Say it.", Kind.REPAIR, 3, part=part) for part in Part)
CARDS = (*SHALLOW, *TENDER, *MENDING)
COVERS = (
    Cover("tea", "Tea", moment=Moment.ICE_BREAKER, deepest=3),
    Cover("hard", "Hard", gate=Gate.BOTH_WILLING, moment=Moment.REPAIR, deepest=4),
    Cover("mend", "Mending", gate=Gate.OPENER_ONLY, moment=Moment.REPAIR, deepest=3),
)


def setting(names: tuple[str, str] = ("Ana", "Ben"), shape: str = "standard", promise: str = "") -> Setting:
    """Return what two people could have agreed on."""
    return Setting(names, shape, COVERS, ("tea", "hard"), promise)


def played(moves: int, seed: int = 1, start: Setting | None = None) -> Record:
    """Return the record of an evening of so many moves, or of a whole one if that is shorter."""
    record, dice = Record(start or setting()), Random(seed)
    while len(record.moves) < moves and not replay(record).is_closed:
        record = _one_more(record, dice)
    return record


def closed(seed: int = 1, start: Setting | None = None) -> Record:
    """Return the record of a whole evening."""
    return played(1000, seed, start)


def _one_more(record: Record, dice: Random) -> Record:
    evening = replay(record)
    if evening.at.script in ("willing", "sorry"):
        return record.answered(dice.choice((Answer.OPEN, Answer.SHUT)))
    return record.then(dice.choice(_natural(evening)))


def _natural(evening: Evening) -> list[Move]:
    """The moves that bring an evening on: a card where one is owed, a choice at every step."""
    if evening.step is None:
        return [Deal(card) for card in gates.allowed(evening, CARDS)] or [Close()]
    return [Take(choice.id) for choice in evening.step.choices]


words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60).filter(
    lambda text: is_plain(text) and text.strip() == text
)
names = st.tuples(
    st.sampled_from(["Ana", "Zoë", "愛", 'O\'Neil "Bo"']), st.sampled_from(["Ben", "שי", "Ida \\n"])
)
_KEPT = st.one_of(st.none(), st.builds(Keep, st.sampled_from(["sentence", "week"]), words))
_EXTRAS = st.one_of(
    st.builds(Pause, words),
    st.just(Return()),
    st.builds(Lower, st.integers(1, 2)),
    st.builds(Lighten, st.sampled_from(["", "tea"])),
    st.just(Veto("hard")),
    st.builds(Sorry, st.integers(0, 1)),
    st.sampled_from([Return(), Close()]),
)


@st.composite
def records(draw: st.DrawFn, longest: int = 120) -> Record:
    """Draw an evening with everything in it that the rules allow: swaps, pauses, votes, kept lines."""
    shape = draw(st.sampled_from(["check-in", "tea", "short", "standard", "long"]))
    record = Record(setting(draw(names), shape, draw(st.one_of(st.just(""), words))))
    dice = Random(draw(st.integers(0, 99)))
    for _ in range(draw(st.integers(0, longest))):
        evening = replay(record)
        if evening.is_closed:
            break
        keeps = evening.step is not None and evening.step.asks is Asks.KEEPING
        now_and_then = draw(st.integers(0, 5)) == 5
        extra = draw(_KEPT if keeps else _EXTRAS) if keeps or now_and_then else None
        if extra is not None and why_not(evening, extra) is None:
            record = record.then(extra)
        elif evening.paused:
            record = record.then(Return())
        elif evening.card and dice.random() < 0.1:
            record = record.without_card()
        else:
            record = _one_more(record, dice)
    return record


@st.composite
def cards(draw: st.DrawFn, deck: str) -> Card:
    """Draw any card that a deck file can hold."""
    kind = draw(st.sampled_from(Kind))
    return Card(
        id=f"{deck}-" + draw(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True)),
        deck=deck,
        text=draw(words),
        kind=kind,
        depth=draw(st.integers(1, 4)),
        dim=draw(st.sampled_from(Dimension)),
        angle=draw(st.one_of(st.just(""), words)),
        follow_ups=tuple(draw(st.lists(words, max_size=3))),
        alt=draw(st.one_of(st.just(""), words)),
        needs=draw(st.one_of(st.none(), st.sampled_from(Need))),
        part=draw(st.sampled_from(Part)) if kind is Kind.REPAIR else None,
        touch=draw(st.booleans()),
        starter=draw(st.booleans()),
    )


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """Draw any deck that a file can hold."""
    id = draw(st.from_regex(r"[a-z]{4,8}(-[a-z0-9]{1,5}){0,2}", fullmatch=True))
    chosen = tuple(draw(st.lists(cards(id), min_size=1, max_size=5, unique_by=lambda card: card.id)))
    cover = Cover(
        id=id,
        title=draw(words.filter(lambda text: "\n" not in text)),
        purpose=draw(st.one_of(st.just(""), words)),
        moment=draw(st.sampled_from(Moment)),
        gate=draw(st.sampled_from(Gate)),
        listening=draw(st.sampled_from([Dimension.EMPATHY, Dimension.COMMUNICATION])),
        language=draw(st.sampled_from(["en", "pt-BR", "zh-Hans"])),
        deepest=max(card.depth for card in chosen),
    )
    return Deck(cover, chosen)
