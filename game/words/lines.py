"""What the command line and plain mode say."""

LINES: dict[str, str] = {
    # the words of plain mode, the best known first; all are obeyed
    "line.wish.swap": "swap",
    "line.wish.never": "never",
    "line.wish.undo": "undo",
    "line.wish.redo": "redo",
    "line.wish.pause": "pause",
    "line.wish.breath": "breath, breathe",
    "line.wish.lighter": "lighter",
    "line.wish.lower": "lower",
    "line.wish.away": "put away, away, veto",
    "line.wish.sorry": "sorry",
    "line.wish.keep": "keep",
    "line.wish.card": "card",
    "line.wish.duel": "duel",
    "line.wish.hide": "hide",
    "line.wish.close": "close, end",
    "line.wish.help": "help, ?",
    "line.wish.leave": "leave, quit, exit, q",
    # a stop
    "line.top": "{deck} · {depth}",
    "line.place": "{roles} · {place} · lights: {lights}",
    "line.hint": "(An empty line takes the first choice. A number or a word takes another; help tells every word.)",
    "line.on": "(Enter goes on.)",
    "line.return": "We are back",
    "line.nothing": "Nothing, go back",
    "line.unseen": "(not shown) ",
    "line.curtain": "The curtain is still closed: Enter first, then the answer.",
    # what was typed
    "line.lost": "«{typed}» is not a choice here; help tells every word.",
    "line.lost.near": "«{typed}» is not a choice here. Did you mean «{near}»?",
    "line.lost.several": "«{typed}» could be any of these: {several}.",
    "line.lost.number": "The numbers here are {numbers}.",
    "line.lost.number.one": "The only number here is {numbers}.",
    "line.lost.unseen": "That is not one of the choices. A number from the list is enough.",
    "line.number": "A number from 0 to {highest}, or an empty line.",
    "line.lower": "«{typed}» is not a depth; lower alone brings it down by one, and lower light to light.",
    "line.away": "Which deck? Its number is enough, as in: put away 3.",
    "line.keep-later": "There is a place to keep a line when the evening closes.",
    "line.later": "That waits until the evening has begun.",
    # a card of one's own
    "line.card": "Type the card for your own deck. An empty line goes back.",
    "line.card.curtain": "A card of your own waits until the curtain is open.",
    "line.card.ready": "«{text}»",
    "line.card.keep": "Keep it, as a light question",
    "line.card.other": "It is of another kind, or deeper",
    "line.card.drop": "Let it go",
    "line.card.again": "Try again",
    "line.card.anew": "Type it anew",
    "line.card.kind": "Which kind?",
    "line.card.depth": "How deep?",
    # laying the table
    "line.decks": "A number picks a deck, and several with spaces pick several. An empty line: {begin}.",
    "line.deck": " · {cards} · {depths}",
    "line.deck.picked": " · {cards} · {depths} · picked",
    # leaving
    "line.left": "Everything is kept. To go on right here:\n{command}",
    "line.left.unsaved": "The last move is not kept. {problem}",
    # help
    "line.help.screens": "Keys",
    "line.help.all": "all",
    "line.help": (
        "Words\n"
        "An empty line takes the first choice. A number takes another, and so does its word or how it begins.\n"
        "· swap: another card; free, no reason, nobody counts\n"
        "· never: another card, and never this one again\n"
        "· undo, redo: back, to the first move, and forward again\n"
        "· pause: nothing is lost; pause 21:30 says when you mean to be back\n"
        "· breath: a quiet moment, nothing to do\n"
        "· lighter: the next card is a light one\n"
        "· lower: tonight goes one level less deep; lower light goes down to light\n"
        "· put away: a deck goes away for tonight\n"
        "· sorry: one of you would like to say sorry\n"
        "· keep: keep a line, where the evening asks for one\n"
        "· card: write a card for your own deck; card and its words make a light question at once\n"
        "· duel: in guesses, count for fun, both willing\n"
        "· save elsewhere: where a move cannot be kept, keep the evening in another folder\n"
        "· hide: a line that says nothing, until the next Enter\n"
        "· close, or end: straight to the thanks\n"
        "· help: these words; help depth reads one page, help all reads every page\n"
        "· leave, or ctrl+c: at once; everything is kept"
    ),
    "line.help.hidden": (
        "Hidden answers\n"
        "A terminal shows nothing of what you type behind the curtain. Where you write an answer in words, only swap, "
        "undo, pause, hide, close, help and leave are obeyed, alone on the line; with a full stop they are an answer. "
        "Lines cannot be wiped away, only pushed up: whoever scrolls back can read a card that was swapped "
        "unseen, and what stood there before hide. The screens have no such trace."
    ),
    "line.help.pages": "More pages: {titles}",
    # the command line: what it says
    "cli.about": "A card game for two people at one laptop. Without a command it opens at home.",
    "cli.version": "turn-toward {version}",
    "cli.error": "turn-toward: {problem}",
    "cli.unknown": "«{found}» is not known; known are {known}.",
    "cli.unknown.near": "«{found}» is not known. Did you mean {near}? Known are {known}.",
    "cli.meaningless": "«{found}» means nothing here.",
    "cli.meaningless.near": "«{found}» means nothing here. Did you mean {near}?",
    "cli.number": "«{found}» is not a whole number.",
    "cli.several": "«{found}» could be any of these: {several}.",
    "cli.home": "«{found}» is not a folder that --home could mean.",
    "cli.unwritten": "The answer could not be written: {reason}.",
    "cli.no-deck": "--deck needs the name of a deck; turn-toward deck list names them all.",
    "cli.no-evening": "There is no evening to go on with. turn-toward play begins one.",
    # its commands and options
    "cli.help.commands": "commands",
    "cli.help.play": "begin an evening",
    "cli.help.resume": "go on with an evening, the newest unfinished one unless another is named",
    "cli.help.deck": "list, show, check, write, begin, bring in and give out decks",
    "cli.help.deck.list": "every deck with its cards and depths",
    "cli.help.deck.show": "every card of a deck",
    "cli.help.deck.check": "everything that is wrong with decks, by file and line",
    "cli.help.deck.edit": "write on a deck, or begin one",
    "cli.help.edit": "a deck's id, or how it begins, or a file; without one you choose",
    "cli.help.deck.import": "a deck out of a list, a table, JSON, Anki's text or hascard",
    "cli.help.deck.export": "a deck as Markdown, CSV or a page to print and fold",
    "cli.help.deck.new": "begin a deck file that teaches how to go on",
    "cli.help.deck.schema": "the deck format as a JSON Schema, for editors",
    "cli.help.import-file": "what holds the cards",
    "cli.help.import-format": "text, markdown, csv, tsv, anki, json, hascard or deck; found out when left out",
    "cli.help.deck-title": "the title of the deck",
    "cli.help.new-id": "its id; made from the title when left out",
    "cli.help.dry-run": "only say what would be taken and what would not",
    "cli.help.export-file": "a new file; told here when left out",
    "cli.help.export-format": "markdown, csv or html; by the file's ending when left out",
    "cli.help.saves.list": "every evening, the newest first",
    "cli.help.saves.show": "the cards of an evening and what it lit",
    "cli.help.paths": "every place that is read or written, and why it is that one",
    "cli.help.home": "where decks, evenings and settings live",
    "cli.help.plain": "play in lines, for screen readers and pipes",
    "cli.help.theme": "colours: hearth, linen, contrast, or another that is known",
    "cli.help.motion": "full or none",
    "cli.help.seed": "a number that fixes the deal, to play the same evening twice",
    "cli.help.names": "the two at the table",
    "cli.help.deck-option": "decks to play, by their ids or how they begin",
    "cli.help.length": "short, standard, long, tea or check-in",
    "cli.help.evening": "an evening's id, or how it begins",
    "cli.help.deck-id": "a deck's id, or how it begins",
    "cli.help.check": "deck files, or ids; every deck when nothing is named",
    "cli.help.advice": "also read the cards as a stranger would, and say what could be kinder or plainer",
    "cli.help.json": "the same as JSON",
    "cli.help.help": "show this and leave",
    "cli.help.version": "show the version and leave",
    # lists
    "cli.deck.depth": "{cards} {depth}",
    "cli.deck.shadowed": "Your own deck {id} is played in place of the one that came along.",
    "cli.deck.cover": "{title} ({id})",
    "cli.deck.card": "{number}. {kind}, {depth}: {text}",
    "cli.deck.follow-up": "   · {text}",
    "cli.deck.alt": "   or: {text}",
    "cli.edit": "Open {path} in a text editor, and let turn-toward deck check read it after.",
    "cli.edit.which": "Name a deck, as in: turn-toward deck edit tea-time. Your own are in {folder}.",
    "cli.deck.written": "Written: {path}",
    "cli.deck.paper": "That ending says nothing of the format. Name one with --format: {known}.",
    "cli.check": "Decks read: {decks}. Cards: {cards}. Problems: {problems}.",
    "cli.check.advice": "{place}: {what}: {rule} {severity}: {found}. {why} {better}",
    "cli.check.advised": "Advice: {advice}.",
    "cli.saves.names": "{first} & {second}",
    "cli.saves.played": "{played} of {cards} cards",
    "cli.saves.open": "open",
    "cli.saves.closed": "closed",
}
