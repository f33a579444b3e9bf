"""The rules: what a move does to an evening. Pure; a move that may not be made raises, and says why."""

from dataclasses import replace

from game.engine import gates
from game.engine.cards import Card, Part
from game.engine.moves import (
    Choose,
    Close,
    Deal,
    Keep,
    Lighten,
    Lower,
    Move,
    Pause,
    Return,
    Sorry,
    Veto,
    What,
)
from game.engine.rulebook import RULEBOOK, Asks, Choice, kept_at, script_for
from game.engine.scoring import Event, pay, turned
from game.engine.shapes import SHAPES, shape_of
from game.engine.state import CLOSED, DEALING, NO_ASIDE, Answer, Aside, Evening, Setting, Stop
from game.engine.votes import TENDER, WILLING_CEILING, decks_to_ask_for
from game.words import say

SENTENCES = 2
"""Sentences of an evening that may be kept."""
KEEP_LENGTH = 280
"""Letters in a line that is kept."""


class IllegalMove(ValueError):
    """A move that may not be made now. The message is a sentence for the two at the table."""


def opening(setting: Setting, aside: Aside = NO_ASIDE) -> Evening:
    """Return the evening before its first move."""
    shape = SHAPES[setting.shape]
    blank = Evening(
        setting,
        aside,
        Stop(DEALING),
        lights=aside.lights,
        hearings=aside.heard,
        known=aside.known,
        learned=aside.learned,
        ceiling=min(3, shape.ceiling),
    )
    if setting.promise:
        return replace(blank, at=_start("last-time"))
    return replace(blank, at=_after_promise(blank))


def apply(evening: Evening, move: Move) -> Evening:
    """Return *evening* after *move*; raise IllegalMove when it may not be made now."""
    if reason := why_not(evening, move):
        raise IllegalMove(reason)
    match move:
        case Deal(card=card):
            return _dealt(evening, card)
        case Choose(choice=id):
            return _chosen(evening, _choice(evening, id))
        case Sorry(by=by):
            return replace(evening, at=_start("sorry", by))
        case Pause(back=back):
            return replace(evening, paused=True, back=back, unsettled=True)
        case Return():
            return replace(evening, paused=False, back="")
        case Lower(ceiling=ceiling):
            return _still_asking(replace(evening, ceiling=ceiling))
        case Lighten(deck=deck):
            return replace(evening, lighter=deck)
        case Veto(deck=deck):
            return _still_asking(replace(evening, vetoed=(*evening.vetoed, deck)))
        case Keep():
            return replace(evening, kept=(*evening.kept, move))
        case Close():
            return _closing(evening)


def why_not(evening: Evening, move: Move) -> str | None:
    """Return the sentence that says why *move* may not be made now, or None when it may."""
    if evening.is_closed:
        return say("no.closed")
    if evening.paused and not isinstance(move, Return | Close | Pause):
        return say("no.paused")
    if evening.at.script == "sorry" and isinstance(move, Lower | Lighten | Veto):
        return say("no.sorry")
    match move:
        case Deal(card=card):
            return gates.why_not(evening, card) if evening.is_dealing else say("no.deal")
        case Choose(choice=id):
            known = evening.step is not None and evening.step.choice(id) is not None
            return None if known else say("no.choice", choice=id)
        case Sorry():
            busy = evening.mending is not None or not (evening.card or evening.is_dealing)
            return say("no.sorry") if busy else gates.why_no_apology(evening)
        case Pause():
            return say("no.paused") if evening.paused else None
        case Return():
            return None if evening.paused else say("no.return")
        case Lower(ceiling=ceiling):
            return _why_not_lower(evening, ceiling)
        case Veto(deck=deck):
            known = evening.setting.cover(deck) is not None and deck not in evening.vetoed
            return None if known else say("no.veto")
        case Keep(what=what, text=text):
            return _why_not_keep(evening, what, text)
        case Close():
            return say("no.close") if evening.is_ending else None
        case Lighten(deck=deck):
            return None if not deck or evening.setting.cover(deck) else say("no.veto")


def _why_not_lower(evening: Evening, ceiling: int) -> str | None:
    """There is no ceiling to lower before both have chosen one."""
    if evening.at.script in ("last-time", "ceilings"):
        return say("no.lower-yet")
    return None if 1 <= ceiling < evening.ceiling else say("no.lower", depth=say(f"depth.{evening.ceiling}"))


def _why_not_keep(evening: Evening, what: What, text: str) -> str | None:
    """Lines are kept at the end alone, so that nothing from a tender card, a scale or an apology is."""
    step = evening.step
    if step is None or step.asks is not Asks.KEEPING or kept_at(step.id) != what:
        return say("no.keep-yet")
    if what == "sentence" and evening.kept_sentences >= SENTENCES:
        return say("no.keep-more", sentences=SENTENCES)
    return None if text.strip() and len(text) <= KEEP_LENGTH else say("no.keep", letters=KEEP_LENGTH)


def may_swap(evening: Evening) -> bool:
    """Return whether the card on the table may be swapped for another."""
    return evening.card is not None and not evening.paused


def _choice(evening: Evening, id: str) -> Choice:
    choice = evening.step.choice(id) if evening.step else None
    assert choice is not None, "why_not has let a choice pass that the step does not have"
    return choice


def _start(script: str, speaker: int = 0, card: Card | None = None) -> Stop:
    steps = RULEBOOK[script]
    return Stop(script, steps[0].id if steps else "", speaker, card)


def _dealt(evening: Evening, card: Card) -> Evening:
    speaker = evening.at.speaker if evening.mending else evening.turn
    return replace(evening, at=_start(script_for(card), speaker, card), lighter=None)


def _chosen(evening: Evening, choice: Choice) -> Evening:
    paid = _paid(evening, choice.event)
    if choice.then:
        return replace(paid, at=replace(paid.at, step=choice.then))
    if evening.card is None:
        return _after_rite(paid, choice)
    return _after_mending(paid, choice) if evening.mending else _after_card(paid, evening.card)


def _paid(evening: Evening, event: Event | None) -> Evening:
    """Return *evening* with what *event* lights and counts."""
    if event is None:
        return evening
    card = evening.card
    cover = evening.setting.cover(card.deck) if card else None
    lit = replace(evening, lights=evening.lights + pay(event, card, cover))
    speaker = evening.at.speaker
    match event:
        case Event.TOLD:
            return replace(lit, tellings=_more(lit.tellings, speaker))
        case Event.HEARD:
            return _heard(lit, speaker)
        case Event.BOTH_WAYS:
            return _heard(replace(lit, tellings=_more(lit.tellings, 1 - speaker)), 1 - speaker)
        case Event.KNOWN:
            return replace(lit, known=lit.known + 1, remembered=lit.remembered + _is_back(lit))
        case Event.LEARNED:
            news = (*lit.news, card.id) if card else lit.news
            return replace(lit, learned=lit.learned + 1, news=news)
        case Event.CARRIED_ON:
            return replace(lit, kept=(*lit.kept, Keep("week", lit.setting.promise)))
        case _:
            return lit


def _is_back(evening: Evening) -> bool:
    """Return whether the guess on the table was new to one of the two some evenings ago."""
    return evening.card is not None and evening.card.id in evening.setting.returning


def _heard(evening: Evening, player: int) -> Evening:
    counted = replace(evening, hearings=evening.hearings + 1)
    deep = evening.card is not None and evening.card.depth > 1
    return replace(counted, heard_deep=_more(evening.heard_deep, player)) if deep else counted


def _more(pair: tuple[int, int], player: int) -> tuple[int, int]:
    return (pair[0] + 1, pair[1]) if player == 0 else (pair[0], pair[1] + 1)


def _after_card(evening: Evening, card: Card) -> Evening:
    closed = replace(evening, closed=(*evening.closed, card), turn=1 - evening.turn, unsettled=False)
    if card.depth == TENDER:
        return replace(closed, at=_start("landing", evening.at.speaker))
    return _onward(closed)


def _after_mending(evening: Evening, choice: Choice) -> Evening:
    """One step of an apology has closed: the next is dealt, or the two land."""
    assert evening.card is not None and evening.mending is not None, "an apology has a card and a step"
    if choice.event is Event.STOPPED:
        return replace(evening, mending=None, at=_start("landing", evening.at.speaker))
    mended = replace(evening, mended=(*evening.mended, evening.card))
    part = gates.part_after(evening.mending)
    if part is None or not _may_go_on(evening, evening.card):
        return replace(mended, mending=None, at=_start("landing", evening.at.speaker))
    return replace(mended, mending=part, at=Stop(DEALING, speaker=evening.at.speaker))


def _may_go_on(evening: Evening, card: Card) -> bool:
    """An apology ends early once its deck is put away or the evening is to be a light one."""
    return card.deck not in evening.vetoed and evening.ceiling >= WILLING_CEILING


def _after_rite(evening: Evening, choice: Choice) -> Evening:
    match evening.at.script:
        case "last-time":
            return replace(evening, at=_after_promise(evening), changing=choice.id == "change")
        case "ceilings":
            return replace(evening, ceiling=int(choice.id), at=Stop(DEALING))
        case "willing":
            return _onward(replace(evening, aside=replace(evening.aside, willing=Answer(choice.id))))
        case "sorry" if choice.id == Answer.OPEN:
            owed = Stop(DEALING, speaker=evening.at.speaker)
            return replace(evening, sorry=Answer.OPEN, mending=Part.NAME, at=owed)
        case "sorry":
            shut = replace(evening, aside=replace(evening.aside, sorry=Answer.SHUT))
            return replace(shut, at=Stop(DEALING))
        case "landing":
            return _onward(replace(evening, lighter=evening.lighter or ""))
        case "thanks" if _is_whole(evening):
            return replace(evening, at=_start("whole-sky"))
        case _:
            return replace(evening, at=Stop(CLOSED))


def _is_whole(evening: Evening) -> bool:
    """Return whether tonight's lights have made the pair's sky whole."""
    before = evening.setting.sky
    return turned(before + evening.lights)[0] > turned(before)[0]


def _after_promise(evening: Evening) -> Stop:
    """The ceilings are asked where there is something to choose."""
    return _start("ceilings") if SHAPES[evening.setting.shape].ceiling > 1 else Stop(DEALING)


def _onward(evening: Evening) -> Evening:
    """Return *evening* at whatever follows a closed card: the thanks, the two votes, or the next deal."""
    if len(evening.closed) >= shape_of(evening).cards:
        return _closing(evening)
    return replace(evening, at=_start("willing") if gates.wants_votes(evening) else Stop(DEALING))


def _still_asking(evening: Evening) -> Evening:
    """Return *evening* without the two votes, if those were being asked and nothing is left to ask about.

    A rest since the last closed card does not matter here: what was asked once stays asked.
    """
    moot = evening.at.script == "willing" and not decks_to_ask_for(evening)
    return replace(evening, at=Stop(DEALING)) if moot else evening


def _closing(evening: Evening) -> Evening:
    awake = replace(evening, paused=False, back="", mending=None, at=_start("thanks", evening.turn))
    return _paid(
        replace(awake, at=replace(awake.at, card=None)), Event.EVEN_GROUND if _is_even(evening) else None
    )


def _is_even(evening: Evening) -> bool:
    """Even ground needs a turn each before it can be even."""
    return len(evening.closed) > 1 and abs(evening.tellings[0] - evening.tellings[1]) <= 1
