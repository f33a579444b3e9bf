"""Rules of welcome: what a card must not take for granted about the two who draw it."""

from game.advice.rule import CardRule, Severity, words

GENDER = words(
    r"s?he|him|hers?|his|(?:him|her)self|husbands?|wi(?:fe|ves)|(?:boy|girl)friends?"
    r"|(?:wo)?m[ae]n|guys?|lad(?:y|ies)|gentlem[ae]n"
)
FAMILY = words(
    r"m[uo]m(?:my|mies|s)?|dad(?:dy|dies|s)?|(?:grand|step|god)?(?:mothers?(?! tongue)|fathers?|parents?)"
    r"|(?:grand)?(?:sons?|daughters?)|grand(?:ma|pa)s?|grann(?:y|ies)|siblings?"
    r"|(?:half-|step)?(?:sisters?|brothers?)|(?:\w+-)?in-laws?"
)
LIFE_PLAN = words(
    r"marr(?:y|ied|iages?|ying)|weddings?|spouses?|engagements?|got engaged|divorc(?:e|ed|es|ing)|honeymoons?"
    r"|(?:your|our) (?:future )?(?:kids|children|child|baby|babies)|pregnan(?:t|cy|cies)|parent(?:ing|hood)"
    r"|(?:have|having|had|want|raise|raising) (?:kids|children|a baby)"
)
SHARED_LIFE = words(
    r"(?:our|your) (?:shared )?(?:home|house|bed|kitchen|car|garden)|university|at work"
    r"|(?:your|\{partner\}'s|their) (?:job|boss|office|career|colleagues)"
)
FAITH = words(
    r"religio(?:n|ns|us)|god|jesus|christ|allah|bible|[qk]ur'?an|prayers?|christian(?:s|ity)?|muslims?"
    r"|islam(?:ic)?|jew(?:s|ish)?|hindus?|buddhis(?:t|ts|m)|catholics?|christmas(?:es)?|xmas|easter|ramadan"
    r"|eid|c?hanukkah|passover|diwali|thanksgiving|halloween|valentine'?s?"
)
DRINK = words(
    r"wines?|beers?|whiske?ys?|cocktails?|champagne|vodka|gin|alcohol(?:ic)?|booze|drunk|tipsy|hangovers?|pubs?"
)
DESIRE = words(
    r"kiss(?:es|ed|ing)?|(?:cudd|snugg)l(?:e|es|ed|ing|y)|laps?(?! (?:of|around|round))|bedrooms?"
    r"|sex(?:y|ual|ually|uality)?|naked|nude|undress(?:ed|ing)?|arous(?:e|ed|al|ing)|erotic|foreplay|orgasms?"
    r"|seduc(?:e|ed|tive|tion)|lingerie|(?:make|made|making) love|turns? (?:you|\{partner\}|them|me) on"
)
LOOKS = words(
    r"(?:your|their|\{partner\}'s) (?:looks|figure|shape)|overweight|your weight|good-looking|attractive"
    r"|(?:lose|lost|gain|gained|put on) weight|diets?|skinny|slim|fat|wrinkles|ugly|beautiful|handsome"
)

WELCOME: tuple[CardRule, ...] = (
    CardRule(
        "G1",
        Severity.ERROR,
        "It decides for somebody whether they are a man or a woman.",
        "Say they, {partner}, someone or a person.",
        "en",
        GENDER,
    ),
    CardRule(
        "G2",
        Severity.ERROR,
        "Not everyone had this family, and some have lost it.",
        "Say someone who looked after you, or the people you grew up with.",
        "en",
        FAMILY,
    ),
    CardRule(
        "G3",
        Severity.ERROR,
        "It takes a plan for life for granted that not every couple has.",
        "Ask about a day the two of you keep, or someone you would love to teach something.",
        "en",
        LIFE_PLAN,
    ),
    CardRule(
        "G4",
        Severity.WARNING,
        "Not everyone shares a home, has a job or went to university.",
        "Say a place that feels like yours, or what fills your days.",
        "en",
        SHARED_LIFE,
    ),
    CardRule(
        "G5",
        Severity.ERROR,
        "It takes one faith or one festival for granted.",
        "Say a day your people kept, or something you hold on to.",
        "en",
        FAITH,
    ),
    CardRule(
        "G6",
        Severity.WARNING,
        "For some people drink is a sore point, for others no part of life.",
        "Say a warm cup, a treat or something to share.",
        "en",
        DRINK,
    ),
    CardRule(
        "G7",
        Severity.ERROR,
        "A card cannot ask for desire: it is timed, and nobody has been asked first.",
        "Stay with hands, shoulders or a hug that either can end.",
        "en",
        DESIRE,
    ),
    CardRule(
        "G8",
        Severity.WARNING,
        "A word about a body can sting for years.",
        "Ask about what somebody does, says or makes.",
        "en",
        LOOKS,
    ),
)
