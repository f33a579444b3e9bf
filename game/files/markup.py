"""Words out of Markdown and HTML, and words into Markdown. What others show as code is never kept as code."""

import html
import re
import string

_LONGEST = 20_000
"""Letters beyond which a text stays as it is; no card is that long."""
_LINK = re.compile(r"(?<![\\!])!?\[(?P<words>(?:[^\[\]\\\n]|\\.)*)\]\((?:[^()\\\n]|\\.)*\)")
_STRESS = re.compile(
    r"(?<![\\\w*_])(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<words>[^*_\n]+)(?<![\s\\])(?P=mark)(?![\w*_])"
)
_CODE = re.compile(r"(?<![\\`])`(?P<words>[^`\n]+)`(?!`)")
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ESCAPED = re.compile(rf"\\(?P<sign>[!-/:-@\[-`{{-~])|(?P<entity>{_ENTITY})")
_SPECIAL = re.compile(r"[\\`*_\[\]<>&#|~]")
_BLOCK = re.compile(r"^(?:[-+=•‣–—·(]|\d{1,4}(?=[.):])|[^\S\n])", re.MULTILINE)
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,20})\b[^<>]*>")
_BREAKS = frozenset("br div p li tr td h1 h2 h3 hr ul ol".split())
_MARKS = _BREAKS | frozenset("a b i u em strong span font img sub sup".split())


def from_markdown(text: str) -> str:
    """Return the words of *text*, Markdown within one block: no stress, no links, nothing escaped."""
    if len(text) > _LONGEST:
        return text
    for pattern in (_LINK, _STRESS, _STRESS, _CODE):  # stress stands inside stress
        text = pattern.sub(r"\g<words>", text)
    return _ESCAPED.sub(lambda found: found["sign"] or html.unescape(found["entity"]), text)


def to_markdown(text: str) -> str:
    """Return Markdown for a block of the words of *text*, which `from_markdown` takes back.

    Each of its lines but the last ends in a backslash, the sign for a line's end inside a block.
    """
    escaped = _BLOCK.sub(_inert, _SPECIAL.sub(r"\\\g<0>", text))
    if escaped.endswith(":"):  # the name of a section ends so
        escaped = f"{escaped[:-1]}\\:"
    return escaped.replace("\n", "\\\n")


def from_html(text: str) -> str:
    """Return the words of *text*, HTML: each block on a line of its own, and no tags."""
    shown = html.unescape(_TAG.sub(lambda tag: "\n" if tag[1].lower() in _BREAKS else "", text))
    lines = (line.strip() for line in shown.replace("\xa0", " ").split("\n"))
    return "\n".join(line for line in lines if line)


def has_html(text: str) -> bool:
    """Return whether *text* looks like HTML."""
    return any(tag[1].lower() in _MARKS for tag in _TAG.finditer(text))


def _inert(start: re.Match[str]) -> str:
    """Return the *start* of a line so that it begins no list and no rule, and does not stand further in."""
    sign = start[0]
    if sign.isdigit():
        return f"{sign}\\"
    return f"\\{sign}" if sign in string.punctuation else f"&#{ord(sign)};"
