"""The help, page by page: a title and a text."""

WRITING = "Writing a deck"
"""The title of the page about the editor."""
HELP: tuple[tuple[str, str], ...] = (
    (
        "How a turn goes",
        "A card comes to the one whose turn it is. That one tells; the other listens, gives back what arrived and "
        "asks what was missed. Two tries, then one sentence word for word: no turn can fail. "
        "Then the same card may go both ways, and the turn passes on.",
    ),
    (
        "Listening",
        "No fixing, no defending, no correcting, no story of your own until it is your turn, and no question that "
        "begins with why. When it is good news, help it grow: ask for a detail.",
    ),
    (
        "Keys",
        "Enter takes the choice that stands out. Arrows move, digits take a choice, a click works everywhere. "
        "Page down reads on in all that is longer than the window; so do arrows where there is nothing to choose.\n"
        "s  swap the card: free, no reason, nobody counts\n"
        "x  swap it, and never show it again\n"
        "u  undo, back to the first move\n"
        "r  redo\n"
        "p  pause: nothing is lost\n"
        "b  a quiet minute to breathe\n"
        "l  lighter: the next card is a light one\n"
        "d  tonight goes less deep from here\n"
        "v  put a deck away for tonight\n"
        "m  one of you would like to say sorry\n"
        "c  close: straight to the thanks\n"
        "h  hide the screen\n"
        "a  write a card for your own deck\n"
        "e  where decks are picked: write on the one that stands out\n"
        "g  in guesses: count for fun, if both like to\n"
        "w  where a move cannot be kept: keep the evening in another folder\n"
        "q  leave at once; so do ctrl+q and ctrl+c\n"
        "F7  hide, F8  pause, F9  close: also where letters are typed\n"
        "escape  go home; the evening waits",
    ),
    (
        "Depth",
        "Light: as in front of a friend in a café. Open: as with a friend you trust. Deep: as with almost nobody "
        "else. Tender: only with this person, on a good night. Each sets tonight's depth alone, the lower one holds, "
        "and either may bring it down at any time. A level opens after two closed cards on the level below.",
    ),
    (
        "Hard questions",
        "They wait until the ice is broken, and until both have said yes in private. The game asks once an evening; "
        "no answer means not tonight, and nobody is told who said what. At most three tender cards come in an evening, "
        "never two running, never at the end, and after each the two of you land softly.",
    ),
    (
        "Saying sorry",
        "The door opens from inside: only the one who is sorry can begin, and the other is asked in private if now is "
        "all right. Four steps: name it, own it, promise one small thing, receive. Nobody is asked to forgive. "
        "Either may stop at any step, and what closed stays closed.",
    ),
    (
        "Lights",
        "The two of you have one sky. Telling lights one, listening lights two, and answering the same card one more. "
        "Depth, right answers and moods light nothing extra, and nothing is ever taken away.",
    ),
    (
        WRITING,
        "A card is kept as you type, beside its file, and the file changes when you save.\n"
        "enter  write on the card that stands out\n"
        "a  a new card below it; n does the same\n"
        "d  the same card once more\n"
        "x  take the card out; delete does the same\n"
        "J K  move the card down or up; so do shift and an arrow\n"
        "/  search, whatever the accents and capitals\n"
        "u r  a step back, and forward again\n"
        "t  the deck's title and purpose\n"
        "s  save\n"
        "F7  hide the screen, also while you write\n"
        "escape  back\n"
        "In a card, enter and tab go to the next field, and the arrows turn a word. ctrl+j begins a new line, "
        "ctrl+z takes back, ctrl+y does again, ctrl+s saves, escape goes back to the cards, and f1 is this help.",
    ),
    (
        "What is kept",
        "Every step is saved as it happens, on this laptop only: the cards and the choices, never what you said, and "
        "never a vote or a hidden answer. A line is kept only when you both keep it. "
        "An evening is also kept as it stood at some of its closed cards, so that you can go back: see Evenings so far. "
        "Nothing in there tells what was swapped, voted or taken back.",
    ),
    (
        "Locking your evenings",
        "Settings, Lock: evenings are then sealed, and only your passphrase opens them. A recovery sheet is shown "
        "once; keep it on paper. Without the passphrase and the sheet nobody can open them again. Decks, settings and the "
        "dates of your evenings stay readable.",
    ),
)
