"""Where files live: by flag, environment, config or where the code lives, never by the current directory."""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from game.files.atomic import make_folder, sync_above, try_folder, write_whole
from game.files.config import read_config
from game.files.problems import Trouble, reason
from game.files.seal import PLAIN, Seal
from game.words import say
from game.words.text import plain_text

NAME = "turn-toward"
VARIABLE = "TURN_TOWARD_HOME"
_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent
_IGNORE = b"# What two people say to each other stays out of git.\n*\n!.gitignore\n"


class HomeProblem(Trouble):
    """A home that evenings cannot be saved in, and why."""


@dataclass(frozen=True, slots=True)
class Home:
    """Every place that the game reads or writes."""

    root: Path
    decks: Path
    saves: Path
    config: Path
    themes: Path
    shipped: Path
    """The decks that come with the game. In a checkout these are the same as `decks`."""
    why: tuple[tuple[str, Path, str], ...] = ()
    """Each place by its name, where it is, and the reason."""
    is_given: bool = False
    """Whether --home named it: whoever comes back has to name it again."""
    seal: Seal = PLAIN
    """The form that evenings are read and written in; that of a locked home once it has been opened."""


def find_home(flag: Path | None = None, environ: Mapping[str, str] = os.environ) -> Home:
    """Return where everything lives, by the first of these that is there.

    *flag*; TURN_TOWARD_HOME; the home that the user's config names; the checkout that this code is in; the
    user's own folders. Nothing is created, and nothing but a config is read.
    """
    if flag is not None:
        return _home(_absolute(flag), say("problem.why.flag"), is_given=True)
    if given := environ.get(VARIABLE):
        return _home(_absolute(Path(given)), say("problem.why.environ"))
    config = _user_folder("config", environ) / "config.toml"
    if named := _home_named_in(config):
        return _home(named, say("problem.why.config", path=config), config)
    if _is_checkout(_CHECKOUT):
        return _home(_CHECKOUT, say("problem.why.checkout"))
    return _home(_user_folder("data", environ), say("problem.why.user"), config)


def open_home(home: Home) -> None:
    """Make the folders of *home*, for nobody else to read; raise HomeProblem when nothing can be saved."""
    folder = home.root
    try:
        for folder in (home.root, home.decks, home.saves):
            make_folder(folder)
        _make_private(home.saves)
        try_folder(home.saves)
        if not (home.saves / ".gitignore").exists():
            # Who made the folders, perhaps a run that was stopped, may not have made them durable.
            sync_above(home.saves)
            write_whole(home.saves / ".gitignore", _IGNORE)
    except OSError as error:
        is_file = isinstance(error, NotADirectoryError) and error.filename == str(folder)
        why = say("problem.home.file") if is_file else reason(error)
        raise HomeProblem(say("problem.home", path=plain_text(str(folder)), reason=why)) from error


def _make_private(folder: Path) -> None:
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        # Some disks know no modes; whoever puts a home there has chosen so.
        with suppress(PermissionError):
            folder.chmod(0o700)


def _home(root: Path, why: str, config: Path | None = None, *, is_given: bool = False) -> Home:
    """Return the home at *root*, with the user's own *config* or that of the home."""
    packaged = _PACKAGE / "_decks"
    places = {
        "root": root,
        "decks": root / "decks",
        "saves": root / "saves",
        "config": config or root / "config.toml",
        "themes": root / "themes",
        "shipped": packaged if packaged.is_dir() else _CHECKOUT / "decks",
    }
    reasons = dict.fromkeys(places, why) | {"shipped": say("problem.why.packaged")}
    if config:
        reasons["config"] = say("problem.why.user")
    every = tuple((name, path, reasons[name]) for name, path in places.items())
    return Home(**places, why=every, seal=PLAIN, is_given=is_given)


def _home_named_in(config: Path) -> Path | None:
    """Return the home that the user's config names, if it names one."""
    named = read_config(config)[0].home
    return config.parent / Path(named).expanduser() if named else None


def _absolute(path: Path) -> Path:
    return path.expanduser().absolute()


def _is_checkout(folder: Path) -> bool:
    project = folder / "pyproject.toml"
    if not (project.is_file() and (folder / "decks").is_dir()):
        return False
    return f'name = "{NAME}"' in project.read_text(encoding="utf-8")


def _user_folder(kind: str, environ: Mapping[str, str]) -> Path:
    """Return this user's folder for *kind*, "data" or "config"; the XDG variables hold on every system."""
    given = environ.get(f"XDG_{kind.upper()}_HOME", "")
    if given and Path(given).is_absolute():
        return Path(given) / NAME
    # Start-up does without platformdirs wherever a home is given.
    import platformdirs

    return platformdirs.user_config_path(NAME) if kind == "config" else platformdirs.user_data_path(NAME)
