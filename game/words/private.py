"""What is said about locking a home: the passphrase, the recovery sheet, and what goes wrong."""

PRIVATE: dict[str, str] = {
    # a locked home
    "private.locked": "This home is locked: its passphrase opens the evenings.",
    "private.keyless": (
        "The evenings here are locked, but their key file, saves/identity.age, is missing. Nothing is lost: put the "
        "file back from a copy, or take your recovery sheet and type: turn-toward recover"
    ),
    "private.sealed": "this evening is locked.",
    "private.not-ours": "the key of this home does not open this file: it is damaged, or was locked in another home.",
    "private.changed": "The lock of this home was changed in another window. Leave, and come in again.",
    "private.none": "This home has no lock. To put one on: turn-toward lock",
    "private.already": "This home is locked already. A new passphrase: turn-toward passphrase",
    "private.door": "Another window is just opening an evening or turning the lock. Try again in a moment.",
    "private.strange": (
        "These files are sealed and the key of this home does not open them: {names}. Nothing was changed. Move them "
        "to another folder, and try again."
    ),
    "private.stopped": (
        "That stopped half-way ({reason}). Nothing is lost: try again, and it goes on from there."
    ),
    "private.halted": "That stopped between two evenings. Nothing is lost: try again, and it goes on from there.",
    "private.elsewhere": (
        "This evening is from a locked home, and that folder has evenings of its own that are not locked by the same key. "
        "Another folder, please: an empty one is fine, and it gets the same lock."
    ),
    "private.given": "That is plain text. Beside the evenings it stays so until this home is opened again; then it is sealed.",
    "private.left": "Not sealed, because it could not be read: {problem}",
    "private.extra": (
        'Locking a home takes a small extra that is not installed here: pip install "turn-toward[private]" '
        "(with pipx: pipx inject turn-toward pyrage)."
    ),
    # a passphrase that does not open
    "private.wrong": (
        "That does not open it: another passphrase, or saves/identity.age is damaged, which looks the same from here. "
        "Nothing is lost; try again."
    ),
    "private.damaged": (
        "The key file, saves/identity.age, is damaged: no passphrase opens it. The evenings are whole: put the file "
        "back from a copy, or take your recovery sheet and type: turn-toward recover"
    ),
    "private.unreadable": (
        "The key file, saves/identity.age, cannot be read: {reason} The evenings are whole: put the file back from a "
        "copy, or take your recovery sheet and type: turn-toward recover"
    ),
    "private.forged": (
        "The key file, saves/identity.age, asks for far more work than this game ever sets (2 to the power of {factor}; "
        "at most {most}), so somebody else has written it. Nothing was tried. Put the file back from a copy, or take "
        "your recovery sheet and type: turn-toward recover"
    ),
    "private.ended": (
        "The lock could not be turned. It takes up to 1 GB of free memory: close something large and try again. "
        "Nothing is lost."
    ),
    "private.key.wrong": "That is not a whole recovery key. It begins with {start} and has 74 letters; look for one misread.",
    "private.key.strange": "This key opens none of the {evenings} sealed files here. It is the key of another home; nothing was changed.",
    # a new passphrase
    "private.passphrase.short": "A little longer, please: at least {least} letters. A few words are easiest.",
    "private.passphrase.long": "A little shorter, please: at most {most} letters.",
    "private.passphrase.letters": "That holds something that cannot be typed everywhere. Letters, digits and spaces are safest.",
    "private.passphrase.differ": "The two were not the same. Once more, from the first.",
    # asking
    "private.ask.open": "The passphrase of this home?",
    "private.ask.new": "A passphrase for this home?",
    "private.ask.again": "The same once more?",
    "private.ask.old": "The passphrase as it is now?",
    "private.ask.next": "The new passphrase?",
    "private.ask.key": "The key on your recovery sheet?",
    "private.advice": (
        "A few words that only you two would put together, at least {least} letters. Nobody can find it out for you: "
        "not this game, not anyone. For example (but make your own): {example}"
    ),
    "private.key.hint": "Spaces and small letters do not matter.",
    "private.work.open": "Opening. It takes a few seconds, so that guessing would take for ever.",
    "private.work.forge": "Making the lock. It takes a few seconds, so that guessing would take for ever.",
    "private.work.turn": "Turning every evening. Nothing is lost if this is interrupted.",
    "private.hint": "Hidden as you type.",
    "private.hint.work": "Escape gives it up.",
    # the recovery sheet
    "private.sheet.title": "Your recovery sheet",
    "private.sheet.what": (
        "Whoever has this key can read your evenings without the passphrase, and so can you if you ever forget it. Write "
        "it down on paper now and keep the paper where you keep papers. It is shown only this once."
    ),
    "private.sheet.how": (
        "If the passphrase is lost: turn-toward recover. Without this game: the program age opens the evenings with this "
        "key, written as one word."
    ),
    "private.sheet.enter": "Enter, when it is on paper. ctrl+c leaves everything as it was.",
    "private.sheet.wait": "We are still writing",
    "private.sheet.done": "It is on paper: lock the home",
    "private.sheet.back": "Leave everything as it was",
    # done
    "private.done.lock": (
        "This home is locked. Every evening is sealed, and the plain files are gone; a disk or a backup may still hold "
        "old traces of them."
    ),
    "private.done.unlock": "This home has no lock any more. The evenings are plain files again, and the recovery sheet is waste paper.",
    "private.done.passphrase": "The new passphrase holds. Older copies of saves/identity.age still open by the old one; the recovery sheet stays as it is.",
    "private.done.recover": "The lock is made anew and the new passphrase holds.",
    "private.done.recover.before": "The lock is made anew and the new passphrase holds. What was there before lies beside it as {name}.",
    "private.gave-up": "Everything is as it was.",
    "private.terminal": "This home is locked. Its passphrase is asked on a terminal, or read from a file descriptor: --passphrase-fd N.",
    "private.terminal.new": "A passphrase is asked on a terminal, or read from a file descriptor: --passphrase-fd N.",
    "private.fd": "From file descriptor {fd} nothing can be read: {reason}.",
    "private.fd.end": "File descriptor {fd} ended before the passphrase did; each answer is one line.",
    # settings
    "private.shut": "This home is locked. Going on asks for its passphrase again.",
    "private.settings.none": "Lock        none",
    "private.settings.locked": "Lock        a passphrase",
    "private.settings.keyless": "Lock        its key is missing",
    "private.menu": "The lock of this home",
    "private.menu.passphrase": "Another passphrase",
    "private.menu.recover": "The passphrase is forgotten: use the recovery sheet",
    "private.menu.unlock": "Take the lock off",
    "private.menu.back": "Nothing, go back",
    "private.unlock.sure": "Take the lock off? Then anyone at this laptop can read the evenings.",
    "private.unlock.no": "No, leave it on",
    "private.unlock.yes": "Yes, make them plain",
    # the command line
    "cli.help.lock": "lock this home: evenings are then sealed files that a passphrase opens",
    "cli.help.unlock": "take the lock off: evenings are plain files again",
    "cli.help.passphrase": "give the lock another passphrase",
    "cli.help.recover": "make the lock anew from the recovery sheet",
    "cli.help.passphrase-fd": "read what would be asked without echo, line by line, from file descriptor N",
}

EXAMPLE_WORDS: tuple[str, ...] = tuple(
    """
    acorn amber anchor apple apron arch arrow attic autumn badger bakery balcony bamboo banjo barley barn basil basket
    beach bean beetle bell bench berry bicycle birch biscuit blanket blossom boat bonnet boot bottle bowl branch bread
    breeze brick bridge broom brush bubble bucket button cabin cactus camera candle canoe canvas carpet carrot castle
    cedar cello chair chalk cherry chestnut chimney cider cinnamon clay clock cloud clover coast cobble cocoa coffee
    comet compass copper coral corner cotton cousin cradle crane crayon cricket crumb cuckoo cup curtain daisy dance
    dawn desk dolphin domino donkey door dragon drawer drum duck dune eagle echo elbow ember engine envelope evening
    falcon farm feather fence fern fiddle fig finch fire flute fog forest fountain fox freckle garden garlic gate
    ginger glacier glove goat grape gravel guitar hammer hammock harbour hat hazel hedge heron hill honey hood horse
    iris island ivory ivy jacket jam jasmine jigsaw jug juniper kettle key kite kitchen ladder lagoon lamp lantern
    lavender leaf lemon letter library lilac lily linen lizard loaf lobster magpie mango maple marble market meadow
    melon mint mirror mitten moon moss mountain mushroom napkin needle nest nutmeg oak oat ocean olive onion orange
    orchard otter oven owl paddle paint pancake paper parrot parsley peach pear pebble pencil pepper piano picnic pillow
    pine plum pocket pond poppy potato puddle pumpkin quilt rabbit radio rain raspberry ribbon river robin rocket rope
    rosemary saddle saffron sail sandal saucer scarf shell ship shoe silver
    """.split()
)
"""Words that an example of a passphrase is drawn from: short, plain, and easy to tell apart."""
