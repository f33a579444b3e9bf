"""A deck on paper: a page to print, cut and fold, in one piece and without a way to anywhere."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from game.engine.cards import DEEPEST, Card, Deck, Gate
from game.words import say

_CSS = Path(__file__).with_name("page.css")
_LONG, _LONGER = 120, 320
"""Letters from which a text is set smaller."""
_PARTNER_FIRST = re.compile(r"(?:(?<=^)|(?<=[.!?] ))\{partner\}", re.MULTILINE)
_ALLOWED = "default-src 'none'; style-src 'unsafe-inline'"
_SIGN = (
    '<svg viewBox="0 0 48 24" aria-hidden="true"><path d="'
    "M21.8 5.1a9 9 0 1 0 0 13.8M19.5 7.8a5.5 5.5 0 1 0 0 8.4M17.3 10.5a2 2 0 1 0 0 3"
    "M26.2 5.1a9 9 0 1 1 0 13.8M28.5 7.8a5.5 5.5 0 1 1 0 8.4M30.7 10.5a2 2 0 1 1 0 3"
    '"/></svg>'
)
"""Two that turn toward each other."""


def page(deck: Deck) -> str:
    """Return *deck* as an HTML page that prints on A4 and on US letter, a strip to fold for each card."""
    return "\n".join(_lines(deck)) + "\n"


def _lines(deck: Deck) -> Iterator[str]:
    cover = deck.cover
    yield "<!doctype html>"
    yield f'<html lang="{escape(cover.language)}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_ALLOWED}">'
    yield f"<title>{escape(cover.title)}</title>"
    yield f"<style>\n{_CSS.read_text(encoding='utf-8')}</style></head>"
    yield f'<body><header class="how"><h1 dir="auto">{escape(cover.title)}</h1>'
    yield f"<p>{escape(say('exchange.paper.how'))}</p></header>"
    yield "<main>"
    yield _strip(deck, "", _first(deck))
    for card in deck.cards:
        yield _strip(deck, _depth(card.depth), _face(card), _size(card))
    yield "</main></body></html>"


def _strip(deck: Deck, depth: str, face: str, size: str = "") -> str:
    """Return a card: its back, where the fold is, and its *face*."""
    back = f'{_SIGN}<h2 dir="auto">{escape(deck.cover.title)}</h2>{depth}'
    return (
        f'<article class="card{size}"><div class="back">{back}</div><div class="face">{face}</div></article>'
    )


def _first(deck: Deck) -> str:
    """Return the face of the card that says what the deck is and how to play it on paper."""
    manner = say("exchange.paper.play")
    if deck.cover.gate is not Gate.NONE:
        manner += " " + say(f"exchange.paper.gate.{deck.cover.gate}")
    return f'<p class="text" dir="auto">{escape(deck.cover.purpose or deck.cover.title)}</p>{_manner(manner)}'


def _face(card: Card) -> str:
    more = [_named(text) for text in card.follow_ups]
    if card.alt:
        more.append(say("exchange.paper.alt", text=_named(card.alt)))
    entries = "".join(f'<li dir="auto">{escape(text)}</li>' for text in more)
    listed = f'<ul class="more">{entries}</ul>' if more else ""
    touch = say("exchange.paper.touch") if card.touch else ""
    manner = " ".join(filter(None, (touch, say(f"exchange.paper.{card.kind}"))))
    return f'<p class="text" dir="auto">{escape(_named(card.text))}</p>{listed}{_manner(manner)}'


def _manner(text: str) -> str:
    return f'<p class="manner">{escape(text)}</p>'


def _named(text: str) -> str:
    """Return *text* with a word for the partner, whose name a sheet of paper does not know."""
    partner = say("exchange.paper.partner")
    return _PARTNER_FIRST.sub(partner[:1].upper() + partner[1:], text).replace("{partner}", partner)


def _depth(depth: int) -> str:
    lights = '<b class="on"></b>' * depth + "<b></b>" * (DEEPEST - depth)
    return f'<p class="lights">{lights}{escape(say(f"depth.{depth}"))}</p>'


def _size(card: Card) -> str:
    letters = len(card.text)
    return " longer" if letters > _LONGER else " long" if letters > _LONG else ""
