"""Words of care: what this game is and is not, and how to rest, lighten, stop and leave."""

FIRST = ("is", "is-not", "not-for", "stop", "help", "private")
"""What is said once before the first evening, in its order, and can always be read again in the help."""
CARE: dict[str, str] = {
    "care.first.title": "Before you begin",
    "care.first.is": (
        "This is a game for talking. One tells, the other listens and gives back what arrived. "
        "You may swap any card, pause, or stop at any time; it costs nothing and nobody counts it."
    ),
    "care.first.is-not": (
        "It is not therapy and not a test. It does not treat, diagnose or settle anything, "
        "and it cannot measure how the two of you are doing."
    ),
    "care.first.not-for": (
        "If you are sometimes afraid of your partner, or of what happens after you say no, please don't use this game "
        "to talk about it. Talk on your own with someone you trust, or with a helpline where you live."
    ),
    "care.first.stop": (
        "Stop for tonight if a voice is raised, if someone goes numb or cannot find words, if anyone feels pushed to "
        "answer, if someone has had a lot to drink, or if you circle the same point for the third time. "
        "Or just because one of you wants to."
    ),
    "care.first.help": "If something stays hard for long, a counsellor can do what a game cannot.",
    "care.first.private": (
        "Nothing leaves this laptop. What you say is not recorded; a line is kept only when both of you keep it."
    ),
    "care.paused": "Paused. Nothing is lost.",
    "care.paused.back": "Paused. Nothing is lost. Back at: {back}.",
    "care.paused.long": "If hearts are beating fast: twenty minutes apart, doing something soothing. Coming back is never owed.",
    "care.breath": "Breathe. There is nothing to do here.",
    "care.different": "A different card.",
    "care.not-tonight": "Not tonight. Here is something lighter.",
    "care.not-tonight.bare": "Not tonight.",
    "care.sorry-not-tonight": "Not now. Back to where you were.",
    "care.warm-up": "A few warm-up cards first: hard ones open when the ice is broken.",
    "care.warm-up.more": "The chosen cards that fit are played; a light one from another deck comes in.",
    "care.lighter": "The next card is a light one.",
    "care.lighter-offer": "A lighter deck is there too, whenever you like.",
    "care.lowered": "From here on tonight goes as far as {depth}.",
    "care.vetoed": "{title} is put away for tonight.",
    "care.remembered": "You remembered.",
    "care.never": "You will not meet that card again.",
    "care.to-the-thanks": "Time for thanks. Undo goes back to where you were.",
    "care.kept-last": "From your last evening: «{text}»",
    "care.played-out": "Every card that fits tonight has been played. Time for thanks.",
    "care.gone": "What was set is written down nowhere, so it cannot be shown again. You remember it.",
    "care.both-yes": "You have both said yes.",
    "care.curtain.about.ceiling": "How deep tonight may go.",
    "care.curtain.about.vote": "One question, for each alone.",
    "care.curtain.about.vote.one": "A question for you alone.",
    "care.curtain.about.number": "A number of your own.",
    "care.curtain.about.words": "An answer of your own.",
    "care.curtain.about.nothing": "A card, for you first.",
    "care.curtain": "{name}, your eyes only.",
    "care.curtain.how": "{other}, please look away. {name} presses Enter.",
    "care.closing": "This counts turns and listening. It cannot measure love, or how the two of you are doing.",
    "care.suggest": "{dimension} has not had a turn lately, if you want an idea for next time.",
}
