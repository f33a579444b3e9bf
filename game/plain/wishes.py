"""What may be wished for at every step besides its choices, and how each wish is granted."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.engine.cards import DEEPEST
from game.engine.duel import duel_line, why_no_duel
from game.engine.moves import Keep, Sorry
from game.engine.rulebook import kept_at
from game.engine.rules import why_not
from game.files.problems import Trouble, shortened
from game.plain.owncard import write_card
from game.plain.page import deck_choices
from game.plain.reply import Lost, Taken, Wish, numbered, understand
from game.plain.talk import Talk, make_way
from game.words import say
from game.words.text import one_line, plain_text


def grant(talk: Talk, wish: Wish) -> None:
    """Do what was wished for, or tell why it cannot be; raise Instead when a question gives way."""
    _GRANTS[wish.what](talk, wish.more)


def keep(talk: Talk) -> None:
    """Keep a line, if both say so."""
    evening = talk.table.evening
    what = kept_at(evening.at.step)
    asked = (say(f"table.keep-type.{what}"), say("offer.keeping"))
    written = talk.asking.write(
        lambda: asked, lambda text: why_not(evening, Keep(what, one_line(text))) if text else None
    )
    if isinstance(written, Wish):
        return make_way(written)
    line = one_line(written)
    choices = (("", say("table.keep-no")), ("keep", say("table.keep-yes")))
    if line and talk.ask(say("table.keep-both", text=line), choices):
        talk.do(lambda: talk.table.keep_line(what, line))


def _pause(talk: Talk, back: str) -> None:
    """Rest. A time that is named during a pause begins the pause again, with it."""
    if back and talk.table.evening.paused:
        talk.do(talk.table.come_back)
    talk.do(lambda: talk.table.pause(plain_text(back)))


def _breathe(talk: Talk) -> None:
    if wish := talk.asking.wait(lambda: (say("care.breath"),)):
        make_way(wish)


def _lighten(talk: Talk, deck: str) -> None:
    evening = talk.table.evening
    listener = evening.name(1 - evening.turn)
    light = talk.table.light_decks
    decks = (choice for choice in deck_choices(talk.table) if choice[0] in light)
    choices = (("", say("table.any-deck")), *decks)
    chosen = _named(talk, deck, say("table.lighten", listener=listener), choices)
    if chosen is not None:
        talk.do(lambda: talk.table.lighten(chosen))


def _lower(talk: Talk, level: str) -> None:
    """Bring tonight's ceiling down by one, or to *level*, a word or the number of its place."""
    depths = range(1, DEEPEST + 1)
    levels = {word: depth for depth in depths for word in (say(f"depth.{depth}"), str(depth))}
    named = levels.get(level.casefold())
    if level and named is None:
        return talk.tell(say("line.lower", typed=shortened(level)))
    ceiling = named or talk.table.evening.ceiling - 1
    talk.do(lambda: talk.table.lower(ceiling))


def _put_away(talk: Talk, deck: str) -> None:
    choices = (("", say("line.nothing")), *deck_choices(talk.table))
    if chosen := _named(talk, deck, say("table.veto"), choices):
        talk.do(lambda: talk.table.veto(chosen))


def _named(talk: Talk, typed: str, question: str, choices: tuple[tuple[str, str], ...]) -> str | None:
    """Return the choice that was *typed* along with a wish, or ask for it."""
    if not typed:
        return talk.ask(question, choices)
    reply = understand(typed, numbered(choices))
    if isinstance(reply, Lost):
        talk.tell(reply.sentence)
    return reply.id if isinstance(reply, Taken) else None


def _sorry(talk: Talk) -> None:
    """Ask who it is that is sorry; nobody can be asked to be."""
    evening = talk.table.evening
    if reason := why_not(evening, Sorry(0)):
        return talk.tell(reason)
    first, second = evening.setting.names
    choices = (("", say("table.nobody")), ("first", first), ("second", second))
    if sorry := talk.ask(say("table.sorry"), choices):
        talk.do(lambda: talk.table.sorry(int(sorry == "second")))


def _keep_elsewhere(talk: Talk, folder: str) -> None:
    """Keep the evening in another folder, where it cannot be kept in its own."""
    if not talk.table.trouble:
        return talk.tell(say("line.elsewhere.needless"))
    if not folder:
        asked = (say("elsewhere.ask"), say("line.elsewhere.hint"))
        written = talk.asking.write(lambda: asked, lambda _: None)
        if isinstance(written, Wish):
            return make_way(written)
        folder = written
    if folder:
        try:
            talk.tell(talk.sitting.keep_elsewhere(folder))
        except Trouble as trouble:
            talk.tell(str(trouble))


def _duel(talk: Talk) -> None:
    """Begin the friendly count, or tell how it stands."""
    if talk.table.duel is None:
        if reason := why_no_duel(talk.table.evening):
            return talk.tell(reason)
        if not talk.ask(say("table.duel"), (("", say("table.duel-no")), ("duel", say("table.duel-yes")))):
            return None
        talk.do(talk.table.start_duel)
    talk.tell(duel_line(talk.table.evening, talk.table.duel))


_GRANTS: Mapping[str, Callable[[Talk, str], None]] = MappingProxyType(
    {
        "swap": lambda talk, _: talk.do(talk.table.swap),
        "never": lambda talk, _: talk.do(talk.sitting.never_again),
        "undo": lambda talk, _: talk.do(talk.sitting.undo),
        "redo": lambda talk, _: talk.do(talk.sitting.redo),
        "close": lambda talk, _: talk.do(talk.table.close),
        "pause": _pause,
        "breath": lambda talk, _: _breathe(talk),
        "lighter": _lighten,
        "lower": _lower,
        "away": _put_away,
        "sorry": lambda talk, _: _sorry(talk),
        "duel": lambda talk, _: _duel(talk),
        "elsewhere": _keep_elsewhere,
        "card": write_card,
        "keep": lambda talk, _: talk.tell(say("line.keep-later")),
    }
)
