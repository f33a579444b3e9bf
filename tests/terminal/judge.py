"""A judge of all that the program writes to a terminal: text, and the few sequences that draw our screens.

The list is of what is allowed, so whatever is not on it is a stray: a stranger's text that became more than
text, or something new that Textual does, which then has to be looked at and put on the list.
"""

import re

SHOWN = 24
"""Letters that are shown of a stray and what follows it."""
NO_TITLE = b"\x1b]0;\x07"
"""What takes the title off the window where everything is hidden."""
_TEXT = "[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+|\r\n|\n"
_COLOUR = r"[34]8;(?:5;\d{1,3}|2;\d{1,3};\d{1,3};\d{1,3})"
_STYLES = rf"(?:[0-479]|{_COLOUR})(?:;(?:[0-479]|{_COLOUR}))*"
_MODES = "7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048"
_DRAWN = "|".join(
    (
        rf"\x1b\[{_STYLES}m",
        r"\x1b\[\d{1,4};\d{1,4}H",  # the cursor goes to a place
        rf"\x1b\[\?(?:{_MODES})[hl]",  # mouse, focus, paste, cursor and the other screen, on and off
        r"\x1b\[\?(?:2026|2048)\$p",  # may frames be drawn at once? are sizes told?
        r"\x1b\[>\d{1,2}u|\x1b\[<u",  # keys in full, on and off
        r"\x1b\]22;(?:default|pointer|text)\x07",  # the shape of the mouse
    )
)
_LINES = re.compile(rf"{_TEXT}|\t|(?P<stray>.)", re.DOTALL)
_SCREENS = re.compile(rf"{_TEXT}|{_DRAWN}|(?P<stray>.)", re.DOTALL)
_CUT_OFF = re.compile(rb"(?:\x1b(?:\][^\x07]*|[^a-zA-Z\x07]*)|[\xc2-\xf4][\x80-\xbf]{0,2})\Z")


def strays(written: bytes, *, plain: bool = False, killed: bool = False) -> list[str]:
    """Return every byte of *written* that is off the list, each with what follows it; none if all is well.

    Where the game is *plain*, in lines and on the command line, no sequence at all is allowed. Of a program
    that was *killed*, the last sequence or letter may be half written.
    """
    whole = _CUT_OFF.sub(b"", written) if killed else written
    text = whole.decode("utf-8", "surrogateescape")
    found = (_LINES if plain else _SCREENS).finditer(text)
    return [ascii(text[each.start() : each.start() + SHOWN]) for each in found if each["stray"]]
