"""The curtain in lines: everything that only one of the two may see.

Before Enter opens it only what both may know is told, nothing that is typed behind it is shown on a terminal,
and no sentence repeats what was typed there.
"""

from game.engine.rulebook import HIGHEST, Asks
from game.engine.scene import scene
from game.plain.page import closed_page, options_of, unseen_page
from game.plain.reply import Option, Taken, Wish
from game.plain.talk import Talk
from game.plain.wishes import grant
from game.words import say
from game.words.text import one_line

_CLOSED = (Option("", "", ""),)


def behind_the_curtain(talk: Talk, player: int) -> None:
    """Ask *player* alone, and hand what they answer to the table."""
    opened = talk.asking.choose(lambda: closed_page(talk.table, player), _CLOSED, lost=say("line.curtain"))
    if isinstance(opened, Wish):
        return grant(talk, opened)
    match scene(talk.table.evening).asks:
        case Asks.NUMBER | Asks.WORDS as asks:
            _write(talk, player, asks)
        case Asks.NOTHING:
            _look(talk, player)
        case _:
            _choose(talk, player)


def _write(talk: Talk, player: int, asks: Asks) -> None:
    reply = talk.asking.write(
        lambda: unseen_page(talk.table, player, talk.taught[player]),
        lambda text: _why_no_number(talk, text) if asks is Asks.NUMBER else None,
        unseen=True,
    )
    if isinstance(reply, Wish):
        return grant(talk, reply)
    talk.do(lambda: talk.table.answer(reply))


def _why_no_number(talk: Talk, text: str) -> str | None:
    step = talk.table.evening.step
    fits = step is not None and step.taken(one_line(text)) is not None
    return None if fits else say("line.number", highest=HIGHEST)


def _choose(talk: Talk, player: int) -> None:
    reply = _chosen(talk, player)
    if isinstance(reply, Wish):
        return grant(talk, reply)
    talk.do(lambda: talk.table.answer(reply.id))


def _look(talk: Talk, player: int) -> None:
    """Let the speaker see the card first. It is pushed away after, and a swap is told to nobody else."""
    reply = _chosen(talk, player)
    talk.asking.voice.clear()
    if isinstance(reply, Wish) and reply.what not in ("swap", "never"):
        return grant(talk, reply)
    if reply == Taken("show"):
        return talk.do(lambda: talk.table.choose("show"))
    grant(talk, reply if isinstance(reply, Wish) else Wish("swap"))
    talk.whisper = "\n".join(filter(None, talk.asking.news))
    talk.tell()


def _chosen(talk: Talk, player: int) -> Taken | Wish:
    whisper, talk.whisper = talk.whisper, ""
    return talk.asking.choose(
        lambda: (whisper, *unseen_page(talk.table, player, talk.taught[player])),
        options_of(talk.table),
        unseen=True,
        lost=say("line.lost.unseen"),
    )
