"""`turn-toward saves`: which evenings there are, whether they are whole, and what may become of them."""

import sys
from pathlib import Path

from game.cli.opening import home_opened
from game.cli.telling import columns, narrate, tell, tell_json
from game.cli.wish import Wish
from game.engine.account import card_lines, kept_lines, light_lines
from game.engine.cards import Dimension
from game.engine.state import Evening
from game.files.evenings.archive import EveningEntry, find_evening, list_evenings
from game.files.evenings.check import Check, check_save
from game.files.evenings.deleting import delete_evening, delete_question, gone_lines
from game.files.evenings.folder import evening_paths, id_of, is_evening, why_closed
from game.files.evenings.keeper import Keeper
from game.files.evenings.restoring import find_state, restore, restored_line, state_line, states
from game.files.evenings.savefile import BrokenSave, read_save
from game.files.exporting import export_evening
from game.files.exports.evening import evening_markdown
from game.files.paths import Home
from game.files.problems import Problem, Trouble
from game.words import say
from game.words.text import plain_text


def run(arguments: Wish) -> bool:
    """Do what was asked for with one evening or all of them, and return whether no problem was found.

    Raise UnknownEvening for one that is not there, and BrokenSave for one that cannot be read.
    """
    home = home_opened(arguments)
    match arguments.action:
        case "show":
            return _show(home, find_evening(home, arguments.evening), arguments.json)
        case "check":
            return _check(home, arguments.evening, arguments.json)
        case "restore":
            return _restore(home, _evening(home, arguments.evening), arguments.state)
        case "export":
            return _export(home, find_evening(home, arguments.evening), arguments.out)
        case "delete":
            return _delete(home, _evening(home, arguments.evening), arguments.yes)
        case _:
            return _list(home, arguments.json)


# looking


def _list(home: Home, as_json: bool) -> bool:
    entries = list_evenings(home)
    if as_json:
        tell_json([_entry(entry) for entry in entries])
        return why_closed(home) is None
    readable = [entry for entry in entries if entry.problem is None]
    tell(*columns(_line(entry) for entry in readable))
    if not entries:
        narrate(say("evenings.none"))
    narrate(*(str(entry.problem) for entry in entries if entry.problem))
    return why_closed(home) is None


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


def _show(home: Home, entry: EveningEntry, as_json: bool) -> bool:
    """Show the cards of an evening and what both lit together; what each did is nowhere."""
    saved = read_save(entry.path, home.seal)
    evening = saved.evening
    cards = (*evening.closed, *evening.mended)
    if as_json:
        shown = [{"deck": card.deck, "depth": card.depth, "text": card.text} for card in cards]
        tell_json({**_entry(entry), "played": shown, "lights": _lights(evening)})
        return True
    tell("   ".join(_line(entry)), "", *card_lines(evening, cards))
    tell("", *light_lines(evening, "closing.lights"), *kept_lines(evening))
    narrate(*filter(None, (saved.note,)))
    return True


def _lights(evening: Evening) -> dict[str, int]:
    return {dim.value: evening.lights.lights(dim) for dim in Dimension}


# checking


def _check(home: Home, named: str | None, as_json: bool) -> bool:
    """Check one evening, or all of them; copies beside are not evenings."""
    paths = evening_paths(home) if named is None else [_path(home, named)]
    checks = [check_save(path, home.seal) for path in paths]
    if not checks and not as_json:
        return _list(home, as_json)  # it says why there are none
    if as_json:
        tell_json(_checked(checks[0]) if named is not None else [_checked(check, "id") for check in checks])
    else:
        tell(*(say("cli.saves.checked", id=check.id, step=check.step) for check in checks if check.ok))
        narrate(*(say("cli.saves.unsound", id=check.id, note=check.note) for check in checks if check.note))
    return all(check.ok for check in checks) and (named is not None or why_closed(home) is None)


def _path(home: Home, named: str) -> Path:
    """Return the save that *named* is the path of, or the evening that it is the beginning of."""
    path = Path(named)
    return path if id_of(path) != path.name and path.is_file() else find_evening(home, named).path


def _checked(check: Check, *also: str) -> dict[str, object]:
    return {key: getattr(check, key) for key in (*also, "ok", "step", "note")}


# going back, giving out, taking away


def _evening(home: Home, named: str) -> EveningEntry:
    """Return the evening that *named* begins; raise BrokenSave for a copy, which is none."""
    entry = find_evening(home, named)
    if not is_evening(entry.path):
        raise BrokenSave(Problem(entry.path, say("problem.save.copy")))
    return entry


def _restore(home: Home, entry: EveningEntry, named: str | None) -> bool:
    """Go back to the state that is *named*; without one, mend what is damaged, or say what there is."""
    if named is not None:
        state = find_state(entry.path, named, home.seal)
        narrate(restored_line(entry.id, state, restore(home, entry.id, state)))
        return True
    if check_save(entry.path, home.seal).ok:
        every = states(entry.path, home.seal)
        narrate(say("restore.choose" if every else "restore.alone"))
        tell(*columns((state.name, state_line(state)) for state in every))
        return True
    keeper = Keeper(home, entry.id)
    keeper.close()
    narrate(*filter(None, (keeper.found.note if keeper.found else "",)), say("restore.mended", id=entry.id))
    return True


def _export(home: Home, entry: EveningEntry, out: str) -> bool:
    """Write an evening to a new file, or tell it where no file is named."""
    evening = read_save(entry.path, home.seal).evening
    if not out:
        tell(evening_markdown(entry.id, evening).rstrip("\n"))
        return True
    export_evening(entry.id, evening, Path(out))
    narrate(say("give.written", path=out))
    return True


def _delete(home: Home, entry: EveningEntry, sure: bool) -> bool:
    """Take an evening away for good, once that is really meant."""
    if not sure and not _is_meant(entry):
        narrate(say("delete.kept"))
        return False
    narrate(*gone_lines(entry.id, delete_evening(home, entry.id)))
    return True


def _is_meant(entry: EveningEntry) -> bool:
    if not (sys.stdin and sys.stdin.isatty()):
        raise Trouble(say("delete.unsure", id=entry.id))
    sys.stderr.write(plain_text(say("delete.line", question=delete_question(entry))))
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() == say("delete.word")
