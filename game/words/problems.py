"""What is wrong with a file, said so that a tired person can mend it.

A sentence about a key starts small: it follows the file, the line and the key.
"""

PROBLEMS: dict[str, str] = {
    # What was found, in a reader's words.
    "problem.found.text": '"{text}"',
    "problem.found.true": "true",
    "problem.found.false": "false",
    "problem.found.huge": "a very large number",
    "problem.found.list": "a list",
    "problem.found.table": "a table",
    "problem.found.date": "a date or a time",
    # The file as a whole.
    "problem.file.special": "this is not an ordinary file, so it is left alone.",
    "problem.file.folder": "this is a folder, not a file.",
    "problem.file.link": "this link leads out of its folder, so it is not followed.",
    "problem.file.large": "this file is larger than {limit} MB, so it is not read.",
    "problem.file.os": "this file cannot be read: {reason}.",
    "problem.file.utf8": "this line is not UTF-8 text; save the file as UTF-8.",
    "problem.file.toml": "this is not TOML: {reason}.",
    "problem.file.nested": "lists or tables stand too deep inside each other.",
    "problem.file.number": "a number here is too long to read.",
    # Keys, in any file.
    "problem.key.missing": "it is missing, and a deck cannot do without it.",
    "problem.key.unknown": "this key is not known; known are {known}.",
    "problem.key.unknown.near": 'this key is not known; did you mean "{near}"?',
    "problem.key.text": "found {found}; text in quotes is needed.",
    "problem.key.number": "found {found}; a whole number without quotes is needed.",
    "problem.key.truth": "found {found}; true or false without quotes is needed.",
    "problem.key.list": "found {found}; a list in square brackets is needed.",
    "problem.key.table": "found {found}; a table is needed, headed by {header}.",
    "problem.key.choice": "found {found}; allowed are {allowed}.",
    "problem.key.choice.near": 'found {found}; did you mean "{near}"? Allowed are {allowed}.',
    "problem.key.long": "it has {letters} letters; at most {limit} fit.",
    "problem.key.many": "it has {entries} entries; at most {limit} fit.",
    "problem.key.blank": "it is empty.",
    "problem.key.line": "it must stand on one line.",
    "problem.key.unsafe": "it holds the control code {code}, which is not text.",
    "problem.key.deck-id": (
        "found {found}; small letters a to z and digits are allowed, with single hyphens between them."
    ),
    "problem.key.card-id": "found {found}; letters, digits, hyphens, dots and underscores are allowed.",
    "problem.key.language": 'found {found}; a language tag such as "en" or "pt-BR" is needed.',
    "problem.key.reserved": "found {found}; some systems keep that name for themselves, so choose another.",
    # A deck as a whole.
    "problem.deck.no-id": "no id can be made from this file's name; give the deck an id of its own.",
    "problem.deck.no-cards": "there are no cards; a card starts with [[card]] and has a text.",
    "problem.deck.many-cards": "there are {cards} cards; at most {limit} fit in one deck.",
    "problem.deck.same-id": "{found} is the id of another card already, on line {line}.",
    "problem.deck.same-id.nowhere": "{found} is the id of another card already.",
    "problem.deck.same-text": "these are the words of another card already, on line {line}; give one of them an id.",
    "problem.deck.same-text.nowhere": "these are the words of another card already; give one of them an id.",
    "problem.deck.step-missing": "a repair card needs one; allowed are {allowed}.",
    "problem.deck.step-stray": "only a repair card has a step.",
    "problem.deck.more": "and {count} more problems of this kind or another.",
    "problem.card": "card {number}",
    # The shelf.
    "problem.shelf.twice": "the deck {deck} is in {other} already, so this file is left out.",
    "problem.shelf.folder": "the decks in this folder cannot be listed: {reason}.",
    "problem.shelf.unknown": "There is no deck {found}.",
    "problem.shelf.unknown.near": "There is no deck {found}. Did you mean {near}?",
    "problem.shelf.several": "{found} is the beginning of several decks: {several}.",
    # Where things live.
    "problem.home": "{path} cannot be used: {reason}. Evenings would not be saved there.",
    "problem.home.file": "it is a file, not a folder",
    # Saving and opening an evening.
    "problem.save.keep": "This could not be saved in {path}: {reason}.",
    "problem.save.open-elsewhere": "The evening {evening} is open in another window.",
    "problem.save.lock": "The evening {evening} cannot be locked: {reason}.",
    "problem.save.newer": "this evening was saved by a newer Turn Toward (format {format}; this one reads {known}).",
    "problem.save.head": "this is not an evening as the game saves it, or its first lines are damaged.",
    "problem.save.checksum": "the file is damaged: its checksum does not fit what it holds.",
    "problem.save.body": "the file is damaged: what stands here is not what the game writes.",
    "problem.save.move": "the story breaks here: {reason}",
    "problem.save.copy": "this is a copy that another program or a repair has left here; it is kept and not played.",
    "problem.save.previous": (
        "The newest state of this evening cannot be read. This is the one before it, number {number}; "
        "at most the last move is missing. The damaged file is kept."
    ),
    "problem.save.unknown": "There is no evening {found}.",
    "problem.save.unknown.near": "There is no evening {found}. Did you mean {near}?",
    "problem.save.several": "{found} is the beginning of several evenings: {several}.",
    # Why each place is where it is.
    "problem.why.flag": "given by --home",
    "problem.why.environ": "given by TURN_TOWARD_HOME",
    "problem.why.config": "given by home in {path}",
    "problem.why.checkout": "the folder that the program runs from",
    "problem.why.user": "this system's folder for your files",
    "problem.why.packaged": "part of the program",
    # What the system says, in fewer letters.
    "problem.os.EACCES": "permission is denied",
    "problem.os.EPERM": "that is not permitted",
    "problem.os.ENOSPC": "the disk is full",
    "problem.os.EDQUOT": "your share of the disk is full",
    "problem.os.EROFS": "the disk is read-only",
    "problem.os.EIO": "the disk reports an error",
    "problem.os.EMFILE": "too many files are open",
    "problem.os.ENFILE": "too many files are open",
    "problem.os.EEXIST": "something else has that name",
    "problem.os.ENOENT": "it is not there",
    "problem.os.ENOTDIR": "part of its path is a file, not a folder",
    "problem.os.EISDIR": "it is a folder",
    "problem.os.ELOOP": "it is a link",
    "problem.os.ENAMETOOLONG": "its name is too long",
    "problem.os.other": "the system says {code}",
}
