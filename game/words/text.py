"""What may be shown: text without the codes that a terminal would obey."""

import re
from unicodedata import combining, normalize

# C0 but newline and tab, DEL, C1, the bidi overrides and isolates, and lone surrogates.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def is_plain(text: str) -> bool:
    """Return whether *text* holds nothing that a terminal would obey."""
    return _UNSAFE.search(text) is None


def plain_text(text: str) -> str:
    """Return *text* without anything that a terminal would obey; newlines and tabs stay."""
    return _UNSAFE.sub("", text)


def one_line(text: str) -> str:
    """Return what somebody typed as one plain line, without spaces around it and with single ones inside."""
    return " ".join(plain_text(text).split())


def folded(text: str) -> str:
    """Return *text* as it is searched: without accents, and in small letters."""
    if text.isascii():
        return text.lower()
    return "".join(letter for letter in normalize("NFKD", text) if not combining(letter)).casefold()


def first_unsafe(text: str) -> str:
    """Return the first such code in *text* by its number, as in `U+001B`, or nothing when there is none."""
    found = _UNSAFE.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""
