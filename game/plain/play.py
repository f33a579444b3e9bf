"""Playing in lines: one stop of the evening after the other, until somebody leaves or it is over."""

from dataclasses import replace

from game.engine.rulebook import Asks
from game.engine.scene import scene
from game.files.config import change_config, read_config
from game.files.problems import reason
from game.plain.asking import Asking, Leaving
from game.plain.curtain import behind_the_curtain
from game.plain.page import closing_page, open_page, options_of
from game.plain.reply import Taken, Wish, numbered
from game.plain.talk import Instead, Talk
from game.plain.wishes import grant, keep
from game.sitting import Sitting
from game.words import help_pages, say


def play_plain(sitting: Sitting, asking: Asking) -> bool:
    """Play the evening of *sitting* in lines, and return whether all of it is kept.

    It ends when somebody leaves, at the end of what can be read, and by ctrl+c, each time with every move
    kept. BrokenPipeError says that nobody listens any more, and is for the caller.
    """
    talk = Talk(sitting, asking)
    try:
        _play(talk, _welcome(talk))
    except (Leaving, EOFError, KeyboardInterrupt):
        asking.voice.tell(_parting(sitting))
    return sitting.table.is_kept


def _parting(sitting: Sitting) -> str:
    """Return what is to know on leaving; what could not be kept so far is tried a last time."""
    table = sitting.table
    if not table.is_kept:
        table.keep_safe()
    if table.trouble:
        return say("line.left.unsaved", problem=table.trouble)
    return sitting.moved or ("" if table.evening.is_closed else say("line.left", command=sitting.command))


def _welcome(talk: Talk) -> Wish | None:
    """Say, once in this home, what the game is not; return what was wished for meanwhile."""
    place = talk.sitting.home.config
    config, _ = read_config(place)
    if config.welcomed:
        return None
    title, text = help_pages()[-1]
    wish = talk.asking.wait(lambda: (title, *text.split("\n")))
    try:
        change_config(place, lambda config: replace(config, welcomed=True))
    except OSError as error:
        talk.tell(say("problem.config.keep", reason=reason(error)), *talk.asking.news)
    return wish


def _play(talk: Talk, wish: Wish | None) -> None:
    """Go from stop to stop. A wish that interrupts a question is granted before the next stop."""
    while True:
        try:
            if wish is None:
                _stop(talk)
            else:
                grant(talk, wish)
            wish = None
        except Instead as instead:
            wish = instead.wish


def _stop(talk: Talk) -> None:
    evening = talk.table.evening
    if evening.is_closed:
        _close(talk)
    elif evening.paused:
        _rest(talk, evening.back)
    elif talk.table.alone is not None:
        behind_the_curtain(talk, talk.table.alone)
    else:
        _open(talk)


def _open(talk: Talk) -> None:
    talk.whisper = ""
    reply = talk.asking.choose(lambda: open_page(talk.table, talk.taught[None]), options_of(talk.table))
    if isinstance(reply, Wish):
        grant(talk, reply)
    elif reply == Taken("keep") and scene(talk.table.evening).asks is Asks.KEEPING:
        keep(talk)
    else:
        talk.do(lambda: talk.table.choose(reply.id))


def _rest(talk: Talk, back: str) -> None:
    words = say("care.paused.back", back=back) if back else say("care.paused")
    blocks = (f"{words}\n{say('care.paused.long')}",)
    reply = talk.asking.choose(lambda: blocks, numbered((("return", say("line.return")),)))
    if isinstance(reply, Wish):
        grant(talk, reply)
    else:
        talk.do(talk.table.come_back)


def _close(talk: Talk) -> None:
    page = closing_page(talk.sitting)
    reply = talk.asking.choose(lambda: page, numbered((("leave", say("home.leave")),)))
    if not isinstance(reply, Wish):
        raise Leaving
    grant(talk, reply)
