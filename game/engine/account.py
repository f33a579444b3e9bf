"""An account of an evening for those who look back: what both have seen, and nothing that was hidden."""

from collections.abc import Iterable

from game.engine.cards import Card, Dimension
from game.engine.scene import scene
from game.engine.shapes import shape_of
from game.engine.state import Evening
from game.words import say


def names_line(evening: Evening) -> str:
    """Return who plays, and how far they have come."""
    first, second = evening.setting.names
    cards, played = shape_of(evening).cards, len(evening.closed)
    key = "account.closed" if evening.is_closed else "account.names"
    return say(key, first=first, second=second, played=played, cards=cards)


def card_lines(evening: Evening, cards: Iterable[Card]) -> tuple[str, ...]:
    """Return *cards* as lines; whose turn each was is nowhere."""
    every = described(evening, cards)
    return tuple(say("account.card", deck=deck, depth=depth, text=text) for deck, depth, text in every)


def described(evening: Evening, cards: Iterable[Card]) -> tuple[tuple[str, str, str], ...]:
    """Return *cards* by their deck's title, their depth in a word, and their text for either of the two."""
    return tuple((_title(evening, card), say(f"depth.{card.depth}"), placed(card.text)) for card in cards)


def light_lines(evening: Evening, key: str = "account.lights") -> tuple[str, ...]:
    """Return what the evening has lit, for both together; the words under *key* say how much in all."""
    lit = {dim: evening.lights.lights(dim) for dim in Dimension}
    named = (say("closing.dimension", dimension=say(f"dim.{dim}"), lights=n) for dim, n in lit.items() if n)
    return tuple(filter(None, (say(key, lights=evening.lights.total), " · ".join(named))))


def kept_lines(evening: Evening) -> tuple[str, ...]:
    """Return the lines that both wanted to keep."""
    return tuple(say(f"closing.kept.{keep.what}", text=keep.text) for keep in evening.kept)


def table_line(evening: Evening) -> str:
    """Return the card that lies open on the table, or nothing while one of the two sees it alone."""
    step = evening.step
    if evening.card is None or step is None or step.hidden or evening.paused:
        return say("account.paused") if evening.paused else ""
    return say("account.table", text=scene(evening).text)


def look(evening: Evening) -> tuple[str, ...]:
    """Return where the evening stands, as blocks of lines."""
    blocks = (
        (names_line(evening),),
        card_lines(evening, evening.closed),
        (table_line(evening),),
        light_lines(evening),
        kept_lines(evening),
    )
    return tuple(text for block in blocks if (text := "\n".join(block)))


def placed(text: str) -> str:
    """Return a card's *text* with a word for whoever listened."""
    return text.replace("{partner}", say("account.partner"))


def _title(evening: Evening, card: Card) -> str:
    cover = evening.setting.cover(card.deck)
    return cover.title if cover else card.deck
