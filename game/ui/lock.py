"""The lock of a home on the screens: opening it, putting it on, changing it and taking it off.

A passphrase is masked and cleared, and is turned in a process of its own while the screen stays awake.
"""

import asyncio
from collections.abc import Callable
from threading import Event
from typing import ClassVar, Generic, TypeVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from game.files.locks.keyhole import (
    LONGEST,
    SHORTEST,
    Errand,
    Forged,
    WrongPassphrase,
    example,
    forge,
    tidy_passphrase,
    why_no_passphrase,
)
from game.files.locks.lock import Lock, is_shut, lock_of, opening, see_to_identity
from game.files.locks.locking import (
    IsOver,
    change_passphrase,
    lock_home,
    recover_home,
    recovered_line,
    reforging,
    see_to_key,
    settle,
    unlock_home,
)
from game.files.paths import Home
from game.files.problems import Problem, Trouble
from game.files.seal import Key, key_lines, need_age, read_key
from game.ui.asking import Asking
from game.ui.choices import Choices
from game.ui.keys import Keys
from game.ui.room import Room
from game.ui.typed import Masked, Secret
from game.words import say

Told = tuple[Home, str]
"""The home as it is now, and what there is to say about it."""
T = TypeVar("T")


class Entry(Room[str | None], Masked):
    """One masked line. Enter answers it, Escape answers None."""

    is_private = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "peek", say("key.peek")),
        Binding("escape", "dismiss", say("key.back")),
    ]

    def __init__(self, question: str, about: str = "", news: str = "") -> None:
        super().__init__()
        self._question = question
        self._about = about
        self._news = news

    def compose(self) -> ComposeResult:
        with Vertical(id="lock"):
            yield Static(Content(self._question), id="whose")
            yield Static(Content(self._about), classes=self._about_classes)
            yield Static(Content(self._news), classes="problem" if self._news else "-empty")
            yield Secret(password=True, max_length=LONGEST, compact=True)
            yield Static(Content(say("private.hint")), classes="muted")
        yield Keys()

    @property
    def _about_classes(self) -> str:
        return " ".join(("about" if self._about else "-empty", *(("-known",) if self._news else ())))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        typed, event.input.value = event.value, ""
        self.dismiss(typed)


class Working(Room[T | Trouble | None], Generic[T]):
    """A kind line while something takes its time. It answers with what came of it, or None when given up."""

    is_private = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False)]

    def __init__(self, wait: Callable[[], T], stop: Callable[[], object], words: str, hint: str) -> None:
        super().__init__()
        self._work_done = wait
        self._end_work = stop
        self._words = words
        self._hint = hint

    def compose(self) -> ComposeResult:
        with Vertical(id="lock"):
            yield Static(Content(self._words), id="whose")
            yield Static(Content(self._hint), classes="muted")

    def on_mount(self) -> None:
        self.run_worker(self._work())

    async def _work(self) -> None:
        try:
            answer: T | Trouble = await asyncio.to_thread(self._work_done)
        except Trouble as trouble:
            answer = trouble
        finally:
            # Also when the whole program leaves: nothing may keep it.
            self._end_work()
        self.dismiss(answer)

    def action_give_up(self) -> None:
        """Stop it, where that is offered."""
        if self._hint:
            self._end_work()
            self.dismiss(None)


class Sheet(Room[bool]):
    """The recovery sheet, shown once. The first choice changes nothing."""

    is_private = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "answer(False)", show=False)]

    def __init__(self, key: Key) -> None:
        super().__init__()
        self._key = key

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="lock", can_focus=False):
            yield Static(Content(say("private.sheet.title")), id="whose")
            yield Static(Content("\n".join(key_lines(self._key))), id="key")
            yield Choices((name, say(f"private.sheet.{name}")) for name in ("wait", "done", "back"))
            yield Static(Content(say("private.sheet.what")), classes="about")
            yield Static(Content(say("private.sheet.how")), classes="muted")

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        if event.id != "wait":
            self.dismiss(event.id == "done")

    def action_answer(self, answer: bool) -> None:
        """Answer for good."""
        self.dismiss(answer)


# what one can do


async def open_home(app: App[None], place: Home) -> Told:
    """Ask for the passphrase until it opens *place*, or until somebody would rather not."""
    news = ""
    try:
        see_to_identity(place)
        question, about = say("private.ask.open"), say("private.locked")
        while typed := await app.push_screen_wait(Entry(question, about, news)):
            news = ""
            try:
                opened = await _errand(app, opening(place, typed), say("private.work.open"))
            except WrongPassphrase as wrong:
                news = str(wrong)
                continue
            if opened:
                return opened, _words(await asyncio.to_thread(settle, opened))
    except Trouble as trouble:
        return place, str(trouble)
    return place, say("private.shut")


def lock_line(place: Home) -> str:
    """Return the line of the settings that stands for the lock."""
    return say(f"private.settings.{lock_of(place).value}")


async def turn_lock(app: App[None], place: Home) -> Told:
    """Do with the lock of *place* what is chosen; return the home as it is then, and a sentence about it."""
    try:
        need_age()
        if lock_of(place) is Lock.NONE:
            return await _put_on(app, place)
        names = ("passphrase", "recover", "unlock") if lock_of(place) is Lock.LOCKED else ("recover",)
        options = tuple((name, say(f"private.menu.{name}")) for name in names)
        asking = Asking(say("private.menu"), (("", say("private.menu.back")), *options))
        match await app.push_screen_wait(asking):
            case "passphrase":
                return await _change(app, place)
            case "recover":
                return await _recover(app, place)
            case "unlock":
                return await _take_off(app, place)
            case _:
                return place, ""
    except Trouble as trouble:
        return place, str(trouble)


async def _put_on(app: App[None], place: Home) -> Told:
    typed = await _new_passphrase(app, say("private.ask.new"))
    forged = await _forged(app, typed, forge)
    if not forged or not await app.push_screen_wait(Sheet(forged.key)):
        return place, say("private.gave-up")
    turned = await _turning(app, lambda is_over: lock_home(place, forged, is_over))
    return turned.home, _words(turned.left, say("private.done.lock"))


async def _change(app: App[None], place: Home) -> Told:
    place, news = await _opened(app, place)
    typed = await _new_passphrase(app, say("private.ask.next")) if not is_shut(place) else None
    forged = await _forged(app, typed, lambda passphrase: reforging(place, passphrase))
    if not forged:
        return place, news or say("private.gave-up")
    return change_passphrase(place, forged), say("private.done.passphrase")


async def _recover(app: App[None], place: Home) -> Told:
    key = await _key(app, place)
    typed = await _new_passphrase(app, say("private.ask.next")) if key else None
    forged = await _forged(app, typed, lambda passphrase: forge(passphrase, key))
    if not forged:
        return place, say("private.gave-up")
    recovered = recover_home(place, forged)
    left = await asyncio.to_thread(settle, recovered.home)
    return recovered.home, _words(left, recovered_line(recovered))


async def _take_off(app: App[None], place: Home) -> Told:
    place, news = await _opened(app, place)
    if is_shut(place):
        return place, news
    options = (("", say("private.unlock.no")), ("unlock", say("private.unlock.yes")))
    if not await app.push_screen_wait(Asking(say("private.unlock.sure"), options)):
        return place, say("private.gave-up")
    return await _turning(app, lambda is_over: unlock_home(place, is_over)), say("private.done.unlock")


# asking and waiting


async def _opened(app: App[None], place: Home) -> Told:
    return await open_home(app, place) if is_shut(place) else (place, "")


async def _new_passphrase(app: App[None], question: str) -> str | None:
    """Ask for a new passphrase twice; return it, or None when somebody would rather not."""
    about, news = say("private.advice", least=SHORTEST, example=example()), ""
    while (typed := await app.push_screen_wait(Entry(question, about, news))) is not None:
        news = why_no_passphrase(typed) or ""
        if news:
            continue
        again = await app.push_screen_wait(Entry(say("private.ask.again"), about))
        if again is None:
            return None
        if tidy_passphrase(again) == tidy_passphrase(typed):
            return typed
        news = say("private.passphrase.differ")
    return None


async def _key(app: App[None], place: Home) -> Key | None:
    """Ask for the key of the recovery sheet until it opens something, or somebody would rather not."""
    news = ""
    while typed := await app.push_screen_wait(Entry(say("private.ask.key"), say("private.key.hint"), news)):
        try:
            key = read_key(typed)
            see_to_key(place, key)
        except Trouble as trouble:
            news = str(trouble)
        else:
            return key
    return None


async def _forged(
    app: App[None], passphrase: str | None, begin: Callable[[str], Errand[Forged]]
) -> Forged | None:
    """Return what *begin* makes of *passphrase*, or None where there is none or it was given up."""
    if not passphrase:
        return None
    forged: Forged | None = await _errand(app, begin(passphrase), say("private.work.forge"))
    return forged


async def _errand(app: App[None], errand: Errand[T], words: str) -> T | None:
    """Wait for *errand*; return its answer, or None when it was given up. Raise the Trouble it ran into."""
    working = Working(errand.result, errand.cancel, words, say("private.hint.work"))
    return _answer(await app.push_screen_wait(working))


async def _turning(app: App[None], turn: Callable[[IsOver], T]) -> T:
    """Wait until every evening is turned; only leaving the program stops it, between two files."""
    over = Event()
    working = Working(lambda: turn(over.is_set), over.set, say("private.work.turn"), "")
    answer = _answer(await app.push_screen_wait(working))
    assert answer is not None, "it cannot be given up"
    return answer


def _answer(answer: T | Trouble | None) -> T | None:
    if isinstance(answer, Trouble):
        raise answer
    return answer


def _words(left: tuple[Problem, ...], words: str = "") -> str:
    """Return *words* after what could not be sealed."""
    return "\n".join((*(say("private.left", problem=problem) for problem in left), *filter(None, (words,))))
