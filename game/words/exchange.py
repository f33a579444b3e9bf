"""Decks that come from elsewhere, decks that go out, and a first deck to fill.

What is said of a line starts small: it follows the number of the line.
"""

EXCHANGE: dict[str, str] = {
    # the words that other people's files are read by
    "exchange.words.depth": "depth, level, set, round",
    "exchange.words.yes": "true, yes, y, x, 1",
    "exchange.words.no": "false, no, n, 0",
    # how a file was read
    "exchange.form.text": "plain text",
    "exchange.form.markdown": "Markdown",
    "exchange.form.csv": "a table with commas or semicolons",
    "exchange.form.tsv": "a table with tabs",
    "exchange.form.anki": "notes from Anki",
    "exchange.form.json": "JSON",
    "exchange.form.hascard": "cards from hascard",
    "exchange.form.deck": "a deck",
    # what would come in
    "exchange.read": "{name}, read as {form}",
    "exchange.cards": "Cards for the deck «{title}» ({id}): {count}",
    "exchange.card": "  line {line}: {text} ({marks})",
    "exchange.follow-up": "· {text}",
    "exchange.alt": "or: {text}",
    "exchange.left": "Not taken, or not whole:",
    "exchange.line": "  line {line}: {sentence}",
    "exchange.rest": "  {sentence}",
    # why something stays behind
    "exchange.left.line": "this stands in no list.",
    "exchange.left.code": "a block of code is not read.",
    "exchange.left.front": "the keys in front of the text are not read.",
    "exchange.left.remark": "this is a remark.",
    "exchange.left.table": "rows of a table are not read here; save the table as CSV.",
    "exchange.left.deep": "depths go from 1 to 4, so the numbers here only name sections.",
    "exchange.left.blank": "there is no text.",
    "exchange.left.letters": '"{text}" has no word in it.',
    "exchange.left.twin": "the same words stand on line {line} already.",
    "exchange.left.unsafe": "the control code {code} is left out; it is not text.",
    "exchange.left.head": "a title or a purpose has at most {limit} letters.",
    "exchange.left.follow-ups": "only the first {limit} follow-ups are taken.",
    "exchange.left.column": 'the column "{name}" is not used.',
    "exchange.left.field": '"{name}" is not used, here and further down.',
    "exchange.left.beyond": "the cells beyond the last named column are not used.",
    "exchange.left.media": '"{name}" is left out; a card is text.',
    "exchange.left.side": 'the other side stays behind: "{text}"',
    "exchange.left.answer": "what stands below the question stays behind; no card has a right answer.",
    "exchange.left.tags": "tags stay behind, here and further down.",
    "exchange.left.entry": "found {found}; a text is needed, or an object with one.",
    "exchange.left.untold": 'no text was found here; call it "text" or "question".',
    "exchange.left.group": '"{name}" is not a list.',
    "exchange.left.notes": "Notes, seeds and answers to advice stay behind.",
    "exchange.left.more": "And {count} more.",
    # why nothing can be taken
    "exchange.file.wide": "this is not UTF-8 text; save the file as UTF-8.",
    "exchange.file.packed": "this is a packed file, not text; export it as text or CSV first.",
    "exchange.file.lines": "there are {lines} lines; at most {limit} are read.",
    "exchange.file.columns": "there are more than {limit} columns here.",
    "exchange.file.lists": "there are more than {limit} lists here.",
    "exchange.file.quotes": "the quotes in the row that starts here do not pair up, or a cell is far too long.",
    "exchange.file.json": "this is not JSON: {reason}.",
    "exchange.file.shape": "a list is needed, or an object with lists in it.",
    "exchange.file.many": "there is too much in this file; at most {limit} cards fit in one deck.",
    "exchange.file.nothing": "no cards were found here.",
    # names and places
    "exchange.nameless": "A deck without a name",
    "exchange.title": "A deck needs a title.",
    "exchange.id": "A deck cannot be called so: {sentence}",
    "exchange.taken": "There is a deck {id} already. {free} is free.",
    "exchange.exists": "{path} is there already, and nothing is written over it.",
    "exchange.write": "{path} cannot be written: {reason}.",
    "exchange.write.folder": "{path} cannot be written: there is no folder {folder}.",
    # the schema
    "exchange.schema.title": "A deck for Turn Toward",
    "exchange.schema.comment": "Written by turn-toward deck schema, and written again when the format changes.",
    # a deck on paper and in Markdown
    "exchange.markdown.depth": "{depth}: {name}",
    "exchange.markdown.alt": "*Or:*",
    "exchange.paper.partner": "your partner",
    "exchange.paper.how": (
        "Print this at its own size, on A4 or US letter. Cut along the lines, fold along the dots, and each strip "
        "is a card with a back and a face. This part is not printed."
    ),
    "exchange.paper.play": (
        "Cut along the lines and fold along the dots. One tells, the other gives back what arrived; then you turn. "
        "Start with the light cards. Any card may go back, without a reason."
    ),
    "exchange.paper.gate.both-willing": "Open this deck when both of you have said yes tonight.",
    "exchange.paper.gate.opener-only": "Only the one who is sorry opens this deck, and only the other says whether now is all right.",
    "exchange.paper.alt": "Or: {text}",
    "exchange.paper.touch": "Ask first, and any answer is fine.",
    "exchange.paper.question": "Tell. Then the other gives back what arrived.",
    "exchange.paper.story": "Tell. Then the other gives back what arrived.",
    "exchange.paper.guess": "Guess aloud. Then hear the true answer and give it back.",
    "exchange.paper.finish": "Finish the sentence in one breath.",
    "exchange.paper.action": "Do it together, as far as both of you like.",
    "exchange.paper.appreciate": "Say it. The other only takes it in.",
    "exchange.paper.repair": "Slowly, one step and no further. No answer is owed.",
    "exchange.paper.scale": "Each of you picks a number alone. Then show both.",
    "exchange.paper.reveal": "Each of you writes alone. Then show both.",
    "exchange.paper.wild": "The rules change for a minute or two.",
    # a first deck
    "exchange.new": """\
# A new deck. A line that begins with # is a note to yourself; the game does not read it.
# Two things must be here: a title, and one card with a text. Everything else has a sensible default.
# Try it: turn-toward deck check, then turn-toward play --deck with the beginning of this file's name.
# The next line lets an editor that knows tombi or taplo show every key and its words.
{schema}

[deck]
{title}
# purpose = "What it is for, in one sentence."
# moment = "deepening"      # or ice-breaker, repair, closing: when in an evening it is at home
# gate = "none"             # or both-willing: it opens only when both of you have said yes

# A card is one breath across a table. {{partner}} stands for the other player's name.
[[card]]
text = "Which small thing did {{partner}} do lately that you would like to see again?"

# Depth goes from 1, light, to 4, tender. The follow-ups are for the one who listens, and none is a duty.
[[card]]
kind = "story"              # or question, guess, finish, action, appreciate, scale, reveal, wild, repair
depth = 2
text = "Tell {{partner}} about a door that you were glad to walk through."
follow_ups = ["Who was there?", "What did you leave outside?"]

# A card that asks for touch says so; then the other is asked first, and there is an equal way without.
[[card]]
kind = "action"
touch = true
text = "Take {{partner}}'s hand, close your eyes, and count five sounds together."
alt = "On a call or hands-free: close your eyes and count them aloud, by turns."
""",
}
