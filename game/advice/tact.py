"""Rules of tact: what a card must not do to the one who answers it, nor to the other one listening."""

from game.advice.rule import CardRule, Severity, words

PEOPLE = r"(?:you|\{partner\}|they|them|me|I|other couples|other people|others|your (?:friends|exes))"
THEIR = r"(?:your|their|my|our|each other's|\{partner\}'s)"
BETTER = r"(?:better|more|less|kinder|nicer|tidier|calmer|gentler|warmer|quicker)"
DOING_BETTER = rf"(?:improve|stop|change|work on|try (?:harder|to)|do {BETTER}|be (?:an? )?{BETTER})"
FOR_GOOD = r"(?=[?.,]|$| if| \.\.\.| for (?:someone|another|good)| one day)"

CHARGE = words(r"why (?:did|do|are|were|ca|can|could|have|had|will|wo|would)(?:n't)?(?: not)? (?:you|they)")
# "Who should have a turn?" and "I should have asked" blame nobody at the table.
BLAME = words(
    r"(?:your|\{partner\}'s|their) (?:own )?fault|what(?:'s| is| was) wrong with|get over(?! with)|calm down"
    r"|admit(?:s|ted|ting)?(?! to (?:liking|loving|enjoying))|confess(?:es|ed|ing|ions?)?"
    r"|you made me (?:do|lose|late|mad|feel (?:small|bad|stupid|guilty|ashamed|angry|sad|alone|used))"
    r"|(?:you|they|\{partner\}) should(?:n't)?(?: not)? have(?! (?:an?|the|more|one|no|two))"
    r"|should(?:n't)?(?: not)? (?:you|they|\{partner\}) have(?! (?:an?|the|more|one|no|two))"
)
# A secret handshake is play; a secret is not.
PRESSURE = words(
    r"prove|be (?:completely |totally |really )?honest|you must|dare you|secrets"
    r"|secret(?! (?:handshake|ingredient|recipe|code|sign|signal|word|knock|language|door|path|wave|den))"
    r"|never told (?:anyone|anybody|a soul|\{partner\})"
)
# Putting both phones away is a kindness; looking into one is not. Games are there to be cheated at.
INSPECTION = words(
    r"pass(?:words?|codes?)|browser history|(?:unlock|search|check|read through) (?:\w+ )?phones?"
    rf"|(?<!put )(?<!leave )(?<!set )(?<!lay )(?<!silence ){THEIR} phones?"
    rf"|{THEIR} (?:\w+ ){{0,2}}messages|(?:private|text|last \w+) messages|(?:{THEIR}|share|live) location"
    r"|ex(?:es)?|ex-(?:partners?|lovers?|husbands?|wi(?:fe|ves)|boyfriends?|girlfriends?)"
    r"|(?:former|past|previous) (?:partner|lover|relationship)s?|unfaithful|infidelity|jealous(?:y|ly)?"
    r"|cheat(?:s|ed|ing)?(?! (?:at|in|on a|the)\b)"
)
IMPROVING = words(
    r"change about (?:\{partner\}|them|each other|the other)"
    rf"|wish \{{partner\}} would {DOING_BETTER}"
    rf"|(?:could|should|must) \{{partner\}} {DOING_BETTER}"
    rf"|\{{partner\}} (?:should|needs? to|has to|ought to|could) {DOING_BETTER}"
    rf"|better (?:\w+ )?than {PEOPLE}(?=[?.,]|$| at| do| does)"
    r"|who is (?:the )?(?:better|worse|smarter|kinder|lazier|messier)"
    r"|who (?:does|gives|works|earns|cleans|loves|tries|cares|helps|pays) (?:more|less)"
)
CLINIC = words(
    r"trauma(?:s|tic|tised|tized)?|abus(?:e|ed|er|ers|es|ive|ing)|toxic|trigger(?:s|ed|ing)?|violen(?:t|ce)"
    r"|therap(?:y|ies|ists?|eutic)|diagnos(?:e|ed|es|is)|attachment (?:styles?|issues)|dysfunction(?:al)?"
    r"|narcissis(?:t|ts|m|tic)|gasligh(?:t|ted|ting)|depress(?:ed|ion|ive)|co-?dependen(?:t|cy|ce)"
    r"|addict(?:ions?|s)|suicid(?:e|al)|mental (?:health|illness)|panic attacks?|ptsd|adhd"
    r"|(?:eating|anxiety|mood|personality|sleep|stress|bipolar) disorders?"
)
# "What would you still like?" and "It will leave you humming" threaten nobody.
BEING_LEFT = words(
    r"would you still (?:love|choose|want|stay with|be with|like|trust) (?:\{partner\}|me|them|each other)"
    rf"|(?:ever|would|will|might|if {PEOPLE}) (?:leave|left) (?:me|you|them|\{{partner\}}){FOR_GOOD}"
    r"|(?:break|broke|breaking|broken|breaks) up(?: with|(?=[?.,]| if|$))|break-?ups?"
    rf"|if {PEOPLE} (?:died|die|dies|were dying|were dead)"
)

TACT: tuple[CardRule, ...] = (
    CardRule(
        "L1",
        Severity.ERROR,
        "It sounds like a charge, and what follows will be a defence.",
        "Ask what was going on, or what would help.",
        "en",
        CHARGE,
    ),
    CardRule(
        "L2",
        Severity.WARNING,
        "Why often sounds like being called to account.",
        "Ask what makes it so, or how it came about.",
        "en",
        words("why"),
    ),
    CardRule(
        "L3",
        Severity.ERROR,
        "It blames, or tells someone how they ought to feel.",
        "Say what happened and ask how it was.",
        "en",
        BLAME,
    ),
    CardRule(
        "L4",
        Severity.WARNING,
        "Always and never turn one day into a verdict.",
        "Ask for one time, or say often or seldom.",
        "en",
        words("always|never"),
    ),
    CardRule(
        "L5",
        Severity.ERROR,
        "It pulls at something that cannot be taken back once it is said.",
        "Ask for something they would be glad to have told.",
        "en",
        PRESSURE,
    ),
    CardRule(
        "L6",
        Severity.ERROR,
        "Looking into a life is not closeness, and other people live in there too.",
        "Ask for something they would be glad to show.",
        "en",
        INSPECTION,
    ),
    CardRule(
        "L7",
        Severity.ERROR,
        "A partner is not a project, and love is not a contest.",
        "Ask what already helps, or what you would like more of yourself.",
        "en",
        IMPROVING,
    ),
    CardRule(
        "L8",
        Severity.ERROR,
        "Being asked to forgive is work for the one who was hurt.",
        "Stop at the promise; time is a full answer.",
        "en",
        words(r"(?:un)?forgiv(?:e|es|en|ing|eness)|forgave"),
    ),
    CardRule(
        "L10",
        Severity.ERROR,
        "A sorry that goes on with if, but or you takes itself back.",
        "Name what was done, and stop there.",
        "en",
        words(r"sorry,? (?:if|but|you)"),
    ),
    CardRule(
        "L11",
        Severity.ERROR,
        "A game is no clinic, and this word opens more than a card can hold.",
        "Ask in everyday words about what helped.",
        "en",
        CLINIC,
    ),
    CardRule(
        "L12",
        Severity.ERROR,
        "It plays with the fear of being left.",
        "Ask what helps you feel that you are on the same side.",
        "en",
        BEING_LEFT,
    ),
)
