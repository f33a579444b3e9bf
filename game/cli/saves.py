"""`turn-toward saves`: which evenings there are, what was played on them, and whether they are whole."""

from argparse import Namespace
from pathlib import Path

from game.cli.naming import home_of
from game.cli.telling import columns, narrate, tell, tell_json
from game.engine.cards import Card, Dimension
from game.engine.record import replay
from game.engine.state import Evening
from game.files.check import Check, check_save
from game.files.evenings import EveningEntry, find_evening, list_evenings
from game.files.folder import evening_paths
from game.files.paths import Home
from game.files.savefile import read_save
from game.words import say


def run(arguments: Namespace) -> bool:
    """Do what was asked for with one evening or all of them, and return whether no problem was found.

    Raise UnknownEvening for one that is not there, and BrokenSave for one that cannot be shown.
    """
    home = home_of(arguments)
    match arguments.action:
        case "show":
            return _show(find_evening(home, arguments.evening), arguments.json)
        case "check":
            return _check(home, arguments.evening, arguments.json)
        case _:
            return _list(home, arguments.json)


def _list(home: Home, as_json: bool) -> bool:
    entries = list_evenings(home)
    if as_json:
        tell_json([_entry(entry) for entry in entries])
        return True
    readable = [entry for entry in entries if entry.problem is None]
    tell(*columns(_line(entry) for entry in readable))
    if not entries:
        narrate(say("evenings.none"))
    narrate(*(str(entry.problem) for entry in entries if entry.problem))
    return True


def _entry(entry: EveningEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "names": entry.names,
        "shape": entry.shape,
        "played": entry.played,
        "cards": entry.cards,
        "closed": entry.closed,
        "problem": str(entry.problem) if entry.problem else None,
    }


def _line(entry: EveningEntry) -> tuple[str, ...]:
    first, second = entry.names
    state = say("cli.saves.closed") if entry.closed else say("cli.saves.open")
    played = say("cli.saves.played", played=entry.played, cards=entry.cards)
    return (entry.id, say("cli.saves.names", first=first, second=second), entry.shape, played, state)


def _show(entry: EveningEntry, as_json: bool) -> bool:
    """Show the cards of an evening and what both lit together; what each did is nowhere."""
    evening = replay(read_save(entry.path).record)
    cards = (*evening.closed, *evening.mended)
    if as_json:
        shown = [{"deck": card.deck, "depth": card.depth, "text": card.text} for card in cards]
        tell_json({**_entry(entry), "played": shown, "lights": _lights(evening)})
        return True
    tell("   ".join(_line(entry)), "", *(_card_line(evening, card) for card in cards))
    lights = " · ".join(
        say("closing.dimension", dimension=say(f"dim.{dim}"), lights=lights)
        for dim, lights in _lights(evening).items()
    )
    tell(*filter(None, ("", say("closing.lights", lights=evening.lights.total), lights)))
    return True


def _card_line(evening: Evening, card: Card) -> str:
    cover = evening.setting.cover(card.deck)
    title = cover.title if cover else card.deck
    return say("cli.saves.card", deck=title, depth=say(f"depth.{card.depth}"), text=card.text)


def _lights(evening: Evening) -> dict[str, int]:
    return {dim.value: evening.lights.lights(dim) for dim in Dimension}


def _check(home: Home, named: str | None, as_json: bool) -> bool:
    """Check one evening, or all of them; copies beside are not evenings."""
    checks = [check_save(path) for path in (evening_paths(home) if named is None else [_path(home, named)])]
    if as_json:
        tell_json(_checked(checks[0]) if named is not None else [_checked(check, "id") for check in checks])
    else:
        tell(*(say("cli.saves.checked", id=check.id, step=check.step) for check in checks if check.ok))
        narrate(*(say("cli.saves.unsound", id=check.id, note=check.note) for check in checks if not check.ok))
    return all(check.ok for check in checks)


def _path(home: Home, named: str) -> Path:
    """Return the save that *named* is the path of, or the evening that it is the beginning of."""
    path = Path(named)
    return path if path.suffix == ".toml" and path.is_file() else find_evening(home, named).path


def _checked(check: Check, *also: str) -> dict[str, object]:
    return {key: getattr(check, key) for key in (*also, "ok", "step", "note")}
