"""A room with a draft in it: steps back and forth, saving, and what is asked before anybody leaves."""

import asyncio
from collections.abc import Callable, Mapping
from typing import TypeVar

from game.files.decks.deckfile import DeckFile
from game.files.decks.deckpage import DeckPage, Unwritable
from game.files.decks.draft import ChangedMeanwhile, Draft
from game.files.paths import Home
from game.files.problems import Trouble
from game.ui.asking import Asking
from game.ui.room import Room
from game.words import say
from game.words.text import plain_text

Then = Callable[[], object]
Found = TypeVar("Found")


class Pages(Room[None], inherit_bindings=False):
    """Write on one draft. Nothing is lost by leaving, by a crash, or by another program."""

    def __init__(self, draft: Draft, home: Home) -> None:
        super().__init__()
        self._draft = draft
        self._home = home

    def on_mount(self) -> None:
        self.watch(self.app, "app_focus", self._look_at_file, init=False)
        self.call_after_refresh(self._prove_beside)

    # what the pages look like is for others to say

    def _absorb(self) -> None:
        """Take what stands in fields into the draft."""
        raise NotImplementedError

    def _show(self, place: int) -> None:
        """Show the page as it is now, standing at the card at *place*."""
        raise NotImplementedError

    def _tell(self, note: str, *, asks: bool = False) -> None:
        """Say *note* below the page; one that *asks* for something stands out."""
        raise NotImplementedError

    @property
    def _place(self) -> int:
        """The place of the card that stands out."""
        raise NotImplementedError

    @property
    def _title(self) -> str:
        title = self._draft.page.cover.get("title")
        return plain_text(title if isinstance(title, str) and title.strip() else self._draft.path.name)

    # steps

    def _do(self, edit: Callable[[], DeckPage], visit: str = "") -> bool:
        """Make *edit* a step of the draft, and keep it beside the file; return whether it could be made."""
        try:
            self._draft.do(edit(), visit)
        except Unwritable as trouble:
            self._tell(str(trouble), asks=True)
            return False
        self.call_after_refresh(self._keep_beside)
        return True

    def _prove_beside(self) -> None:
        """Prove the page while one looks at it, so that saving has less to do."""
        self._beside(self._draft.prove)

    def _keep_beside(self) -> None:
        """Keep what is not saved while one goes on: a slow disk holds up no key."""
        self._beside(self._draft.keep_unsaved)

    def _beside(self, work: Callable[[], Found], then: Callable[[Found], object] = lambda _: None) -> None:
        """Do *work* while one goes on, and *then* use what it found, if the room still stands."""
        self.run_worker(self._done_beside(work, then))

    async def _done_beside(self, work: Callable[[], Found], then: Callable[[Found], object]) -> None:
        try:
            found = await asyncio.to_thread(work)
        except Trouble as trouble:
            if self.is_running:
                self._tell(str(trouble), asks=True)
            return
        # A room that is being left has lost its parts some time before its work is called off.
        if self.is_running:
            then(found)

    def _keep(self) -> None:
        """Keep what is not saved where a crash leaves it."""
        try:
            self._draft.keep_unsaved()
        except Trouble as trouble:
            self._tell(str(trouble), asks=True)

    def action_undo(self) -> None:
        """Take the last step back."""
        self._absorb()
        self._step_to(self._draft.undo(), "editor.done.back", "editor.no.undo")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._absorb()
        self._step_to(self._draft.redo(), "editor.done.forth", "editor.no.redo")

    def _step_to(self, place: int | None, done: str, nothing: str) -> None:
        if place is None:
            return self._tell(say(nothing))
        self._show(place)
        self._tell(say(done))
        self.call_after_refresh(self._keep_beside)

    # saving

    def action_save(self) -> None:
        """Save the deck."""
        self._save(lambda: self.call_after_refresh(self._read_back))

    def _save(self, then: Then, *, over_others: bool = False) -> None:
        """Save, and *then* go on; where that fails nothing is lost, and it is said why."""
        self._absorb()
        try:
            self._draft.save(over_others=over_others)
        except ChangedMeanwhile as changed:
            self._ask_whose(str(changed), then)
        except Trouble as trouble:
            self._tell(str(trouble), asks=True)
        else:
            self._keep()
            self._show(self._place)
            self._tell(say("editor.done.saved"))
            then()

    def _read_back(self) -> None:
        """Read the file as the game will, beside all else, and say what keeps it from being played."""
        page = self._draft.page
        reading = self._done_beside(self._draft.read_back, lambda file: self._tell_problem(page, file))
        self.run_worker(reading, exclusive=True, group="file")  # what was read before counts no more

    def _tell_problem(self, page: DeckPage, file: DeckFile) -> None:
        if file.problems and page is self._draft.page:
            self._tell(say("editor.done.unplayed", problem=file.problems[0]), asks=True)

    # another program

    def _look_at_file(self, has_focus: bool) -> None:
        """Whoever comes back to this window may have written to the file in another one."""
        if has_focus and self.app.screen is self and self._is_changed_meanwhile():
            self._absorb()
            self._ask_whose(say("editor.changed", path=plain_text(self._draft.path.name)), self._read_back)

    def _is_changed_meanwhile(self) -> bool:
        try:
            return self._draft.is_changed_meanwhile
        except Trouble as trouble:
            self._tell(str(trouble), asks=True)
            return False

    def _ask_whose(self, question: str, then: Then) -> None:
        answers: Mapping[str, Then] = {
            "wait": lambda: None,
            "beside": lambda: self._save_beside(then),
            "theirs": lambda: self._take_theirs(say("editor.done.theirs")),
            "mine": lambda: self._save(then, over_others=True),
        }
        self._ask(question, answers, lambda id: say(f"editor.whose.{id}"))

    def _ask(self, question: str, answers: Mapping[str, Then], words: Callable[[str], str]) -> None:
        """Ask with the *answers* and the *words* for each; without an answer all stays as it is."""
        options = tuple((id, words(id)) for id in answers)

        def go_on(answer: str | None) -> None:
            if answer:
                answers[answer]()

        self.app.push_screen(Asking(question, options), go_on)

    def _take_theirs(self, note: str) -> None:
        try:
            self._draft.take_theirs()
        except Trouble as trouble:
            return self._tell(str(trouble), asks=True)
        self._keep()
        self._show(self._place)
        self._tell(note)

    def _save_beside(self, then: Then) -> None:
        """Save this page as another deck, and go on with what the other program wrote."""
        try:
            path = self._draft.save_beside(self._home)
        except Trouble as trouble:
            return self._tell(str(trouble), asks=True)
        self._take_theirs(say("editor.done.beside", path=plain_text(path.name)))
        then()

    # leaving

    def action_back(self) -> None:
        """Go back to the shelf; what is not saved asks first."""
        self._leave(self._dismiss)

    def _dismiss(self) -> None:
        self.dismiss(None)

    def holds_back(self) -> bool:
        """Ask before the game is left, once; whoever insists may leave, and nothing is lost by that."""
        if self.app.screen is not self:
            return False
        self._leave(self.app.exit)
        return True

    def _leave(self, leave: Then) -> None:
        self._absorb()
        self._keep()
        if self._draft.is_saved:
            leave()
            return
        answers: Mapping[str, Then] = {
            "save": lambda: self._save(leave),
            "later": leave,
            "drop": lambda: self._drop(leave),
            "stay": lambda: None,
        }
        self._ask(say("editor.leave", title=self._title), answers, lambda id: say(f"editor.leave.{id}"))

    def _drop(self, leave: Then) -> None:
        try:
            self._draft.let_go()
        except Trouble as trouble:
            return self._tell(str(trouble), asks=True)
        leave()
