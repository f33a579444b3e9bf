"""A card of one's own, written in lines: its words, and if one likes its kind and depth."""

from dataclasses import dataclass, replace

from game.engine.cards import AT_THE_TABLE, DEEPEST, Kind
from game.files.decks.owndeck import add_own_card
from game.files.problems import Trouble
from game.plain.reply import Wish
from game.plain.talk import Talk, make_way
from game.words import say
from game.words.text import one_line

_KINDS = tuple(sorted(AT_THE_TABLE, key=lambda kind: kind is not Kind.QUESTION))
"""The kinds to choose from, the usual one first."""


@dataclass(frozen=True, slots=True)
class _Written:
    text: str
    kind: Kind = Kind.QUESTION
    depth: int = 1


def write_card(talk: Talk, words: str) -> None:
    """Write a card into the couple's own deck. *words* that came with the wish make a light question."""
    if talk.table.alone is not None:
        return talk.tell(say("line.card.curtain"))
    card = _Written(one_line(words)) if words else _asked(talk)
    while card is not None:
        try:
            add_own_card(talk.sitting.home, card.text, card.kind, card.depth)
        except Trouble as trouble:
            card = _after(talk, card, str(trouble))
        else:
            return talk.tell(say("editor.add.kept"))
    return None


def _asked(talk: Talk) -> _Written | None:
    """Return the card that is typed, or None when one would rather not."""
    line = talk.asking.write(lambda: (say("line.card"),), lambda _: None)
    if isinstance(line, Wish):
        make_way(line)
        return None
    card = _Written(one_line(line))
    if not card.text:
        return None
    choices = [(id, say(f"line.card.{id}")) for id in ("keep", "other", "drop")]
    answer = talk.ask(say("line.card.ready", text=card.text), choices)
    return _marked(talk, card) if answer == "other" else card if answer == "keep" else None


def _marked(talk: Talk, card: _Written) -> _Written | None:
    """Return *card* with a kind and a depth, or None when undo takes either question back."""
    kind = talk.ask(say("line.card.kind"), [(each, each.value) for each in _KINDS])
    depths = [(str(n), say(f"depth.{n}")) for n in range(1, DEEPEST + 1)]
    depth = talk.ask(say("line.card.depth"), depths) if kind else None
    return replace(card, kind=Kind(kind), depth=int(depth)) if kind and depth else None


def _after(talk: Talk, card: _Written, trouble: str) -> _Written | None:
    """Say why *card* could not be kept, with its words, and return the one that is to be tried next."""
    choices = [(id, say(f"line.card.{id}")) for id in ("again", "anew", "drop")]
    talk.tell(trouble)
    answer = talk.ask(say("line.card.ready", text=card.text), choices)
    return card if answer == "again" else _asked(talk) if answer == "anew" else None
