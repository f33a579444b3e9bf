"""What a stranger may send: texts that are only text, and files that are read or refused, and never obeyed.

Everything is made here, when a test asks for it; no file of it is kept anywhere.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.files.decks.deckfile import DECK_LIMIT
from game.files.decks.deckmodel import MOST_CARDS, TEXT_LETTERS

TEXTS: Mapping[str, str] = {
    "a closing tag": "[/q] one",
    "an empty closing tag": "[/] two",
    "an action": "[@click=app.quit]x[/] three",
    "an action with arguments": "[@click=app.screenshot('x','/')]y[/]",
    "an open bracket": "[b eleven",
    "a colour": "[red on $primary]four[/red]",
    "a link": "[link=file:///etc/passwd]five[/link]",
    "a bracket that is escaped": "\\[b] six \\",
    "a template": "{0} {names} {partner.__class__} %s %(x)s",
    "a command": "$(reboot) `reboot` ; reboot #",
    "an escape code in letters": "\\x1b[2J \\u001b]0;t\\x07 ^[[31m",
    "right to left": "מה שימח אותך היום? ما الذي أسعدك؟",
    "wide letters": "今日はどんな一日でしたか？",
    "joined pictures": "👩‍❤️‍👩 👍🏽 1️⃣ 🏳️‍🌈 seven",
    "letters on letters": "Z̷̢̛a̶l̴g̵o̸ e\u0301ight",
    "letters without width": "ni\u200bne\u200c\ufeff \u200eten\u200f",
    "one long word": "W" * TEXT_LETTERS,
    "one long word of joined letters": "e\u0301" * (TEXT_LETTERS // 2),
}
"""A card's text by what it is; as many as a long evening has cards."""
CODES: Mapping[str, tuple[str, str]] = {
    "an escape code": ("\\u001b[31mred", "U+001B"),
    "a title for the window": ("\\u001b]0;owned\\u0007", "U+001B"),
    "C1": ("\\u009b31m", "U+009B"),
    "NUL": ("a\\u0000b", "U+0000"),
    "a bell": ("a\\u0007", "U+0007"),
    "a line that is written over": ("safe\\rbad", "U+000D"),
    "DEL": ("a\\u007f", "U+007F"),
    "a bidi override": ("\\u202egnp.exe", "U+202E"),
    "a bidi isolate": ("\\u2066a\\u2069", "U+2066"),
    "C1 as it is": ("\u009b31m", "U+009B"),
    "a bidi override as it is": ("\u202egnp", "U+202E"),
}
"""What stands in a text of a TOML file, and the code that is told of it."""
DECK = '[deck]\ntitle = "T"\n[[card]]\ntext = "Hm?"\n'
TANGLED = "there are far too many keys, tables or entries here, or a number without end."
UTF8 = "this line is not UTF-8 text; save the file as UTF-8."
LARGE = f"this file is larger than {DECK_LIMIT >> 20} MB, so it is not read."
DECK_ID = "small letters a to z and digits are allowed, with single hyphens between them."
CARD_ID = "letters, digits, hyphens, dots and underscores are allowed."
KEPT = "some systems keep that name for themselves, so choose another."
KINDS = "story, question, guess, finish, action, appreciate, repair, scale, reveal, wild"


@dataclass(frozen=True, slots=True)
class Stranger:
    """A file: how it is made, and what is told of it behind its name; nothing when it is fine."""

    content: Callable[[], str | bytes]
    told: tuple[str, ...] = ()


def _text(content: str | bytes, *told: str) -> Stranger:
    return Stranger(lambda: content, told)


def _deck_id(id: str) -> str:
    return f'[deck]\nid = "{id}"\ntitle = "T"\n[[card]]\ntext = "Hm?"\n'


FILES: Mapping[str, Stranger] = {
    "markup": _text(
        '[deck]\ntitle = "[/q]"\n[[card]]\ntext = "[b"\nkind = "[/]"\n"[@click=app.quit]x[/]" = 1\n',
        f':5: kind: found "[/]"; allowed are {KINDS}.',
        ":6: [@click=app.quit]x[/]: this key is not known; known are",
    ),
    "codes in a key and a value": _text(
        '[deck]\ntitle = "T"\n"\\u001b[31m\\u202e" = 1\n'
        '[[card]]\ntext = "Hm?"\nkind = "\\u001b]0;x\\u0007"\n',
        ":1: [31m: this key is not known; known are",
        ':6: kind: found "]0;x"; allowed are',
    ),
    **{
        f"{what} in a text": _text(
            f'[deck]\ntitle = "T"\n[[card]]\ntext = "{text}"\n',
            f":4: text: it holds the control code {code}, which is not text.",
        )
        for what, (text, code) in CODES.items()
    },
    "an escape code as it is": _text(
        '[deck]\ntitle = "\x1b[31m"\n',
        ":2: this is not TOML: it holds the control code U+001B, which is not text.",
    ),
    "NUL as it is": _text(
        '[deck]\ntitle = "\x00"\n',
        ":2: this is not TOML: it holds the control code U+0000, which is not text.",
    ),
    "invalid UTF-8": _text(b'[deck]\ntitle = "T"\n# caf\xe9\n', f":3: {UTF8}"),
    "UTF-16": _text(DECK.encode("utf-16"), f":1: {UTF8}"),
    "a byte order mark": _text(b"\xef\xbb\xbf" + DECK.encode()),
    "two byte order marks": _text(b"\xef\xbb\xbf\xef\xbb\xbf" + DECK.encode(), ":1: this is not TOML: found"),
    "a word of 10,000 letters": _text(
        DECK.replace("Hm?", "W" * 10_000), f":4: text: it has 10000 letters; at most {TEXT_LETTERS} fit."
    ),
    "a million cards": Stranger(lambda: DECK + '[[card]]\ntext = "a"\n' * 1_000_000, (f": {LARGE}",)),
    "a million cards in a few bytes": Stranger(lambda: f"card = [{'{},' * 1_000_000}]", (f": {TANGLED}",)),
    "a card too many": Stranger(
        lambda: DECK + "".join(f'[[card]]\ntext = "{n}"\n' for n in range(MOST_CARDS)),
        (f": there are {MOST_CARDS + 1} cards; at most {MOST_CARDS} fit in one deck.",),
    ),
    "deep lists": _text(f"{DECK}a = {'[' * 5000}", ":5: lists or tables stand too deep inside each other."),
    "deep keys": _text(
        f"{DECK}{'a.' * 5000}a = 1\n", ":5: lists or tables stand too deep inside each other."
    ),
    "a huge number": _text(
        f"{DECK}depth = {'9' * 4000}\n", ":5: depth: found a very large number; allowed are"
    ),
    "an endless number": _text(f"{DECK}depth = {'9' * 5000}\n", ":5: a number here is too long to read."),
    "an infinite depth": _text(
        f"{DECK}depth = inf\n", ":5: depth: found a very large number; a whole number"
    ),
    "an id twice": _text(
        f'{DECK}id = "a"\n[[card]]\ntext = "Oh?"\nid = "a"\n',
        ':8: id: "a" is the id of another card already, on line 3.',
    ),
    "a deck id with a slash": _text(_deck_id("../../etc"), f':2: id: found "../../etc"; {DECK_ID}'),
    "a deck id with a backslash": _text(_deck_id("a\\\\b"), f':2: id: found "a\\b"; {DECK_ID}'),
    "a card id with a slash": _text(f'{DECK}id = "a/../b"\n', f':5: id: found "a/../b"; {CARD_ID}'),
    "a name that Windows keeps": _text(_deck_id("lpt1"), f':2: id: found "lpt1"; {KEPT}'),
}
"""Ordinary files by what they are. Each is called by its place, as in `s07.toml`, but for its own id."""
FILE_NAMES: Mapping[str | bytes, tuple[str, ...]] = {
    "con.toml": (f'con.toml:1: id: found "con"; {KEPT}',),
    "AUX.toml": (f'AUX.toml:1: id: found "aux"; {KEPT}',),
    "\x1b[31mred\x1b]0;x\x07.toml": (),
    "evil\u202elmot.toml": (),
    "two\nlines.toml": (),
    "[q].toml": (),
    "[@click=app.quit]x[b].toml": (),
    "{0}{names}.toml": (),
    b"caf\xe9.toml": (),
    "愛.toml": ("愛.toml:1: id: no id can be made from this file's name; give the deck an id of its own.",),
    "-rf.toml": (),
}
"""Names of files with a good deck in them, and what is told of each."""
SPECIAL: Mapping[str, str] = {
    "folder.toml": "this is a folder, not a file.",
    "fifo.toml": "this is not an ordinary file, so it is left alone.",
    "device.toml": "this link leads out of its folder, so it is not followed.",
    "passwd.toml": "this link leads out of its folder, so it is not followed.",
    "circle.toml": "this file cannot be read: it is a link that leads to itself.",
    "nowhere.toml": "this file cannot be read: it is not there.",
    "hundred-mb.toml": LARGE,
}
"""What is no ordinary small file, by its name, and what is told of it."""


def name_of(what: str) -> str:
    """Return the file name of one of FILES."""
    return f"s{list(FILES).index(what):02}.toml"


def lay_file(folder: Path, what: str) -> Path:
    """Make one of FILES in *folder*."""
    path, content = folder / name_of(what), FILES[what].content()
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lay_name(folder: Path, name: str | bytes) -> Path:
    """Make a file called *name*, with a good deck in it that has a title of its own, in *folder*."""
    path = folder / os.fsdecode(name)
    path.write_text(DECK.replace('"T"', f"'''{title_of(name)}'''"), encoding="utf-8")
    return path


def title_of(name: str | bytes) -> str:
    """Return the title of the deck in the file called *name*: one of TEXTS."""
    return list(TEXTS.values())[list(FILE_NAMES).index(name)]


def lay_special(folder: Path, name: str) -> Path:
    """Make one of SPECIAL in *folder*."""
    path = folder / name
    match name:
        case "folder.toml":
            path.mkdir()
        case "fifo.toml":
            os.mkfifo(path)
        case "device.toml":
            path.symlink_to("/dev/zero")
        case "passwd.toml":
            path.symlink_to("/etc/passwd")
        case "circle.toml":
            path.symlink_to(path)
        case "nowhere.toml":
            path.symlink_to(folder / "is-not-there.toml")
        case _:
            path.touch()
            os.truncate(path, 100 << 20)
    return path


def lay_texts(folder: Path) -> Path:
    """Make a deck of TEXTS, one to a card, that is called by some of them too."""
    quoted = [f"'''{text}'''" for text in TEXTS.values()]
    cards = "".join(f"\n[[card]]\ntext = {text}\nfollow_ups = ['[/x] {{0}}']\n" for text in quoted)
    path = folder / "theirs.toml"
    path.write_text(
        f"[deck]\ntitle = '[/t] {{0}}'\npurpose = '[@click=app.quit]p[/]'\n{cards}", encoding="utf-8"
    )
    return path


def lay_all(folder: Path, files: Iterable[str] = FILES) -> None:
    """Make everything in *folder*, or of FILES only some."""
    lay_texts(folder)
    for what in files:
        lay_file(folder, what)
    for name in FILE_NAMES:
        lay_name(folder, name)
    for name in SPECIAL:
        lay_special(folder, name)
