"""The banner over a table whose last move is not kept: what failed and where, and that one may play on."""

from textual.content import Content
from textual.widgets import Static


class Banner(Static):
    """One sentence, as long as it holds; no room is taken up by it otherwise."""

    DEFAULT_CSS = """
    Banner { dock: top; height: auto; max-height: 4; width: 100%; padding: 0 2; text-align: center; }
    Banner { color: $warning; background: $surface; }
    """

    def __init__(self, trouble: str = "") -> None:
        super().__init__(Content(trouble), markup=False)
        self._trouble = trouble
        self.set_class(not trouble, "-empty")

    def show(self, trouble: str) -> None:
        """Show *trouble*, or nothing once all is well."""
        if trouble != self._trouble:
            self._trouble = trouble
            self.update(Content(trouble))
            self.set_class(not trouble, "-empty")
