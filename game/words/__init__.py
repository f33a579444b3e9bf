"""Every sentence that people read, by its key: the only place to translate.

A sentence may hold `{names}` in braces; what fills them is put in as it is and never read as a template.
"""

from game.words.care import CARE, FIRST
from game.words.crash import CRASH
from game.words.editor import EDITOR
from game.words.exchange import EXCHANGE
from game.words.gates import GATES
from game.words.grammar import GRAMMAR
from game.words.help import HELP
from game.words.keeping import KEEPING
from game.words.lines import LINES
from game.words.private import PRIVATE
from game.words.problems import PROBLEMS
from game.words.screens import SCREENS
from game.words.shelf import SHELF
from game.words.steps import STEPS

ENGLISH: dict[str, str] = {
    **STEPS,
    **GATES,
    **CARE,
    **SCREENS,
    **LINES,
    **PROBLEMS,
    **EXCHANGE,
    **SHELF,
    **EDITOR,
    **KEEPING,
    **GRAMMAR,
    **CRASH,
    **PRIVATE,
}


def say(key: str, /, **values: object) -> str:
    """Return the sentence called *key*, filled with *values*; raise KeyError when there is none."""
    return ENGLISH[key].format_map(values)


def first_said(*keys: str) -> str | None:
    """Return the first of *keys* that has a sentence, so that the particular goes before the general."""
    return next((key for key in keys if key in ENGLISH), None)


def help_pages() -> tuple[tuple[str, str], ...]:
    """Return the help as titles and texts, with what the first run says at its end."""
    care = "\n".join(say(f"care.first.{key}") for key in FIRST)
    return (*HELP, (say("care.first.title"), care))
