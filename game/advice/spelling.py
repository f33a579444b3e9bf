"""Words that Britain and America spell or mean differently, so that a deck reads well in both."""

import re

from game.advice.rule import words

OUR = tuple(
    """
    arm behavi cand clam col demean endeav fav ferv flav harb hon hum lab neighb od parl ranc rig rum sav
    savi splend succ tum val vap vig
    """.split()
)
AFTER_OUR = (
    *("", "s", "ed", "ing", "ful", "able", "ably", "ite", "ites"),
    *("hood", "hoods", "less", "er", "ers", "y", "al", "ly"),
)
ISE = tuple(
    """
    agon antagon apolog author brutal capital categor central character civil colon critic custom dramat
    emphas empath energ equal external familiar fantas final general global harmon hospital humili hypnot
    ideal idol immun initial internal item jeopard legal local magnet material maxim memor mesmer minim
    mobil modern moral national neutral normal optim organ ostrac patron penal personal philosoph popular
    priorit public random rational real recogn revital ritual romantic sanit scandal scrutin social special
    stabil standard steril subsid summar symbol sympath synchron terror theor trivial util vandal verbal
    victim visual vocal
    """.split()
)
AFTER_IS = ("e", "es", "ed", "er", "ers", "ing", "ation", "ations")
DOUBLED = tuple(
    """
    bevel cancel channel chisel council counsel dial duel equal fuel funnel jewel label level libel marvel
    model panel pencil pummel quarrel revel rival shovel shrivel signal snivel spiral swivel total towel
    travel tunnel unravel yodel
    """.split()
)
AFTER_L = ("ed", "er", "ers", "ing", "ous", "ously", "or", "ors", "ery")
ONE_BY_ONE = frozenset(
    """
    centre center centres centers centred centered theatre theater theatres theaters metre meter metres
    meters litre liter litres liters kilometre kilometer kilometres kilometers centimetre centimeter
    centimetres centimeters fibre fiber sombre somber meagre meager lustre luster calibre caliber spectre
    specter defence defense licence license offence offense pretence pretense practise practised practises
    practising practiced practicing skilful skillful wilful willful fulfil fulfill fulfils fulfills enrol
    enroll instalment installment woollen woolen jewellery jewelry learnt dreamt leant spelt spoilt spilt
    cosy cozy cosier cozier cosiest coziest cosily cozily cosiness coziness grey gray greys grays greyer
    grayer greyest grayest greyish grayish tyre tyres pyjamas pajamas pyjama pajama aeroplane airplane
    aeroplanes airplanes aluminium aluminum kerb kerbs plough plow programme programmes cheque cheques
    catalogue catalog sceptical skeptical sceptic skeptic mould mold mouldy moldy moustache mustache
    doughnut donut doughnuts donuts manoeuvre maneuver judgement judgment ageing aging yoghurt yogurt gaol
    artefact artifact maths math titbit tidbit liquorice licorice chilli chili smoulder smolder analyse
    analyze analysed analyzed analysing analyzing paralyse paralyze paralysed paralyzed favourite favorite
    favourites favorites acknowledgement acknowledgment enquiry inquiry speciality specialty
    """.split()
)

MEANT_DIFFERENTLY = words(
    r"holidays?|vacations?|apartments?|flatmates?"
    r"|(?:a|the|your|our|their|shared|first|tiny|rented) flat"
    r"(?=[?.,]|$| (?:you|that|where|with|on|in|and|or|was|is))"
    r"|biscuits?|cookies?|crisps|chips|candy|candies|sweets|lollies|eggplants?|aubergines?|zucchinis?|courgettes?"
    r"|pants|trousers|jumpers?|sneakers|trainers|nappy|nappies|diapers?|purses?(?! (?:your|their))"
    r"|football|soccer|films?|movies?|cinemas?|mobiles?|cell ?phones?|torch(?:es)?|flashlights?"
    r"|the lifts?(?! (?:of|in|that|you))|in a lift|elevators?|(?:back)?yards?|(?:ground|first) floor"
    r"|queue[sd]?|queu?ing|rubbish|garbage|trash|dustbins?|faucets?|prams?|strollers?|hoovers?"
    r"|pavements?|sidewalks?|motorways?|freeways?|petrol|gas stations?|lorry|lorries|car parks?|parking lots?"
    r"|fortnights?|postcodes?|zip codes?|takeaways?|takeouts?|cilantro"
    r"|(?:public|primary|elementary|grade|high|middle|secondary) school|semesters?|kindergartens?"
)

WORD = re.compile(r"[A-Za-z]+")


def _joined(stems: tuple[str, ...], link: str, endings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem + link + ending for stem in stems for ending in endings)


SPELLED_DIFFERENTLY = ONE_BY_ONE.union(
    *(_joined(OUR, link, AFTER_OUR) for link in ("our", "or")),
    *(_joined(ISE, link, AFTER_IS) for link in ("is", "iz")),
    *(_joined(DOUBLED, link, AFTER_L) for link in ("l", "")),
)


def spelled_differently(text: str) -> tuple[str, ...]:
    """Return the words of *text* that are spelled another way across the sea."""
    return tuple(word for word in WORD.findall(text) if word.lower() in SPELLED_DIFFERENTLY)
