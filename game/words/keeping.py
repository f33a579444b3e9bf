"""What is said about keeping evenings: looking, checking, going back, giving out and taking away."""

KEEPING: dict[str, str] = {
    # an account of an evening
    "account.title": "An evening of {first} & {second}, {id}",
    "account.names": "{first} & {second}, {played} of {cards} cards",
    "account.closed": "{first} & {second}, {played} cards, closed",
    "account.card": "{deck}, {depth}: {text}",
    "account.table": "On the table: {text}",
    "account.paused": "The evening is paused.",
    "account.partner": "the other",
    "account.lights": "Lights: {lights}.",
    # looking
    "look.only": "This is where it stands. Nothing can be changed from here.",
    "evenings.row": "{id}   {first} & {second}",
    "evenings.open": "{played} of {cards}",
    "evenings.closed": "closed",
    "evenings.copy": "a copy",
    "evenings.unread": "cannot be read",
    "key.go-on": "Go on",
    "key.look": "Look",
    "key.restore": "Go back",
    "key.export": "Write down",
    "key.delete": "Delete",
    "key.again": "Look again",
    # a move that is not kept
    "table.trouble": "{problem} Play on, trying again each move.",
    "table.trouble.key": "{problem} Play on, trying again each move; w saves elsewhere.",
    "closing.trouble": "{problem} This is not kept yet; w saves elsewhere.",
    "line.trouble": "{problem} Play on, trying again each move; the words save elsewhere keep it in another folder.",
    "line.wish.elsewhere": "save elsewhere, elsewhere",
    "line.elsewhere.hint": "A stick, say, or another disk: the whole path. An empty line leaves all as it is.",
    "line.elsewhere.needless": "Every move is kept, so the evening stays where it is.",
    "key.elsewhere": "Save elsewhere",
    "elsewhere.ask": "Which folder shall the evening be kept in?",
    "elsewhere.hint": "A stick, say, or another disk: the whole path. Escape leaves all as it is.",
    "elsewhere.on": "Go on",
    "elsewhere.done": (
        "From now on the evening is kept in {path}. To open it again:\n{command}\n"
        "What was saved before stays where it was."
    ),
    "elsewhere.same": "That is the folder that fails. Another one, please.",
    "elsewhere.nobody": "There is nobody of that name here: {folder}",
    # opening
    "problem.save.older": (
        "Neither the newest state of this evening nor the one before it can be read. This is the evening as it stood "
        "when card {number} was closed; what came after is missing. The damaged files are kept."
    ),
    # going back
    "restore.state": "card {cards} closed, {when}",
    "restore.copy": "a copy, {name}: card {cards} closed, {when}",
    "restore.bad-copy": "a copy, {name}: {problem}",
    "restore.ask": "Where shall this evening go back to? What is there now is kept as a copy.",
    "restore.numbered": "copy-{number}",
    "restore.nothing": "none",
    "restore.unknown": "«{found}» is no state of this evening to go back to; there are: {known}.",
    "restore.unknown.near": "«{found}» is no state of this evening. Did you mean «{near}»? There are: {known}.",
    "restore.done": "The evening {id} stands where card {cards} was closed.",
    "restore.done.put-by": (
        "The evening {id} stands where card {cards} was closed. What was there is kept as {name}; "
        "going back to {name} brings it back."
    ),
    "restore.mended": "The evening {id} is whole again.",
    "restore.choose": "Nothing is changed. Name one of these to go back to it:",
    "restore.alone": "Nothing is changed. This evening has no older state to go back to.",
    # giving out
    "give.written": "Written: {path}",
    # taking away
    "delete.ask": "Delete the evening {id} of {first} & {second}, every state of it, for good?",
    "delete.ask.unread": "Delete the evening {id}, which cannot be read, every state of it, for good?",
    "delete.ask.text": "What is written down of it, {name}, goes too.",
    "delete.no": "No, keep it",
    "delete.yes": "Yes, delete it",
    "delete.kept": "Nothing is deleted.",
    "delete.done": "The evening {id} is gone, with every state of it: {files} files.",
    "delete.done.one": "The evening {id} is gone, with every state of it: 1 file.",
    "delete.left": "Not made by the game, so still there: {names}.",
    "delete.refused": "{path} could not be removed: {reason}.",
    "delete.unsure": "Nobody is here to ask. To delete the evening {id} without a question, add --yes.",
    "delete.line": "{question}\nType yes to delete it: ",
    "delete.word": "yes",
    # the command line
    "cli.help.saves": "list, show, check, restore, export and delete evenings",
    "cli.help.saves.check": "whether evenings are whole, and what was lost where one is not; changes nothing",
    "cli.help.saves.restore": "go back to an older state of an evening; what was there is kept as a copy",
    "cli.help.saves.export": "the cards, kept lines and lights of an evening as Markdown",
    "cli.help.saves.delete": "take an evening away for good, with every state of it",
    "cli.help.evening-check": "an evening's id, how it begins, or its file; every evening when left out",
    "cli.help.state": "the number of a closed card, or the name of a copy; the list of them when left out",
    "cli.help.yes": "delete without a question",
    "check.older": "These older states of it are damaged, so they could not help: {names}.",
    "cli.saves.checked": "{id}: whole, saved {step}",
    "cli.saves.unsound": "{id}: {note}",
}
