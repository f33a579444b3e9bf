"""What is built plays an evening on a machine that has never seen this folder."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from game.words import ENGLISH

HOUSE = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


def run(*command: str | Path, typed: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*map(str, command)], input=typed, capture_output=True, text=True, timeout=120, check=False, cwd=cwd
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source package, and the wheel from that, with nothing fetched."""
    there = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", there, HOUSE)
    return next(there.glob("*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a fresh environment that has the wheel, and borrows only the libraries from ours."""
    there = tmp_path_factory.mktemp("elsewhere")
    venv.create(there, symlinks=os.name != "nt")
    python = there / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel)
    (rooms(there) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return there


def rooms(environment: Path) -> Path:
    return next((environment / "lib").glob("python*/site-packages"))


def test_the_wheel_carries_the_decks(elsewhere: Path) -> None:
    ours = {path.name: path.read_bytes() for path in (HOUSE / "decks").glob("*.toml")}
    carried = {path.name: path.read_bytes() for path in (rooms(elsewhere) / "game" / "_decks").glob("*.toml")}

    assert ours
    assert carried == ours


def test_an_installed_game_plays_a_whole_evening_by_enter_alone(elsewhere: Path, tmp_path: Path) -> None:
    played = run(
        elsewhere / "bin" / "turn-toward",
        *("play", "--plain", "--names", "Ana", "Ben", "--deck", "tea", "--length", "short", "--home", "h"),
        typed="\n" * 400,
        cwd=tmp_path,
    )

    assert "\x1b" not in played.stdout + played.stderr
    assert ENGLISH["care.closing"] in " ".join(played.stdout.split())
    assert [path.suffix for path in (tmp_path / "h" / "saves").glob("*.toml")] == [".toml"]


def test_an_installed_game_reads_its_own_decks_and_code(elsewhere: Path, tmp_path: Path) -> None:
    told = run(elsewhere / "bin" / "turn-toward", "paths", cwd=tmp_path)

    assert str(rooms(elsewhere) / "game" / "_decks") in told.stdout
    assert str(HOUSE) not in told.stdout
