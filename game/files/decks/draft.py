"""A deck while it is being written: its page, every step back and forth, and the file that it is kept in.

What is not saved yet stands in a copy beside the file, `.NAME.unsaved`, so that a crash loses nothing of it.
What the file held before a save stays as `.NAME.previous`.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from threading import Lock

from game.files.atomic import Unreadable, forget, read_bounded, write_whole
from game.files.decks.deckfile import DECK_LIMIT, DeckFile, deck_file, read_deck
from game.files.decks.deckmodel import MOST_CARDS
from game.files.decks.deckpage import DeckPage, Leaf, page_of
from game.files.decks.newdeck import Taken, shelve
from game.files.paths import Home
from game.files.problems import Problem, Trouble, reason
from game.files.tomlfile import Refused, is_tangled, parsed
from game.words import say
from game.words.text import plain_text

_BASE = re.compile(rb"# ([0-9a-f]{64}|-)\n")
"""The first line of an unsaved copy: what the file held that it was made from."""
_MOST_COPIES = 99


class ChangedMeanwhile(Trouble):
    """The file is no longer what was opened: somebody else has written to it."""


@dataclass(frozen=True, slots=True)
class Splice:
    """One step: at a place some leaves went and others came, and the head may have changed."""

    at: int
    gone: tuple[Leaf, ...]
    come: tuple[Leaf, ...]
    before: DeckPage
    after: DeckPage
    """The two pages without any leaves."""
    visit: str = ""

    def back(self, page: DeckPage) -> DeckPage:
        """Return *page* as it was before this step."""
        return _spliced(page, self.at, len(self.come), self.gone, self.before)

    def forth(self, page: DeckPage) -> DeckPage:
        """Return *page* as it was after this step."""
        return _spliced(page, self.at, len(self.gone), self.come, self.after)


@dataclass(slots=True)
class Draft:
    """One deck file, opened for writing."""

    path: Path
    page: DeckPage
    _kept: DeckPage
    """The page as the file has it."""
    _seen: str
    """What the file held when it was read or written, as a digest."""
    _back: list[Splice] = field(default_factory=list)
    _forth: list[Splice] = field(default_factory=list)
    _keeping: Lock = field(default_factory=Lock)
    """Held by whoever writes or removes the unsaved copy, so that the newest page is what stays."""
    _proved: DeckPage | None = None
    """The last page that was proved card by card."""

    # steps

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._back)

    @property
    def is_saved(self) -> bool:
        """Whether the file says what the page says."""
        return self.page is self._kept or _is_same(self.page, self._kept)

    @property
    def is_changed_meanwhile(self) -> bool:
        """Whether somebody else has written to the file since it was read or written here.

        Raise Trouble when the file is there and cannot be read.
        """
        return _digest(self.path) not in (self._seen, "")

    def do(self, page: DeckPage, visit: str = "") -> None:
        """Go on to *page*. Steps of one *visit* count as one; a step that changes nothing counts as none."""
        self._forth.clear()
        before = self.page
        if visit and self._back and self._back[-1].visit == visit:
            before = self._back.pop().back(before)
        step = _step(before, page, visit)
        self.page = page
        if step.gone or step.come or step.before != step.after:
            self._back.append(step)

    def undo(self) -> int | None:
        """Take the last step back, and return the place where that was; None when there is none."""
        if not self._back:
            return None
        step = self._back.pop()
        self._forth.append(step)
        self.page = step.back(self.page)
        return step.at

    def redo(self) -> int | None:
        """Do again what was taken back last, and return the place where that was; None when there is none."""
        if not self._forth:
            return None
        step = self._forth.pop()
        self._back.append(replace(step, visit=""))
        self.page = step.forth(self.page)
        return step.at + max(0, len(step.come) - 1)

    # the file

    def prove(self) -> DeckPage:
        """Return the page, proved to be what its file will say; raise Unwritable when that is not so.

        Only what has come since the last time is read: whoever proves early saves fast. Any thread may.
        """
        page = self.page
        if page.is_proved_by_card(self._proved):
            self._proved = page
            return page
        return page.proved()

    def read_back(self) -> DeckFile:
        """Return what the game reads in the file, which the page need not be parsed for once more."""
        page = self._kept
        text = page.text.removeprefix(page.mark)
        if page.is_proved_by_card(self._proved) and not is_tangled(text):
            return deck_file(self.path, text, page.tables())
        return read_deck(self.path)

    def save(self, *, over_others: bool = False) -> None:
        """Write the page to its file; raise Trouble when that fails, with the file as it was.

        Raise ChangedMeanwhile when somebody else has written to it, unless it is to go *over others*.
        """
        page = self.prove()
        data = _bytes(page)
        if not over_others and self.is_changed_meanwhile:
            raise ChangedMeanwhile(say("editor.changed", path=plain_text(self.path.name)))
        try:
            mode = self.path.stat().st_mode & 0o777 if self.path.exists() else 0o600
            write_whole(self.path, data, previous=self.path.with_name(f".{self.path.name}.previous"))
            self.path.chmod(mode)
        except OSError as error:
            with suppress(Trouble):
                if _digest(self.path) == sha256(data).hexdigest():
                    # It is written, though not for sure to stay: nobody else has changed the file.
                    self._seen = sha256(data).hexdigest()
            raise _not_saved(self.path, error) from error
        self._kept, self._seen = page, sha256(data).hexdigest()

    def save_beside(self, home: Home) -> Path:
        """Write the page as another deck, with an id of its own, and return its path; else raise Trouble."""
        stem = self.path.stem.casefold()
        for number in range(2, _MOST_COPIES):
            id = f"{stem}-{number}"
            page = self.page.change_cover({"id": id}) if "id" in self.page.cover else self.page
            data = _bytes(page.proved())
            try:
                return shelve(home, id, lambda path, data=data: write_whole(path, data))  # type: ignore[misc]
            except Taken:
                continue
        raise Trouble(say("editor.crowded", path=plain_text(self.path.name)))

    def take_theirs(self) -> None:
        """Go on with what somebody else has written; a step back brings one's own again."""
        theirs = open_draft(self.path)
        self.do(theirs.page)
        self._kept, self._seen = theirs.page, theirs._seen

    # what is not saved yet

    def keep_unsaved(self) -> None:
        """Write what is not saved yet beside the file, or nothing where all is; raise Trouble if not.

        It may be called from several threads: each writes the page as it is by then.
        """
        with self._keeping:
            try:
                if self.is_saved:
                    forget(_unsaved(self.path))
                else:
                    write_whole(_unsaved(self.path), f"# {self._seen or '-'}\n{self.page.text}".encode())
            except OSError as error:
                raise _not_saved(_unsaved(self.path), error) from error

    def let_go(self) -> None:
        """Go back to what the file says, and keep nothing of the rest; raise Trouble when that fails."""
        self.do(self._kept)
        self.keep_unsaved()

    def unsaved(self) -> "Unsaved | None":
        """Return what an earlier time has left unsaved, or None; a copy that says nothing new is none."""
        try:
            data = read_bounded(_unsaved(self.path), DECK_LIMIT)
            base = _BASE.match(data)
            page = _page(self.path, data[base.end() :]) if base else None
        except (Unreadable, Trouble):
            return None
        if base is None or page is None or page.text == self.page.text:
            return None
        return Unsaved(page, base[1].decode().removeprefix("-"))

    def recover(self, unsaved: "Unsaved") -> None:
        """Go on with what was left unsaved. If the file has changed since, saving asks."""
        self._seen = unsaved.base
        self.do(unsaved.page)


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A page that was never saved, and what its file held when it was opened."""

    page: DeckPage
    base: str


def open_draft(path: Path) -> Draft:
    """Return the deck file at *path* opened for writing; raise Trouble when it cannot be."""
    try:
        data = read_bounded(path, DECK_LIMIT)
    except Unreadable as error:
        raise Trouble(str(Problem(path, str(error)))) from error
    # A link stays a link: what is written is what it leads to.
    path = path.resolve() if path.is_symlink() else path
    page = _page(path, data)
    return Draft(path, page, page, sha256(data).hexdigest())


def _page(path: Path, data: bytes) -> DeckPage:
    mark = "\ufeff" if data.startswith("\ufeff".encode()) else ""
    try:
        text, raw = parsed(path, data)
    except Refused as refused:
        raise Trouble(str(refused.problem)) from refused
    return page_of(mark + text, raw)


def _bytes(page: DeckPage) -> bytes:
    """Return the file that *page*, which is proved, is; raise Trouble where no deck can be so large."""
    data = page.text.encode()
    if len(data) > DECK_LIMIT:
        raise Trouble(say("problem.file.large", limit=DECK_LIMIT >> 20))
    if len(page.leaves) > MOST_CARDS:
        raise Trouble(say("problem.deck.many-cards", cards=len(page.leaves), limit=MOST_CARDS))
    return data


def _digest(path: Path) -> str:
    """Return the digest of the file at *path*, or nothing when there is none; else raise Trouble."""
    try:
        return sha256(read_bounded(path, DECK_LIMIT)).hexdigest()
    except Unreadable as error:
        if not path.exists():
            return ""
        raise Trouble(str(Problem(path, str(error)))) from error


def _unsaved(path: Path) -> Path:
    return path.with_name(f".{path.name}.unsaved")


def _not_saved(path: Path, error: OSError) -> Trouble:
    return Trouble(say("editor.save", path=plain_text(path.name), reason=reason(error)))


def _is_same(one: DeckPage, other: DeckPage) -> bool:
    if one.head != other.head or len(one.leaves) != len(other.leaves):
        return False
    pairs = zip(one.leaves, other.leaves, strict=True)
    return all(a is b or (a.text == b.text and a.gap == b.gap) for a, b in pairs)


def _step(before: DeckPage, after: DeckPage, visit: str) -> Splice:
    """Return the smallest step from one page to the other."""
    old, new = before.leaves, after.leaves
    low, shorter = 0, min(len(old), len(new))
    while low < shorter and old[low] is new[low]:
        low += 1
    high = 0
    while high < shorter - low and old[-1 - high] is new[-1 - high]:
        high += 1
    gone, come = old[low : len(old) - high], new[low : len(new) - high]
    if [(leaf.text, leaf.gap) for leaf in gone] == [(leaf.text, leaf.gap) for leaf in come]:
        gone = come = ()
    return Splice(low, gone, come, replace(before, leaves=()), replace(after, leaves=()), visit)


def _spliced(page: DeckPage, at: int, count: int, leaves: tuple[Leaf, ...], frame: DeckPage) -> DeckPage:
    return replace(frame, leaves=(*page.leaves[:at], *leaves, *page.leaves[at + count :]))
