"""Everything has its place, decided by where the code lives, and only for the two who live there."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from game.files.paths import Home, HomeProblem, find_home, open_home

HERE = Path(__file__).resolve().parents[2]
CHEAP = "import sys; import game.files.paths, game.files.atomic, game.files.config; print(*sys.modules)"


def places(root: Path, shipped: Path = HERE / "decks", config: Path | None = None) -> dict[str, Path]:
    return {
        "root": root,
        "decks": root / "decks",
        "saves": root / "saves",
        "config": config or root / "config.toml",
        "themes": root / "themes",
        "shipped": shipped,
    }


def found(home: Home) -> dict[str, Path]:
    return {name: getattr(home, name) for name in places(home.root)}


def test_a_flag_goes_before_all(tmp_path: Path) -> None:
    home = find_home(tmp_path, {"TURN_TOWARD_HOME": "/elsewhere"})

    assert found(home) == places(tmp_path)
    assert home.why[0] == ("root", tmp_path, "given by --home")
    assert home.why[-1] == ("shipped", HERE / "decks", "part of the program")


def test_the_variable_goes_before_the_config(tmp_path: Path) -> None:
    environ = {"TURN_TOWARD_HOME": str(tmp_path / "a"), "XDG_CONFIG_HOME": str(tmp_path)}

    assert found(find_home(None, environ)) == places(tmp_path / "a")


@pytest.mark.parametrize("named", ["ours", "{}/ours"])
def test_the_config_goes_before_the_checkout(tmp_path: Path, named: str) -> None:
    config = tmp_path / "turn-toward" / "config.toml"
    config.parent.mkdir()
    config.write_text(f'home = "{named.format(config.parent)}"\n')
    home = find_home(None, {"XDG_CONFIG_HOME": str(tmp_path)})

    assert found(home) == places(config.parent / "ours", config=config)
    assert home.why[0] == ("root", config.parent / "ours", f"given by home in {config}")


def test_a_checkout_is_its_own_home(tmp_path: Path) -> None:
    home = find_home(None, {"XDG_CONFIG_HOME": str(tmp_path)})

    assert found(home) == places(HERE)
    assert home.why[0] == ("root", HERE, "the folder that the program runs from")


def test_an_installed_game_lives_in_the_users_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.files.paths._CHECKOUT", tmp_path)
    environ = {"XDG_CONFIG_HOME": str(tmp_path / "c"), "XDG_DATA_HOME": str(tmp_path / "d")}
    home = find_home(None, environ)

    root, config = tmp_path / "d" / "turn-toward", tmp_path / "c" / "turn-toward" / "config.toml"
    assert found(home) == places(root, tmp_path / "decks", config)
    assert home.why[0] == ("root", root, "this system's folder for your files")


def test_without_wishes_the_systems_folders_are_used(
    tmp_path: Path, stranger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.files.paths._CHECKOUT", tmp_path)

    assert stranger in find_home(None, {"XDG_DATA_HOME": "relative/is/no/place"}).root.parents


def test_the_decks_of_a_wheel_are_found_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_decks").mkdir()
    monkeypatch.setattr("game.files.paths._PACKAGE", tmp_path)

    assert find_home(tmp_path).shipped == tmp_path / "_decks"


def test_the_current_directory_decides_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environ = {"XDG_CONFIG_HOME": str(tmp_path)}
    before = find_home(None, environ)
    monkeypatch.chdir(tmp_path)

    assert find_home(None, environ) == before


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o777])
def test_a_home_is_for_nobody_else_under_any_umask(tmp_path: Path, mask: int) -> None:
    home = find_home(tmp_path / "a" / "b")
    before = os.umask(mask)
    try:
        open_home(home)
    finally:
        os.umask(before)

    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {path.name for path in modes} == {"a", "b", "decks", "saves", ".gitignore"}


def test_opening_twice_changes_nothing_and_keeps_ones_own_gitignore(tmp_path: Path) -> None:
    home = find_home(tmp_path)
    open_home(home)
    (home.saves / ".gitignore").write_text("*.toml\n")
    open_home(home)

    assert (home.saves / ".gitignore").read_text() == "*.toml\n"
    assert [path.name for path in home.saves.iterdir()] == [".gitignore"]


def test_a_folder_of_evenings_that_others_can_read_is_shut(tmp_path: Path) -> None:
    home = find_home(tmp_path)
    home.saves.mkdir(mode=0o755)
    open_home(home)

    assert stat.S_IMODE(home.saves.stat().st_mode) == 0o700


def test_answers_stay_out_of_git(tmp_path: Path) -> None:
    open_home(find_home(tmp_path))
    ignored = (tmp_path / "saves" / ".gitignore").read_text().splitlines()

    assert ignored == ["# What two people say to each other stays out of git.", "*", "!.gitignore"]


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    sentences = []
    for place in (tmp_path / "file", tmp_path / "file" / "in"):
        with pytest.raises(HomeProblem) as told:
            open_home(find_home(place))
        sentences.append(str(told.value))

    assert sentences == [
        f"{tmp_path / 'file'} cannot be used: it is a file, not a folder. Evenings would not be saved there.",
        f"{tmp_path / 'file' / 'in'} cannot be used: part of its path is a file, not a folder. "
        "Evenings would not be saved there.",
    ]


def test_a_home_with_too_long_a_name_is_told(tmp_path: Path) -> None:
    place = tmp_path / ("a" * 300)
    with pytest.raises(HomeProblem) as told:
        open_home(find_home(place))

    assert str(told.value) == (
        f"{place} cannot be used: its name is too long. Evenings would not be saved there."
    )


def test_a_folder_of_settings_that_cannot_be_reached_stops_nothing(tmp_path: Path) -> None:
    environ = {"XDG_CONFIG_HOME": str(tmp_path / ("a" * 300))}

    assert find_home(None, environ).root == HERE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_home_without_the_right_to_write_is_told(tmp_path: Path) -> None:
    open_home(find_home(tmp_path))
    (tmp_path / "saves").chmod(0o500)

    with pytest.raises(HomeProblem):
        open_home(find_home(tmp_path))


def test_finding_a_home_and_a_config_is_cheap() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", CHEAP], capture_output=True, text=True, check=True
    ).stdout.split()

    assert not {"pydantic", "tomli", "tomli_w", "platformdirs", "filelock", "difflib", "tempfile"} & set(
        loaded
    )
