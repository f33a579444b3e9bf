"""What the list of decks says of files that no deck can be read from."""

SHELF: dict[str, str] = {
    "shelf.problems": "problems: {count}",
    "shelf.title": "{file} cannot be played yet",
    "shelf.mend": "Mend it in {path}, with any editor. The other decks play on meanwhile.",
    "shelf.plain": "These files cannot be played yet; the others play on.",
    "shelf.plain.more": "and {count} more; turn-toward deck check names them all",
}
