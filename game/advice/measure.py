"""Measures of a sentence: its words, their syllables, and how many years of school it asks for."""

import re
from functools import lru_cache

SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
VOWELS = re.compile(r"[aeiouy]+")
# Two vowels side by side that are spoken apart: be-ing, qui-et, re-act, ser-i-ous, us-u-al, eas-i-er.
SPOKEN_APART = re.compile(
    r"[aeouy]i(?=ng)|uie|[ct]ia(?=te)|(?<![ctsgx])i[ao]|(?<!p)eo(?!u)|(?<!q)ua(?=l)|i[iu]"
    r"|(?<=[a-z]{2})ie(?=rs?$|st$|ty)|cie(?=n)|crea(?=t)|rea(?=ct)|dea(?=s?$)|oe(?=[mt])|seu"
)
SILENT_INSIDE = re.compile(
    r"(?<=[aeiouy][^aeiouy])e(?=(?:ly|ful|less|ness|ment|thing|one|body|times?|where|day|what|how)$)"
    r"|(?<=^ev)e(?=ry|ning)|(?<=ic)al(?=ly$)"
)
SILENT_END = re.compile(
    r"(?<![aeiouyl])e$|(?<=[aeiouyrwn]l)e$|(?<![aeiouytd])ed$|(?<![aeiouysxzcgh])es$|(?<=th)es$"
)
IRREGULAR = {"recipe": 3, "recipes": 3, "area": 3, "areas": 3, "people": 2, "queue": 1}

PARTNER = "{partner}"

remembered = lru_cache(maxsize=4096)
"""Many rules measure the same text, one after the other."""


@remembered
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of *text*; the dots that end a stem, or trail off inside one, end no sentence."""
    return tuple(piece for piece in SENTENCE_END.split(text.replace("...", "").strip()) if piece)


@remembered
def word_list(text: str) -> tuple[str, ...]:
    """Return the words and numbers of *text* in small letters, with `{partner}` as the word it stands for."""
    return tuple(word.lower() for word in WORD.findall(text.replace("\u2019", "'")))


@remembered
def syllables(word: str) -> int:
    """Return how many syllables an English *word* has, near enough for a mean over a deck."""
    plain = SILENT_INSIDE.sub("", word.lower().removesuffix("'s"))
    if plain in IRREGULAR:
        return IRREGULAR[plain]
    spoken = SILENT_END.sub("", plain)
    return max(1, len(VOWELS.findall(spoken)) + len(SPOKEN_APART.findall(plain)))


@remembered
def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of *text*: the school year in which most people read it with ease."""
    spoken = word_list(text)
    if not spoken:
        return 0.0
    per_sentence = len(spoken) / max(1, len(sentences(text)))
    per_word = sum(map(syllables, spoken)) / len(spoken)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59
