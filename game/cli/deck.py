"""`turn-toward deck`: what decks there are, what is on their cards, and what is wrong with them."""

import os
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

from game.advice.wording import Advice, Severity, advise
from game.cli.naming import home_of
from game.cli.telling import columns, narrate, tell, tell_json
from game.cli.wish import Wish
from game.engine.cards import Card, Deck
from game.engine.laying import size_line
from game.files.decks.deckfile import DeckFile, read_deck
from game.files.decks.shelf import Shelf, read_shelf
from game.files.problems import Problem
from game.words import say

SUFFIX = ".toml"


def run(arguments: Wish) -> bool:
    """List, show or check decks, and return whether no problem was found.

    Raise UnknownDeck for a name that no deck has.
    """
    shelf = read_shelf(home_of(arguments))
    match arguments.action:
        case "show":
            return _show(shelf.find(arguments.deck), arguments.json)
        case "check":
            return _check(shelf, arguments)
        case _:
            return _list(shelf, arguments.json)


# list


def _list(shelf: Shelf, as_json: bool) -> bool:
    """List every deck; one that cannot be played is listed with its problems, and the others play."""
    if as_json:
        tell_json([_entry(file) for file in shelf.files])
        return True
    tell(*columns(_line(deck) for deck in shelf.decks))
    for deck in shelf.shadowed:
        narrate(say("cli.deck.shadowed", id=deck))
    narrate(*map(str, shelf.problems))
    return True


def _entry(file: DeckFile) -> dict[str, object]:
    deck = file.deck
    known = {"id": deck.cover.id, "title": deck.cover.title, "purpose": deck.cover.purpose} if deck else {}
    counts = {"cards": len(deck.cards), "depths": _depth_counts(deck)} if deck else {}
    problems = [_problem_entry(problem) for problem in file.problems]
    return {**known, **counts, "file": str(file.path), "problems": problems}


def _depth_counts(deck: Deck) -> dict[int, int]:
    return {depth: sum(card.depth == depth for card in deck.cards) for depth in _depths(deck)}


def _depths(deck: Deck) -> list[int]:
    return sorted({card.depth for card in deck.cards})


def _line(deck: Deck) -> tuple[str, ...]:
    depths = ", ".join(say("cli.deck.depth", depth=_word(n), cards=c) for n, c in _depth_counts(deck).items())
    return (deck.cover.id, deck.cover.title, size_line(deck), depths)


def _word(depth: int) -> str:
    return say(f"depth.{depth}")


# show


def _show(deck: Deck, as_json: bool) -> bool:
    if as_json:
        tell_json({"cover": asdict(deck.cover), "cards": [asdict(card) for card in deck.cards]})
        return True
    cover = deck.cover
    tell(say("cli.deck.cover", title=cover.title, id=cover.id), *filter(None, (cover.purpose,)))
    for number, card in enumerate(deck.cards, start=1):
        tell("", *_card_lines(number, card))
    return True


def _card_lines(number: int, card: Card) -> tuple[str, ...]:
    first = say("cli.deck.card", number=number, kind=card.kind, depth=_word(card.depth), text=card.text)
    more = (say("cli.deck.follow-up", text=text) for text in card.follow_ups)
    alt = (say("cli.deck.alt", text=card.alt),) if card.alt else ()
    return (first, *more, *alt)


# check


def _check(shelf: Shelf, arguments: Wish) -> bool:
    """Check the named decks, or all, and return whether nothing is wrong; to be warned is not wrong."""
    files = tuple(file_named(shelf, name) for name in arguments.what) or shelf.files
    problems = [problem for file in files for problem in file.problems]
    if not arguments.what:
        problems = [*shelf.elsewhere, *problems]
    advice = _advice(files, home_of(arguments).shipped) if arguments.advice else ()
    if arguments.json:
        told = [_advice_entry(each, files) for each in advice]
        tell_json([*map(_problem_entry, problems), *told])
    else:
        tell(*map(str, problems), *(_advice_line(each, files) for each in advice))
    decks = [file.deck for file in files if file.deck]
    cards = sum(len(deck.cards) for deck in decks)
    narrate(say("cli.check", decks=len(decks), cards=cards, problems=len(problems)))
    if arguments.advice:
        narrate(say("cli.check.advised", advice=len(advice)))
    return not problems and all(each.severity is Severity.WARNING for each in advice)


def is_path(name: str) -> bool:
    """Return whether *name* means a file, and not the id of a deck."""
    return name.endswith(SUFFIX) or os.sep in name


def file_named(shelf: Shelf, name: str) -> DeckFile:
    """Return the deck file that *name* is the path of, or the id of, or the beginning of its id."""
    if is_path(name):
        return read_deck(Path(name))
    broken = [file for file in shelf.files if not file.deck and file.path.stem == name]
    if broken:
        return broken[0]
    deck = shelf.find(name)
    return next(file for file in shelf.files if file.deck is deck)


def _problem_entry(problem: Problem) -> dict[str, object]:
    return {
        "file": str(problem.path),
        "line": problem.line,
        "key": problem.key,
        "severity": Severity.ERROR,
        "problem": problem.sentence,
    }


# advice


def _advice(files: tuple[DeckFile, ...], shipped: Path) -> tuple[Advice, ...]:
    """Return the advice on *files*: what is an error in a deck that comes along is advice in any other."""
    allowed: Mapping[str, tuple[str, ...]] = {
        id: rules for file in files for id, rules in file.allowed.items()
    }
    ours = {file.deck.cover.id for file in files if file.deck and file.path.parent == shipped}
    given = advise([file.deck for file in files if file.deck], allowed)
    return tuple(each if each.deck in ours else replace(each, severity=Severity.WARNING) for each in given)


def _place(advice: Advice, files: tuple[DeckFile, ...]) -> tuple[str, int | None]:
    """Return the file and the line that *advice* is about."""
    file = next(file for file in files if file.deck and file.deck.cover.id == advice.deck)
    return file.path.name, file.lines.get(advice.card)


def _advice_line(advice: Advice, files: tuple[DeckFile, ...]) -> str:
    name, line = _place(advice, files)
    place = ":".join(filter(None, (name, str(line or ""))))
    return say(
        "cli.check.advice",
        place=place,
        what=advice.card or advice.deck,
        rule=advice.rule,
        severity=advice.severity,
        found=advice.found,
        why=advice.why,
        better=advice.better,
    )


def _advice_entry(advice: Advice, files: tuple[DeckFile, ...]) -> dict[str, object]:
    name, line = _place(advice, files)
    return {"file": name, "line": line, **asdict(advice)}
