"""What may be typed after `turn-toward`: commands, options, and what each of them means."""

from __future__ import annotations

import os
import sys
from argparse import (
    SUPPRESS,
    Action,
    ArgumentError,
    ArgumentParser,
    ArgumentTypeError,
    HelpFormatter,
)
from collections.abc import Iterable, Sequence

from game import __version__
from game.cli.wish import UNSAID, Wish, nothing
from game.words import say
from game.words.text import plain_text

TYPE_CHECKING = False  # typing would take longer to load than all that --help needs
if TYPE_CHECKING:
    from typing import Any, NoReturn

WIDTH = 80
"""Columns of the help where there is no terminal; a wider one gets no wider help."""
_LED = ("theme", "motion", "seed", "passphrase_fd")
"""What may stand before a command that knows it. Before any may --plain: what opens no screen tells lines."""


class Parser(ArgumentParser):
    """A parser that repeats no code that a terminal would obey."""

    def error(self, message: str) -> NoReturn:
        """Say *message* and how the command is used, and leave with 2."""
        super().error(plain_text(message))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Refuse what is not known here, for the usage that is told is then that of this very command."""
        wish, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.refuse(unknown[0], self._option_string_actions if unknown[0].startswith("-") else ())
        return wish, unknown

    def refuse(self, typed: str, known: Iterable[str] = ()) -> NoReturn:
        """Say that *typed* means nothing to this command, and which of *known* is the nearest."""
        from game.files.problems import nearest, shortened  # --help does without it

        near = nearest(typed, known)
        key = "cli.meaningless.near" if near else "cli.meaningless"
        self.error(say(key, found=shortened(typed), near=near))

    def _print_message(self, message: str, file: Any = None) -> None:
        """Let the main program know when an answer does not get out, which argparse passes over."""
        if file is not sys.stdout:
            return super()._print_message(message, file)
        sys.stdout.write(message)
        sys.stdout.flush()

    def _check_value(self, action: Action, value: Any) -> None:
        """Refuse a command that is none, as every other word that is not known is refused."""
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, _why_unknown(str(value), action.choices))


def read_arguments(argv: Sequence[str] | None) -> Wish:
    """Return what *argv*, or else the command line, says; raise SystemExit where it cannot be understood."""
    parser = Parser(
        prog="turn-toward",
        description=say("cli.about"),
        add_help=False,
        argument_default=SUPPRESS,
        formatter_class=_laid_out,
    )
    version = say("cli.version", version=__version__)
    parser.add_argument("--version", action="version", version=version, help=say("cli.help.version"))
    _add_face(_with_home(parser))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=say("cli.help.commands"))
    _add_play(_added(commands, "play"))
    _add_face(_added(commands, "resume")).add_argument(
        "evening", nargs="?", metavar="EVENING", help=say("cli.help.evening")
    )
    _add_deck(_added(commands, "deck"))
    _add_saves(_added(commands, "saves"))
    _add_json(_added(commands, "paths"))
    for name in ("lock", "unlock", "passphrase", "recover"):
        _add_passphrase(_added(commands, name))
    parser.set_defaults(**UNSAID)
    wish = parser.parse_args(argv, nothing())
    _see_to_lead(vars(wish).pop("parser", parser), wish, parser)
    return wish


def _see_to_lead(parser: Parser, wish: Wish, first: Parser) -> None:
    """Refuse what was said before a command that does not know it."""
    for option in _LED if parser is not first else ():
        if getattr(wish, option) != UNSAID[option] and parser.get_default(option) is not SUPPRESS:
            parser.refuse(f"--{option.replace('_', '-')}")


def _laid_out(prog: str) -> HelpFormatter:
    """Return what lays the help out; told its width, it does not load what would find it out."""
    try:
        columns = os.get_terminal_size().columns or WIDTH
    except OSError:
        columns = WIDTH
    return HelpFormatter(prog, width=min(columns, WIDTH) - 2)


def _added(commands: Any, name: str, under: str = "") -> Parser:
    """Return the parser of a new command called *name*, which takes --home like every other."""
    words = say(f"cli.help.{under}{name}")
    parser: Parser = commands.add_parser(
        name,
        help=words,
        description=words,
        add_help=False,
        argument_default=SUPPRESS,
        formatter_class=_laid_out,
    )
    parser.set_defaults(parser=parser)
    return _with_home(parser)


def _with_home(parser: Parser) -> Parser:
    parser.add_argument("-h", "--help", action="help", help=say("cli.help.help"))
    parser.add_argument("--home", metavar="DIR", help=say("cli.help.home"))
    return parser


def _add_passphrase(parser: Parser) -> Parser:
    parser.add_argument("--passphrase-fd", type=_number, metavar="N", help=say("cli.help.passphrase-fd"))
    return parser


def _add_face(parser: Parser) -> Parser:
    _add_look(parser).add_argument("--seed", metavar="N", type=_number, help=say("cli.help.seed"))
    return _add_passphrase(parser)


def _add_look(parser: Parser) -> Parser:
    parser.add_argument("--plain", action="store_true", help=say("cli.help.plain"))
    parser.add_argument("--theme", metavar="THEME", help=say("cli.help.theme"))
    parser.add_argument("--motion", metavar="MOTION", type=_motion, help=say("cli.help.motion"))
    return parser


def _add_play(parser: Parser) -> None:
    parser.add_argument("--names", nargs=2, metavar=("A", "B"), help=say("cli.help.names"))
    parser.add_argument(
        "--deck", dest="decks", action="extend", nargs="+", metavar="ID", help=say("cli.help.deck-option")
    )
    parser.add_argument("--length", metavar="LENGTH", type=_length, help=say("cli.help.length"))
    _add_face(parser)


def _add_deck(parser: Parser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title=say("cli.help.commands"))
    _add_json(_added(actions, "list", "deck."))
    show = _add_json(_added(actions, "show", "deck."))
    show.add_argument("deck", metavar="ID", help=say("cli.help.deck-id"))
    check = _add_json(_added(actions, "check", "deck."))
    check.add_argument("what", nargs="*", metavar="FILE|ID", help=say("cli.help.check"))
    check.add_argument("--advice", action="store_true", help=say("cli.help.advice"))
    written = _add_look(_added(actions, "edit", "deck."))
    written.add_argument("deck", nargs="?", metavar="ID|FILE", help=say("cli.help.edit"))
    _add_exchange(actions)


def _add_exchange(actions: Any) -> None:
    taken = _added(actions, "import", "deck.")
    taken.add_argument("file", metavar="FILE", help=say("cli.help.import-file"))
    taken.add_argument("--format", dest="form", metavar="FORMAT", help=say("cli.help.import-format"))
    taken.add_argument("--title", metavar="TITLE", help=say("cli.help.deck-title"))
    taken.add_argument("--id", metavar="ID", help=say("cli.help.new-id"))
    taken.add_argument("--dry-run", action="store_true", help=say("cli.help.dry-run"))
    given = _added(actions, "export", "deck.")
    given.add_argument("deck", metavar="ID", help=say("cli.help.deck-id"))
    given.add_argument("out", nargs="?", metavar="FILE", help=say("cli.help.export-file"))
    given.add_argument("--format", dest="paper", metavar="FORMAT", help=say("cli.help.export-format"))
    begun = _added(actions, "new", "deck.")
    begun.add_argument("title", metavar="TITLE", help=say("cli.help.deck-title"))
    begun.add_argument("--id", metavar="ID", help=say("cli.help.new-id"))
    _added(actions, "schema", "deck.")


def _add_saves(parser: Parser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title=say("cli.help.commands"))
    _add_json(_add_passphrase(_added(actions, "list", "saves.")))
    show = _add_json(_add_passphrase(_added(actions, "show", "saves.")))
    show.add_argument("evening", metavar="EVENING", help=say("cli.help.evening"))
    check = _add_json(_add_passphrase(_added(actions, "check", "saves.")))
    check.add_argument("evening", nargs="?", metavar="EVENING", help=say("cli.help.evening-check"))
    restored = _add_passphrase(_added(actions, "restore", "saves."))
    restored.add_argument("evening", metavar="EVENING", help=say("cli.help.evening"))
    restored.add_argument("state", nargs="?", metavar="STATE", help=say("cli.help.state"))
    given = _add_passphrase(_added(actions, "export", "saves."))
    given.add_argument("evening", metavar="EVENING", help=say("cli.help.evening"))
    given.add_argument("out", nargs="?", metavar="FILE", help=say("cli.help.export-file"))
    gone = _add_passphrase(_added(actions, "delete", "saves."))
    gone.add_argument("evening", metavar="EVENING", help=say("cli.help.evening"))
    gone.add_argument("--yes", action="store_true", help=say("cli.help.yes"))


def _add_json(parser: Parser) -> Parser:
    parser.add_argument("--json", action="store_true", help=say("cli.help.json"))
    return parser


def _number(typed: str) -> int:
    try:
        return int(typed)
    except ValueError as error:
        from game.files.problems import shortened  # --help does without it

        raise ArgumentTypeError(say("cli.number", found=shortened(typed))) from error


def _motion(typed: str) -> str:
    from game.files.config import WORDS  # --help does without it

    return _known(typed, WORDS["motion"])


def _length(typed: str) -> str:
    from game.engine.shapes import SHAPES  # --help does without it

    return _known(typed, SHAPES)


def _why_unknown(typed: str, known: Iterable[str]) -> str:
    from game.cli.naming import why_unknown  # --help does without it

    return why_unknown(typed, known)


def _known(typed: str, known: Iterable[str]) -> str:
    from game.cli.naming import WrongUse, known_one  # --help does without it

    try:
        return known_one(typed, known)
    except WrongUse as wrong:
        raise ArgumentTypeError(str(wrong)) from wrong
