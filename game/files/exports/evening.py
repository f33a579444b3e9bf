"""An evening to keep or to print: its cards, the lines that both kept, and its lights."""

from collections.abc import Iterator

from game.engine.account import described, kept_lines, light_lines, names_line
from game.engine.state import Evening
from game.files.markup import to_markdown
from game.words import say


def evening_markdown(id: str, evening: Evening) -> str:
    """Return the *evening* called *id* as Markdown. Nothing in it tells what one of the two did alone."""
    return "\n".join(_lines(id, evening)).rstrip("\n") + "\n"


def _lines(id: str, evening: Evening) -> Iterator[str]:
    first, second = evening.setting.names
    yield f"# {to_markdown(say('account.title', first=first, second=second, id=id))}"
    yield from ("", to_markdown(names_line(evening)), "")
    for deck, depth, text in described(evening, evening.closed):
        words = to_markdown(text).replace("\n", "\n   ")
        yield f"1. {words} *({to_markdown(deck)}, {depth})*"
    if evening.closed:
        yield ""
    for line in (*kept_lines(evening), *light_lines(evening)):
        yield from (to_markdown(line), "")
