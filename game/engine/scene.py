"""What the table shows at a stop: the same words for every face. Pure; a face only arranges them."""

from dataclasses import dataclass

from game.engine.cards import Card, Kind
from game.engine.rulebook import RULEBOOK, Asks, Step, script_for
from game.engine.state import Evening
from game.words import first_said, say

THIRD_TIME = 3
"""Evenings with the same small thing after which the game owns up to what it cannot do."""
_LISTENER_TELLS = ("tell-too", "echo-too")
_FOLLOW_UP_STEPS = ("ask", "say-back", "makes-sense")
_AFTER_REVEAL = ("not-lower", "makes-sense")
_OWN_QUESTIONS = ("not-lower", "by-one")
"""The steps of a scale for which a card may bring questions of its own, in this order."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One stop in words. Texts from cards are plain text that a face must not interpret."""

    deck: str
    """The deck's title; empty in a rite."""
    kind: Kind | None
    depth: int
    speaker: str
    listener: str
    actors: tuple[str, ...]
    text: str
    """The card, with the partner's name in place; empty in a rite."""
    alt: str
    follow_ups: tuple[str, ...]
    """Questions the listener may ask now; empty at every other step."""
    question: str
    offers: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    """Ids and labels; the first is the one that Enter takes."""
    needs: str = ""
    """What the card cannot be played without, in a word or two."""
    asks: Asks = Asks.NOTHING
    hidden: bool = False
    soft: int = 0


def scene(evening: Evening) -> Scene:
    """Return what the table shows where *evening* stands; raise LookupError while there is no step."""
    step, at = evening.step, evening.at
    if step is None:
        raise LookupError(f"no step in {at.script}")
    speaker, listener = evening.name(at.speaker), evening.name(1 - at.speaker)
    card, cover = at.card, evening.setting.cover(at.card.deck) if at.card else None
    partner = speaker if at.step in _LISTENER_TELLS else listener

    def placed(text: str) -> str:
        return text.replace("{partner}", partner)

    return Scene(
        deck=cover.title if cover else "",
        kind=card.kind if card else None,
        depth=card.depth if card else 0,
        speaker=speaker,
        listener=listener,
        actors=tuple(evening.name(player) for player in evening.actors),
        text=placed(card.text) if card else "",
        alt=placed(card.alt) if card else "",
        follow_ups=tuple(map(placed, card.follow_ups)) if card and at.step in _FOLLOW_UP_STEPS else (),
        question=_question(evening, step, placed(card.alt) if card else ""),
        offers=_offers(evening, step, placed(card.alt) if card else ""),
        choices=tuple((choice.id, _label(at.script, step.id, choice.id)) for choice in step.choices),
        needs=say(f"needs.{card.needs}") if card and card.needs else "",
        asks=step.asks,
        hidden=step.hidden,
        soft=step.soft,
    )


def asked_alone(evening: Evening, player: int) -> str:
    """Return the question of a hidden step as it is put to *player* behind the curtain."""
    card = evening.card
    partner = evening.name(1 - player)
    return card.text.replace("{partner}", partner) if card else scene(evening).question


def about_alone(shown: Scene) -> str:
    """Return what a closed curtain says it is about, which both may know."""
    is_for_one = shown.asks is Asks.VOTE and len(shown.actors) == 1
    return say(f"care.curtain.about.{shown.asks}{'.one' if is_for_one else ''}")


def told_by_both(evening: Evening, revealed: tuple[str, ...]) -> str:
    """Return both hidden answers together, or where the talk is of them the sentence that they are gone."""
    if revealed:
        pairs = zip(evening.setting.names, revealed, strict=True)
        return "\n".join(f"{name}: {answer}" for name, answer in pairs)
    return say("care.gone") if evening.at.step in _AFTER_REVEAL else ""


def _question(evening: Evening, step: Step, alt: str) -> str:
    key = _most_particular("ask", evening.at.script, step.id, evening.card)
    card, setting = evening.card, evening.setting
    if again := _asked_again(evening, step):
        return again
    if card and step.id in _OWN_QUESTIONS and len(card.follow_ups) == len(_OWN_QUESTIONS):
        return say("ask.own-question", question=card.follow_ups[_OWN_QUESTIONS.index(step.id)])
    if (step.id == "ask" and card and not card.follow_ups) or (step.id == "do-free" and not alt):
        key = f"ask.{step.id}.bare"
    return say(
        key,
        speaker=evening.name(evening.at.speaker),
        listener=evening.name(1 - evening.at.speaker),
        promise=setting.promise,
        alt=alt,
    )


def _asked_again(evening: Evening, step: Step) -> str | None:
    """Return the question of a step to which the two come with something from before, or None."""
    match step.id:
        case "line" if evening.setting.promised >= THIRD_TIME - 1:
            return say("ask.line.third", promise=evening.setting.promise)
        case "keepsake" if evening.kept_sentences:
            return say("ask.keepsake.another")
        case "week" if evening.changing:
            return say("ask.week.change", promise=evening.setting.promise)
        case _:
            return None


def _most_particular(prefix: str, script: str, step: str, card: Card | None) -> str:
    kind = (f"{prefix}.{card.kind}.{step}",) if card else ()
    key = first_said(*kind, f"{prefix}.{script}.{step}", f"{prefix}.{step}")
    if key is None:
        raise KeyError(f"{prefix}.{script}.{step}")
    return key


def _label(script: str, step: str, choice: str) -> str:
    key = first_said(f"choice.{script}.{step}.{choice}", f"choice.{step}.{choice}", f"choice.{choice}")
    return say(key or f"choice.{choice}")


def _is_new(evening: Evening, step: Step) -> bool:
    """Whether no card that is closed tonight had a step like this."""
    met = (each.id for card in evening.closed for each in RULEBOOK[script_for(card)])
    return step.id not in met


def _offers(evening: Evening, step: Step, alt: str) -> tuple[str, ...]:
    """One sentence of teaching the first time a step matters, then the words that may help; never many."""
    listener = evening.name(1 - evening.at.speaker)
    taught = first_said(f"teach.{step.id}") if _is_new(evening, step) else None
    if step.id in ("do", "ask-first") and alt:
        return (say(f"offer.{step.id}.alt", alt=alt),)
    if taught:
        return (say(taught),)
    if step.asks is Asks.KEEPING:
        return (say("offer.keeping"),)
    turning = _turning(evening, step.id)
    return (say(turning[len(evening.closed) % len(turning)], listener=listener),) if turning else ()


def _turning(evening: Evening, step: str) -> tuple[str, ...]:
    """Return the keys of the words that take turns at *step*, the most particular that there are."""
    kind = (f"offer.{evening.card.kind}.{step}",) if evening.card else ()
    for beginning in (*kind, f"offer.{evening.at.script}.{step}", f"offer.{step}"):
        if found := tuple(filter(None, (first_said(f"{beginning}.{n}") for n in range(8)))):
            return found
    return ()
