"""The help of plain mode: its own words, and the pages that both faces share."""

from game.words import help_pages, say


def guide(topic: str = "") -> tuple[str, ...]:
    """Return the words of plain mode, or the pages whose title holds *topic*, each as a block of lines."""
    wanted, every = topic.casefold(), say("line.help.all")
    pages = [(title, text) for title, text in help_pages() if title != say("line.help.screens")]
    chosen = [page for page in pages if wanted and (wanted == every or wanted in page[0].casefold())]
    if chosen:
        return tuple(f"{title}\n{text}" for title, text in chosen)
    titles = " · ".join(title for title, _ in pages)
    return (say("line.help"), say("line.help.hidden"), say("line.help.pages", titles=titles))
