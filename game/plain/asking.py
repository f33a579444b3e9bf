"""Asking in lines: it tells a step, hears a line, and asks again until the line means something."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from game.plain.guide import guide
from game.plain.reply import Lost, Option, Taken, Wish, understand, understand_several, wish_written
from game.plain.voice import Voice
from game.words import say

Telling = Callable[[], tuple[str, ...]]
"""Returns the blocks to tell, anew each time, so that nothing is taught twice."""
Heard = TypeVar("Heard")


class Leaving(Exception):
    """One of the two leaves. Everything is kept already."""


class Asking:
    """Asks by one voice. Help, hiding and leaving are answered here, wherever they are wished for."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.news: tuple[str, ...] = ()
        """What is told once, before the next question."""
        self._hinted = False

    def choose(
        self, telling: Telling, options: Sequence[Option], *, unseen: bool = False, lost: str = ""
    ) -> Taken | Wish:
        """Return the option that is taken, or a wish that is not for asking to grant.

        With *unseen* the typed line is not shown. *lost* is told in place of a sentence that would repeat
        what was typed.
        """

        def understood(line: str) -> Taken | Wish | Lost:
            reply = understand(line, options)
            return Lost(lost) if lost and isinstance(reply, Lost) else reply

        return self._heard(telling, options, unseen, understood)

    def choose_several(self, telling: Telling, options: Sequence[Option]) -> tuple[Taken, ...] | Wish:
        """Return the options that one line takes, or a wish."""
        return self._heard(telling, options, False, lambda line: understand_several(line, options))

    def write(
        self, telling: Telling, why_not: Callable[[str], str | None], *, unseen: bool = False
    ) -> str | Wish:
        """Return the line that is typed once *why_not* has nothing to say against it, or a wish."""

        def understood(line: str) -> str | Wish | Lost:
            text = line.strip()
            sentence = why_not(text)
            return wish_written(text) or (text if sentence is None else Lost(sentence))

        return self._heard(telling, (), unseen, understood)

    def wait(self, telling: Telling) -> Wish | None:
        """Tell, and go on with any line; return the wish that it was, if it was one."""
        reply = self._heard(lambda: (*telling(), say("line.on")), (), False, _any_line)
        return reply if isinstance(reply, Wish) else None

    def hide(self) -> None:
        """Stand behind a line that says nothing, until the next one is typed."""
        self.voice.clear()
        self.voice.tell(say("screen.hidden"))
        if understand(self.voice.ask(), ()) == Wish("leave"):
            raise Leaving

    def _heard(
        self,
        telling: Telling,
        options: Sequence[Option],
        unseen: bool,
        understood: Callable[[str], Heard | Wish | Lost],
    ) -> Heard | Wish:
        while True:
            news, self.news = self.news, ()
            self.voice.tell(*news, *telling(), listed(options), self._hint(options, unseen))
            reply = understood(self.voice.ask_unseen() if unseen else self.voice.ask())
            match reply:
                case Lost(sentence):
                    self.news = (sentence,)
                case Wish("help", more):
                    self.news = guide(more)
                case Wish("hide"):
                    self.hide()
                case Wish("leave"):
                    raise Leaving
                case _:
                    return reply

    def _hint(self, options: Sequence[Option], unseen: bool) -> str:
        """How to answer, told once, with the first list of choices."""
        if self._hinted or unseen or not listed(options):
            return ""
        self._hinted = True
        return say("line.hint")


def _any_line(line: str) -> str | Wish:
    reply = understand(line, ())
    return reply if isinstance(reply, Wish) else line


def listed(options: Sequence[Option]) -> str:
    """Return *options* as lines, each with its number."""
    return "\n".join(f"{each.number}  {each.label}{each.more}" for each in options if each.number)
