"""What is said where decks are written."""

EDITOR: dict[str, str] = {
    # what can go wrong with a page and its file
    "editor.unfaithful": "This change would not have been written as you meant it, so nothing was changed.",
    "editor.unwritable": "This deck's cards are written in a way that only a text editor can change.",
    "editor.changed": "{path} has been changed by another program since you opened it.",
    "editor.save": "{path} could not be written: {reason}.",
    "editor.crowded": "There are too many copies of {path}. Take some away first.",
    "editor.other": "card {number}",
    # a card of one's own, from the table
    "editor.ours": "Ours",
    "editor.add.blank": "There are no words on this card yet.",
    "editor.add.long": "A card has at most {limit} letters.",
    "editor.add.twice": "This card is in your deck already.",
}
