"""Hostile texts, saves, settings and names of files, a pinned few and as many generated as are asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from random import Random

from game.engine.cards import Card
from game.engine.moves import Choose, Deal, Keep, Lighten, Move, Pause, Veto
from game.engine.record import Record
from game.files.evenings.savefile import FORMAT, write_save

TEXTS = (
    "\x1b]0;owned\x07",
    "\x1b[2J\x1b[H",
    "\x1b]52;c;b3duZWQ=\x07",
    "\x1bP+q544e\x1b\\",
    "\x9b31m\x9d0;owned\x9c",
    "\x00\x08\x7f\r\x0b\x0c",
    "\u202egnp.exe\u2066\u2069",
    "\ud800",
    "[@click=app.quit]x[/]",
    "[/q][b",
    "[link=file:///etc/passwd]x[/link]",
    "{0.__class__} {names} %s %(x)s",
    "../../../etc/passwd",
    "-rf",
    "$(reboot)`reboot`",
    "e\u0301" * 300,
    "👩‍❤️‍👩" * 50,
    "٣" * 20,
    "\u200b\u200c\ufeff",
    "nul.toml",
    " ",
    "",
)
"""The pinned ones: what terminals, markup, templates, paths and shells obey."""
SETTINGS = ("theme", "motion", "score", "welcomed", "never", "home")
_LONGEST_NAME = 200
_NUMBERS = (0, 1, 10**14)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file that a stranger may have sent: in which folder, by which name, with what in it."""

    folder: str
    name: str
    content: bytes

    def lie_in(self, root: Path) -> None:
        """Put it below *root*; a name that the system itself refuses does no harm."""
        try:
            (root / self.folder / self.name).write_bytes(self.content)
        except (OSError, ValueError):
            return


def a_text(dice: Random) -> str:
    """Return one of the pinned texts, some of them in one, or letters at random."""
    match dice.randrange(4):
        case 0:
            return dice.choice(TEXTS)
        case 1:
            return "".join(dice.choice(TEXTS) for _ in range(3))[:400]
        case 2:
            return "Ana" + dice.choice(TEXTS) + "!"
        case _:
            return "".join(
                chr(dice.choice((dice.randrange(0xA0), dice.randrange(0xD800)))) for _ in range(30)
            )


def a_name(dice: Random) -> str:
    """Return a name for a file, mostly of an evening or a copy of one."""
    day = f"2026-{dice.randint(1, 13):02}-{dice.randint(1, 32):02}-{dice.choice((1, 2, 10**9, '٣'))}"
    text = a_text(dice).replace("/", "").replace("\x00", "").encode("utf-8", "replace").decode()
    shapes = (
        day,
        f"{day} ({text})",
        f"{day}.sync-conflict-{text}",
        text,
        f".{day}",
        f"{day}.damaged-1",
        f"{text}{day}",
    )
    ending = dice.choice((".toml", ".toml", ".toml", ".lock", ".previous", ".new", ""))
    return dice.choice(shapes)[: _LONGEST_NAME // 4] + ending


def hostile_files(dice: Random, count: int, record: Record) -> Iterator[Hostile]:
    """Yield so many files, among them evenings like *record* that were tampered with."""
    for _ in range(count):
        folder = dice.choice(("saves", "saves", "saves", "decks", "."))
        if folder == ".":
            yield Hostile(folder, "config.toml", _config(dice))
        else:
            yield Hostile(folder, a_name(dice), _content(dice, record))


def _content(dice: Random, record: Record) -> bytes:
    match dice.randrange(4):
        case 0:
            return a_text(dice).encode("utf-8", "surrogatepass") * dice.choice((1, 50))
        case 1:
            return headed(a_text(dice).encode("utf-8", "surrogatepass"), dice.choice(_NUMBERS))
        case 2:
            return dice.randbytes(dice.choice((1, 64, 5000)))
        case _:
            return headed(_body(_tampered(record, dice), dice), dice.choice(_NUMBERS))


def headed(body: bytes, number: int = 1) -> bytes:
    """Return *body* under a head that is in order, so that the reader goes on to what it says."""
    checksum = sha256(f"{FORMAT}\n{number}\n".encode() + body).hexdigest()
    return f'format = {FORMAT}\nnumber = {number}\nchecksum = "{checksum}"\n\n'.encode() + body


def _body(text: str, dice: Random) -> bytes:
    if dice.random() < 0.3:
        text = text.replace(dice.choice(("Ana", "ours", "choose", "told")), a_text(dice).replace('"', ""))
    return text.encode("utf-8", "surrogatepass")


def _tampered(record: Record, dice: Random) -> str:
    """Return the body of a save of *record* in which somebody has put words of their own."""
    text = a_text(dice)
    moves: tuple[Move, ...] = (
        Pause(text),
        Keep(dice.choice(("sentence", "week")), text),
        Veto(text),
        Lighten(text),
        Choose(text),
        Deal(Card(text, text, text)),
    )
    setting = replace(record.setting, names=(text, "Ben")) if dice.random() < 0.3 else record.setting
    setting = replace(setting, promise=text) if dice.random() < 0.3 else setting
    tampered = replace(record, setting=setting).then(dice.choice(moves))
    return unwritten(tampered)


def unwritten(record: Record) -> str:
    """Return the body of a save of *record*."""
    import tempfile  # only here is a save needed that is never kept

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "2026-01-01-1.toml"
        write_save(path, record, 1)
        return path.read_bytes().decode().partition("\n\n")[2]


def _config(dice: Random) -> bytes:
    text = a_text(dice)
    escaped = "".join(f"\\u{ord(c):04x}" if ord(c) < 0xD800 else "" for c in text)
    rows = (f'{dice.choice((*SETTINGS, "thme"))} = "{escaped}"\n', f'"{escaped}" = 1\n', f"{text}\n")
    return "".join(dice.sample(rows, 2)).encode("utf-8", "surrogatepass")
