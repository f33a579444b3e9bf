"""A deck as a list to read, which can come in again with its texts, follow-ups, kinds and depths."""

from collections.abc import Iterator

from game.engine.cards import DEEPEST, Card, Deck, Kind
from game.files.markup import to_markdown
from game.words import say


def markdown(deck: Deck) -> str:
    """Return *deck* as Markdown, its lightest cards first."""
    return "\n".join(_lines(deck))


def _lines(deck: Deck) -> Iterator[str]:
    yield f"# {to_markdown(deck.cover.title)}"
    yield ""
    if deck.cover.purpose:
        yield from (_block(deck.cover.purpose), "")
    for depth in range(1, DEEPEST + 1):
        cards = [card for card in deck.cards if card.depth == depth]
        if cards:
            yield f"## {say('exchange.markdown.depth', depth=depth, name=say(f'depth.{depth}'))}"
            yield ""
            yield from (line for card in cards for line in _entry(card))
            yield ""


def _entry(card: Card) -> Iterator[str]:
    marks = [card.kind.value] if card.kind is not Kind.QUESTION else []
    marks += [mark.value for mark in (card.part, card.needs) if mark]
    marks += ["touch"] if card.touch else []
    yield _item(card.text, f"**{', '.join(marks)}** " if marks else "")
    yield from (_item(follow_up, further_in=1) for follow_up in card.follow_ups)
    if card.alt:
        yield _item(card.alt, f"{say('exchange.markdown.alt')} ", further_in=1)


def _item(text: str, sign: str = "", further_in: int = 0) -> str:
    """Return an entry of a list, further in than another if so."""
    space = "  " * further_in
    return f"{space}- {sign}{_block(text, space)}"


def _block(text: str, space: str = "") -> str:
    """Return *text* with its lines below each other, the others further in than the first."""
    return to_markdown(text).replace("\n", f"\n{space}  ")
