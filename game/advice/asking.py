"""Rules about how a card asks: whom it speaks to, how it opens, and that it asks one open thing."""

import re

from game.advice.measure import PARTNER, sentences, word_list
from game.advice.rule import FOLLOW_UPS_READ, CardRule, Severity, first_text, found, texts, words
from game.engine.cards import Card, Cover, Kind

ASKING_KINDS = frozenset({Kind.QUESTION, Kind.GUESS, Kind.SCALE})
MAYBE_ASKING_KINDS = frozenset({Kind.STORY, Kind.WILD})

OPENERS = frozenset(
    """
    what which how where when who whose
    from in on at as for with without apart over under during after before between until once
    together each both
    act agree answer ask be begin breathe bring build choose close cook count decide describe do draw drive
    explain find finish fold follow give go greet guess hide hold hug hum imagine introduce invent invite
    keep lay lead lean learn leave lend let listen look make map mend mime name notice offer open own
    picture pick plan play point pour pretend promise put read recall rehearse remember remind repeat replay
    rest retell reveal rewind say seat secretly send set share show shut sing sit sort spend stack stand
    start stop swap take talk tap teach tell thank think tidy trace trade try turn unwrap walk wish write
    """.split()
)

AUXILIARY = (
    r"(?:(?:am|may|shall|(?:is|are|was|were|do|does|did|has|have|had|could|would|should|might|must)(?:n't)?)"
    r"|can|can't|will|won't)"
)
ANYONE = r"(?:you|they|it|there|we|either|anyone|anything|your|this|that|the|\{partner\})"
YES_NO_OPENING = re.compile(rf"(?:and |or |but |so )?(?:{AUXILIARY}|ever) (?=\S)", re.IGNORECASE)
YES_NO_CLAUSE = re.compile(rf"(?<=, )(?:and |or |but )?{AUXILIARY} {ANYONE}(?!\w)", re.IGNORECASE)
QUESTION_WORD = r"(?:what|which|how|where|when|who|whose|whom|why)"
ASKED_OPENLY = words(QUESTION_WORD)
LEADING_TIME = re.compile(r"(?:when|whenever|if|while|after|before|once) ", re.IGNORECASE)

QUOTED = re.compile(r"(?<![\w}])'(?:[^']|'(?=\w))*'(?!\w)")
FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself)\b")
SECOND_PERSON = words(r"yours?|you|yoursel(?:f|ves)|both|each|together")

# "Who or what made that hour?" is one question: its two question words stand side by side.
SECOND_QUESTION = re.compile(
    r"(?<!\bwho )(?<!\bhow )(?<!\bwhat )(?<!\bwhen )(?<!\bwhere )\b(?:and|or) "
    rf"(?:(?:(?<=, and )|(?<=, or )){QUESTION_WORD}|{QUESTION_WORD} {AUXILIARY}|why|(?<=or )what)\b"
    rf"|(?<=, )(?:and|or) {AUXILIARY} {ANYONE}(?!\w)",
    re.IGNORECASE,
)
SECOND_REQUEST = words(rf"and why|why or why not|and/or|if so|if not(?=[,?.]| {QUESTION_WORD})")
LIST_OF_THREE = re.compile(
    r"(?<![\w'])[\w']+, (?:[\w']+ )?[\w']+,? (?:or|and) (?!not\b)[\w']+", re.IGNORECASE
)
WORN_GAME = re.compile(r"(?:^|(?<=[.?!] ))would you rather\b|\bon a scale\b", re.IGNORECASE)


def questions(card: Card) -> tuple[str, ...]:
    """Return every sentence of *card* that ends in a question mark."""
    spoken = (sentence for text in texts(card) for sentence in sentences(text))
    return tuple(sentence for sentence in spoken if sentence.endswith("?"))


def speaks_to_nobody(card: Card, _: Cover) -> str | None:
    """Return the opening of a text that neither says you nor names the partner."""
    text = first_text(card)
    # A stem is said aloud as I, and a scale is by its kind about the one who sets it.
    spoken_to = card.kind in (Kind.FINISH, Kind.SCALE) or PARTNER in text or SECOND_PERSON.search(text)
    return None if spoken_to else found(text)


def speaks_as_the_card(card: Card, _: Cover) -> str | None:
    """Return I, me or my where the card itself would be the one saying it."""
    stem = first_text(card) if card.kind is Kind.FINISH else ""
    spoken = (text for text in texts(card) if text != stem)
    return found(*(word for text in spoken for word in FIRST_PERSON.findall(QUOTED.sub("", text))))


def unusual_opening(card: Card, _: Cover) -> str | None:
    """Return a first word that does not yet show what to do, when no later sentence does either."""
    openings = [word_list(sentence)[:1] for sentence in sentences(first_text(card))]
    known = card.kind is Kind.FINISH or any(OPENERS.issuperset(opening) for opening in openings)
    return None if known else found(*(word for opening in openings[:1] for word in opening))


def question_marks_amiss(card: Card, _: Cover) -> str | None:
    """Return how the end of a question, a follow-up or a stem differs from what its kind asks for."""
    later = card.follow_ups[:FOLLOW_UPS_READ]
    return found(_amiss_in_card(card), *(_amiss_in_question("follow-up", text) for text in later))


def _amiss_in_card(card: Card) -> str:
    if card.kind in ASKING_KINDS:
        return _amiss_in_question("card", card.text)
    if card.kind is Kind.FINISH and not card.text.endswith(" ..."):
        return "a stem that does not end in ' ...'"
    most = 1 if card.kind in MAYBE_ASKING_KINDS else 0
    # A question in quotes is handed to a player to say; the card itself does not ask it.
    marks = QUOTED.sub("", first_text(card)).count("?")
    return f"{marks} question marks" if marks > most else ""


def _amiss_in_question(name: str, text: str) -> str:
    if text.count("?") > 1:
        return f"{name} with {text.count('?')} question marks"
    return "" if text.endswith("?") else f"{name} that does not end in a question mark"


def yes_or_no(card: Card, _: Cover) -> str | None:
    """Return the opening of a question that a yes or a no would answer in full."""
    return found(*map(_yes_or_no_in, questions(card)))


def _yes_or_no_in(question: str) -> str:
    asked = question.rsplit(": ", 1)[-1]
    if YES_NO_OPENING.match(asked):
        return " ".join(asked.split()[:4])
    clause = YES_NO_CLAUSE.search(asked)
    # "Which song, on a grey day, would you play?" is open: its question word has come before.
    is_open = ASKED_OPENLY.search(LEADING_TIME.sub("", asked, count=1))
    return clause.group() if clause and not is_open else ""


def two_in_one(card: Card, _: Cover) -> str | None:
    """Return the words that hang a second question on the first."""
    hinges = (hinge.group() for asked in questions(card) for hinge in SECOND_QUESTION.finditer(asked))
    requests = (hinge.group() for text in texts(card) for hinge in SECOND_REQUEST.finditer(text))
    return found(*hinges, *requests)


def list_in_a_question(card: Card, _: Cover) -> str | None:
    """Return a list of three inside a question."""
    lists = (listed.group() for asked in questions(card) for listed in LIST_OF_THREE.finditer(asked))
    return found(*lists)


ASKING: tuple[CardRule, ...] = (
    CardRule(
        "P1",
        Severity.ERROR,
        "Nobody at the table is spoken to, so nobody knows who begins.",
        "Say you, each or both, or name {partner}.",
        "en",
        speaks_to_nobody,
    ),
    CardRule(
        "P2",
        Severity.ERROR,
        "The card would be speaking about itself; only a stem is said aloud as I.",
        "Say you for the one whose turn it is and {partner} for the other.",
        "en",
        speaks_as_the_card,
    ),
    CardRule(
        "P3",
        Severity.WARNING,
        "The first word does not yet show what the card asks for.",
        "Open with a question word, or with what to do: tell, show, pick, thank.",
        "en",
        unusual_opening,
    ),
    CardRule(
        "O0",
        Severity.ERROR,
        "A question ends in one question mark, a stem in three dots; other cards ask for something to do.",
        "Ask one thing and end on it; end a stem with a space and three dots.",
        "en",
        question_marks_amiss,
    ),
    CardRule(
        "O1",
        Severity.ERROR,
        "A yes or a no would answer it, and one of the two is often the only safe answer.",
        "Begin with what, which, how, where or when, or ask for one moment.",
        "en",
        yes_or_no,
    ),
    CardRule(
        "O2",
        Severity.ERROR,
        "It asks two things at once, and the second one is lost.",
        "Ask the better half and make the other a follow-up.",
        "en",
        two_in_one,
    ),
    CardRule(
        "O3",
        Severity.WARNING,
        "A list of three in a question is hard to hold in mind.",
        "Keep the most concrete one of the three.",
        "en",
        list_in_a_question,
    ),
    CardRule(
        "O4",
        Severity.ERROR,
        "This opening belongs to a thousand other games.",
        "Use a reveal card to choose, or a scale card for a number.",
        "en",
        WORN_GAME,
    ),
    CardRule(
        "O5",
        Severity.WARNING,
        "Wishing worlds are where every list of questions begins, and the answers stay far away.",
        "Set a small scene and ask what happens in it.",
        "en",
        words(r"if you (?:could|had|were)"),
    ),
)
