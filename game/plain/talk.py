"""What goes on between an evening and the two who play it in lines: moves, news, and questions in between."""

from collections.abc import Callable, Sequence

from game.engine.rules import IllegalMove
from game.plain.asking import Asking
from game.plain.reply import Taken, Wish, numbered
from game.sitting import Sitting
from game.words import say


class Instead(Exception):
    """Something else was wished for where a question stood; the question is dropped."""

    def __init__(self, wish: Wish) -> None:
        super().__init__(wish.what)
        self.wish = wish


class Talk:
    """One sitting in lines."""

    def __init__(self, sitting: Sitting, asking: Asking) -> None:
        self.sitting = sitting
        self.table = sitting.table
        self.asking = asking
        self.taught: dict[int | None, set[str]] = {None: set(), 0: set(), 1: set()}
        """The teaching sentences that have been told to both, under None, and to each player alone."""
        self.whisper = ""
        """News for the eyes of the one behind the curtain."""
        self._tell_note()

    def do(self, move: Callable[[], object]) -> None:
        """Make *move*; what it came to, or why it may not be made, is told with the next question."""
        try:
            move()
        except IllegalMove as why_not:
            self.tell(str(why_not))
        else:
            self._tell_note()

    def tell(self, *news: str) -> None:
        """Tell *news* with the next question."""
        self.asking.news = news

    def ask(self, question: str, choices: Sequence[tuple[str, str]]) -> str | None:
        """Return the id of the choice that is taken, or None when undo takes the question back."""
        reply = self.asking.choose(lambda: (question,), numbered(choices))
        if isinstance(reply, Taken):
            return reply.id
        make_way(reply)
        return None

    def _tell_note(self) -> None:
        trouble = self.table.trouble
        self.tell(say("line.trouble", problem=trouble) if trouble else "", self.table.note)


def make_way(wish: Wish) -> None:
    """Drop a question for *wish*: undo only takes the question back, anything else is wished Instead."""
    if wish != Wish("undo"):
        raise Instead(wish)
