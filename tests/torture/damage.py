"""Damage: what disks, sync tools and people do to files, each as a change of the bytes in a folder."""

from collections.abc import Callable, Mapping
from random import Random

Folder = Mapping[str, bytes]
"""Contents by name."""
_PAGE, _CUT = 512, 64


def cut_short(data: bytes, dice: Random) -> bytes:
    return data[: dice.randrange(0, len(data), _CUT)]


def flipped(data: bytes, dice: Random) -> bytes:
    for _ in range(dice.choice((1, 1, 1, 2, 30))):
        place = dice.randrange(len(data))
        data = data[:place] + bytes([data[place] ^ (1 << dice.randrange(8))]) + data[place + 1 :]
    return data


def zeroed(data: bytes, dice: Random) -> bytes:
    page = dice.randrange(0, len(data), _PAGE)
    return data[:page] + bytes(min(_PAGE, len(data) - page)) + data[page + _PAGE :]


def doubled(data: bytes, dice: Random) -> bytes:
    start = dice.randrange(0, len(data), _CUT)
    block = data[start : start + dice.choice((_CUT, _PAGE, 4096))]
    place = dice.randrange(0, len(data) + 1, _CUT)
    return data[:place] + block + data[place:]


def mixed_up(data: bytes, dice: Random) -> bytes:
    one, other = sorted(dice.sample(range(0, len(data), _CUT), 2))
    blocks = (data[one : one + _CUT], data[other : other + _CUT])
    return data[:one] + blocks[1] + data[one + _CUT : other] + blocks[0] + data[other + _CUT :]


def lengthened(data: bytes, dice: Random) -> bytes:
    return data + dice.choice((b"\n", bytes(_PAGE), data[-_PAGE:], b"\xff\xfe", data))


def wrong_digit(data: bytes, dice: Random) -> bytes:
    places = [place for place, byte in enumerate(data) if chr(byte).isdigit()]
    place = dice.choice(places)
    return data[:place] + str(dice.randrange(10)).encode() + data[place + 1 :]


def nothing_left(_: bytes, dice: Random) -> bytes:
    return dice.choice((b"", b"\n", bytes(4096), b"rubbish", "schön".encode("latin-1")))


DAMAGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(cut_short, flipped, zeroed, doubled, mixed_up, lengthened, wrong_digit, nothing_left),
)


def damaged(
    folder: Folder, save: str, previous: str, other: str, dice: Random
) -> tuple[str, dict[str, bytes]]:
    """Return a kind of damage, and *folder* with it: to the *save*, the one *previous* to it, or both."""
    names = dice.choice(((save,), (save,), (save,), (previous,), (save, previous)))
    if dice.random() < 0.1:
        return _swapped(folder, save, previous, other, dice)
    kind = dice.choice(DAMAGES)
    return kind.__name__, {**folder, **{name: kind(folder[name], dice) for name in names}}


def _swapped(
    folder: Folder, save: str, previous: str, other: str, dice: Random
) -> tuple[str, dict[str, bytes]]:
    with_whom = dice.choice((previous, other))
    if dice.random() < 0.3:
        return "gone", {name: data for name, data in folder.items() if name != save}
    if with_whom == other and dice.random() < 0.5:
        return "another evening in its place", {**folder, save: folder[other]}
    return "swapped", {**folder, save: folder[with_whom], with_whom: folder[save]}
